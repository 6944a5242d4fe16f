"""Days told by how long ago they are."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean import relative

NOON = datetime(2023, 11, 9, 12, 0)


@pytest.mark.parametrize(
    "text",
    [
        "2 days ago", "Published 2 days ago", "vor 2 Tagen", "il y a 2 jours", "hace 2 días", "2 giorni fa",
        "há 2 dias", "2 dias atrás", "2 dagen geleden", "2 dni temu", "2 дня назад", "2 дні тому", "2 gün önce",
        "för 2 dagar sedan",
        "acum 2 zile", "před 2 dny", "πριν από 2 μέρες", "2 d ago", "By Ida Brandt 2 days ago",
    ],
)  # fmt: skip
def test_days_ago_are_counted_from_the_capture(text: str) -> None:
    assert relative.day(text, NOON) == date(2023, 11, 7)


@pytest.mark.parametrize(
    "text",
    [
        "14 hours ago", "vor 14 Stunden", "il y a 14 heures", "hace 14 horas", "14 ore fa", "há 14 horas",
        "14 uur geleden", "14 godzin temu", "14 часов назад", "14 годин тому", "14 saat önce", "för 14 timmar sedan",
        "acum 14 ore", "před 14 hodinami", "πριν από 14 ώρες", "14h ago", "720 minutes ago", "a day ago", "Yesterday",
        "gestern, 18:30 Uhr", "hier à 18h30", "ayer", "ieri", "ontem", "gisteren", "wczoraj", "вчера, 18:30", "вчора",
        "dün", "igår", "i går", "včera", "χθες",
    ],
)  # fmt: skip
def test_what_is_half_a_day_old_at_noon_is_of_yesterday(text: str) -> None:
    moment = NOON.replace(hour=11) if "720" in text else NOON
    assert relative.day(text, moment) == date(2023, 11, 8)


@pytest.mark.parametrize(
    "text",
    [
        "an hour ago", "vor einer Stunde", "il y a une heure", "un'ora fa", "há uma hora", "een uur geleden",
        "час назад", "годину тому", "bir saat önce", "godzinę temu", "5 minutes ago", "Today", "heute",
        "aujourd’hui à 10:15", "hoy", "oggi", "hoje", "vandaag", "dzisiaj", "сегодня", "сьогодні", "bugün", "i dag",
    ],
)  # fmt: skip
def test_what_is_an_hour_old_is_of_the_same_day(text: str) -> None:
    assert relative.day(text, NOON) == date(2023, 11, 9)


@pytest.mark.parametrize(
    "text",
    [
        "", "3 weeks ago", "2 months ago", "vor zwei Jahren", "Updated 2 hours ago", "Aktualisiert vor 2 Stunden",
        "Hier lesen Sie mehr", "Today's front page", "He left the city two days ago, said the mayor", "9 November",
        "Police found the car 2 days ago near the harbour",
    ],
)  # fmt: skip
def test_what_is_vague_or_about_something_else_is_no_day(text: str) -> None:
    assert relative.day(text, NOON) is None


@given(st.text(max_size=50))
def test_no_words_lead_into_the_future(text: str) -> None:
    found = relative.day(text, NOON)
    assert found is None or found <= NOON.date()
