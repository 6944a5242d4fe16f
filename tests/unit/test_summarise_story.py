"""The summary of a story."""

from __future__ import annotations

import random

import pytest

from index.models import Article, Block, Origin, Published, Ranking, Role, Sentence
from index.summarise.about import summarise_about
from index.summarise.article import rank
from index.summarise.story import POOLED, nut_graf, pool, summarise_story

EVENT = "The river Elbe flooded the old town of Meissen on Tuesday and 900 people left their homes."
SAME = "On Tuesday 900 people left their homes as the river Elbe flooded Meissen's old town."
MONEY = "Saxony promised 20 million euros for repairs to bridges and schools."
TRAINS = "Trains between Dresden and Leipzig were cancelled until Friday evening."
RAIN = "Forecasters expect heavy rain over northern Bohemia at the weekend."
HOTEL = "A hotel owner offered free rooms to forty families from the valley."
ZOO = "Keepers moved the penguins of the city zoo to higher ground."


def article(
    name: str, *sentences: str, outlet: str = "", agency: str = "", day: str = "", language: str = "en"
) -> Article:
    """One paragraph to a sentence."""
    return Article(
        *(name, (Origin(f"{name}.txt"),), "", outlet, agency, ()),
        Published(day, "day", "metadata") if day else None,
        *("", "", language),
        tuple(Block(Role.BODY, text) for text in sentences),
        tuple(Sentence(at, 0, len(text)) for at, text in enumerate(sentences)),
    )


def level(*articles: Article) -> dict[str, Ranking]:
    """All sentences equally good."""
    return {one.id: Ranking("test", (1.0,) * len(one.sentences)) for one in articles}


def test_each_line_is_verbatim_and_names_its_place() -> None:
    articles = [article("a", EVENT, MONEY, TRAINS), article("b", SAME, RAIN, HOTEL)]
    by_id = {one.id: one for one in articles}
    lines = summarise_story(articles, {one.id: rank(one) for one in articles}).lines
    assert lines
    assert [line.text for line in lines] == [by_id[line.article].sentence(line.sentence) for line in lines]


def test_the_same_statement_appears_once_and_says_who_else_makes_it() -> None:
    articles = [article("a", EVENT, MONEY), article("b", RAIN, SAME), article("c", HOTEL, EVENT)]
    lines = summarise_story(articles, level(*articles)).lines
    told = [line for line in lines if "Elbe" in line.text]
    assert [(line.article, line.said_by) for line in told] == [("a", ("b", "c"))]
    assert [line.said_by for line in lines if line.text == MONEY] == [()]


def test_a_line_that_points_back_to_what_is_not_told_gives_way() -> None:
    behind = "He moved the penguins of the city zoo to higher ground."
    articles = [article("a", EVENT, behind), article("b", HOTEL)]
    rankings = {"a": Ranking("test", (2.0, 1.3)), "b": Ranking("test", (1.0,))}
    lines = [line.text for line in summarise_story(articles, rankings, sentences=2).lines]
    assert lines == [EVENT, HOTEL]


def test_what_is_told_already_earns_nothing_again() -> None:
    """Rain and money each add something; the bridges of the first line are no news."""
    first = "Saxony will repair the bridges and schools of Meissen, Dresden and Pirna."
    again = "Repairs of bridges and schools of Saxony begin in Pirna with Meissen and Dresden next, officials added."
    articles = [article("a", first, MONEY), article("b", again, RAIN), article("c", first, ZOO)]
    lines = [line.text for line in summarise_story(articles, level(*articles), sentences=3).lines]
    assert first in lines
    assert again not in lines


def test_what_several_say_comes_before_what_one_says() -> None:
    articles = [article("a", HOTEL, TRAINS), article("b", RAIN, TRAINS), article("c", ZOO, MONEY)]
    assert summarise_story(articles, level(*articles), sentences=1).lines[0].text == TRAINS


def test_copies_of_one_agency_are_one_voice() -> None:
    copies = [article(name, HOTEL, ZOO, outlet=name, agency="AFP") for name in "abc"]
    own = [article("d", RAIN, TRAINS, outlet="d"), article("e", MONEY, TRAINS, outlet="e")]
    rankings = {one.id: Ranking("test", (1.0, 0.9)) for one in copies} | {
        one.id: Ranking("test", (0.5, 1.0)) for one in own
    }
    hotel = summarise_story(copies, rankings, sentences=1).lines[0]
    assert (hotel.text, hotel.said_by) == (HOTEL, ("b", "c"))
    assert TRAINS in [line.text for line in summarise_story([*copies, *own], rankings, sentences=2).lines]


def test_the_earliest_clear_wording_wins() -> None:
    late = article("late", EVENT, day="2024-05-03")
    early = article("early", SAME, day="2024-05-02")
    close = {"late": Ranking("test", (1.0,)), "early": Ranking("test", (0.9,))}
    worse = {"late": Ranking("test", (1.0,)), "early": Ranking("test", (-1.0,))}
    assert summarise_story([late, early], close).lines[0].article == "early"
    assert summarise_story([late, early], worse).lines[0].article == "late"


