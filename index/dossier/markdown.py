"""A dossier as a page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.dossier.values import Dossier
from index.dossier.wording import (
    DIFFERING,
    also_by,
    course_of,
    day_of,
    extent,
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

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~!&$])")
_LIST = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)])")
"""What begins a list, a rule or a heading at the beginning of a line."""


def as_markdown(dossier: Dossier) -> str:
    """CommonMark with one table; nothing that an article says can become markup."""
    return "\n".join(_markdown(dossier)) + "\n"


def _markdown(dossier: Dossier) -> Iterator[str]:
    numbers = numbered(dossier)
    yield f"# {plain(dossier.headline)}"
    yield f"\n{plain(facts(dossier))}"
    if dossier.summary:
        yield "\n## Summary\n"
    for one in dossier.summary:
        yield f"- {plain(one.line.text)} {plain(place(one.line, numbers))}{plain(also_by(one.said_by, numbers))}"
    if dossier.timeline:
        yield "\n## Timeline\n"
    for event in dossier.timeline:
        cited = place(event.line, numbers) + also_by(other_tellers(event), numbers)
        yield f"- {plain(day_of(event))}: {plain(event.line.text)} {plain(cited)}"
    if dossier.quotations:
        yield "\n## Quotations\n"
    for voice in dossier.quotations:
        quoted = "\n> ".join(plain(part) for part in voice.text.split("\n"))
        yield f"> {quoted}\n\n{plain(spoken_by(voice, numbers))}\n"
    yield from _markdown_numbers(dossier, numbers)
    yield from _markdown_says(dossier, numbers)
    yield "\n## Sources\n\n| | source | title | published | file | SHA-256 |\n|---|---|---|---|---|---|"
    for row in dossier.sources:
        files = " ".join(plain(place_of_file(file.path, file.key)) for file in row.files)
        sums = " ".join(file.sha256 or "gone" for file in row.files)
        title = plain(row.title) + (f" {plain(row.url)}" if row.url else "")
        who = plain(who_published(row, numbers))
        yield f"| {numbers[row.article]} | {who} | {title} | {plain(row.published)} | {files} | {sums} |"


def _markdown_numbers(dossier: Dossier, numbers: Mapping[str, int]) -> Iterator[str]:
    if dossier.numbers:
        yield f"\n## {DIFFERING}\n"
    for row in dossier.numbers:
        yield f"- {plain(course_of(row))}"
        yield from (f"  - {plain(one.line.text)} {plain(place(one.line, numbers))})" for one in row.stated)


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
