"""Puts the numbers of links into paragraphs, without touching the text that everything else is counted by. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.typeset import Paragraph

if TYPE_CHECKING:
    from index.page.links import Link


def numbered(page: Iterable[Paragraph], links: Sequence[Link]) -> list[Paragraph]:
    """The same paragraphs, `[1]` behind the words of each link, and the addresses at the end."""
    of_block: dict[int, list[tuple[int, str]]] = {}
    for number, link in enumerate(links, 1):
        of_block.setdefault(link.block, []).append((link.end, f"[{number}]"))
    paragraphs = [_with(paragraph, of_block.get(paragraph.block, [])) for paragraph in page]
    if links:
        paragraphs.append(Paragraph("Links", "heading"))
    width = len(f"[{len(links)}]") + 1
    paragraphs += [
        Paragraph(link.url, "faint", before=f"{f'[{number}]':<{width}}", hang=True, space=0)
        for number, link in enumerate(links, 1)
    ]
    return paragraphs


def _with(paragraph: Paragraph, inserts: Sequence[tuple[int, str]]) -> Paragraph:
    if paragraph.block < 0 or not inserts:
        return paragraph
    text, at = "", 0
    for offset, number in inserts:
        here = paragraph.shown_at(offset, end=True)
        text, at = text + paragraph.text[at:here] + number, here
    own = [*paragraph.inserts, *((offset, len(number)) for offset, number in inserts)]
    return replace(paragraph, text=text + paragraph.text[at:], inserts=tuple(sorted(own, key=lambda each: each[0])))
