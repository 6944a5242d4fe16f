"""What a list shows: rows from a lazy source, and a list without any."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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


class Tops:
    """Which line each row begins at, and back; rows of one height, however many, cost nothing."""

    def __init__(self, rows: int, heights: int | Sequence[int]) -> None:
        self._height = heights if isinstance(heights, int) else 0
        self._tops = [] if isinstance(heights, int) else [0, *accumulate(heights)]
        self.lines = rows * heights if isinstance(heights, int) else self._tops[-1]
        """Of all rows."""

    def of(self, row: int) -> int:
        """The first line of a row; of the one after the last, the end."""
        return row * self._height if self._height else self._tops[row] if self._tops else 0

    def row_at(self, line: int) -> int:
        """The row that a line is part of."""
        return line // self._height if self._height else bisect_right(self._tops, line) - 1


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
