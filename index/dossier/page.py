"""A dossier as one HTML file that needs nothing else and prints well."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from index.dossier.values import Dossier, Source, Spoken
from index.dossier.wording import (
    DIFFERING,
    also_by,
    course_of,
    day_of,
    facts,
    harmless,
    numbered,
    order_of_publishing,
    other_tellers,
    place,
    place_of_file,
    spoken_by,
    who_published,
)  # fmt: skip

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
    numbers, headline = numbered(dossier), _escaped(dossier.headline)
    yield '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{headline}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{headline}</h1>\n<p><small>{_escaped(facts(dossier))}</small></p>"
    if dossier.summary:
        yield "<h2>Summary</h2>\n<ul>"
        for one in dossier.summary:
            cited = _escaped(place(one.line, numbers) + also_by(one.said_by, numbers))
            yield f"<li>{_escaped(one.line.text)} <cite>{cited}</cite></li>"
        yield "</ul>"
    if dossier.timeline:
        yield "<h2>Timeline</h2>\n<ul>"
        for event in dossier.timeline:
            cited = _escaped(place(event.line, numbers) + also_by(other_tellers(event), numbers))
            day = _escaped(day_of(event))
            yield f"<li><strong>{day}</strong> {_escaped(event.line.text)} <cite>{cited}</cite></li>"
        yield "</ul>"
    if dossier.quotations:
        yield "<h2>Quotations</h2>"
    for voice in dossier.quotations:
        said = "\n".join(map(_escaped, voice.text.split("\n")))
        yield f"<blockquote>{said}<br><cite>{_escaped(spoken_by(voice, numbers))}</cite></blockquote>"
    yield from _html_numbers(dossier, numbers)
    yield from _html_says(dossier, numbers)
    yield "<h2>Sources</h2>\n<table>\n<tr><th></th><th>source</th><th>title</th><th>published</th><th>file</th></tr>"
    yield from (_html_row(row, numbers) for row in dossier.sources)
    yield "</table>\n</body>\n</html>"


def _html_numbers(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[str]:
    if dossier.numbers:
        yield f"<h2>{DIFFERING}</h2>"
    for row in dossier.numbers:
        yield f"<p><strong>{_escaped(course_of(row))}</strong></p>\n<ul>"
        for one in row.stated:
            text, figure = _escaped(one.line.text), _escaped(one.figure)
            cited = _escaped(place(one.line, numbers) + ")")
            yield f"<li>{text.replace(figure, f'<b>{figure}</b>', 1)} <cite>{cited}</cite></li>"
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


def _html_row(row: Source, numbers: Mapping[str, int]) -> str:
    title = _escaped(row.title)
    if row.url.startswith(("https://", "http://")):
        title = f'<a href="{_escaped(row.url)}">{title}</a><br><small>{_escaped(row.url)}</small>'
    files = "<br>".join(
        f"{_escaped(place_of_file(file.path, file.key))}<br><code>{_escaped(file.sha256 or 'gone')}</code>"
        for file in row.files
    )
    cells = (str(numbers[row.article]), _escaped(who_published(row, numbers)), title, _escaped(row.published), files)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _escaped(text: str) -> str:
    return html.escape(" ".join(harmless(text).split()))
