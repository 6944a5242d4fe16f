"""One table of months and weekdays: complete for each language, and no two languages contradict each other."""

from __future__ import annotations

import pytest

from index import months
from index.months import month_numbers, weekday_numbers, weekdays

LANGUAGES = "en de fr es it pt nl sv da no pl ru uk cs tr ro el hu fi ca id ar he".split()  # noqa: SIM905  read more easily so


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_twelve_months(language):
    assert len(months.months(language)) == 12


@pytest.mark.parametrize("language", "en de fr es it pt nl sv da no pl ru uk cs tr ro".split())  # noqa: SIM905  read more easily so
def test_a_week_has_seven_days(language):
    assert len(weekdays(language)) == 7


def test_no_name_is_another_month_in_another_language():
    for language in LANGUAGES:
        for name, number in month_numbers(language).items():
            assert month_numbers()[name] == number


def test_no_name_is_another_weekday_in_another_language():
    for language in LANGUAGES:
        for name, number in weekday_numbers(language).items():
            assert weekday_numbers()[name] == number


def test_the_form_that_stands_in_dates_comes_first():
    assert months.months("pl")[10] == ("listopada", "listopad")


def test_an_unknown_language_has_no_names():
    assert (months.months("xx"), weekdays("xx"), month_numbers("xx")) == ((), (), {})
