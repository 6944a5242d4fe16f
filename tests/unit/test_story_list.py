from __future__ import annotations

import pytest

from index.library import Library
from index.marks import Order
from index.models import Story


def test_the_list_holds_what_all_stories_are(library: Library) -> None:
    listed, stories = library.story_list(), library.stories()
    assert list(listed) == stories and listed[:2] == stories[:2] and listed[-1] == stories[-1]
    assert list(listed.sizes) == [len(story.articles) for story in stories]
    assert list(listed.lengths) == [len(story.headline) for story in stories]
    assert listed.whole == len(stories) and listed.articles() == [id for story in stories for id in story.articles]


def test_stories_are_found_by_their_id_and_by_their_articles(library: Library) -> None:
    listed = library.story_list()
    for at, story in enumerate(library.stories()):
        assert listed.place(story.id) == at
        assert {listed.holder(article) for article in story.articles} == {at}
    assert listed.place("no such") is None and listed.holder("no such") is None


def test_words_leave_the_stories_that_have_them_in_any_article(library: Library) -> None:
    found = library.story_list(words="ERDOĞAN")
    assert len(found) == 1 and found.whole == 2 and len(found[0].articles) == 4


@pytest.mark.parametrize(
    ("order", "headlines"),
    [("oldest", ["i", "t"]), ("long", ["i", "t"]), ("", ["t", "i"]), ("unread", ["t", "i"])],
)
def test_stories_are_ordered(library: Library, order: Order, headlines: list[str]) -> None:
    """`i` is the large story of November, `t` the lone article of July."""
    names = {4: "i", 1: "t"}
    assert [names[len(story.articles)] for story in library.story_list(order)] == headlines


def test_a_story_that_is_read_comes_after_those_that_are_not(library: Library) -> None:
    latest = library.stories()[0]
    library.mark_read(latest.articles)
    assert library.story_list("unread")[1] == latest


def test_headlines_are_measured_as_they_will_be_shown(library: Library) -> None:
    story = library.stories()[0]
    with library._stores.database.transaction() as connection:
        connection.execute("UPDATE stories SET headline = ? WHERE id = ?", ("北方", story.id))
    assert library.story_list(measure=lambda headline: 2 * len(headline)).lengths[0] == 4


def test_a_story_that_went_meanwhile_stands_as_removed(library: Library) -> None:
    listed = library.story_list()
    before = library.stories()
    library.merge([story.id for story in before])
    gone = next(at for at, story in enumerate(before) if story.id not in {each.id for each in library.stories()})
    assert listed[gone] == Story(before[gone].id, "(removed)", ("",), "", "", ())
