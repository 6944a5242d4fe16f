"""A page of text that knows its sentences: lights them up, marks spans, and keeps its place when the window changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual.message import Message
from textual.strip import Strip

from index.models import Sentence
from tui import keys
from tui.typeset import Page, Paragraph, TextSetting, page
from tui.widgets.ink import Ink, Mark
from tui.widgets.scrolling import Scrolling

__all__ = ["Mark", "TextView"]


class TextView(Scrolling):
    """An article as set text. It scrolls by lines; it remembers by sentences."""

    BINDINGS = keys.bindings("text")

    @dataclass
    class Scrolled(Message):
        """Another line is at the top."""

        place: int
        """Number of the sentence there."""

    class AtEnd(Message):
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
        self._lit: int | None = None
        self._signed: list[tuple[int, int]] = []
        self._marks: dict[int, list[tuple[int, int]]] = {}
        self._links: dict[int, list[tuple[int, int]]] = {}
        self._fresh: Sequence[int] | None = None
        self._mark_list: tuple[Mark, ...] = ()
        self._mark_at = -1

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
        self._paragraphs, self._sentences, self._language, self._links = paragraphs, sentences, language, {}
        self._starts = [(sentence.block, sentence.start) for sentence in sentences]
        self._lit, self._wanted, self._signed, self._fresh = None, place, [], None
        self.mark(())
        self._set()

    def replace(self, paragraphs: Sequence[Paragraph]) -> None:
        """The same text with more or less of it shown; the place is kept."""
        self._paragraphs = paragraphs
        self._set()

    def _set(self) -> None:
        setting, room = self._setting, self.columns - 2 * self._least_margin
        self._page = page(
            tuple(self._paragraphs), min(setting.measure, room), justified=setting.justified, language=self._language
        )
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
        """Sets the text anew for another width, the same sentence at the top."""
        if self._set_for != self.columns:
            self._set()

    def render_line(self, y: int) -> Strip:
        """One line of the page with its marks and lights."""
        number = y + self.scroll_offset.y
        if not 0 <= number < len(self._page.lines):
            return self.painted([])
        line = self._page.lines[number]
        return self.painted(self._ink.line(line, self._margin, self._page.measure))

    @property
    def _ink(self) -> Ink:
        if self._fresh is None:
            return Ink(self._lit_range, self._marks, self._signed, self._links)
        said: dict[int, list[tuple[int, int]]] = {}
        for number, at in enumerate(self._sentences):
            if number not in self._fresh:
                said.setdefault(at.block, []).append((at.start, at.end))
        fresh = [self._starts[number] for number in self._fresh if number < len(self._starts)]
        return Ink(self._lit_range, self._marks, (), self._links, said=said, fresh=fresh)

    @property
    def _lit_range(self) -> Mark | None:
        if self._lit is None:
            return None
        sentence = self._sentences[self._lit]
        return sentence.block, sentence.start, sentence.end

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

    def sign(self, sentences: Sequence[int]) -> None:
        """Puts a sign in the margin where these sentences begin."""
        self._signed = [self._starts[number] for number in sentences if number < len(self._starts)]
        self.refresh()

    def link(self, links: Sequence[Mark]) -> None:
        """Underlines these spans, all others no more."""
        self._links = {}
        for block, start, end in links:
            self._links.setdefault(block, []).append((start, end))
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
        self.scroll_lines(self._line_of_sentence(sentence) - self.height_seen // 3 - self.scroll_offset.y)

    @property
    def lit(self) -> int | None:
        """The sentence that is lit; None when none is."""
        return self._lit

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Marks these spans, all others no more."""
        self._mark_list, self._mark_at, self._marks = marks, -1, {}
        for block, start, end in marks:
            self._marks.setdefault(block, []).append((start, end))
        self.refresh()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marked spans, in text order."""
        return self._mark_list

    def go_to_mark(self, step: int) -> int:
        """To the next marked span, round the end; its number from 1, or 0 when there is none."""
        if not self._mark_list:
            return 0
        self._mark_at = (self._mark_at + step) % len(self._mark_list) if self._mark_at >= 0 else min(0, step)
        self._mark_at %= len(self._mark_list)
        block, start, _ = self._mark_list[self._mark_at]
        line = self._page.line_of(block, start)
        if line is not None and not self.scroll_offset.y <= line < self.scroll_offset.y + self.height_seen - 1:
            self.scroll_lines(line - self.height_seen // 3 - self.scroll_offset.y)
        return self._mark_at + 1

    def scroll_lines(self, lines: int) -> None:
        """So many lines on, the place with them."""
        target = min(max(0, round(self.scroll_offset.y) + lines), self.last_top)
        self._wanted = self._place_at(target)
        self._target = target
        self.jump(target)
        self.refresh()
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
