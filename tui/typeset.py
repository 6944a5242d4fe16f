"""Sets paragraphs into the lines of a page, and knows which line holds which character of an article. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rich.cells import cell_len

from tui.columns import columns
from tui.justify import Filled, fill, hyphenation
from tui.wrapping import kept, wrap


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
    rail: str = ""
    """Put in front of every line, outside of the text: the line beside a quotation."""
    hanging: int = 0
    """Cells by which lines after the first are set in, for a text that begins with a bullet or a number."""
    flow: bool = False
    """Running text, which may be justified."""
    exact: bool = False
    """A table or code: its lines stay as they are."""
    table: bool = False
    """Its columns stand one under the other."""
    right: bool = False
    """Writing that runs from the right: its lines end at the same column."""
    inserts: tuple[tuple[int, int], ...] = ()
    """(offset in the block's text, length) of what `text` has more than the block: the numbers of links."""

    def shown_at(self, offset: int, *, end: bool = False) -> int:
        """Where a character of the block stands in `text`; of an end, what is inserted there is not part."""
        return offset + sum(length for at, length in self.inserts if at < offset or (at == offset and not end))

    def source_at(self, offset: int) -> int:
        """Which character of the block stands here in `text`."""
        more = 0
        for at, length in self.inserts:
            if at + more < offset:
                more += min(length, offset - at - more)
        return offset - more


def columned(p: Paragraph, room: int) -> Paragraph:
    """A table with its columns one under the other, as far as the line is wide enough."""
    spaces = columns(p.text, room, wrap)
    text, at = "", 0
    for offset, space in spaces:
        text, at = text + p.text[at:offset] + space, offset
    own = [*p.inserts, *((p.source_at(offset), len(space)) for offset, space in spaces)]
    return replace(p, text=text + p.text[at:], inserts=tuple(sorted(own, key=lambda each: each[0])))


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set; an empty one has no paragraph."""

    paragraph: Paragraph | None
    start: int = 0
    end: int = 0
    first: bool = False
    last: bool = False
    hyphen: bool = False
    """A hyphen stands behind it that is no part of the text."""
    room: int = 0
    """Cells that its spaces are to grow by, all together."""


class Page:
    """Paragraphs set to a measure: which line holds which character of which block, and back."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], measure: int, *, justified: bool = False, language: str = ""
    ) -> None:
        self.lines: list[Line] = []
        self.measure = measure
        self._hyphenate = hyphenation(language) if justified else None
        self._justified = justified
        self._starts: dict[int, tuple[int, list[int], Paragraph]] = {}
        for paragraph in paragraphs:
            self._set(paragraph)

    def _set(self, p: Paragraph) -> None:
        if self.lines:
            self.lines.extend([Line(None)] * p.space)
        p = columned(p, self.measure - p.indent) if p.table else p
        before, fixed = cell_len(p.before), p.indent + cell_len(p.rail) + cell_len(p.after)
        room, taken = self.measure - fixed - (before if p.hang else p.hanging), 0 if p.hang else before - p.hanging
        lines = self._lines(p, room, taken)
        if p.block >= 0:
            self._starts[p.block] = (len(self.lines), [line.start for line in lines], p)
        last = len(lines) - 1
        self.lines.extend(Line(p, a.start, a.end, i == 0, i == last, a.hyphen, a.room) for i, a in enumerate(lines))

    def _lines(self, p: Paragraph, room: int, taken: int) -> list[Filled]:
        if p.exact:
            return [Filled(start, end) for start, end in kept(p.text, room)]
        filled = fill(p.text, room, taken, self._hyphenate) if self._justified and p.flow else None
        return filled or [Filled(start, end) for start, end in wrap(p.text, room, taken)]

    def line_of(self, block: int, offset: int) -> int | None:
        """The line that holds this character; None when the block is not on the page."""
        if block not in self._starts:
            return None
        first, starts, paragraph = self._starts[block]
        return first + max(0, bisect_right(starts, paragraph.shown_at(offset)) - 1)

    def position(self, line: int) -> tuple[int, int]:
        """(block, offset) of the first character of an article at or below this line; (-1, 0) when there is none."""
        for at in self.lines[max(0, line) :]:
            if at.paragraph is not None and at.paragraph.block >= 0:
                return at.paragraph.block, at.paragraph.source_at(at.start)
        return -1, 0


@lru_cache(maxsize=16)
def page(paragraphs: tuple[Paragraph, ...], measure: int, *, justified: bool = False, language: str = "") -> Page:
    """Paragraphs as set; a text that was shown a moment ago is not set again (5 ms for an article)."""
    return Page(paragraphs, measure, justified=justified, language=language)
