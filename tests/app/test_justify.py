from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.justify import fill, hyphenation, stretched

WORDS = st.lists(st.text("abcdefgh漢é", min_size=1, max_size=12), min_size=1, max_size=60).map(" ".join)
VARN = (
    "The harbour of Varn was closed on Monday after an extraordinarily violent thunderstorm had torn three "
    "international container ships from their moorings, and representatives of the administration said so."
)


def widths(text: str, width: int, **options: object) -> list[int]:
    lines = fill(text, width, **options)  # type: ignore[arg-type]  # options of two types
    assert lines is not None
    return [cell_len(text[line.start : line.end]) + line.hyphen + line.room for line in lines]


@given(WORDS, st.integers(24, 80), st.integers(0, 10))
def test_every_letter_stands_on_exactly_one_line_in_order(text: str, width: int, taken: int) -> None:
    lines = fill(text, width, taken, hyphenation("en"))
    assert lines is None or "".join(text[a.start : a.end] for a in lines).replace(" ", "") == text.replace(" ", "")
    assert all(a.end <= b.start for a, b in pairwise(lines or ()))


@given(WORDS, st.integers(24, 80))
def test_no_line_is_wider_than_the_measure_and_none_grows_beyond_it(text: str, width: int) -> None:
    if fill(text, width) is not None:
        assert max(widths(text, width)) <= width


def test_all_lines_but_the_last_are_flush_on_both_sides() -> None:
    *lines, last = widths(VARN, 44, hyphenate=hyphenation("en"))
    assert set(lines) == {44} and last <= 44


def test_hyphens_come_only_where_spaces_would_gape() -> None:
    assert not any(line.hyphen for line in fill(VARN, 76, 0, hyphenation("en")) or ())
    assert any(line.hyphen for line in fill(VARN, 26, 0, hyphenation("en")) or ())


def test_a_hyphen_is_no_part_of_the_text() -> None:
    [line, *_] = [line for line in fill(VARN, 26, 0, hyphenation("en")) or () if line.hyphen]
    assert VARN[line.end - 1].isalpha() and VARN[line.end].isalpha()


def test_a_word_longer_than_the_measure_is_left_to_the_ragged_way() -> None:
    assert fill("a " + "b" * 50, 20) is None


def test_names_stay_whole() -> None:
    divide = hyphenation("en")
    assert divide is not None
    assert divide("representative") and not divide("Representative")


@pytest.mark.parametrize("language", ["de", "fr", "ru", "es", "pt"])
def test_many_languages_have_patterns(language: str) -> None:
    assert hyphenation(language) is not None


@pytest.mark.parametrize("language", ["zh", "und", ""])
def test_a_language_without_patterns_has_no_hyphens(language: str) -> None:
    assert hyphenation(language) is None


def test_room_is_spread_over_all_spaces() -> None:
    assert list(stretched("a b c d", 4)) == [(1, 1), (3, 1), (5, 2)]
    assert list(stretched("alone", 4)) == []
