"""A single line with a left and a right end: title, heading, progress, key line."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip
from textual.widget import Widget

from tui.looks import looks_in
from tui.render import Spans, justify
from tui.widgets.paper import strip_of


class OneLine(Widget):
    """Paints what it was told last; the left end gives way when there is no room."""

    ALLOW_SELECT = False

    def __init__(self, left: Spans | None = None, right: Spans | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.left: Spans = left or []
        self.right: Spans = right or []

    def put(self, left: Spans, right: Spans | None = None) -> None:
        """Other words; the same ones cost nothing."""
        if (left, right or []) != (self.left, self.right):
            self.left, self.right = left, right or []
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line; those below it, if the stylesheet gives it any, are empty."""
        width = self.size.width
        spans = justify(self.left, self.right, width) if y == 0 else []
        return strip_of(spans, looks_in(self.app), width, self.rich_style)
