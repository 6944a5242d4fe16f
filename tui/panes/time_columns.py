"""Hits over time as columns of a bar: which days stand in each, and the words that narrow a search to them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.spark import COLUMNS, Days, bars, places
from tui import dates
from tui.render import Spans, many


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of time, as long as every other."""

    hits: int = 0
    first: str = ""
    last: str = ""
    """ISO days of the first and the last hit in it (or months, or years); empty where it has none."""


def columns_of(days: Days) -> list[Column]:
    """The columns of days with hits, which come in order; none where there are not two days."""
    found: list[Column] = []
    for at, day, hits in places(days):
        found = found or [Column()] * COLUMNS
        found[at] = Column(found[at].hits + hits, found[at].first or day, day)
    return found


def highest(columns: Sequence[Column]) -> int:
    """The column with most hits."""
    return max(range(len(columns)), key=lambda at: columns[at].hits)


def between(columns: Sequence[Column], one: int, other: int) -> Column:
    """All from one column to another as if they were one."""
    some = [column for column in columns[min(one, other) : max(one, other) + 1] if column.hits]
    return Column(sum(column.hits for column in some), some[0].first, some[-1].last) if some else Column()


def told(column: Column) -> str:
    """`8–10 Nov 2023 · 12 articles`."""
    return f"{dates.days(column.first, column.last)} · {many(column.hits, 'article')}" if column.hits else "no article"


def narrowing(column: Column) -> str:
    """The words that narrow a query to its days; none where there are no hits."""
    if not column.hits:
        return ""
    return f"date:{column.first}" if column.first == column.last else f"date:{column.first}..{column.last}"


def bar_spans(days: Days, chosen: tuple[int, int] | None) -> Spans:
    """The bar as it is painted, some of its columns chosen."""
    drawn = bars(days)
    if chosen is None:
        return [(drawn, "accent")]
    first, last = min(chosen), max(chosen) + 1
    return [(drawn[:first], "accent"), (drawn[first:last], "mark"), (drawn[last:], "accent")]
