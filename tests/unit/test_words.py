"""Words as all of the data side sees them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import SNOWBALL, fold, stem, stop_words, words


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Raïssi", "raissi"), ("O’Neill", "oneill"), ("O'Neill", "oneill"), ("ÉTÉ", "ete"), ("Straße", "strasse")],
)
def test_folding_takes_away_case_accents_and_apostrophes(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_stand_where_they_say_in_order(text: str) -> None:
    found = list(words(text))
    assert all(fold(text[start:end]) == word for start, end, word in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_a_hyphen_parts_two_words_and_an_apostrophe_does_not() -> None:
    assert [word for *_, word in words("Kassym-Jomart didn’t go")] == ["kassym", "jomart", "didnt", "go"]


def test_inflections_of_a_word_share_their_stem() -> None:
    assert stem("visited", "en") == stem("visiting", "en") == stem("visits", "en")
    assert stem("häuser", "de") != "häuser"


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("visited", "und") == "visited"


@pytest.mark.parametrize("language", sorted(SNOWBALL))
def test_every_language_of_snowball_has_its_stemmer(language: str) -> None:
    assert stem("a", language)


def test_stop_words_are_folded_and_absent_where_nobody_lists_them() -> None:
    assert {"the", "and"} <= stop_words("en")
    assert "uber" in stop_words("de")
    assert stop_words("xx") == frozenset()
