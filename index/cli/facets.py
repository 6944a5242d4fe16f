"""What all the hits of a search have in common, told: when they appeared, in which outlets, in which stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.text import Text

from index.cli.dates import in_words
from index.cli.output import on_one_line
from index.hits import Facets

ROWS = 10
"""Outlets, stories and stretches of time that people are shown; JSON has all."""
_CUTS = (10, 7, 4, 3)
"""Letters of an ISO date that tell a day, a month, a year, a decade."""


def facets_record(facets: Facets, headlines: Mapping[str, str]) -> Mapping[str, object]:
    """All values with their counts; undated articles are under a null day. `headlines` by id of story."""
    return {
        "days": [{"day": day or None, "articles": count} for day, count in facets.days],
        "outlets": [{"source": outlet, "articles": count} for outlet, count in facets.outlets],
        "stories": [{"id": id, "headline": headlines.get(id, ""), "articles": count} for id, count in facets.stories],
    }


def facets_page(facets: Facets, headlines: Mapping[str, str]) -> Sequence[Text]:
    """A few lines for people: time in stretches that fit, then the outlets and stories with most articles."""
    stories = [(headlines.get(id, ""), count) for id, count in facets.stories]
    dates = [(in_words(when) or "undated", count) for when, count in stretches(facets.days)]
    return [*_list("Dates", dates, all=True), *_list("Outlets", facets.outlets), *_list("Stories", stories)]


def stretches(days: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """Days counted together by month, year or decade until they are few enough to show; the undated stay apart."""
    for cut in _CUTS:
        counted: Counter[str] = Counter()
        for day, count in days:
            counted[day[:cut]] += count
        if len(counted) <= ROWS:
            break
    return sorted((f"{when}0s" if len(when) == _CUTS[-1] else when, count) for when, count in counted.items())


def _list(name: str, values: Sequence[tuple[str, int]], *, all: bool = False) -> Sequence[Text]:
    if not values:
        return []
    shown = values if all else values[:ROWS]
    lines = [Text(name, "cyan")]
    lines += [Text.assemble((f"{count:>5}", "bold"), f"  {on_one_line(value)}") for value, count in shown]
    if len(shown) < len(values):
        lines.append(Text(f"       and {len(values) - len(shown)} more", "dim"))
    return [*lines, Text()]
