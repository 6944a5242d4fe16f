"""A page of text that knows its sentences, and keeps its place when the window changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

from tui.typeset import Page, Paragraph, page
from tui.widgets.scrolling import Scrolling
from tui.wrapping import TextSetting

if TYPE_CHECKING:
    from index.models import Sentence


class PageView(Scrolling):
    """Set text. It scrolls by lines; it remembers by sentences."""

    @dataclass
    class Scrolled(Message, namespace="text_view"):
        """Another line is at the top."""

        place: int
        """Number of the sentence there."""

    class AtEnd(Message, namespace="text_view"):
        """The user pages on where there is no more text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._paragraphs: Sequence[Paragraph] = ()
        self._sentences: tuple[Sentence, ...] = ()
        self._starts: list[tuple[int, int]] = []
        self._setting = TextSetting()
        self._language = ""
        self._page = Page((), self._setting.measure)
        self._set_for = -1
        self._wanted = self._target = 0

    def on_mount(self) -> None:
        """Text is set as the user has it."""
        self.use(getattr(self.app, "text_setting", self._setting))

    def use(self, setting: TextSetting) -> None:
        """Sets the text anew, the same sentence at the top."""
        if setting != self._setting:
            self._setting = setting
            self._set()

    def show(
        self, paragraphs: Sequence[Paragraph], sentences: tuple[Sentence, ...], place: int = 0, language: str = ""
    ) -> None:
        """Another text, the sentence of this number at the top; 0 is the very top, headline and all."""
        self._paragraphs, self._sentences, self._language = paragraphs, sentences, language
        self._starts = [(sentence.block, sentence.start) for sentence in sentences]
        self._wanted = place
        self._set()

    def replace(self, paragraphs: Sequence[Paragraph]) -> None:
        """The same text with more or less of it shown; the place is kept."""
        self._paragraphs = paragraphs
        self._set()

    def prepare(self, paragraphs: Sequence[Paragraph], language: str) -> Page:
        """Sets a text that may be shown next; it is remembered for a while."""
        setting, room = self._setting, self.columns - 2 * self._least_margin
        return page(tuple(paragraphs), min(setting.measure, room), justified=setting.justified, language=language)

    def _set(self) -> None:
        self._page = self.prepare(self._paragraphs, self._language)
        self._set_for = self.columns
        self.set_length(len(self._page.lines) + min(2, self.height_seen - 1))
        self._go(self._wanted)
        self.refresh()

    @property
    def _least_margin(self) -> int:
        return 2 if self.columns >= 44 else 1

    @property
    def _margin(self) -> int:
        return max(self._least_margin, (self.columns - self._setting.measure) // 2)

    def on_resize(self) -> None:
        """Sets the text anew for another width, the same sentence at the top; more or less of it is seen."""
        if self._set_for != self.columns:
            self._set()
        self.post_message(self.Scrolled(self._wanted))

    @property
    def place(self) -> int:
        """Number of the sentence at the top; 0 while the headline is in sight."""
        return self._wanted

    def _place_at(self, line: int) -> int:
        if line == 0 or not self._starts:
            return 0
        return max(0, bisect_right(self._starts, self._page.position(line)) - 1)

    def _go(self, place: int) -> None:
        line = self._line_of_sentence(place) if place else 0
        self._wanted = place
        self._target = min(line, self.last_top)
        self.jump(self._target)

    def _line_of_sentence(self, number: int) -> int:
        if not 0 <= number < len(self._starts):
            return 0
        return self._page.line_of(*self._starts[number]) or 0

    @property
    def seen(self) -> float:
        """How much of the text is above the bottom of the window, from 0 to 1."""
        lines = len(self._page.lines)
        return min(1.0, (self.scroll_offset.y + self.height_seen) / lines) if lines else 1.0

    def scroll_lines(self, lines: int) -> None:
        """So many lines on, the place with them."""
        target = min(max(0, round(self.scroll_offset.y) + lines), self.last_top)
        self._wanted = self._place_at(target)
        self._target = target
        self.jump(target)
        self.post_message(self.Scrolled(self._wanted))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Dragging the scroll bar moves the place as the keys do."""
        super().watch_scroll_y(old_value, new_value)
        if round(new_value) != self._target and self.scroll_y == self.scroll_target_y and self._set_for == self.columns:
            self._target = round(new_value)
            self._wanted = self._place_at(self._target)
            self.post_message(self.Scrolled(self._wanted))

    def at_end(self) -> None:
        """There is no more text."""
        self.post_message(self.AtEnd())
