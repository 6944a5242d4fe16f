"""How lists, tables, code, verses and notes become text, whatever the format."""

from __future__ import annotations

import pytest

from index.clean.spaces import LINE
from index.sources.structure import Listing, code_text, is_code, is_reference, lines_joined, listing, table_text


@pytest.mark.parametrize(
    ("attributes", "marks"),
    [
        ({}, ["1.", "2.", "3."]),
        ({"start": "9"}, ["9.", "10.", "11."]),
        ({"type": "a", "start": "25"}, ["y.", "z.", "27."]),
        ({"type": "I", "start": "8"}, ["VIII.", "IX.", "X."]),
        ({"type": "disc", "start": "-4"}, ["1.", "2.", "3."]),
    ],
)
def test_a_list_counts_as_its_markup_says(attributes, marks):
    counted = listing("ol", attributes, 0)
    assert [counted.mark() for _ in marks] == marks


def test_an_item_may_say_its_own_number_and_the_next_goes_on_from_it():
    counted = listing("ol", {}, 0)
    assert [counted.mark(7), counted.mark()] == ["7.", "8."]


def test_the_bullet_says_how_deep_a_list_is():
    assert [Listing(depth).mark() for depth in (0, 1, 2, 9)] == ["•", "◦", "▪", "▪"]


def test_a_table_is_lines_with_a_rule_between_cells():
    assert table_text([["Year", "Tonnes"], ["2021", "1,204"], ["", ""], ["2022", ""]]) == (
        "Year │ Tonnes\n2021 │ 1,204\n2022 │"
    )


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["one", "two"]],
        [["one"], ["two"], ["three"]],
        [["menu", "The harbour board met on Tuesday and decided three things about the old quay. " * 3]] * 2,
    ],
)
def test_what_a_page_lays_out_by_a_table_is_none(rows):
    assert table_text(rows) == ""


def test_code_keeps_its_lines_and_indents():
    assert code_text("\n\nif a:\n\tb()  \r\n\n") == "if a:\n    b()"


def test_code_is_told_from_prose_by_its_signs():
    assert is_code("for (i = 0; i < n; i++) { total += catch[i]; }")
    assert not is_code("The harbour board (all nine of it) met on Tuesday.\nIt decided three things about the quay.")


def test_short_lines_are_verse_and_broken_prose_is_a_paragraph():
    assert lines_joined(["The nets are dry", "the boats are gone", "the quay is long"]).count(LINE) == 2
    broken = ["The harbour board met on Tuesday and decided", "three things about the old quay, and nobody", "in the"]
    assert lines_joined([*broken[:2], *broken[:2], *broken]).count(LINE) == 0
    assert lines_joined(["One line", "and another"]) == "One line and another"


@pytest.mark.parametrize(
    ("before", "words", "linked", "points"),
    [
        ("the plan", "1", False, True),
        ("It rose.", "12", False, True),
        ("km", "2", False, False),
        ("km", "2", True, True),
        ("the 21", "st", False, False),
        ("the plan ", "1", True, False),
        ("the plan", "[1]", True, False),
        ("", "1", True, False),
    ],
)
def test_a_raised_number_points_to_a_note_unless_it_is_an_exponent(before, words, linked, points):
    assert is_reference(before, words, linked=linked) is points
