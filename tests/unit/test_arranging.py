"""Merging, splitting and moving by hand, why stories are as they are, and what goes on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build.workers import Inline
from index.errors import NothingFound, UsageError
from index.kinship import Arranged, Bond, Link, Near, Why
from index.library import Library, open_library
from index.models import Story
from tests.unit.command_line import Cli
from tests.unit.newsroom import FERRY

INQUIRY = [
    "Captain Okonkwo of the ferry Aurelia told an inquiry in Valdoria that he had warned the owners.",
    "The Aurelia sank off Cape Sorrow in November after leaving Port Mirella in a storm.",
    "Judge Ines Calloway asked why the ferry had no second radar.",
    "The owners of the Aurelia denied in Valdoria that they had saved on repairs.",
]
BUDGET = [
    "The parliament of Norland rejected the budget of Finance Minister Elsa Tveit on Wednesday.",
    "Lawmakers voted 88 to 61 against the budget after a debate on fuel taxes in Norland.",
    "Finance Minister Elsa Tveit said she would offer a new budget without the fuel taxes.",
    "Opposition leader Anton Brandvik asked Elsa Tveit to resign on Wednesday.",
]
REPORTS = [
    ("f1", "Ferry Aurelia sinks off Valdoria", FERRY, "2023-11-06", "Port Herald"),
    ("f2", "47 saved as ferry sinks off Valdoria", FERRY[1:] + FERRY[:1], "2023-11-07", "Valdoria Post"),
    ("b1", "Norland parliament rejects budget", BUDGET, "2023-11-08", "Norland Times"),
    ("b2", "Finance minister loses budget vote in Norland", BUDGET[1:] + BUDGET[:1], "2023-11-08", "Valdoria Post"),
    ("i1", "Captain of ferry Aurelia says he warned the owners", INQUIRY, "2024-02-12", "Port Herald"),
    ("i2", "Owners of sunken ferry Aurelia deny saving on repairs", INQUIRY[::-1], "2024-02-12", "Valdoria Post"),
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, title, lines, day, outlet in REPORTS:
        record = {"title": title, "text": "\n\n".join(lines), "date": day, "source": outlet, "lang": "en"}
        (folder / f"{name}.jsonl").write_text(json.dumps({"id": name, **record}) + "\n", "utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, reports: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        list(library.add([reports], executor=Inline()))
        yield library


def ids(library: Library) -> dict[str, str]:
    return {Path(row.origin.path).stem: row.id for row in library.articles()}


def stories(library: Library) -> dict[str, str]:
    """Article → story, by the names of the files."""
    return {name: library.row(id).story for name, id in ids(library).items()}


def grouped(library: Library) -> set[frozenset[str]]:
    home = stories(library)
    return {frozenset(name for name in home if home[name] == story) for story in home.values()}


EVENTS = {frozenset({"f1", "f2"}), frozenset({"b1", "b2"}), frozenset({"i1", "i2"})}


def test_every_story_is_stored_with_its_independent_sources(library: Library) -> None:
    assert grouped(library) == EVENTS
    for story in library.stories():
        assert story.sources == library.inside(story.id).sources.independent


def test_a_merge_is_one_story_at_once_and_after_a_rebuild(library: Library) -> None:
    home = stories(library)
    merged = library.merge([home["f1"], home["i1"]])
    whole = {frozenset({"f1", "f2", "i1", "i2"}), frozenset({"b1", "b2"})}
    assert grouped(library) == whole
    story = library.story(merged.story)
    assert (story.first, story.last) == ("2023-11-06", "2024-02-12")
    assert story.headline in {title for _, title, *_ in REPORTS}
    assert {line.article for line in library.story_summary(story.id).lines} <= set(story.articles)
    list(library.rebuild(executor=Inline()))
    assert grouped(library) == whole


def test_a_merge_outlives_the_database_of_articles(library: Library, tmp_path: Path, reports: Path) -> None:
    home = stories(library)
    library.merge([home["f1"], home["i1"]])
    library.close()
    for file in (tmp_path / "library").glob("articles.db*"):
        file.unlink()
    shutil.rmtree(tmp_path / "library" / "search")
    with open_library(tmp_path / "library") as again:
        list(again.add([reports], executor=Inline()))
        assert frozenset({"f1", "f2", "i1", "i2"}) in grouped(again)


def test_what_is_split_off_is_a_story_of_its_own_and_stays_so(library: Library) -> None:
    home, known = stories(library), ids(library)
    split = library.split(home["f1"], [known["f2"]])
    assert library.story(split.story).articles == (known["f2"],)
    assert library.story(home["f1"]).articles == (known["f1"],)
    list(library.rebuild(executor=Inline()))
    assert stories(library)["f1"] != stories(library)["f2"]


def test_an_article_moves_and_an_emptied_story_goes(library: Library) -> None:
    home, known = stories(library), ids(library)
    library.move(known["f1"], home["b1"])
    library.move(known["f2"], home["b1"])
    assert set(library.story(home["b1"]).articles) == {known[name] for name in ("f1", "f2", "b1", "b2")}
    with pytest.raises(NothingFound):
        library.story(home["f1"])


@pytest.mark.parametrize("step", ["merge", "split", "move"])
def test_every_step_is_undone_with_ids_headlines_and_summaries(library: Library, step: str) -> None:
    home, known, before = stories(library), ids(library), library.stories()
    told = {story.id: library.story_summary(story.id) for story in before}
    if step == "merge":
        library.merge([home["f1"], home["b1"]])
    elif step == "split":
        library.split(home["f1"], [known["f1"]])
    else:
        library.move(known["f1"], home["b1"])
    assert library.stories() != before
    assert library.undo()
    assert library.stories() == before
    assert {story.id: library.story_summary(story.id) for story in before} == told
    list(library.rebuild(executor=Inline()))
    assert grouped(library) == EVENTS


def test_what_cannot_be_arranged_is_refused_and_nothing_changes(library: Library) -> None:
    home, known, before = stories(library), ids(library), library.stories()
    refused = [
        lambda: library.merge([home["f1"], home["f1"]]),
        lambda: library.split(home["f1"], [known["f1"], known["f2"]]),
        lambda: library.split(home["f1"], []),
        lambda: library.split(home["f1"], [known["b1"]]),
        lambda: library.move(known["f1"], home["f1"]),
    ]
    for attempt in refused:
        with pytest.raises(UsageError):
            attempt()
    with pytest.raises(NothingFound):
        library.merge([home["f1"], "nowhere"])
    assert library.stories() == before


def test_a_step_is_the_same_after_the_journal_kept_it() -> None:
    step = Arranged("s", (("a", "t"),), (("a", "b", True),), (("b", "c", False),))
    assert Arranged.of_json(json.loads(json.dumps(step.to_json()))) == step


def test_why_names_what_two_reports_share_and_their_score(library: Library) -> None:
    home, known = stories(library), ids(library)
    why = library.why(home["f1"])
    assert [{bond.article, bond.other} for bond in why.bonds] == [{known["f1"], known["f2"]}] * 2
    assert {"Aurelia", "Okonkwo", "Mirella"} <= set(why.bonds[0].names)
    assert why.bonds[0].score >= why.needed
    assert "names in common: " in why.bonds[0].in_words()


def test_a_story_of_one_article_needs_no_reason(library: Library) -> None:
    alone = library.split(stories(library)["f1"], [ids(library)["f1"]]).story
    assert library.why(alone).bonds == ()


def test_what_the_user_put_together_says_so(library: Library) -> None:
    home, known = stories(library), ids(library)
    library.move(known["f1"], home["b1"])
    [bond] = [bond for bond in library.why(home["b1"]).bonds if bond.article == known["f1"]]
    assert bond.settled
    assert "put together by you" in bond.in_words()


def test_a_later_story_on_the_same_ship_continues_the_thread(library: Library) -> None:
    home = stories(library)
    links = library.thread(home["i1"])
    assert [link.story.id for link in links] == [home["f1"], home["i1"]]
    assert [link.since for link in links] == [None, 98]
    assert "Aurelia" in links[1].names
    assert library.thread(home["f1"]) == links
    assert library.thread(home["b1"]) == ()


def test_near_stories_are_never_those_that_the_user_parted(library: Library) -> None:
    home, known = stories(library), ids(library)
    split = library.split(home["f1"], [known["f2"]]).story
    assert library.related(split) == ()


def test_stories_that_were_nearly_one_are_told_with_the_reason(library: Library, tmp_path: Path) -> None:
    promise = "The minister of transport promised in Norland to pay for radars on ferries."
    late = [FERRY[0], promise, BUDGET[2]]
    record = {"id": "n", "title": "Radars for ferries", "text": "\n\n".join(late), "date": "2023-11-14", "lang": "en"}
    (tmp_path / "near.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    list(library.add([tmp_path / "near.jsonl"], executor=Inline()))
    found = [(near, story.id) for story in library.stories() for near in library.related(story.id)]
    assert found
    for near, story in found:
        assert near.story.id != story
        assert near.bond.article in library.story(story).articles
        assert near.bond.other in near.story.articles


def test_the_command_line_merges_explains_and_takes_back(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, cli = stories(library), Cli(tmp_path / "library", capsys)
    [told] = cli("story", home["f1"], "--merge", home["i1"], "--json").records
    assert len(told["articles"]) == 4  # type: ignore[arg-type]  # JSON
    [why] = cli("story", str(told["id"]), "--why", "--json").records
    assert len(why["bonds"]) == 4  # type: ignore[arg-type]  # JSON
    assert cli("undo").code == 0
    assert grouped(library) == EVENTS
    said = cli("story", home["f1"], "--thread")
    assert (said.code, len(said.out.splitlines())) == (0, 4)
    assert cli("story", home["b1"], "--thread").code == 1
    assert cli("story", home["f1"], "--split", ids(library)["f1"]).code == 0
    assert cli("story", home["b1"], "--take", ids(library)["f1"]).code == 0
    assert stories(library)["f1"] == home["b1"]
    assert cli("story", home["b1"], "--take", ids(library)["f1"]).code == 2


def test_a_library_that_was_grouped_before_there_were_sketches_is_sketched_when_asked(library: Library) -> None:
    home, known = stories(library), ids(library)
    why = library.why(home["f1"])
    database = library._stores.database
    with database.transaction() as connection:
        connection.execute("DELETE FROM sketches")
    assert library.why(home["f1"]) == why
    merged = library.merge([home["f1"], home["b1"]])
    assert set(library.story(merged.story).articles) == {known[name] for name in ("f1", "f2", "b1", "b2")}


def test_two_articles_that_are_each_others_nearest_are_one_reason() -> None:
    def tie(one: str, other: str) -> Bond:
        return Bond(one, other, ("Varn",), (), (), 0, 0.9, 0.6)

    why = Why("s", 0.9, 0.6, (tie("a", "b"), tie("b", "a"), tie("c", "a")))
    assert [(bond.article, bond.other) for bond in why.pairs] == [("a", "b"), ("c", "a")]


def test_what_goes_on_is_later_and_what_is_alike_is_apart() -> None:
    bond = Bond("a", "b", (), (), (), 12, 0.9, 0.6)
    assert "12 days apart" in bond.in_words()
    assert Link(Story("s", "Harbour", ("a",), "", "", ()), 12, (), ()).in_words() == "12 days later"


def test_what_is_near_tells_the_score_of_the_stories_and_of_the_nearest_two_articles() -> None:
    bond = Bond("a", "b", ("Mirella",), (), (), 1, 0.9, 0.6)
    near = Near(Story("s", "Harbour", ("a",), "", "", ()), 0.5, 0.6, bond)
    words = "score .50 of .60 needed; 1 name in common: Mirella; 1 day apart"
    assert near.in_words() == words
