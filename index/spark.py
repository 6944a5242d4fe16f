"""Days with their counts as a line of bars, for lists, pages and the command line. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_BARS = "▁▂▃▄▅▆▇█"
COLUMNS = 24
"""Columns of a line of bars."""
NARROW = 16
"""Columns of one that stands beside other words."""

Days = Sequence[tuple[str, int]]
"""ISO days or months with how many there are, in order."""


def places(days: Days, columns: int = COLUMNS) -> list[tuple[int, str, int]]:
    """The column, the day and the count of each day that is one, every column the same span of time; none without
    two days."""
    counted = [(_number(day), day, count) for day, count in days if day]
    if len(counted) < 2:
        return []
    first, last = counted[0][0], counted[-1][0]
    span = max(1, last - first + 1)
    return [
        (max(0, min(columns - 1, (number - first) * columns // span)), day, count) for number, day, count in counted
    ]


def bars(days: Days, columns: int = COLUMNS) -> str:
    """As high as there are many, every column the same span of time; empty without two days."""
    heights = [0] * columns
    for column, _, count in places(days, columns):
        heights[column] += count
    most = max(heights)
    return "".join(_BARS[-(-height * (len(_BARS) - 1) // most)] for height in heights) if most else ""


def _number(day: str) -> int:
    """Days, near enough to place a column: months of 31 days."""
    year, month, number = (*(int(part) for part in day[:10].split("-")), 1, 1)[:3]
    return (year * 12 + month) * 31 + number


def spark(coverage: Days) -> str:
    """A column for each day from the first to the last, of a longer time so many columns in all."""
    if len(coverage) < 2:
        return ""
    span = (date.fromisoformat(coverage[-1][0]) - date.fromisoformat(coverage[0][0])).days + 1
    return bars(coverage, min(NARROW, span))
