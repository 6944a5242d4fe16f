"""The two databases: what they refuse, how they share locks, and lists that are read a page at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import LibraryError, NothingFound
from index.events import Skipped
from index.models import Article, Block, Origin, Published, Ranking, Role, Sentence, Story, Summary, SummaryLine
from index.paths import ARTICLES_DB, READING_DB
from index.store.articles import Derived
from index.store.database import path_in, path_out
from index.store.files import FileState
from index.store.lists import PAGE, Listing, Rows
from index.store.stores import Stores, open_stores


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    stores = open_stores(tmp_path / "library")
    yield stores
    stores.database.close()


def derived(id: str, text: str = "One sentence.", when: str = "") -> Derived:
    return Derived(
        Article(
            id=id, origins=(Origin(f"/{id}.txt"),), title=f"About {id}", outlet="", agency="", authors=("Ana Lund",),
            published=Published(when, "day", "byline") if when else None, place="", url="", language="en",
            blocks=(Block(Role.BODY, text),), sentences=(Sentence(0, 0, len(text)),),
        ),
        text_key=text, ranking=Ranking("lexrank", (1.0,)), features="[]",
    )  # fmt: skip


def put(stores: Stores, *items: Derived) -> None:
    with stores.database.transaction() as connection:
        for item in items:
            stores.articles.put(connection, item.article.id, item)
            stores.files.attach(connection, item.article.origins[0].path, "", item.article.id)


def test_an_article_comes_back_as_it_was_put(stores: Stores) -> None:
    item = derived("a", when="2023-11-09")
    put(stores, item)
    assert stores.articles.article("a") == item.article
    assert stores.articles.ranking("a") == item.ranking


def test_an_unknown_id_is_nothing_found(stores: Stores) -> None:
    for ask in (stores.articles.row, stores.articles.article, stores.articles.ranking, stores.stories.story):
        with pytest.raises(NothingFound):
            ask("nobody")


def test_other_words_under_the_same_id_keep_the_earlier_ones_as_a_revision(stores: Stores) -> None:
    put(stores, derived("a", "First words."))
    put(stores, derived("a", "Second words."))
    put(stores, derived("a", "Second words."))
    kept = stores.database.connection.execute("SELECT number, blocks FROM revisions").fetchall()
    assert len(kept) == 1
    assert "First words." in kept[0][1]


def test_a_story_tells_no_line_of_an_article_that_has_left_the_library(stores: Stores) -> None:
    put(stores, derived("a"), derived("b", "Another one."))
    lines = (SummaryLine("One sentence.", "a", 0, ("b",)), SummaryLine("Another one.", "b", 0, ("a",)))
    told = (Story("s", "About a", ("a", "b"), "", "", ()), Summary(lines))
    stores.stories.write(moved={"a": "s", "b": "s"}, stories=[told], dropped=(), inferred={}, grouped=["a", "b"])
    assert stores.stories.summary("s").lines == lines
    with stores.database.transaction() as connection:
        stores.articles.remove(connection, ["b"])
    assert stores.stories.summary("s").lines == (SummaryLine("One sentence.", "a", 0),)


def test_a_failed_transaction_leaves_nothing_behind(stores: Stores) -> None:
    with pytest.raises(ZeroDivisionError), stores.database.transaction() as connection:
        stores.articles.put(connection, "a", derived("a"))
        raise ZeroDivisionError
    assert stores.articles.ids() == []


def test_what_was_skipped_in_a_file_is_told_in_its_order_until_it_is_read_anew(stores: Stores) -> None:
    state = FileState("/news/\udce9.jsonl", 1, 2, 3, "hash", "line 2: broken JSON")
    told = [Skipped(f"{state.path}#{number}", f"line {number}: broken JSON") for number in (2, 10, 3)]
    assert stores.files.skipped(state) == [Skipped(state.path, state.reason)]
    with stores.database.transaction() as connection:
        stores.files.put_skipped(connection, state.path, told[:1])
        stores.files.put_skipped(connection, state.path, told[1:])
        stores.files.put_skipped(connection, "/news/other.jsonl", [Skipped("/news/other.jsonl", "empty")])
    assert stores.files.skipped(state) == told
    with stores.database.transaction() as connection:
        stores.files.drop(connection, state.path)
    assert stores.files.skipped(replace(state, reason="")) == []


def test_a_full_disk_is_told_as_a_library_error(stores: Stores) -> None:
    pages = stores.database.connection.execute("PRAGMA page_count").fetchone()[0]
    stores.database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="full"):
        put(stores, derived("a", "word " * 100_000))
    assert stores.articles.ids() == []


def test_read_marks_are_written_while_the_build_holds_its_lock(stores: Stores, tmp_path: Path) -> None:
    reader = open_stores(tmp_path / "library")
    reader.database.connection.execute("PRAGMA busy_timeout = 0")
    with stores.database.transaction() as connection:
        stores.articles.put(connection, "a", derived("a"))
        with reader.database.marking() as marks:
            reader.reading.put(marks, "read_at", {"a": "2023-11-09"})
    assert stores.reading.reading("a").read_at
    reader.database.close()


def test_a_change_during_indexing_stays_on_the_list(stores: Stores) -> None:
    put(stores, derived("a"), derived("b", "Other words."))
    batch = stores.pending.batch(10)
    put(stores, derived("a", "New words."))
    stores.pending.done(batch)
    assert [article for article, _ in stores.pending.batch(10)] == ["a"]


def test_a_long_list_is_read_a_page_at_a_time_newest_first(stores: Stores) -> None:
    days = [f"2023-{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 29)]
    put(stores, *(derived(day, day, when=day) for day in days))
    rows = Rows(stores.database, Listing())
    assert len(rows) == len(days) > 2 * PAGE
    assert [row.id for row in rows] == sorted(days, reverse=True)
    assert rows[-1].id == days[0]
    assert [row.id for row in rows[1:3]] == sorted(days, reverse=True)[1:3]


def test_views_follow_what_the_user_did(stores: Stores) -> None:
    put(stores, derived("a"), derived("b", "Other words."))
    with stores.database.marking() as marks:
        stores.reading.put(marks, "read_at", {"a": "2023-11-09"})
        stores.reading.put(marks, "starred", {"b": 1})
    assert [row.id for row in Rows(stores.database, Listing("unread"))] == ["b"]
    assert [row.id for row in Rows(stores.database, Listing("starred"))] == ["b"]
    with stores.database.marking() as marks:
        assert stores.reading.put(marks, "read_at", {"a": "", "b": ""}) == [("2023-11-09", ["a"])]
    assert [row.id for row in Rows(stores.database, Listing("unread"))] == ["a", "b"]


@pytest.mark.parametrize("name", [ARTICLES_DB, READING_DB])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("This is a letter to my aunt. " * 100)
    with pytest.raises(LibraryError, match=name):
        open_stores(tmp_path)


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / ARTICLES_DB
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = foreign.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        open_stores(tmp_path)
    assert foreign.read_bytes() == before


def test_a_new_library_waits_for_another_process_that_is_making_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(tmp_path / ARTICLES_DB, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        other.execute("ROLLBACK")

    monkeypatch.setattr("index.store.migrate.sleep", wait)
    monkeypatch.setattr("index.store.connection.WAIT", 0)
    open_stores(tmp_path).database.close()
    other.close()
    assert len(waited) == 1


def test_a_library_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    open_stores(tmp_path / "library").database.close()
    with sqlite3.connect(tmp_path / "library" / ARTICLES_DB) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="newer"):
        open_stores(tmp_path / "library")


def test_a_folder_with_other_files_is_not_taken_for_a_library(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("x")
    with pytest.raises(LibraryError, match=r"thesis\.odt"):
        open_stores(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_a_file_is_not_taken_for_a_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError):
        open_stores(tmp_path / "file")


def test_a_new_library_is_for_its_owner_only(tmp_path: Path) -> None:
    open_stores(tmp_path / "library").database.close()
    assert (tmp_path / "library").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("path", ["/news/Raïssi.txt", "/news/\udce9t\udce9.txt"])
def test_a_path_of_any_bytes_comes_back_from_the_store(stores: Stores, path: str) -> None:
    stores.files.add_sources([path])
    assert stores.files.sources() == [path]
    assert path_out(path_in(path)) == path
