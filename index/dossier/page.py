"""A dossier as one HTML file that needs nothing else and prints well."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from index.dossier.outline import Cited, Listed, Outline, outline
from index.dossier.values import Dossier, Spoken
from index.dossier.wording import DIFFERING, harmless, numbered, order_of_publishing

_COLUMNS = 12
"""Sources that have a column on paper, those that came first; JSON and Markdown tell of all."""
_READ_SO = "Of each: sentences that speak of it, and of the first of them the source, paragraph and characters"

_STYLE = """
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 Georgia, serif; color: #111; background: #fff }
h1 { font-size: 1.6em; line-height: 1.2 } h2 { font-size: 1.15em; margin-top: 2em; border-bottom: 1px solid #999 }
li { margin: .5em 0 } cite, small { color: #555; font-style: normal; font-size: .85em }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #bbb; white-space: pre-line }
table { border-collapse: collapse; font-size: .8em; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3em .5em; border-bottom: 1px solid #ccc }
td { overflow-wrap: anywhere } code { font-size: .9em }
.says { font-size: .65em } .says th { font-weight: normal; color: #555; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none; font-size: 10pt } li, tr, blockquote { break-inside: avoid }
  h2 { break-after: avoid } a { color: inherit; text-decoration: none } }
"""


def as_html(dossier: Dossier) -> str:
    """One file without scripts, pictures or links to anything but the articles' own addresses."""
    return "\n".join(_html(dossier)) + "\n"


def _html(dossier: Dossier) -> Iterator[str]:
    told = outline(dossier)
    headline = _escaped(told.headline)
    yield '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{headline}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{headline}</h1>\n<p><small>{_escaped(told.facts)}</small></p>"
    yield from _listed("Summary", told.summary)
    yield from _listed("Timeline", told.timeline)
    if told.quotations:
        yield "<h2>Quotations</h2>"
    for one in told.quotations:
        said = "\n".join(map(_escaped, one.text.split("\n")))
        yield f"<blockquote>{said}<br><cite>{_escaped(one.place)}</cite></blockquote>"
    yield from _html_numbers(told)
    yield from _html_says(dossier, numbered(dossier))
    yield "<h2>Sources</h2>\n<table>\n<tr><th></th><th>source</th><th>title</th><th>published</th><th>file</th></tr>"
    yield from (_html_row(row) for row in told.sources)
    yield "</table>\n</body>\n</html>"


def _listed(heading: str, lines: Sequence[Cited]) -> Iterator[str]:
    if lines:
        items = "\n".join(_item(one, f"<strong>{_escaped(one.lead)}</strong> " if one.lead else "") for one in lines)
        yield f"<h2>{heading}</h2>\n<ul>\n{items}\n</ul>"


def _item(one: Cited, lead: str = "") -> str:
    return f"<li>{lead}{_escaped(one.text)} <cite>{_escaped(one.place)}</cite></li>"


def _html_numbers(told: Outline) -> Iterator[str]:
    if told.numbers:
        yield f"<h2>{DIFFERING}</h2>"
    for row in told.numbers:
        yield f"<p><strong>{_escaped(row.figures)}</strong></p>\n<ul>"
        for one in row.lines:
            figure = _escaped(one.lead)
            yield _item(one).replace(figure, f"<b>{figure}</b>", 1)
        yield "</ul>"


def _html_says(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[str]:
    """A row for each name or phrase, a column for each teller: so many sentences, and where the first one stands."""
    if not dossier.says:
        return
    order = _escaped(order_of_publishing(dossier))
    yield f"<h2>Who says what</h2>\n<p><small>{order}. {_READ_SO}</small></p>\n<table class=says>"
    tellers = dossier.tellers[:_COLUMNS]
    heads = "".join(f"<th>{_escaped(teller.source)}</th>" for teller in tellers)
    yield f"<tr><th></th>{heads}</tr>"
    for aspect in dossier.says:
        told = {one.teller: one for one in aspect.told}
        cells = "".join(f"<td>{_said(told.get(at), numbers)}</td>" for at in range(len(tellers)))
        yield f"<tr><td>{_escaped(aspect.words)}</td>{cells}</tr>"
    yield "</table>"


def _said(one: Spoken | None, numbers: Mapping[str, int]) -> str:
    if one is None:
        return "–"
    line = one.line
    return f"{one.sentences}<br><small>{numbers[line.article]}&nbsp;¶{line.block + 1} {line.start}–{line.end}</small>"


def _html_row(row: Listed) -> str:
    title = _escaped(row.title)
    if row.url.startswith(("https://", "http://")):
        title = f'<a href="{_escaped(row.url)}">{title}</a><br><small>{_escaped(row.url)}</small>'
    files = "<br>".join(f"{_escaped(file)}<br><code>{_escaped(sha256)}</code>" for file, sha256 in row.files)
    cells = (str(row.number), _escaped(row.who), title, _escaped(row.published), files)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _escaped(text: str) -> str:
    return html.escape(" ".join(harmless(text).split()))
