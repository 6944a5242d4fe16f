"""What every screen that lies over the desk has in common: it is left once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class Leaving(Screen[Result]):
    """Two keys in one moment may both mean to leave it; Textual would take the screen below away for the second."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leaves the screen with a result, if it is the one that is seen."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
