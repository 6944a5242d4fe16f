"""Who says what, as a table for 80 columns."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from index.cli.table import MOST, lag, says_table
from index.findings import Mention, Spot
from index.overviews import Aspect, Teller, WhoSaysWhat


def says(tellers: int, *cells: tuple[int, ...], words: str = "Ana Lund") -> WhoSaysWhat:
    """So many tellers, and for each aspect how many sentences each of them has."""
    told = tuple(Teller(f"Outlet {at}", (f"a{at}",), f"2024-03-{at + 1:02}", at * 1440) for at in range(tellers))
    aspects = tuple(
        Aspect(words, "person", tuple(tuple(Mention(Spot("a", n), 0, 1) for n in range(count)) for count in row))
        for row in cells
    )
    return WhoSaysWhat(told, aspects)


def page(table: WhoSaysWhat) -> list[str]:
    return [line.plain for line in says_table(table)]


def test_each_cell_counts_sentences_and_a_point_means_none():
    assert page(says(3, (2, 0, 11)))[-1].split() == ["Ana", "Lund", "2", "·", "11", "not", "in", "2"]


def test_what_one_alone_has_is_said_so():
    assert page(says(2, (0, 2)))[-1].endswith("only in 2")


def test_the_legend_tells_who_came_when():
    assert "  2 Outlet 1 · 2 March 2024 · +1 day" in page(says(2, (1, 1)))


@pytest.mark.parametrize("tellers", [2, 7, MOST, MOST + 20])
def test_no_line_is_wider_than_80_columns(tellers):
    table = says(tellers, (12,) * tellers, (1,) + (0,) * (tellers - 1), words="Société générale 中央アジア " * 4)
    assert max(map(cell_len, page(table))) <= 80


def test_a_story_of_one_teller_has_no_table():
    assert says_table(says(1, (3,))) == []
    assert says_table(WhoSaysWhat()) == []


@pytest.mark.parametrize(
    ("minutes", "words"), [(None, ""), (0, ""), (40, "+40 min"), (60, "+1 hour"), (150, "+2 hours"), (4320, "+3 days")]
)
def test_a_lag_is_told_in_its_largest_unit(minutes, words):
    assert lag(minutes) == words
