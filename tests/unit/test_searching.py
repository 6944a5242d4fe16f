"""Search through the façade: what it tells about itself, facets, and several libraries on one folder."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from index.build.workers import Inline
from index.hits import Marked
from index.library import Library, open_library
from index.search.lock import alone

TEXT = "The minister {} in the capital on Monday. Talks on grain lasted for hours, and nobody signed anything."
ARTICLES = {
    "raisi": ("Raïssi arrives", "Ebrahim Raïssi arrived. " + TEXT.format("met farmers")),
    "grain": ("Grain harvest falls", TEXT.format("spoke of the drought")),
    "oil": ("Oil prices rise", TEXT.format("spoke of pipelines and parliament")),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "articles").mkdir()
    for name, (title, text) in ARTICLES.items():
        write(folder, name, title, text)
    with open_library(folder / "library") as library:
        list(library.add([folder / "articles"], executor=Inline()))
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder / "library") as library:
        yield library


def write(folder: Path, name: str, title: str, text: str) -> None:
    (folder / "articles" / f"{name}.txt").write_text(f"{title}\n\n{text}\n\n{text} Again.\n", "utf-8")


def titles(library: Library, query: str, **options: bool) -> list[str]:
    return [hit.row.title for hit in library.search(query, **options)]


def test_a_variant_is_told_as_the_article_spells_it(library: Library) -> None:
    assert "also: Raïssi" in library.search("raisi").notes
    assert titles(library, "raisi") == ["Raïssi arrives"]


def test_a_source_is_the_whole_name_of_an_outlet(library: Library, folder: Path) -> None:
    papers = [("Gazette", "Barley sold"), ("Evening Gazette", "Barley bought"), ("", "Barley left")]
    lines = [{"title": title, "text": TEXT.format(title), "source": outlet} for outlet, title in papers]
    (folder / "papers.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    list(library.add([folder / "papers.jsonl"], executor=Inline()))
    assert sorted(titles(library, "barley outlet:gazette")) == ["Barley bought", "Barley sold"]
    assert titles(library, "barley source:gazette") == ["Barley sold"]
    assert sorted(titles(library, 'barley -source:"Evening Gazette"')) == ["Barley left", "Barley sold"]


def test_marks_in_an_article_are_those_of_the_query_even_where_it_is_no_hit(library: Library) -> None:
    article = library.article(library.search("raisi").hits[0].row.id)

    def marked(text: str) -> set[str]:
        return {article.blocks[block].text[start:end] for block, start, end in library.highlights(article.id, text)}

    assert marked("raisi lasting") == {"Raïssi", "lasted"}
    assert marked("grain AND drought") == {"grain"}


def test_strict_finds_words_as_they_stand(library: Library) -> None:
    assert titles(library, "raisi", strict=True) == []
    assert titles(library, "drought pipelines", strict=True) == []
    assert len(titles(library, "drought pipelines")) == 2


def test_nothing_found_suggests_the_query_in_words_of_the_archive(library: Library) -> None:
    hits = library.search("grain AND Parlaimnet", strict=True)
    assert len(hits) == 0
    assert hits.suggestion == "grain AND parliament"
    assert library.search("grain").suggestion == ""


def test_a_preference_for_recent_articles_is_said(library: Library) -> None:
    assert "recent articles are preferred" in library.search("grain", recent=True).notes
    assert "recent articles are preferred" not in library.search("grain").notes


def test_facets_count_everything_that_is_found(library: Library) -> None:
    facets = library.facets("grain")
    assert sum(count for _, count in facets.days) == library.search("grain", limit=1).total == 3
    assert sum(count for _, count in facets.stories) == 3


def test_facets_count_days_as_known_and_leave_out_outlets_that_are_not(library: Library, folder: Path) -> None:
    papers = [{"source": "Gazette", "published": "2023-11-09"}, {"published": "2023-11"}, {}]
    lines = [{"title": f"Barley {n}", "text": TEXT.format(f"sold {n}"), **paper} for n, paper in enumerate(papers)]
    (folder / "papers.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    list(library.add([folder / "papers.jsonl"], executor=Inline()))
    facets = library.facets("barley")
    assert sum(count for _, count in facets.days) == 3
    assert {"2023-11", "2023-11-09"} <= dict(facets.days).keys()
    assert dict(facets.outlets) == {"Gazette": 1}


def test_facets_of_a_strict_search_count_what_it_finds(library: Library) -> None:
    assert sum(count for _, count in library.facets("raisi").days) == 1
    assert library.facets("raisi", strict=True).days == ()


def test_what_filters_hide_is_counted_with_the_query_that_shows_it(library: Library) -> None:
    read = library.search("drought").hits[0].row.id
    library.mark_read([read])
    hidden = library.search("minister is:read").hidden
    assert hidden is not None
    assert (hidden.total, hidden.by, hidden.query) == (2, "read", "minister")
    assert library.search("drought is:read").hidden is None
    assert library.search("is:read").hidden is None


def test_what_is_unread_is_found_whether_few_or_most_are_read(library: Library) -> None:
    ids = library.search("minister").hits
    for read in range(4):
        library.mark_read([hit.row.id for hit in ids[:read]])
        assert library.search("minister is:unread").total == 3 - read
        assert library.search("is:unread").total == 3 - read
        assert library.search("-is:unread").total == read


def test_what_cannot_be_read_is_named_with_its_place(library: Library) -> None:
    assert "since:soon (character 7): not a date" in library.search("grain since:soon").notes


def test_a_snippet_that_was_not_asked_for_can_be_had_later(library: Library) -> None:
    hits = library.search("raisi", snippets=False)
    assert hits.hits[0].snippet == Marked("") and hits.loose
    assert library.snippet(hits.hits[0].row.id, hits) == library.search("raisi").hits[0].snippet
    assert library.snippet("gone", hits) == Marked("")


def test_nothing_found_says_which_part_excludes_most_though_another_is_misspelt(library: Library) -> None:
    assert (
        "no article has all of it; 1 article has the rest, left out: volcano"
        in library.search("parlaiment AND volcano").notes
    )


def test_a_library_sees_what_another_one_on_its_folder_adds(library: Library, folder: Path) -> None:
    assert titles(library, "volcano") == []
    write(folder, "volcano", "Volcano erupts", "Ash fell on the villages below the volcano, and roads were closed.")
    with open_library(folder / "library") as other:
        list(other.add([folder / "articles"], executor=Inline()))
    assert titles(library, "volcano") == ["Volcano erupts"]


def test_an_index_that_vanishes_is_built_anew_by_the_next_search(library: Library, folder: Path) -> None:
    assert len(titles(library, "grain")) == 3
    shutil.rmtree(folder / "library" / "search")
    assert len(titles(library, "grain")) == 3


def test_a_saved_search_counts_what_is_new_since_the_last_look(library: Library, folder: Path) -> None:
    library.searches.save("harvest", "grain")
    saved = library.searches.all()
    assert [(each.name, each.query, each.total, each.unread, each.new) for each in saved] == [
        ("harvest", "grain", 3, 3, 0)
    ]
    write(
        folder, "more", "Grain ships sail", "Three ships with grain left the harbour at dawn and sailed to the south."
    )
    list(library.add([folder / "articles"], executor=Inline()))
    library.mark_read([library.search("drought").hits[0].row.id])
    assert [(each.total, each.unread, each.new) for each in library.searches.all()] == [(4, 3, 1)]
    library.searches.look("harvest")
    assert [each.new for each in library.searches.all()] == [0]
    library.searches.forget("harvest")
    assert library.searches.all() == []


def test_the_history_has_each_query_once_latest_first(library: Library) -> None:
    for query in ("grain", "oil ", "", "grain"):
        library.searches.remember(query)
    assert library.searches.history() == ["grain", "oil"]


def test_a_build_stopped_while_indexing_leaves_the_rest_for_the_next(library: Library, folder: Path) -> None:
    write(folder, "volcano", "Volcano erupts", "Ash fell on the villages below the volcano, and roads were closed.")
    stop = Event()
    for event in library.add([folder / "articles"], executor=Inline(), cancelled=stop.is_set):
        if getattr(event, "stage", "") == "search":
            stop.set()
    assert stop.is_set()
    assert titles(library, "volcano") == ["Volcano erupts"]


def test_articles_wait_where_a_run_was_stopped_and_nobody_else_is_at_it(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.indexed.CATCH_UP", 0)
    library._stores.pending.all()
    with alone(folder / "library" / "search", 0.0), open_library(folder / "library") as other:
        assert other.search("grain").waiting == 0
    assert library.search("grain").waiting == 3
    list(library.catch_up())
    assert library.search("grain").waiting == 0
