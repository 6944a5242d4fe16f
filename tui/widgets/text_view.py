"""A page of text some of which is set apart: lights sentences up, marks spans, signs what is quoted or new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.geometry import Region
from textual.strip import Strip

from tui import keys
from tui.typeset import Paragraph
from tui.widgets.ink import Ink, Mark, Marks, by_block
from tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from index.models import Sentence

__all__ = ["Mark", "TextView"]


class TextView(PageView):
    """An article as set text, some of it set apart: what is lit, marked, linked, signed, new."""

    BINDINGS = keys.bindings("text")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._lit: int | None = None
        self._signed: list[tuple[int, int]] = []
        self._marks = Marks()
        self._links: dict[int, list[tuple[int, int]]] = {}
        self._fresh: Sequence[int] | None = None
        self._drawn: Ink | None = None
        """What lines are painted in while they are."""

    def show(
        self, paragraphs: Sequence[Paragraph], sentences: tuple[Sentence, ...], place: int = 0, language: str = ""
    ) -> None:
        """Another text, nothing in it set apart."""
        self._lit, self._signed, self._links, self._fresh = None, [], {}, None
        self.mark(())
        super().show(paragraphs, sentences, place, language)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paints lines, all in the same ink."""
        self._drawn = self._ink
        try:
            return super().render_lines(crop)
        finally:
            self._drawn = None

    def render_line(self, y: int) -> Strip:
        """One line of the page with its marks and lights."""
        number = y + self.scroll_offset.y
        if not 0 <= number < len(self._page.lines):
            return self.painted([])
        line = self._page.lines[number]
        return self.painted((self._drawn or self._ink).line(line, self._margin, self._page.measure))

    @property
    def _ink(self) -> Ink:
        if self._fresh is None:
            return Ink(self._lit_range, self._marks.ranges, self._signed, self._links)
        said = by_block((at.block, at.start, at.end) for n, at in enumerate(self._sentences) if n not in self._fresh)
        fresh = [self._starts[number] for number in self._fresh if number < len(self._starts)]
        return Ink(self._lit_range, self._marks.ranges, (), self._links, said=said, fresh=fresh)

    @property
    def _lit_range(self) -> Mark | None:
        if self._lit is None:
            return None
        sentence = self._sentences[self._lit]
        return sentence.block, sentence.start, sentence.end

    def sign(self, sentences: Sequence[int]) -> None:
        """Puts a sign in the margin where these sentences begin."""
        self._signed = [self._starts[number] for number in sentences if number < len(self._starts)]
        self.refresh()

    def link(self, links: Sequence[Mark]) -> None:
        """Underlines these spans, all others no more."""
        self._links = by_block(links)
        self.refresh()

    def news(self, fresh: Sequence[int] | None) -> None:
        """Only these sentences are new, the others step back; with None all are alike again."""
        self._fresh = fresh
        self.refresh()

    @property
    def fresh(self) -> Sequence[int] | None:
        """The sentences that are shown as new; None while all are alike."""
        return self._fresh

    def light(self, sentence: int) -> None:
        """Lights one sentence up and brings it a third below the top, where the eye expects it."""
        if not 0 <= sentence < len(self._sentences):
            return
        self._lit = sentence
        self.refresh()
        self.scroll_lines(self._line_of_sentence(sentence) - self.height_seen // 3 - self.scroll_offset.y)

    @property
    def lit(self) -> int | None:
        """The sentence that is lit; None when none is."""
        return self._lit

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Marks these spans, all others no more."""
        self._marks = Marks(marks)
        self.refresh()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marked spans, in text order."""
        return self._marks.spans

    def go_to_mark(self, step: int) -> int:
        """To the next marked span, round the end; its number from 1, or 0 when there is none."""
        if not self.marks:
            return 0
        block, start, _ = self._marks.step(step)
        line = self._page.line_of(block, start)
        if line is not None and not self.scroll_offset.y <= line < self.scroll_offset.y + self.height_seen - 1:
            self.scroll_lines(line - self.height_seen // 3 - self.scroll_offset.y)
        return self._marks.at + 1
