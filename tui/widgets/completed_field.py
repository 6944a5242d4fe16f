"""A line to type in that is completed by tab, as in a shell, and by the arrow to the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.suggester import Suggester

from tui.widgets.field import Field

Complete = Callable[[str], str]
"""What was typed, completed; empty where nothing goes on from there."""


class _Completion(Suggester):
    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        return self._complete(value) or None


class CompletedField(Field):
    """How it would be completed stands behind the cursor."""

    def __init__(self, complete: Complete, **options: Any) -> None:
        super().__init__(suggester=_Completion(complete), **options)

    async def on_key(self, event: events.Key) -> None:
        """Tab goes nowhere else."""
        if event.key == "tab":
            event.prevent_default().stop()
            self.action_cursor_right() if self.cursor_position < len(self.value) else self._take()

    def _take(self) -> None:
        if self._suggestion:
            self.value = self._suggestion
            self.cursor_position = len(self.value)
