from datetime import datetime

import pytest

from index.models import Precision, Published
from tui.dates import age, dated, day, days

NOW = datetime(2024, 7, 8, 12, 0)


@pytest.mark.parametrize(
    ("when", "precision", "shown"),
    [
        ("2024-07-08T11:48", "minute", "12m"),
        ("2024-07-08T09:00", "minute", "3h"),
        ("2024-07-08", "day", "today"),
        ("2024-07-06", "day", "2d"),
        ("2024-01-09", "day", "9 Jan"),
        ("2023-11-09", "day", "9 Nov 2023"),
        ("2023-11", "month", "Nov 2023"),
        ("2023", "year", "2023"),
        ("2024-07-09", "day", "9 Jul"),
        ("nonsense", "day", "nonsense"),
    ],
)
def test_an_age_is_short(when: str, precision: Precision, shown: str) -> None:
    assert age(Published(when, precision, "byline"), NOW) == shown


def test_an_inferred_age_is_marked() -> None:
    assert age(Published("2023-11-09", "day", "caption (inferred)"), NOW) == "~9 Nov 2023"


def test_no_date_is_no_age() -> None:
    assert age(None, NOW) == ""


def test_the_full_date_says_how_it_is_known_only_where_it_is_inferred() -> None:
    assert dated(Published("2023-11-09", "day", "byline")) == "9 Nov 2023"
    assert dated(Published("2023-11-09", "day", "caption (inferred)")) == "9 Nov 2023 (from a caption)"
    assert dated(Published("2023-11", "month", "inferred from its story")) == "~Nov 2023 (from its story)"
    assert dated(Published("2024-07-03T18:30", "minute", "metadata")) == "3 Jul 2024, 18:30"
    assert dated(None) == "undated"


def test_the_days_of_a_story_are_a_span() -> None:
    assert days("2023-11-08", "2023-11-10") == "8–10 Nov 2023"
    assert days("2023-10-30", "2023-11-02") == "30 Oct 2023 – 2 Nov 2023"
    assert days("2023-11-09", "2023-11-09") == "9 Nov 2023"
    assert days("", "") == ""


def test_a_day_that_is_none_is_shown_as_it_is() -> None:
    assert day("2023-13-40") == "2023-13-40"
