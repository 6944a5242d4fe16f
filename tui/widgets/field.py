"""A line to type in. What is pasted into it is text like any other: nothing in it can act."""

from __future__ import annotations

from typing import Any

from textual.widgets import Input

from tui.render import one_line


class Field(Input):
    """An input of one line without a frame, whose cursor does not blink."""

    def __init__(self, **options: Any) -> None:
        super().__init__(compact=True, **options)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Takes out what a terminal could take for a command."""
        return one_line(value)
