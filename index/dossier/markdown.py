"""A dossier as a page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from index.dossier.outline import Cited, outline
from index.dossier.values import Dossier
from index.dossier.wording import DIFFERING, extent, harmless, numbered, order_of_publishing, place

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~!&$])")
_LIST = re.compile(r"^(\d*)((?<!\d)[-+=]|(?<=\d)[.)])")
"""What begins a list, a rule or a heading at the beginning of a line."""


def as_markdown(dossier: Dossier) -> str:
    """CommonMark with one table; nothing that an article says can become markup."""
    return "\n".join(_markdown(dossier)) + "\n"


def _markdown(dossier: Dossier) -> Iterator[str]:
    told = outline(dossier)
    yield f"# {plain(told.headline)}\n\n{plain(told.facts)}"
    yield from _chapter("Summary", [_item(one) for one in told.summary])
    yield from _chapter("Timeline", [_item(one) for one in told.timeline])
    yield from _chapter("Quotations", [_quoted(one) for one in told.quotations])
    courses = [f"- {plain(row.figures)}\n" + "\n".join(f"  {_line(one)}" for one in row.lines) for row in told.numbers]
    yield from _chapter(DIFFERING, courses)
    yield from _markdown_says(dossier, numbered(dossier))
    yield "\n## Sources\n\n| | source | title | published | file | SHA-256 |\n|---|---|---|---|---|---|"
    for row in told.sources:
        title = plain(row.title) + (f" {plain(row.url)}" if row.url else "")
        files, sums = " ".join(plain(file) for file, _ in row.files), " ".join(sha256 for _, sha256 in row.files)
        yield f"| {row.number} | {plain(row.who)} | {title} | {plain(row.published)} | {files} | {sums} |"


def _chapter(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"\n## {heading}\n"
    yield from items


def _item(one: Cited) -> str:
    return f"- {plain(one.lead)}: {plain(one.text)} {plain(one.place)}" if one.lead else _line(one)


def _line(one: Cited) -> str:
    return f"- {plain(one.text)} {plain(one.place)}"


def _quoted(one: Cited) -> str:
    quoted = "\n> ".join(plain(part) for part in one.text.split("\n"))
    return f"> {quoted}\n\n{plain(one.place)}\n"


def _markdown_says(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[str]:
    if dossier.says:
        yield "\n## Who says what\n"
        yield plain(order_of_publishing(dossier)) + "\n"
    for aspect in dossier.says:
        told = "; ".join(
            f"{dossier.tellers[one.teller].source} {one.sentences} {place(one.line, numbers)})" for one in aspect.told
        )
        yield f"- {plain(aspect.words)} {plain(extent(aspect, dossier))}: {plain(told)}"


def plain(text: str) -> str:
    """One line of Markdown that shows exactly this text."""
    return _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", " ".join(harmless(text).split())))
