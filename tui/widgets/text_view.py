"""A page of text that knows its sentences: lights them up, marks spans, and keeps its place when the window changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from textual import events
from textual.message import Message
from textual.strip import Strip

from index.models import Sentence
from tui import keys
from tui.render import Spans
from tui.typeset import Page, Paragraph, page
from tui.widgets.paper import Paper

MEASURE = 68
"""Characters in a line: between 66 and 72 the eye finds the next line without effort."""

Mark = tuple[int, int, int]
"""Block, and the half-open range of characters in it."""


class TextView(Paper):
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
        self._page = Page((), MEASURE)
        self._set_for = -1
        self._wanted = self._target = 0
        self._lit: int | None = None
        self._signed: list[tuple[int, int]] = []
        self._marks: dict[int, list[tuple[int, int]]] = {}
        self._mark_list: tuple[Mark, ...] = ()
        self._mark_at = -1

    def show(self, paragraphs: Sequence[Paragraph], sentences: tuple[Sentence, ...], place: int = 0) -> None:
        """Another text, the sentence of this number at the top; 0 is the very top, headline and all."""
        self._paragraphs, self._sentences = paragraphs, sentences
        self._starts = [(sentence.block, sentence.start) for sentence in sentences]
        self._lit, self._wanted, self._signed = None, place, []
        self.mark(())
        self._set()

    def replace(self, paragraphs: Sequence[Paragraph]) -> None:
        """The same text with more or less of it shown; the place is kept."""
        self._paragraphs = paragraphs
        self._set()

    def _set(self) -> None:
        self._page = page(tuple(self._paragraphs), min(MEASURE, self.columns - 2 * self._least_margin))
        self._set_for = self.columns
        self.set_length(len(self._page.lines) + min(2, self.height_seen - 1))
        self._go(self._wanted)
        self.refresh()

    @property
    def _least_margin(self) -> int:
        return 2 if self.columns >= 44 else 1

    @property
    def _margin(self) -> int:
        return max(self._least_margin, min((self.columns - MEASURE) // 2, 24))

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
        if line.paragraph is None:
            return self.painted([])
        p = line.paragraph
        hang = len(p.before) if p.hang and not line.first else 0
        sign = "› "[: self._margin] if self._is_signed(p, line.start, line.end) else ""
        margin = " " * (self._margin - len(sign))
        before = " " * (p.indent + hang)
        spans: Spans = [(margin, "plain"), (sign, "marker"), (before, "plain")]
        spans.append((p.before if line.first else "", p.look))
        spans += self._coloured(p, line.start, line.end)
        spans.append((p.after if line.last else "", p.look))
        return self.painted([span for span in spans if span[0]])

    def _is_signed(self, p: Paragraph, start: int, end: int) -> bool:
        return any(start <= at < end for block, at in self._signed if block == p.block)

    def _coloured(self, p: Paragraph, start: int, end: int) -> Spans:
        lit = self._lit_range(p.block)
        marks = self._marks.get(p.block, [])
        edges = sorted({start, end, *(e for r in [*marks, lit] for e in r if start < e < end)})
        spans: Spans = []
        for a, b in pairwise(edges):
            is_lit, is_mark = lit[0] <= a < lit[1], any(m <= a < n for m, n in marks)
            look = ("lit-mark" if is_mark else "lit") if is_lit else "mark" if is_mark else p.look
            spans.append((p.text[a:b], look))
        return spans

    def _lit_range(self, block: int) -> tuple[int, int]:
        if self._lit is None or self._sentences[self._lit].block != block:
            return (0, 0)
        return self._sentences[self._lit].start, self._sentences[self._lit].end

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
        self._target = min(line, self._last_top)
        self.jump(self._target)

    def _line_of_sentence(self, number: int) -> int:
        if not 0 <= number < len(self._starts):
            return 0
        return self._page.line_of(*self._starts[number]) or 0

    @property
    def _last_top(self) -> int:
        return max(0, self.virtual_size.height - self.height_seen)

    @property
    def seen(self) -> float:
        """How much of the text is above the bottom of the window, from 0 to 1."""
        lines = len(self._page.lines)
        return min(1.0, (self.scroll_offset.y + self.height_seen) / lines) if lines else 1.0

    def sign(self, sentences: Sequence[int]) -> None:
        """Puts a sign in the margin where these sentences begin."""
        self._signed = [self._starts[number] for number in sentences if number < len(self._starts)]
        self.refresh()

    def light(self, sentence: int) -> None:
        """Lights one sentence up and brings it a third below the top, where the eye expects it."""
        if not 0 <= sentence < len(self._sentences):
            return
        self._lit = sentence
        self._scroll(self._line_of_sentence(sentence) - self.height_seen // 3 - self.scroll_offset.y)

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
            self._scroll(line - self.height_seen // 3 - self.scroll_offset.y)
        return self._mark_at + 1

    def _scroll(self, lines: int) -> None:
        target = min(max(0, round(self.scroll_offset.y) + lines), self._last_top)
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

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel keeps the place as the keys do."""
        event.prevent_default().stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel keeps the place as the keys do."""
        event.prevent_default().stop()
        self._scroll(-3)

    def action_line(self, direction: int) -> None:
        """A line."""
        self._scroll(direction)

    def action_page(self, direction: int) -> None:
        """A page less two lines, so that the eye finds its place again."""
        if direction > 0 and self.scroll_offset.y >= self._last_top:
            self.post_message(self.AtEnd())
        self._scroll(direction * max(1, self.height_seen - 2))

    def action_half(self, direction: int) -> None:
        """Half a page."""
        self._scroll(direction * max(1, self.height_seen // 2))

    def action_top(self) -> None:
        """The beginning."""
        self._scroll(-len(self._page.lines))

    def action_bottom(self) -> None:
        """The end."""
        self._scroll(len(self._page.lines))
