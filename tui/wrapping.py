"""Breaks text into lines, by cells and not by characters: CJK, emoji and accents keep their columns. Pure."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

MEASURE = 68
"""Characters in a line: between 66 and 72 the eye finds the next line without effort."""
_WIDE = "⺀-鿿가-힣぀-ヿ豈-﫿！-｠"
_OPENING, _CLOSING = "（［｛〔〈《「『【〖", "、。，．・：；？！）］｝〕〉》」』】〗ー々"
"""What must not end a line, and what must not begin one (JIS X 4051, Chinese GB/T 15834)."""
_TOKEN = re.compile(r"\n|[^\S\n]+|\S+")
"""A line break, white space, or a word."""
_NARROW = re.compile(r"[\n -~¡-¬®-ʯͰ-ϿЀ-҂‐-‧‰-⁞€]*")
"""Text of characters that take one cell each: its width is its length, which saves measuring every word."""


@cache
def _tokens() -> re.Pattern[str]:
    """As `_TOKEN`, or one wide character with its punctuation: a line may break on either side. 6 ms to compile."""
    return re.compile(
        rf"\n|[^\S\n]+|[{_OPENING}]*(?:(?![{_OPENING}{_CLOSING}\s])[{_WIDE}])?[{_CLOSING}]+"
        rf"|[{_OPENING}]*(?!\s)[{_WIDE}]|[^\s{_WIDE}]+"
    )


def wrap(text: str, width: int, taken: int = 0) -> list[tuple[int, int]]:
    """Half-open ranges of `text`, each at most `width` cells wide; white space at a break belongs to no line.

    `taken` cells of the first line are not free. A single character wider than the line stands alone on it.
    """
    whole, width = max(1, width), max(1, width - taken)
    narrow = _NARROW.fullmatch(text) is not None
    width_of, pattern = (len, _TOKEN) if narrow else (cell_len, _tokens())
    lines: list[tuple[int, int]] = []
    start, end = 0, 0
    empty = True
    for token in pattern.finditer(text):
        first, last = token.span()
        if token.group() == "\n":
            lines.append((start, end))
            start, end, empty, width = last, last, True, whole
        elif not token.group().isspace():
            start, empty = (first if empty else start), False
            if width_of(text[start:last]) > width and end > start:
                lines.append((start, end))
                start, width = first, whole
            while width_of(text[start:last]) > width and start < (cut := _fitting(text, start, last, width)) < last:
                lines.append((start, cut))
                start, width = cut, whole
            end = last
    lines.append((start, max(start, end)))
    return lines


def _fitting(text: str, start: int, stop: int, width: int) -> int:
    """Where a word too long for a line must be cut; always takes at least one character, never parts one."""
    cut, used = start, 0
    for first, last, cells in split_graphemes(text[start : min(stop, start + 8 * width)])[0]:
        if first and used + cells > width:
            break
        cut, used = start + last, used + cells
    return max(cut, start + 1)


def kept(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of a table or of code as they are, those too long for the measure cut where it ends."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        while cell_len(text[start:stop]) > width and start < (cut := _fitting(text, start, stop, max(1, width))) < stop:
            lines.append((start, cut))
            start = cut
        lines.append((start, stop))
        start = stop + 1
    return lines


class TextSetting(NamedTuple):
    """How running text is set; the user chooses."""

    measure: int = MEASURE
    justified: bool = False
