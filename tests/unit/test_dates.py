"""Dates as newspapers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean import dates


def first(text: str) -> str:
    found = dates.first(text, "byline")
    return found.when if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "November 9, 2023", "Nov. 9, 2023", "Thursday, Nov 9 2023", "9 November 2023", "9th of November 2023",
        "9. November 2023", "9 novembre 2023", "9 de noviembre de 2023", "9 de novembro de 2023", "le 9 nov. 2023",
        "9 listopada 2023", "9 ноября 2023", "9 Kasım 2023", "2023-11-09", "2023/11/09", "09.11.2023", "20231109",
        "2023年11月9日",
    ],
)  # fmt: skip
def test_a_day_is_read_in_many_languages(text: str) -> None:
    assert first(f"Published {text}") == "2023-11-09"


def test_a_clock_time_after_the_day_is_kept() -> None:
    assert first("Nov 18, 2019 at 4:07 PM") == "2019-11-18T16:07"
    assert first("9. November 2023, 18:30 Uhr") == "2023-11-09T18:30"


@pytest.mark.parametrize(
    "text",
    [
        "9/6/2017",
        "9/6/17",
        "0001",
        "2050",
        "1/1/2050",
        "9 June 2050",
        "2 hours ago",
        "yesterday",
        "2023-13-01",
        "31 February 2020",
        "0001-01-01",
        "2050-01-01",
        "in May",
        "",
    ],
)
def test_what_is_ambiguous_or_impossible_is_no_date(text: str) -> None:
    assert first(text) == ""


def test_an_american_clock_tells_which_of_two_figures_is_the_month() -> None:
    assert first("Posted: 08/02/2013 11:10 am EDT") == "2013-08-02T11:10"
    assert first("8:13 AM PDT 8/2/2013") == "2013-08-02"
    assert first("Posted: 08/02/2013 11:10 am AEST") == ""


def test_figures_with_one_meaning_are_read() -> None:
    assert first("13/6/2017") == first("6/13/2017") == "2017-06-13"


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2016-05-27", "2016-05-27"),
        ("2016-05-27 12:30:00", "2016-05-27T12:30"),
        ("2016-05-27T12:30:00Z", "2016-05-27T12:30"),
        ("Fri, 27 May 2016 12:30:00 GMT", "2016-05-27T12:30"),
        ("1464352200", "2016-05-27T12:30"),
        ("1464352200000", "2016-05-27T12:30"),
        ("May 27, 2016", "2016-05-27"),
        ("2016-05", "2016-05"),
        ("2016", "2016"),
    ],
)
def test_a_field_of_a_source_is_read_leniently(value: str, when: str) -> None:
    found = dates.field(value)
    assert found is not None
    assert (found.when, found.found_in) == (when, "metadata")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "unknown",
        "0001",
        "2050",
        "2050-01",
        "9/6/17",
        "2 hours ago",
        "yesterday",
        "0000-00-00",
        "0001-01-01T00:00:00",
        "2050-01-01",
        "99999999999999999999",
    ],
)
def test_a_field_that_tells_nothing_gives_nothing(value: str) -> None:
    assert dates.field(value) is None


@given(st.text(max_size=40))
def test_no_field_makes_it_fail(value: str) -> None:
    found = dates.field(value)
    assert found is None or found.found_in == "metadata"


def test_an_address_tells_its_day_or_month() -> None:
    found, month = (
        dates.in_url("https://paper.example/2024/07/03/summit"),
        dates.in_url("https://paper.example/2024/jul/x"),
    )
    assert found is not None and (found.when, found.precision) == ("2024-07-03", "day")
    assert month is not None and (month.when, month.precision) == ("2024-07", "month")
    assert dates.in_url("https://paper.example/article-12345") is None


def test_a_day_without_its_year_takes_one_known_from_elsewhere() -> None:
    assert dates.day_of_year("ASTANA, Nov 9", 2023) == date(2023, 11, 9)
    assert dates.day_of_year("ASTANA", 2023) is None


SAVED = 1_699_531_200.0
"""Noon of 9 November 2023 in UTC."""


def test_a_date_after_its_file_is_told_at_every_precision() -> None:
    assert not dates.is_after("2023-11-10T08:00", SAVED)
    assert dates.is_after("2023-11-11", SAVED)
    assert not dates.is_after("2023-11", SAVED) and dates.is_after("2023-12", SAVED)
    assert not dates.is_after("2023", SAVED) and dates.is_after("2024", SAVED)


@pytest.mark.parametrize("nothing", [None, 0.0, -5.0, 315_532_800.0, 1_580_601_600.0, 1e12])
def test_a_time_that_a_packer_put_says_nothing(nothing: float | None) -> None:
    assert not dates.is_after("2023-11-09", nothing)
    assert dates.of_file(nothing) is None


def test_the_time_of_a_file_gives_a_day_that_is_marked() -> None:
    found = dates.of_file(SAVED)
    assert found is not None
    assert (found.when, found.precision, found.found_in, found.inferred) == (
        "2023-11-09", "day", "file time (inferred)", True
    )  # fmt: skip
