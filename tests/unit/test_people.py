"""Names and their variants."""

from __future__ import annotations

import pytest

from index.stories.people import Unified, alike, names, plain


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Uzbek President Shavkat Mirziyoyev", "Shavkat Mirziyoyev"),
        ("Mr. Putin", "Putin"),
        ("Sen. Ana Lund", "Ana Lund"),
        ("Ana Lund's", "Ana Lund"),
        ("the Post's Ana Lund", "Ana Lund"),
        ("J. R. Lund", "J. R. Lund"),
        ("Ana van der Lund", "Ana van der Lund"),
        ("But Monday", ""),
        ("President", ""),
    ],
)
def test_a_name_without_its_titles(written, name):
    assert plain(written) == name


def test_names_are_found_where_they_stand():
    text = "On Monday the mayor, Ana Lund, met Recep Tayyip Erdogan."
    assert [text[start:end] for start, end, _ in names(text)][-2:] == ["Ana Lund", "Recep Tayyip Erdogan"]


def test_variants_of_a_name_become_the_most_frequent_one():
    people = Unified(["Ebrahim Raisi came.", "Ebrahim Raisi left.", "Ebrahim Raïssi stayed.", "Kasym-Jomart Tokayev."])
    assert {people.name(name) for name in ("Ebrahim Raïssi", "Raisi", "Raissi")} == {"Ebrahim Raisi"}
    assert people.name("Tokayev") == people.name("Kassym-Jomart Tokayev")


def test_a_family_name_that_two_people_share_stands_for_none():
    assert Unified(["Ana Lund and Piet Lund."]).name("Lund") == "Lund"


def test_a_family_name_means_the_one_who_is_named_all_the_time():
    assert Unified([*["Ana Lund spoke."] * 8, "Piet Lund was there."]).name("Lund") == "Ana Lund"


def test_father_and_son_are_two():
    people = Unified(["Piet Lund came.", "Piet Lund left.", "Piet Lund Jr. stayed."])
    assert people.name("Piet Lund") != people.name("Piet Lund Jr.")


def test_two_committees_are_two():
    people = Unified(["International Harbour Committee", "International Fishery Committee"])
    assert people.name("International Harbour Committee") != people.name("International Fishery Committee")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("raisi", "raissi", True), ("tokayev", "tokaev", True), ("lund", "land", False), ("putin", "biden", False)],
)
def test_one_letter_makes_a_variant_but_not_in_short_names(one, other, same):
    assert alike(one, other) is alike(other, one) is same


def test_a_word_that_begins_a_sentence_is_no_first_name():
    people = Unified(["President Ana Lund left.", "Overt Lund does not know. We saw no overt act."])
    assert people.name("Lund") == "Ana Lund"


def test_king_may_be_a_family_and_is_none_after_a_people():
    assert plain("Stephen King") == "Stephen King" and plain("Sen. Angus King") == "Angus King"
    assert plain("Saudi King") == "" and plain("King Abdullah") == "Abdullah"
