"""Only what is new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.stories.novelty import novelty
from tests.unit.newsroom import report

STORM = "The harbour of Varn was closed on Monday after a storm tore three ships from their moorings."
SAME = "A storm tore three ships from their moorings on Monday, and the harbour of Varn was closed."
FOUR = "The harbour of Varn was closed on Monday after a storm tore 4 ships from their moorings."
FIVE = "The harbour of Varn was closed on Monday after a storm tore 5 ships from their moorings."
FERRIES = "Ferries to the island of Sull are expected to run again on Wednesday."
MAYOR = "The mayor promised money for the roofs of the fish market."


def new(*articles, read=None):
    return [one.sentences for one in novelty(articles, read)]


def test_the_first_article_is_all_new():
    assert new(report("a", STORM, FERRIES)) == [(0, 1)]


def test_what_an_earlier_article_said_in_other_order_is_not_new():
    assert new(report("a", STORM), report("b", SAME, FERRIES)) == [(0,), (1,)]


def test_another_number_is_news():
    assert new(report("a", FOUR), report("b", FIVE)) == [(0,), (0,)]


def test_more_in_one_sentence_is_news():
    longer = STORM[:-1] + ", and insurers put the damage at the fish market above nine million crowns."
    assert new(report("a", STORM), report("b", longer)) == [(0,), (0,)]


def test_less_in_one_sentence_is_none():
    assert new(report("a", STORM), report("b", "A storm tore ships from their moorings.")) == [(0,), ()]


def test_with_read_articles_only_these_count():
    articles = (report("a", STORM), report("b", SAME, FERRIES), report("c", FERRIES, MAYOR))
    assert new(*articles, read={"b"}) == [(), (), (1,)]


def test_with_nothing_read_everything_is_new():
    assert new(report("a", STORM), report("b", STORM), read=()) == [(0,), (0,)]


def test_an_article_that_repeats_itself_is_not_measured_against_itself():
    assert new(report("a", STORM, STORM)) == [(0, 1)]


@given(st.lists(st.sampled_from([STORM, SAME, FOUR, FIVE, FERRIES, MAYOR]), min_size=1, max_size=5))
def test_an_exact_reprint_has_nothing_new(paragraphs):
    first, second = novelty([report("a", *paragraphs), report("b", *paragraphs)])
    assert (len(first.sentences), second.sentences) == (first.total, ())
