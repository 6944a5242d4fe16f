"""Quantities that sentences state, and what looks like one and is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.stories.amounts import amounts


def values(text, language="en"):
    return [one.exact for one in amounts(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The storm killed 12 people.", 12),
        ("The storm killed twelve people.", 12),
        ("About two dozen people were hurt.", 24),
        ("A dozen boats sank.", 12),
        ("It will cost 1.2 million crowns.", 1_200_000),
        ("Some 1,250 homes have no power.", 1_250),
        ("Two hundred and five sheep drowned.", 205),
        ("Thirty-four crews are out.", 34),
        ("Half a million people live there.", 500_000),
        ("Three thousand five hundred tonnes were lost.", 3_500),
        ("A million birds came.", 1_000_000),
    ],
)
def test_digits_and_words_are_numbers(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("Unemployment fell to 7.5 percent.", "%", 7.5),
        ("Unemployment fell to 7.5 per cent.", "%", 7.5),
        ("Turnout was 61%.", "%", 61),
        ("She leads by six percentage points.", "points", 6),
        ("The quay cost $1.5 billion.", "$", 1.5e9),
        ("The quay cost 1.5 billion dollars.", "$", 1.5e9),
        ("The quay cost €40m.", "€", 4e7),
    ],
)
def test_percent_and_money_have_a_unit(text, unit, value):
    assert [(one.unit, one.exact) for one in amounts(text, "en")] == [(unit, value)]


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1998.",
        "The 45-year-old mayor resigned.",
        "Ana Lund, 45, resigned.",
        "Vos, aged 61, resigned.",
        "He was 45 years old.",
        "It starts at 10:30.",
        "It starts at 5 p.m. at the quay.",
        "It opens on 9 November.",
        "It opens on November 9.",
        "Varn won 3-2.",
        "Call 0845 125 2222 for help.",
        "Flight 370 was lost.",
        "It is article 50 of the treaty.",
        "They drove a Boeing 737 away.",
        "It came 3rd.",
        "It happened three days ago.",
        "Two of them left.",
    ],
)
def test_dates_ages_times_scores_and_names_are_no_quantities(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("At least 7 people died.", "at least", 7, 7),
        ("More than 100 people died.", "at least", 100, 120),
        ("Up to 100 people died.", "at most", 80, 100),
        ("About 100 people died.", "about", 90, 110),
        ("Exactly 104 people died.", "exactly", 104, 104),
        ("It cost 1.2 million crowns.", "exactly", 1_150_000, 1_250_000),
    ],
)
def test_hedged_and_rounded_numbers_leave_room(text, bound, low, high):
    (one,) = amounts(text, "en")
    assert (one.bound, one.low, one.high) == (bound, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Mindestens zwölf Menschen starben.", "de", 12),
        ("Der Kai kostet 1.250 Kronen.", "de", 1_250),
        ("Der Kai kostet 2,5 Millionen Kronen.", "de", 2_500_000),
        ("La tempête a fait treize morts.", "fr", 13),
        ("El temporal mató a doce personas.", "es", 12),
        ("Il molo costa 1.250.000 corone.", "it", 1_250_000),
    ],
)
def test_other_languages_write_numbers_their_way(text, language, value):
    assert values(text, language) == [value]


def test_the_range_covers_hedge_number_and_unit():
    text = "The storm cost at least 1.2 million dollars in Varn."
    (one,) = amounts(text, "en")
    assert text[one.start : one.end] == "at least 1.2 million dollars"


@given(st.text(alphabet="0123456789.,-% $€aA two dozen million\n", max_size=60))
def test_any_text_gives_ranges_inside_it_that_do_not_overlap(text):
    found = amounts(text, "en")
    assert all(0 <= one.start < one.end <= len(text) and one.low <= one.exact <= one.high for one in found)
    assert all(one.number[1] <= other.number[0] for one, other in pairwise(found))


def test_a_month_is_known_by_its_place_and_its_capital():
    assert values("Police fear that 12 may have died.") == [12]
    assert values("It opens on 12 May.") == []
    assert values("Il est né le 9 novembre.", "fr") == []
    assert values("Er kam am 9. November.", "de") == []
