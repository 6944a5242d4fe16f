"""What a search found, in one line: hits over time as a bar to narrow it by, outlets, stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from index.hits import Facets
from tui import keys
from tui.looks import looks_in
from tui.panes.facet_rows import NARROW, facet_line
from tui.panes.time_columns import Column, between, columns_of, highest, narrowing
from tui.widgets.paper import strip_of

_BEFORE = 2
"""Cells before the bar."""


class TimeBar(Widget, can_focus=True, inherit_bindings=False):
    """Dragging over the bar, or the keys while it has the keyboard, choose some of its columns."""

    BINDINGS = keys.bindings("times")
    ALLOW_SELECT = False

    @dataclass
    class Narrowed(Message):
        """The user wants the hits of some time."""

        words: str
        """What narrows the query; empty where he gave it up."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._facets = Facets((), (), ())
        self._cursor = 0
        self._anchor: int | None = None
        self._dragged = False

    def put(self, facets: Facets) -> None:
        """What was found now."""
        self._facets, self._anchor, self._dragged = facets, None, False
        self.refresh()

    @property
    def columns(self) -> list[Column]:
        """The columns of the bar; none where it has no room or nothing to show."""
        return columns_of(self._facets.days) if self.size.width >= NARROW else []

    def render_line(self, y: int) -> Strip:
        """The one line."""
        chosen = self._chosen if self.has_focus or self._dragged else None
        spans = facet_line(self._facets, self.size.width, chosen) if y == 0 else []
        return strip_of(spans, looks_in(self.app), self.size.width, self.rich_style)

    @property
    def _chosen(self) -> tuple[int, int]:
        return (self._cursor if self._anchor is None else self._anchor, self._cursor)

    def _move_to(self, column: int) -> None:
        self._cursor = max(0, min(len(self.columns) - 1, column))
        self.refresh()

    # keys

    def on_focus(self) -> None:
        """Begins where there are most hits."""
        if self.columns and not self._dragged:
            self._anchor = None
            self._move_to(highest(self.columns))

    def on_blur(self) -> None:
        """Nothing is chosen any more."""
        self.refresh()

    def action_move(self, step: int) -> None:
        """The column beside it; a range grows or shrinks."""
        self._move_to(self._cursor + step)

    def action_begin(self) -> None:
        """A range begins here, or is one no longer."""
        self._anchor = self._cursor if self._anchor is None else None
        self.refresh()

    def action_take(self) -> None:
        """Narrows to what is chosen; where nothing was published then, nothing happens."""
        if words := narrowing(between(self.columns, *self._chosen)):
            self.post_message(self.Narrowed(words))

    def action_back(self) -> None:
        """Gives it up."""
        self.post_message(self.Narrowed(""))

    # mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A range begins under the pointer."""
        at = event.x - self.gutter.left - _BEFORE
        if 0 <= at < len(self.columns):
            self._anchor, self._dragged = at, True
            self._move_to(at)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The range ends under the pointer."""
        if self._dragged:
            self._move_to(event.x - self.gutter.left - _BEFORE)

    def on_mouse_up(self) -> None:
        """Narrows to the range."""
        if self._dragged:
            self.release_mouse()
            self.action_take()
            self._anchor, self._dragged = None, False
            self.refresh()
