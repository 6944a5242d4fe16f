"""Sets text into lines of a measure, by cells and not by characters: CJK, emoji and accents keep their columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

_TOKEN = re.compile(r"\n|[^\S\n]+|[⺀-鿿가-힣぀-ヿ豈-﫿！-｠]|[^\s⺀-鿿가-힣぀-ヿ豈-﫿！-｠]+")
"""A line break, white space, one wide character (a line may break on either side of it), or a word."""
_NARROW = re.compile(r"[\n -~¡-¬®-ʯͰ-ϿЀ-҂‐-‧‰-⁞€]*")
"""Text of characters that take one cell each: its width is its length, which saves measuring every word."""


def wrap(text: str, width: int, taken: int = 0) -> list[tuple[int, int]]:
    """Half-open ranges of `text`, each at most `width` cells wide; white space at a break belongs to no line.

    `taken` cells of the first line are not free. A single character wider than the line stands alone on it.
    """
    whole, width = max(1, width), max(1, width - taken)
    width_of = len if _NARROW.fullmatch(text) else cell_len
    lines: list[tuple[int, int]] = []
    start, end = 0, 0
    empty = True
    for token in _TOKEN.finditer(text):
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
    """Where a word too long for a line must be cut; always takes at least one character, never parts an accent."""
    cut, used = start + 1, cell_len(text[start])
    while cut < stop and used + cell_len(text[cut]) <= width:
        used += cell_len(text[cut])
        cut += 1
    return cut


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text to set."""

    text: str
    look: str = "plain"
    block: int = -1
    """Index in `Article.blocks`; -1 for words that are not the article's, like the line of metadata."""
    indent: int = 0
    before: str = ""
    """Put in front of the first line without being part of the text."""
    after: str = ""
    """Put behind the last line without being part of the text."""
    hang: bool = False
    """Lines after the first stand under its text, not under what is in front of it."""
    space: int = 1
    """Empty lines above it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set; an empty one has no paragraph."""

    paragraph: Paragraph | None
    start: int = 0
    end: int = 0
    first: bool = False
    last: bool = False


class Page:
    """Paragraphs set to a measure: which line holds which character of which block, and back."""

    def __init__(self, paragraphs: Sequence[Paragraph], measure: int) -> None:
        self.lines: list[Line] = []
        self._starts: dict[int, tuple[int, list[int]]] = {}
        for paragraph in paragraphs:
            self._set(paragraph, measure)

    def _set(self, paragraph: Paragraph, measure: int) -> None:
        if self.lines:
            self.lines.extend([Line(None)] * paragraph.space)
        before = cell_len(paragraph.before)
        room = measure - paragraph.indent - cell_len(paragraph.after) - (before if paragraph.hang else 0)
        ranges = wrap(paragraph.text, room, 0 if paragraph.hang else before)
        if paragraph.block >= 0:
            self._starts[paragraph.block] = (len(self.lines), [start for start, _ in ranges])
        last = len(ranges) - 1
        self.lines.extend(Line(paragraph, a, b, i == 0, i == last) for i, (a, b) in enumerate(ranges))

    def line_of(self, block: int, offset: int) -> int | None:
        """The line that holds this character; None when the block is not on the page."""
        if block not in self._starts:
            return None
        first, starts = self._starts[block]
        return first + max(0, bisect_right(starts, offset) - 1)

    def position(self, line: int) -> tuple[int, int]:
        """(block, offset) of the first character of an article at or below this line; (-1, 0) when there is none."""
        for at in self.lines[max(0, line) :]:
            if at.paragraph is not None and at.paragraph.block >= 0:
                return at.paragraph.block, at.start
        return -1, 0


@lru_cache(maxsize=16)
def page(paragraphs: tuple[Paragraph, ...], measure: int) -> Page:
    """Paragraphs as set; a text that was shown a moment ago is not set again (5 ms for an article)."""
    return Page(paragraphs, measure)
