"""What a search found, by time, outlet and story: a line to see it, and rows that narrow the query. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.hits import Facets
from tui import dates
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.render import Spans, as_many_as_fit, fit, many

_BARS = "▁▂▃▄▅▆▇█"
BARS = 24
"""Columns of the bar of hits over time."""
LISTED = 30
"""Outlets and stories that are listed."""


def bars(days: Sequence[tuple[str, int]], columns: int = BARS) -> str:
    """Hits over time, as high as there are many, every column the same span of time; empty without two days."""
    counted = [(_number(day), count) for day, count in days if day]
    if len(counted) < 2:
        return ""
    first, last = counted[0][0], counted[-1][0]
    heights = [0] * columns
    for number, count in counted:
        heights[min(columns - 1, (number - first) * columns // max(1, last - first + 1))] += count
    most = max(heights)
    return "".join(_BARS[-(-height * (len(_BARS) - 1) // most)] for height in heights)


def _number(day: str) -> int:
    """Days, near enough to place a column: months of 31 days."""
    year, month, number = (*(int(part) for part in day[:10].split("-")), 1, 1)[:3]
    return (year * 12 + month) * 31 + number


def facet_line(facets: Facets, width: int) -> Spans:
    """`▁▇▂ 8 Nov 2023 – 3 Jul 2024   AFP 3 · AP 1   2 stories`; what does not fit is left out whole."""
    dated = [day for day, _ in facets.days if day]
    span = dates.days(dated[0], dated[-1]) if dated else ""
    bar = bars(facets.days) if width >= 60 else ""
    told = [span, *(f"{fit(name, 24)} {count:,}" for name, count in facets.outlets[:4] if name)]
    told += [many(len(facets.stories), "story", "stories")] if len(facets.stories) > 1 else []
    facts = as_many_as_fit([fact for fact in told if fact] or [""], width - len(bar) - 4)
    return [("  ", "plain"), (f"{bar}  " if bar else "", "accent"), (facts, "faint")]


def facet_rows(facets: Facets, headlines: Mapping[str, str]) -> list[Heading | Fact]:
    """Rows that each lead to the words which narrow the query to them."""
    months: dict[str, int] = {}
    for day, count in facets.days:
        if day:
            months[day[:7]] = months.get(day[:7], 0) + count
    rows: list[Heading | Fact] = []
    for heading, values in (
        ("OUTLETS", [(name, f'source:"{name}"', n) for name, n in facets.outlets[:LISTED] if name and '"' not in name]),
        ("STORIES", [(headlines[id], f"story:{id}", n) for id, n in facets.stories[:LISTED] if id in headlines]),
        ("MONTHS", [(dates.day(month), f"date:{month}", n) for month, n in months.items()]),
    ):
        if len(values) > 1:
            rows.append(Heading(heading, f"{len(values):,}"))
            rows += [Fact(name, f"{count:,}", leads_to=words) for name, words, count in values]
    return rows or [Heading("NOTHING TO NARROW IT BY")]
