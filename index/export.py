"""A dossier as a page to keep: Markdown, or one HTML file that needs nothing else and prints well."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from index.clean.safety import safe
from index.dossier import Dossier, Happened, Line, Source, Voice

_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~!&$])")
_LIST = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)])")
"""What begins a list, a rule or a heading at the beginning of a line."""

_STYLE = """
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 Georgia, serif; color: #111; background: #fff }
h1 { font-size: 1.6em; line-height: 1.2 } h2 { font-size: 1.15em; margin-top: 2em; border-bottom: 1px solid #999 }
li { margin: .5em 0 } cite, small { color: #555; font-style: normal; font-size: .85em }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #bbb; white-space: pre-line }
table { border-collapse: collapse; font-size: .8em; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3em .5em; border-bottom: 1px solid #ccc }
td { overflow-wrap: anywhere } code { font-size: .9em }
@media print { body { margin: 0; max-width: none; font-size: 10pt } li, tr, blockquote { break-inside: avoid }
  h2 { break-after: avoid } a { color: inherit; text-decoration: none } }
"""


def as_markdown(dossier: Dossier) -> str:
    """CommonMark with one table; nothing that an article says can become markup."""
    return "\n".join(_markdown(dossier)) + "\n"


def _markdown(dossier: Dossier) -> Iterator[str]:
    numbers = _numbers(dossier)
    yield f"# {_plain(dossier.headline)}"
    yield f"\n{_plain(_facts(dossier))}"
    if dossier.summary:
        yield "\n## Summary\n"
    for one in dossier.summary:
        yield f"- {_plain(one.line.text)} {_plain(_place(one.line, numbers))}{_plain(_also(one.said_by, numbers))}"
    if dossier.timeline:
        yield "\n## Timeline\n"
    for event in dossier.timeline:
        cited = _place(event.line, numbers) + _also(_others(event), numbers)
        yield f"- {_plain(_day(event))}: {_plain(event.line.text)} {_plain(cited)}"
    if dossier.quotations:
        yield "\n## Quotations\n"
    for voice in dossier.quotations:
        quoted = "\n> ".join(_plain(part) for part in voice.text.split("\n"))
        yield f"> {quoted}\n\n{_plain(_voice(voice, numbers))}\n"
    yield "\n## Sources\n\n| | source | title | published | file | SHA-256 |\n|---|---|---|---|---|---|"
    for row in dossier.sources:
        files = " ".join(_plain(_path(file.path, file.key)) for file in row.files)
        sums = " ".join(file.sha256 or "gone" for file in row.files)
        title = _plain(row.title) + (f" {_plain(row.url)}" if row.url else "")
        who = _plain(_who(row, numbers))
        yield f"| {numbers[row.article]} | {who} | {title} | {_plain(row.published)} | {files} | {sums} |"


def as_html(dossier: Dossier) -> str:
    """One file without scripts, pictures or links to anything but the articles' own addresses."""
    return "\n".join(_html(dossier)) + "\n"


def _html(dossier: Dossier) -> Iterator[str]:
    numbers, headline = _numbers(dossier), _escaped(dossier.headline)
    yield '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{headline}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{headline}</h1>\n<p><small>{_escaped(_facts(dossier))}</small></p>"
    if dossier.summary:
        yield "<h2>Summary</h2>\n<ul>"
        for one in dossier.summary:
            cited = _escaped(_place(one.line, numbers) + _also(one.said_by, numbers))
            yield f"<li>{_escaped(one.line.text)} <cite>{cited}</cite></li>"
        yield "</ul>"
    if dossier.timeline:
        yield "<h2>Timeline</h2>\n<ul>"
        for event in dossier.timeline:
            cited = _escaped(_place(event.line, numbers) + _also(_others(event), numbers))
            yield f"<li><strong>{_escaped(_day(event))}</strong> {_escaped(event.line.text)} <cite>{cited}</cite></li>"
        yield "</ul>"
    if dossier.quotations:
        yield "<h2>Quotations</h2>"
    for voice in dossier.quotations:
        said = "\n".join(map(_escaped, voice.text.split("\n")))
        yield f"<blockquote>{said}<br><cite>{_escaped(_voice(voice, numbers))}</cite></blockquote>"
    yield "<h2>Sources</h2>\n<table>\n<tr><th></th><th>source</th><th>title</th><th>published</th><th>file</th></tr>"
    yield from (_html_row(row, numbers) for row in dossier.sources)
    yield "</table>\n</body>\n</html>"


def _html_row(row: Source, numbers: Mapping[str, int]) -> str:
    title = _escaped(row.title)
    if row.url.startswith(("https://", "http://")):
        title = f'<a href="{_escaped(row.url)}">{title}</a><br><small>{_escaped(row.url)}</small>'
    files = "<br>".join(
        f"{_escaped(_path(file.path, file.key))}<br><code>{_escaped(file.sha256 or 'gone')}</code>"
        for file in row.files
    )
    cells = (str(numbers[row.article]), _escaped(_who(row, numbers)), title, _escaped(row.published), files)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _numbers(dossier: Dossier) -> dict[str, int]:
    """Id of an article → its number in the table of sources."""
    return {row.article: number for number, row in enumerate(dossier.sources, 1)}


def _facts(dossier: Dossier) -> str:
    days = " to ".join(dict.fromkeys(day for day in (dossier.first, dossier.last) if day)) or "undated"
    count = len(dossier.sources)
    articles = f"{count} article{'s' * (count != 1)}, independent sources: {dossier.independent}"
    return f"{articles} · {days} · story {dossier.story}"


def _day(event: Happened) -> str:
    return f"{event.day} (or {event.other})" if event.other else event.day


def _others(event: Happened) -> tuple[str, ...]:
    return tuple(id for id in event.told_by if id != event.line.article)


def _place(line: Line, numbers: Mapping[str, int]) -> str:
    return f"({numbers[line.article]}, paragraph {line.block + 1}, characters {line.start}–{line.end}"


def _also(others: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    also = ", ".join(str(numbers[other]) for other in others if other in numbers)
    return f"; also {also})" if also else ")"


def _voice(voice: Voice, numbers: Mapping[str, int]) -> str:
    """Who speaks, and who prints it, whole or cropped."""
    printed = [f"{_place(one.line, numbers)}{'' if one.whole else ', cropped'})" for one in voice.printed]
    return " ".join([voice.speaker or "unattributed", *printed])


def _who(row: Source, numbers: Mapping[str, int]) -> str:
    who = " / ".join(dict.fromkeys(name for name in (row.outlet, row.agency) if name)) or "unknown"
    return f"{who} ({row.tie} of {numbers[row.copy_of]})" if row.copy_of in numbers else who


def _path(path: str, key: str) -> str:
    return str(PurePath(path)) + (f"#{key}" if key else "")


def _harmless(text: str) -> str:
    return safe(_SURROGATES.sub("\ufffd", text))


def _plain(text: str) -> str:
    """One line of Markdown that shows exactly this text."""
    return _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", " ".join(_harmless(text).split())))


def _escaped(text: str) -> str:
    return html.escape(" ".join(_harmless(text).split()))
