"""Two articles side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.stories.align import align
from tests.unit.newsroom import report

STORM = "The harbour of Varn was closed on Monday after a storm tore three ships from their moorings."
SAME = "A storm tore three ships from their moorings on Monday, and the harbour of Varn was closed."
FERRIES = "Ferries to the island of Sull are expected to run again on Wednesday."
MAYOR = "The mayor promised money for the roofs of the fish market."


def rows(left, right):
    return [(row.left, row.right) for row in align(report("a", *left), report("b", *right))]


def test_the_same_statements_stand_side_by_side_and_the_rest_alone():
    assert rows([STORM, MAYOR], [FERRIES, SAME]) == [(None, 0), (0, 1), (1, None)]


def test_two_that_share_nothing_share_no_row():
    assert rows([STORM], [MAYOR]) == [(0, None), (None, 0)]


def test_a_sentence_has_one_partner():
    assert rows([STORM, STORM], [STORM]) == [(0, 0), (1, None)]


@given(*[st.lists(st.sampled_from([STORM, SAME, FERRIES, MAYOR]), max_size=5)] * 2)
def test_every_sentence_stands_in_exactly_one_row(left, right):
    found = rows(left, right)
    assert sorted(row[0] for row in found if row[0] is not None) == list(range(len(left)))
    assert sorted(row[1] for row in found if row[1] is not None) == list(range(len(right)))


def test_a_sentence_stands_beside_the_longer_one_that_says_it_and_more():
    long = STORM.replace("moorings.", "moorings, and the mayor of the town promised money to all who lost a boat.")
    assert rows([long], [STORM]) == rows([STORM], [long]) == [(0, 0)]
