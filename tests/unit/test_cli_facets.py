"""Counts of what hits have in common, as people read them."""

from __future__ import annotations

from index.cli.facets import facets_page, stretches
from index.hits import Facets


def test_few_days_are_told_each():
    assert stretches([("", 1), ("2023-11-09", 2)]) == [("", 1), ("2023-11-09", 2)]


def test_many_days_are_counted_by_month_and_many_months_by_year():
    days = [(f"2023-11-{day:02}", 1) for day in range(1, 21)]
    assert stretches([("", 3), *days]) == [("", 3), ("2023-11", 20)]
    months = [(f"{year}-{month:02}", 1) for year in (2022, 2023) for month in range(1, 13)]
    assert stretches(months) == [("2022", 12), ("2023", 12)]


def test_an_archive_of_many_years_is_counted_by_decade():
    assert stretches([(f"{year}-01-01", 1) for year in range(1980, 2000)]) == [("1980s", 10), ("1990s", 10)]


def test_only_the_first_outlets_are_named_and_the_rest_is_counted():
    facets = Facets((), tuple((f"Paper {number:02}", 30 - number) for number in range(13)), (("s1", 2),))
    page = [line.plain for line in facets_page(facets, {"s1": "A [/headline"})]
    assert "Dates" not in page
    assert "       and 3 more" in page
    assert "    2  A [/headline" in page
