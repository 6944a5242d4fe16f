"""Who says what: tellers against aspects."""

from __future__ import annotations

from dataclasses import replace

from index.models import Published
from index.stories.aspects import who_says_what
from index.stories.naming import naming
from tests.unit.newsroom import report

POST = "Ana Lund opened the trade zone in Varn. Piet Vos was there. Ana Lund thanked Piet Vos for the trade zone."
NEWS = "Ana Lund spoke of the trade zone. Boats came from Sull, and Sull cheered."


def told(*articles):
    return who_says_what(articles, naming(articles))


def both():
    return told(
        report("a", POST, day="2024-03-04", outlet="The Post"), report("b", NEWS, day="2024-03-06", outlet="The News")
    )


def test_the_first_to_publish_comes_first_and_the_others_lag():
    tellers = both().tellers
    assert [(one.source, one.first, one.lag) for one in tellers] == [
        ("The Post", "2024-03-04", 0),
        ("The News", "2024-03-06", 2 * 24 * 60),
    ]


def test_cells_hold_the_sentences_that_speak_of_an_aspect():
    aspects = {one.words: one for one in both().aspects}
    lund = aspects["Ana Lund"].cells
    assert [[at.spot.sentence for at in cell] for cell in lund] == [[0, 2], [0]]
    assert aspects["trade zone"].kind == "phrase"
    assert [len(cell) for cell in aspects["trade zone"].cells] == [2, 1]


def test_what_one_teller_alone_has_comes_last():
    aspects = both().aspects
    alone = [one.words for one in aspects if len(one.told_by) == 1]
    assert alone == ["Piet Vos"]
    assert aspects[-1].told_by == (0,)


def test_articles_of_one_outlet_share_a_column():
    articles = [report(name, POST, day="2024-03-04", outlet="The Post") for name in ("a", "b")]
    says = told(*articles)
    assert [one.articles for one in says.tellers] == [("a", "b")]


def test_articles_of_nobody_stand_for_themselves_and_undated_ones_last():
    says = told(report("a", POST), report("b", NEWS, day="2024-03-06"))
    assert [(one.source, one.lag) for one in says.tellers] == [("Title of b", 0), ("Title of a", None)]


def test_minutes_are_counted_where_times_are_known():
    early = replace(report("a", POST, outlet="A"), published=Published("2024-03-04T10:00", "minute", "metadata"))
    late = replace(report("b", NEWS, outlet="B"), published=Published("2024-03-04T10:45", "minute", "metadata"))
    assert [one.lag for one in told(early, late).tellers] == [0, 45]
    day = replace(late, published=Published("2024-03-05", "day", "metadata"))
    assert [one.lag for one in told(early, day).tellers] == [0, 24 * 60]


def test_every_mention_stands_in_its_sentence():
    articles = {"a": report("a", POST, outlet="A"), "b": report("b", NEWS, outlet="B")}
    for aspect in told(*articles.values()).aspects:
        for at in (at for cell in aspect.cells for at in cell):
            text = articles[at.spot.article].sentence(at.spot.sentence)
            assert 0 <= at.start < at.end <= len(text)


def test_no_articles_say_nothing():
    assert told().tellers == ()


def test_who_tells_is_not_what_is_told():
    articles = [
        report("a", "Ana Lund told Reuters in Varn. She told Reuters twice. Ana Lund left.", outlet="Reuters"),
        report("b", "Ana Lund told Reuters in Varn. Ana Lund left.", outlet="Dawn"),
    ]
    says = who_says_what(articles, naming(articles))
    assert "Reuters" not in [one.words for one in says.aspects]
