"""Copies, rewrites and independent sources."""

from __future__ import annotations

import random

import pytest

from index.findings import Copy, Sources
from index.models import Block, Role
from index.overviews import under_originals
from index.stories.copies import shingles, sources
from tests.unit.newsroom import report

WIRE = (
    "The harbour of Varn was closed on Monday after a storm tore three ships from their moorings and pushed a ferry "
    "onto the northern breakwater, where it lay on its side until tugs could reach it at noon.",
    "Nobody was hurt, but forty passengers had to spend the night in the hall of the customs house, and the town "
    "council opened its kitchens to feed them while engineers looked at the damaged quay.",
    "The entrance should be clear again by Wednesday, when the first of the grain ships that wait in the roads will be "
    "let in under the guidance of two pilots from the neighbouring island of Sull.",
)
OWN = (
    "It began with a sound like a train, says the keeper of the Varn light, and then the lamps along the pier went out "
    "one after the other while the sea climbed over the wall and into the lower streets.",
    "By morning the fish market had lost its roof, boats sat in gardens, and the mayor walked from house to house with "
    "a notebook to write down what each family would need before the winter came.",
    "Insurers put the damage at nine million crowns, far more than the flood of the year before, and fishermen fear "
    "that the season is over for all who moored at the outer quay that evening.",
)


def test_a_printed_wire_report_is_a_copy_of_the_earliest():
    wire = report("wire", *WIRE, day="2024-03-04", outlet="AFP", agency="AFP")
    paper = report("paper", *WIRE, "More soon.", day="2024-03-05", outlet="The Post", agency="AFP")
    found = sources([paper, wire])
    assert [(copy.article, copy.original, copy.tie) for copy in found.copies] == [("paper", "wire", "copy")]
    assert found.independent == 1


def test_the_agency_itself_is_the_original_of_its_day():
    paper = report("a", *WIRE, day="2024-03-04", outlet="The Post", agency="AFP")
    wire = report("b", *WIRE, day="2024-03-04", outlet="AFP", agency="AFP")
    assert [copy.original for copy in sources([paper, wire]).copies] == ["b"]


def test_a_copy_of_a_copy_follows_the_original():
    articles = [report(name, *WIRE, day=f"2024-03-0{day}", outlet=name) for day, name in enumerate("abc", 1)]
    assert [(copy.article, copy.original) for copy in sources(articles).copies] == [("b", "a"), ("c", "a")]


def test_two_reports_of_one_event_are_two_sources():
    found = sources([report("a", *WIRE, outlet="One"), report("b", *OWN, outlet="Two")])
    assert (found.copies, found.independent) == ((), 2)


def test_what_is_partly_taken_over_is_a_rewrite_and_no_source_of_its_own():
    found = sources([report("a", *WIRE, day="2024-03-04"), report("b", WIRE[0], *OWN[1:], day="2024-03-05")])
    assert [(copy.article, copy.tie) for copy in found.copies] == [("b", "rewrite")]
    assert found.independent == 1


def test_an_agency_carried_by_four_counts_once_even_where_the_texts_differ():
    wired = [report(name, text, outlet=name, agency="AFP") for name, text in zip("abcd", (*WIRE, OWN[0]), strict=True)]
    assert sources([*wired, report("own", OWN[1], outlet="The Post")]).independent == 2


def test_the_same_quotation_in_two_reports_makes_no_copy():
    said = "“" + " ".join(WIRE) + "” the mayor said."
    found = sources([report("a", OWN[0], said, outlet="One"), report("b", OWN[1], said, outlet="Two")])
    assert (found.copies, found.independent) == ((), 2)


def test_captions_do_not_count():
    caption = Block(Role.CAPTION, WIRE[0])
    assert shingles(report("a", caption, OWN[0])) == shingles(report("b", OWN[0]))


@pytest.mark.parametrize("seed", range(3))
def test_the_answer_does_not_depend_on_the_order_of_the_articles(seed):
    articles = [
        report("a", *WIRE, day="2024-03-01"), report("b", *WIRE, day="2024-03-02"), report("c", *OWN, day="2024-03-03")
    ]  # fmt: skip
    shuffled = random.Random(seed).sample(articles, 3)
    assert sorted(copy.article for copy in sources(shuffled).copies) == ["b"]
    assert sorted(map(sorted, sources(shuffled).groups)) == [["a", "b"], ["c"]]


def test_nothing_comes_of_nothing():
    assert sources([]).independent == 0
    assert sources([report("a")]).independent == 1


def test_a_text_printed_many_times_is_one_source():
    articles = [report(f"a{at:02}", *WIRE, f"Note {at}.", day=f"2024-03-{at + 1:02}") for at in range(25)]
    found = sources(articles)
    assert {copy.original for copy in found.copies} == {"a00"}
    assert found.independent == 1


def test_a_copy_of_a_shortened_copy_has_the_same_original():
    articles = [
        report("a", *WIRE, *OWN, day="2024-03-04"),
        report("b", *WIRE, OWN[0], day="2024-03-05"),
        report("c", *WIRE, day="2024-03-06"),
    ]
    assert [(copy.article, copy.original) for copy in sources(articles).copies] == [("b", "a"), ("c", "a")]


def test_who_carries_whose_text_is_told_in_words():
    ties = Sources((Copy("b", "a", "copy", 1.0), Copy("c", "a", "rewrite", 0.4)), (("a", "b", "c"), ("d",)))
    wrote = {"a": "AFP", "b": "AFP", "c": "Dawn", "d": "AP"}
    assert ties.in_words(wrote, wrote | {"b": "Herald"}) == "AFP, carried by 2; 1 own report"


def test_an_outlet_that_follows_itself_is_carried_by_nobody():
    ties = Sources((Copy("b", "a", "rewrite", 0.4),), (("a", "b"),))
    assert ties.in_words({"a": "Dawn", "b": "Dawn"}, {"a": "Dawn", "b": "Dawn"}) == ""


def test_what_follows_a_copy_stands_under_it():
    assert under_originals(["a", "b", "c", "d"], {"c": "a", "d": "c", "b": "gone"}) == ["a", "c", "d", "b"]
