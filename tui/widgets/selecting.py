"""Sentences selected by keys: the page of the reader while one chooses what to highlight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.widgets.ink import by_block
from tui.widgets.text_view import Mark, TextView

if TYPE_CHECKING:
    from index.models import Sentence
    from tui.typeset import Paragraph
    from tui.widgets.ink import Ink


class SentenceText(TextView):
    """While one selects, down and up go by sentences; held at one end, the selection grows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._anchor = self._cursor = -1
        self._held = False
        self._selected: tuple[int, int] | None = None
        self._highlights: dict[int, list[tuple[int, int]]] = {}

    def show(
        self, paragraphs: Sequence[Paragraph], sentences: tuple[Sentence, ...], place: int = 0, language: str = ""
    ) -> None:
        """Another text, nothing in it selected or highlighted."""
        self._selected, self._highlights = None, {}
        super().show(paragraphs, sentences, place, language)

    def replace(self, paragraphs: Sequence[Paragraph]) -> None:
        """The same text with more or less of it shown; the line at the top stays, the selection goes."""
        self._selected = None
        top = round(self.scroll_offset.y)
        above = self._line_of_sentence(self.place) - top
        super().replace(paragraphs)
        if not top:  # tags and a note stand above the text: the headline stays in sight
            return
        self._target = min(max(0, self._line_of_sentence(self.place) - above), self.last_top)
        self.jump(self._target)

    @property
    def _ink(self) -> Ink:
        return replace(super()._ink, selected=self._selected_ranges, held=self._highlights)

    @property
    def _selected_ranges(self) -> dict[int, list[tuple[int, int]]]:
        if self._selected is None:
            return {}
        ranges: dict[int, list[tuple[int, int]]] = {}
        for at in self._sentences[self._selected[0] : self._selected[1] + 1]:
            first = ranges.get(at.block, [(at.start, at.end)])[0][0]
            ranges[at.block] = [(first, at.end)]
        return ranges

    def select(self, first: int, last: int) -> None:
        """Lights these sentences up as selected, both included; nothing scrolls. A `first` below 0 selects none."""
        self._selected = (first, last) if 0 <= first <= last < len(self._sentences) else None
        self.refresh()

    @property
    def selected(self) -> tuple[int, int] | None:
        """The first and the last of the selected sentences."""
        return self._selected

    def highlights(self, spans: Sequence[Mark]) -> None:
        """Underlines these spans, with a bar in the margin; all others no more."""
        self._highlights = by_block(spans)
        self.refresh()

    def reveal(self, sentence: int) -> None:
        """Scrolls as little as brings a sentence into sight."""
        at, line = self._sentences[sentence], self._line_of_sentence(sentence)
        last = self._page.line_of(at.block, max(at.start, at.end - 1)) or line
        first, seen = round(self.scroll_offset.y), self.height_seen
        if line < first or last - line >= seen:
            self.scroll_lines(line - first)
        elif last >= first + seen:
            self.scroll_lines(last - seen + 1 - first)

    @property
    def selecting(self) -> bool:
        """Whether sentences are being selected."""
        return self.selected is not None

    @property
    def held(self) -> bool:
        """Whether one end is held, so that the selection grows."""
        return self._held

    def begin(self) -> bool:
        """Selects the sentence that is lit, else the first one in sight; False where there is no sentence."""
        if not self._sentences:
            return False
        self._held = False
        self._anchor = self._cursor = self.place if self.lit is None else self.lit
        self._show_selection()
        return True

    def hold(self) -> None:
        """Holds the end where the cursor is; once more lets it go, and the cursor's sentence is selected alone."""
        self._held = not self._held
        self._anchor = self._cursor
        self._show_selection()

    def cancel(self) -> None:
        """Selects nothing more."""
        self.select(-1, -1)

    def _show_selection(self) -> None:
        self.select(min(self._anchor, self._cursor), max(self._anchor, self._cursor))
        self.reveal(self._cursor)

    def action_line(self, direction: int) -> None:
        """A line; while one selects, a sentence."""
        if not self.selecting:
            super().action_line(direction)
            return
        self._cursor = min(max(0, self._cursor + direction), len(self._sentences) - 1)
        self._anchor = self._anchor if self._held else self._cursor
        self._show_selection()
