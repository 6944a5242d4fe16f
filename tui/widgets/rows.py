"""What a list shows: rows from a lazy source, and a list without any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.render import Spans


class Rows(Protocol):
    """Where a list's rows come from. All is called on the app's thread and must be quick."""

    def __len__(self) -> int:
        """How many rows."""
        ...

    def heights(self, width: int, /) -> int | Sequence[int]:
        """Lines of every row, or one number for all; the latter for sources that are too long to walk."""
        ...

    def lines(self, index: int, width: int, /) -> list[Spans]:
        """The lines of one row; missing ones stay empty."""
        ...

    def selectable(self, index: int, /) -> bool:
        """False for headings between rows."""
        ...


class NoRows:
    """An empty list."""

    def __len__(self) -> int:
        return 0

    def heights(self, _width: int, /) -> int:
        """One line each, if there were any."""
        return 1

    def lines(self, _index: int, _width: int, /) -> list[Spans]:
        """Nothing to show."""
        return []

    def selectable(self, _index: int, /) -> bool:
        """Nothing to select."""
        return False
