"""What a search found, by time, outlet and story: a line to see it, and rows that narrow the query. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from index.hits import Facets
from tui import dates
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.panes.time_columns import bar_spans, between, columns_of, told
from tui.render import Spans, as_many_as_fit, fit, many

LISTED = 30
"""Outlets and stories that are listed."""
NARROW = 60
"""Columns from which there is room for the bar."""


def facet_line(facets: Facets, width: int, chosen: tuple[int, int] | None = None) -> Spans:
    """`▁▇▂ 8 Nov 2023 – 3 Jul 2024   AFP 3 · AP 1   2 stories`; what does not fit is left out whole. Of columns of the
    bar that are chosen: what stands in them."""
    columns = columns_of(facets.days) if width >= NARROW else []
    drawn: Spans = [("  ", "plain"), *bar_spans(facets.days, chosen), ("  ", "plain")] if columns else [("  ", "plain")]
    room = width - len(columns) - 4
    if columns and chosen is not None:
        return [*drawn, (fit(told(between(columns, *chosen)), room), "plain")]
    dated = [day for day, _ in facets.days if day]
    span = dates.days(dated[0], dated[-1]) if dated else ""
    facts = [span, *(f"{fit(name, 24)} {count:,}" for name, count in facets.outlets[:4] if name)]
    facts += [many(len(facets.stories), "story", "stories")] if len(facets.stories) > 1 else []
    return [*drawn, (as_many_as_fit([fact for fact in facts if fact] or [""], room), "faint")]


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
