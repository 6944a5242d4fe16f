"""What happened, story by story: which stories, in which order, with how many words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.brief import first_day
from index.build.workers import Inline
from index.errors import UsageError
from index.library import Library, open_library
from index.models import Story, Summary
from index.store.database import Database
from index.store.stories import StoryStore

FLOOD = (
    "The river Elbe flooded the old town of Meissen on Tuesday and 900 people left their homes in the night.\n"
    "Saxony promised 20 million euros for repairs to bridges and schools along the Elbe in Meissen.\n"
    "Trains between Dresden and Leipzig were cancelled until Friday evening because of the flooded Elbe.\n"
)
AGAIN = (
    "On Tuesday 900 people left their homes as the river Elbe flooded the old town of Meissen overnight.\n"
    "The mayor of Meissen said that the Elbe had not stood so high in the old town since the year 2002.\n"
    "Forecasters expect heavy rain over northern Bohemia, which would feed the Elbe at the weekend.\n"
)
VOLCANO = (
    "A volcano on the island of La Palma threw ash over three villages and closed the airport for a day.\n"
    "Scientists had measured small earthquakes below its southern slope for a week before the eruption.\n"
)
OLD = "The museum of clocks in Furtwangen reopened after two years of repairs with forty new exhibits.\n" * 2


def record(id: str, title: str, source: str, published: str, text: str) -> str:
    return json.dumps({"id": id, "title": title, "source": source, "published": published, "text": text})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    (folder / "news.jsonl").write_text(
        "\n".join(
            [
                record("a", "Elbe floods Meissen", "Post", "2024-03-05", FLOOD),
                record("b", "Flooded Elbe drives 900 from homes in Meissen", "Herald", "2024-03-06", AGAIN),
                record("c", "Volcano on La Palma closes airport", "Times", "2024-03-07", VOLCANO),
                record("d", "Museum of clocks reopens in Furtwangen", "Times", "2023-01-02", OLD),
            ]
        )
    )
    with open_library(folder / "library") as library:
        list(library.add([folder / "news.jsonl"], executor=Inline()))
    return folder


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder / "library") as library:
        yield library


def test_stories_of_several_outlets_come_first_then_the_latest(library: Library) -> None:
    told = library.brief(since="2023")
    assert [each.outlets for each in told] == [("Post", "Herald"), ("Times",), ("Times",)]
    assert [each.story.last for each in told] == ["2024-03-06", "2024-03-07", "2023-01-02"]


def test_without_a_date_it_is_the_week_up_to_the_newest_article(library: Library) -> None:
    assert [each.story.last for each in library.brief()] == ["2024-03-06", "2024-03-07"]


def test_the_days_up_to_the_newest_article_can_be_told() -> None:
    assert [first_day(None, "2024-03-02", date(2025, 1, 1), days) for days in (1, 3, 30)] == [
        "2024-03-02", "2024-02-29", "2024-02-02",
    ]  # fmt: skip
    assert first_day("2023-11-09", "2024-03-02", date(2025, 1, 1), 3) == "2023-11-09"


def test_a_story_that_goes_on_into_the_time_is_told(library: Library) -> None:
    assert [each.outlets for each in library.brief(since="2024-03-06")] == [("Post", "Herald"), ("Times",)]
    assert [each.outlets for each in library.brief(since="7 March 2024")] == [("Times",)]


def test_each_line_stands_in_an_article_of_its_story(library: Library) -> None:
    for each in library.brief(since="2023"):
        assert each.summary.lines
        for line in each.summary.lines:
            assert line.article in each.story.articles
            assert library.article(line.article).sentence(line.sentence) == line.text


def test_a_budget_of_words_is_kept_and_the_first_story_is_always_told(library: Library) -> None:
    for words in (1, 20, 40, 60):
        told = library.brief(since="2023", words=words)
        lines = [line.text for each in told for line in each.summary.lines]
        assert told[0].outlets == ("Post", "Herald")
        assert len(lines) == 1 or sum(len(line.split()) for line in lines) <= words
    assert len(library.brief(since="2023", words=500)) == 3


def test_a_story_that_another_process_takes_away_meanwhile_is_left_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = [each.story.id for each in library.brief(since="2023")]
    monkeypatch.setattr(StoryStore, "reaching", lambda *_: ["taken away", *there])
    assert [each.story.id for each in library.brief(since="2023")] == there


@pytest.mark.parametrize("date", ["", "soon", "2024-13", ".."])
def test_what_is_no_date_is_told(library: Library, date: str) -> None:
    with pytest.raises(UsageError, match="there is no date in"):
        library.brief(since=date)


def test_an_empty_library_has_nothing_to_tell(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as library:
        assert library.brief() == []


@pytest.mark.parametrize(
    ("last", "first", "reached"),
    [("2024-03-06", "2024-03-06", True), ("2024-03", "2024-03-06", True), ("2024", "2024-03-06", True),
     ("2024-02", "2024-03-06", False), ("2024-03-05", "2024-03-06", False), ("", "", False)],
)  # fmt: skip
def test_a_month_reaches_a_day_in_it(tmp_path: Path, last: str, first: str, reached: bool) -> None:
    with closing(Database(tmp_path)) as database:
        stories = StoryStore(database)
        stories.write(
            moved={}, stories=[(Story("s", "", (), last, last, ()), Summary())], dropped=(), inferred={}, grouped=()
        )
        assert list(stories.reaching(first)) == ["s"] * reached


def test_only_the_stories_of_the_time_are_read(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    story = StoryStore.story
    monkeypatch.setattr(StoryStore, "story", lambda self, id: read.append(id) or story(self, id))
    monkeypatch.delattr(StoryStore, "stories")
    told = library.brief()
    assert read == [each.story.id for each in told] and len(told) == 2
    read.clear()
    assert len(library.brief(since="2023", words=20)) == 1 == len(read)


def test_a_library_dated_to_the_month_begins_with_its_last_month() -> None:
    assert first_day(None, "2023-11", date(2024, 1, 1), 7) == "2023-11"