def test_no_outlet_gets_more_than_two_lines_beside_another() -> None:
    articles = [
        article("a", EVENT, MONEY, TRAINS, outlet="X"),
        article("b", RAIN, HOTEL, outlet="X"),
        article("c", ZOO, outlet="Y"),
    ]
    rankings = {one.id: Ranking("test", (5.0,) * len(one.sentences)) for one in articles[:2]} | level(articles[2])
    lines = summarise_story(articles, rankings, sentences=5).lines
    assert [line.article for line in lines].count("c") == 1
    assert len(lines) == 3


def test_a_story_of_one_outlet_has_no_such_limit() -> None:
    alone = article("a", EVENT, MONEY, TRAINS, RAIN, HOTEL, outlet="X")
    assert len(summarise_story([alone], level(alone), sentences=5).lines) == 5


def test_the_event_comes_first_and_then_time() -> None:
    articles = [article("new", ZOO, TRAINS, day="2024-05-04"), article("old", MONEY, HOTEL, day="2024-05-01")]
    rankings = {"new": Ranking("test", (0.5, 9.0)), "old": Ranking("test", (0.6, 0.7))}
    lines = summarise_story(articles, rankings, sentences=4).lines
    assert [line.text for line in lines] == [TRAINS, MONEY, HOTEL, ZOO]


def test_a_line_that_points_back_does_not_lead_where_another_can() -> None:
    leaning = article("a", "This was the worst flood in the history of the town.", outlet="X")
    upright = article("b", EVENT, outlet="Y")
    rankings = {"a": Ranking("test", (9.0,)), "b": Ranking("test", (1.0,))}
    assert [line.article for line in summarise_story([leaning, upright], rankings).lines] == ["b", "a"]
    assert [line.article for line in summarise_story([leaning], rankings).lines] == ["a"]


def test_a_second_wording_of_the_event_has_room_in_a_few_lines_but_not_among_many() -> None:
    again = "The river Elbe flooded Meissen so fast that firefighters carried people from homes in boats at night."
    articles = [article("a", EVENT, outlet="X"), article("b", again, outlet="Y"), article("c", ZOO, RAIN, outlet="Z")]
    rankings = {
        "a": Ranking("test", (9.0,)), "b": Ranking("test", (8.0,)), "c": Ranking("test", (1.0, 0.9))
    }  # fmt: skip
    assert again in [line.text for line in summarise_story(articles, rankings, sentences=2).lines]
    assert again not in [line.text for line in summarise_story(articles, rankings, sentences=5).lines]


@pytest.mark.parametrize("words", [15, 30, 45])
def test_a_word_budget_decides(words: int) -> None:
    articles = [article("a", EVENT, MONEY, TRAINS), article("b", RAIN, HOTEL, ZOO)]
    lines = summarise_story(articles, level(*articles), sentences=1, words=words).lines
    assert words * 0.5 <= len(" ".join(line.text for line in lines).split()) <= max(17, words * 1.15)


def test_the_nut_graf_is_one_line() -> None:
    articles = [article("a", EVENT, MONEY), article("b", SAME, RAIN)]
    line = nut_graf(articles, level(*articles))
    assert line is not None
    assert (line.text, line.said_by) == (EVENT, ("b",))
    assert nut_graf([], {}) is None
    assert nut_graf([article("empty")], {"empty": Ranking("test", ())}) is None


def test_the_order_in_which_dated_articles_are_given_does_not_matter() -> None:
    articles = [
        article("a", EVENT, MONEY, day="2024-05-01"),
        article("b", SAME, RAIN, day="2024-05-02"),
        article("c", ZOO, day="2024-05-03"),
    ]
    rankings = level(*articles)
    assert summarise_story(articles, rankings) == summarise_story(articles[::-1], rankings)


def test_a_story_of_two_languages_is_summarised() -> None:
    articles = [
        article("a", EVENT),
        article("b", "Die Elbe überflutete am Dienstag die Altstadt von Meißen.", language="de"),
    ]
    assert {line.article for line in summarise_story(articles, level(*articles)).lines} == {"a", "b"}


def test_a_large_story_draws_on_every_article() -> None:
    chance = random.Random(7)
    articles = [
        article(f"a{n}", *(" ".join(f"w{chance.randint(0, 900)}" for _ in range(12)) + "." for _ in range(60)))
        for n in range(150)
    ]
    lines = summarise_story(articles, level(*articles), sentences=10).lines
    assert len(lines) == 10
    assert len(pool(articles, level(*articles))[0]) == POOLED


def test_sentences_with_other_numbers_are_other_statements() -> None:
    one = article("a", "The flood killed 12 people in the villages around Meissen.")
    other = article("b", "The flood killed 20 people in the villages around Meissen.")
    assert summarise_story([one, other], level(one, other)).lines[0].said_by == ()


def test_a_summary_about_a_query_keeps_to_the_sentences_that_bear_on_it() -> None:
    articles = [article("a", EVENT, MONEY, TRAINS), article("b", RAIN, HOTEL, "Every train to Dresden was late.")]
    lines = summarise_about({"trains"}, articles, level(*articles)).lines
    assert {line.text for line in lines} == {TRAINS, "Every train to Dresden was late."}
    assert summarise_about({"trains", "Leipzig"}, articles, level(*articles), sentences=1).lines[0].text == TRAINS
    assert summarise_about({"volcano"}, articles, level(*articles)).lines == ()
    assert summarise_about(set(), articles, level(*articles)).lines == ()
