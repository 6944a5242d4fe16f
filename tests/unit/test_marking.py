"""What the user does: it is kept, searched, listed, and undone step by step."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from index.errors import NothingFound, UsageError
from index.library import Library, open_library
from tests.unit.command_line import REPORT


def _write(folder: Path, name: str, text: str = REPORT, title: str = "") -> Path:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{title or name}\n\n{text}", "utf-8")
    return file


@pytest.fixture
def news(tmp_path: Path) -> Path:
    _write(tmp_path / "news", "a.txt", title="Harbour closed after the storm")
    _write(
        tmp_path / "news", "b.txt", "Wheat fell by four percent on Tuesday. Traders in Paris expect more rain.\n" * 2
    )
    _write(tmp_path / "news", "c.txt", "The council of Orrin met twice. It voted to keep the old library open.\n" * 2)
    return tmp_path / "news"


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def library(tmp_path: Path, news: Path, executor: ThreadPoolExecutor) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        list(library.add([news], executor=executor))
        yield library


def ids(library: Library) -> list[str]:
    return [row.id for row in sorted(library.articles(), key=lambda row: row.origin)]


def test_every_change_is_undone_in_the_order_of_the_last_first(library: Library) -> None:
    a, b, c = ids(library)
    library.star([a])
    library.tag([a, b], ["grain", "two words"])
    library.mark_read([a, b, c])
    library.highlight(a, 0, 0, "look here")
    library.note(b, "ask them")
    said = [library.undo() for _ in range(6)]
    assert [words.split(":")[0] for words in said] == [
        "noted", "noted", "marked as read", "tagged +grain +two words", "starred", "",
    ]  # fmt: skip
    assert library.all_highlights() == [] and library.tags() == []
    assert library.counts().unread == 3 and library.counts().starred == 0


def test_undo_says_what_it_was_about(library: Library) -> None:
    a, b, _ = ids(library)
    library.star([a])
    library.star([b, a], False)
    assert library.undo() == f"star taken away: {library.row(a).title}"
    library.mark_read([a, b])
    assert library.undo() == "marked as read: 2 articles"


def test_what_changes_nothing_is_no_step(library: Library) -> None:
    a, *_ = ids(library)
    assert library.mark_read([a], False) == 0 and library.tag([a], remove=["none"]) == 0
    assert library.undo() == ""


def test_undo_restores_what_each_article_had(library: Library) -> None:
    a, b, c = ids(library)
    library.mark_read([b])
    before = library.reading(b).read_at
    library.mark_read([a, b, c])
    library.mark_read([a, b, c], False)
    library.undo()
    library.undo()
    assert [bool(library.reading(id).read_at) for id in (a, b, c)] == [False, True, False]
    assert library.reading(b).read_at == before


def test_undo_works_after_a_restart_and_leaves_the_steps_of_a_copy_beside_it_alone(library: Library) -> None:
    a, b, _ = ids(library)
    library.star([a])
    with open_library(library.folder) as other:
        other.star([b])
        library.mark_read([a])
        assert other.undo().startswith("starred") and not other.row(b).starred
        assert other.undo().startswith("starred") and not other.row(a).starred
        assert other.undo() == ""
    assert library.undo().startswith("marked as read")


def test_tags_are_added_and_taken_away_together_and_keep_their_order(library: Library) -> None:
    a, *_ = ids(library)
    library.tag([a], ["one", "two", " one "])
    library.tag([a], ["three"], ["one"])
    assert library.reading(a).tags == ("two", "three")
    assert library.tags() == [("three", 1), ("two", 1)]


def test_tags_and_notes_are_searched_at_once_and_no_longer_when_they_are_undone(library: Library) -> None:
    a, b, _ = ids(library)
    assert library.search("quagga").total == 0
    library.tag([a], ["energy"])
    library.note(b, "a quagga was seen")
    assert [hit.row.id for hit in library.search("tag:energy")] == [a]
    for query in ("quagga", "note:quagga", "has:note"):
        assert [hit.row.id for hit in library.search(query)] == [b]
    library.undo()
    assert library.search("quagga", strict=True).total == library.search("has:note").total == 0


def test_has_highlight_finds_articles_with_marked_sentences(library: Library) -> None:
    a, b, _ = ids(library)
    library.highlight(a, 0, 1)
    library.note(b, "only words")
    assert [hit.row.id for hit in library.search("has:highlight")] == [a]


def test_marking_does_not_wait_for_a_build_that_writes(library: Library) -> None:
    a, *_ = ids(library)
    with closing(sqlite3.connect(library.folder / "articles.db", isolation_level=None)) as build:
        build.execute("BEGIN IMMEDIATE")
        library.tag([a], ["now"])
        library.note(a, "now")
        build.execute("ROLLBACK")
    assert library.reading(a).tags == ("now",)


def test_a_highlight_survives_another_wording_of_its_article(
    library: Library, news: Path, executor: ThreadPoolExecutor
) -> None:
    from index.models import Origin

    by_origin = {row.origin: row.id for row in library.articles()}
    id = by_origin[Origin(str(news / "a.txt"))]
    mark = library.highlight(id, 1, 1)
    _write(
        news,
        "a.txt",
        f"A line that was not there before stands here now.\n\n{REPORT}",
        "Harbour closed after the storm",
    )
    list(library.refresh(executor=executor))
    (found,) = library.highlights_of(id)
    assert library.article(id).sentence(found.first) == mark.text and found.first != mark.first
    _write(
        news,
        "a.txt",
        "Nothing of it is left. All of this is new, and longer than it was.",
        "Harbour closed after the storm",
    )
    list(library.refresh(executor=executor))
    assert [each.detached for each in library.highlights_of(id)] == [True]
    assert library.all_highlights()[0].text == mark.text


def test_notes_are_changed_and_a_note_without_words_goes(library: Library) -> None:
    a, *_ = ids(library)
    note = library.note(a, "first")
    library.annotate(note.id, "second")
    assert [each.note for each in library.highlights_of(a)] == ["second"]
    library.annotate(note.id, "  ")
    assert library.highlights_of(a) == []
    library.undo()
    assert [each.note for each in library.highlights_of(a)] == ["second"]
    library.undo()
    assert [each.note for each in library.highlights_of(a)] == ["first"]


def test_what_cannot_be_marked_is_refused(library: Library) -> None:
    a, *_ = ids(library)
    with pytest.raises(UsageError):
        library.highlight(a, 0, 99)
    with pytest.raises(UsageError):
        library.note(a, "  ")
    with pytest.raises(NothingFound):
        library.note("nobody", "words")
    with pytest.raises(NothingFound):
        library.annotate(7, "words")


def test_state_goes_elsewhere_and_comes_together_there(
    library: Library, tmp_path: Path, news: Path, executor: ThreadPoolExecutor
) -> None:
    a, b, _ = ids(library)
    library.tag([a], ["x"])
    library.mark_read([b])
    library.highlight(a, 0, 0, "mine")
    library.searches.save("rain", "rain")
    file = tmp_path / "state.json"
    file.write_text(json.dumps(library.state()))
    with open_library(tmp_path / "other") as other:
        list(other.add([news / "a.txt", news / "b.txt"], executor=executor))
        other.tag([a], ["y"])
        done = other.import_state(file)
        assert (done.articles, done.highlights, done.searches) == (2, 1, 1)
        again = other.import_state(file)
        assert (again.highlights, again.searches) == (0, 0)
        assert other.reading(a).tags == ("y", "x") and other.row(b).read
        assert [each.note for each in other.all_highlights()] == ["mine"]
        assert [hit.row.id for hit in other.search("tag:x")] == [a]
        assert [saved.name for saved in other.searches.all()] == ["rain"]


def test_state_of_articles_that_are_not_here_waits_for_them(library: Library, tmp_path: Path) -> None:
    library.star(ids(library)[:1])
    file = tmp_path / "state.json"
    file.write_text(json.dumps(library.state()))
    with open_library(tmp_path / "other") as other:
        assert other.import_state(file).unknown == 1


@pytest.mark.parametrize(
    "text",
    ["no json", "[]", "{}", '{"kind": "nutgraf reading state", "version": 2}',
     '{"kind": "nutgraf reading state", "version": 1, "reading": [{"read_at": ""}]}',
     '{"kind": "nutgraf reading state", "version": 1, "reading": 3}',
     '{"kind": "nutgraf reading state", "version": 1, "highlights": [{"article": "a", "first": "x"}]}'],
)  # fmt: skip
def test_what_is_no_state_is_refused_and_changes_nothing(library: Library, tmp_path: Path, text: str) -> None:
    before = library.state()
    file = tmp_path / "state.json"
    file.write_text(text)
    with pytest.raises(UsageError):
        library.import_state(file)
    assert {**library.state(), "made": ""} == {**before, "made": ""}


def test_backups_are_dated_once_a_day_and_the_last_seven_stay(library: Library, monkeypatch) -> None:
    assert library.back_up() is None, "there is nothing to keep yet"
    a, *_ = ids(library)
    library.star([a])
    for day in range(1, 10):
        monkeypatch.setattr(library, "today", partial(date, 2026, 11, day))
        assert library.back_up() is not None
        assert library.back_up() is None
    names = [path.name for path in library.backups()]
    assert names == [f"reading-2026-11-{day:02}.db" for day in range(9, 2, -1)]
    assert {path.stat().st_mode & 0o077 for path in library.backups()} == {0}


def test_a_backup_is_whole_and_can_be_brought_back(library: Library) -> None:
    a, *_ = ids(library)
    library.tag([a], ["kept"])
    library.back_up()
    library.tag([a], remove=["kept"])
    library.import_state(library.backups()[0])
    assert library.reading(a).tags == ("kept",)


def test_a_library_with_backups_is_still_a_library(library: Library) -> None:
    library.star(ids(library)[:1])
    library.back_up()
    with open_library(library.folder) as again:
        assert again.counts().starred == 1


def _mark(folder: Path, tag: str, articles: list[str]) -> None:
    with open_library(folder) as library:
        for number in range(20):
            library.tag(articles, [f"{tag}{number}"])
            library.note(articles[0], f"{tag} {number}")
            library.back_up()


def test_two_running_copies_lose_nothing_of_each_other(library: Library) -> None:
    articles = ids(library)
    spawn = multiprocessing.get_context("spawn")
    copies = [spawn.Process(target=_mark, args=(library.folder, tag, articles)) for tag in ("left", "right")]
    for copy in copies:
        copy.start()
    for copy in copies:
        copy.join(60)
    assert [copy.exitcode for copy in copies] == [0, 0]
    wanted = {f"{tag}{number}" for tag in ("left", "right") for number in range(20)}
    assert all(set(library.reading(article).tags) == wanted for article in articles)
    assert len(library.all_highlights()) == 40
    assert len(library.backups()) == 1


def test_lists_are_ordered_and_narrowed(library: Library) -> None:
    assert len(library.articles(words="HARBOUR")) == 1
    assert len(library.articles(words="nobody here")) == 0
    words = [row.words for row in library.articles(order="short")]
    assert words == sorted(words) and [row.words for row in library.articles(order="long")] == words[::-1]
    library.mark_read([library.articles()[0].id])
    assert [row.read for row in library.articles(order="unread")] == [False, False, True]


def test_a_list_knows_where_an_article_stands(library: Library) -> None:
    rows = library.articles(order="title")
    assert [rows.place(row.id) for row in rows] == [0, 1, 2] and rows.ids() == [row.id for row in rows]
    assert rows.place("nobody") is None
    assert [library.articles(words="harbour").place(id) for id in ids(library)].count(None) == 2


def test_lists_of_tags_months_and_what_was_read_last(library: Library) -> None:
    a, b, _ = ids(library)
    library.tag([b], ["x"])
    library.mark_read([a])
    assert [row.id for row in library.articles("tag", "x")] == [b]
    assert [row.id for row in library.articles("recent")] == [a]
    assert sum(number for _, number in library.counted("month")) == 3
    assert sum(len(library.articles("month", month)) for month, _ in library.counted("month")) == 3
    assert sum(len(library.articles("outlet", name)) for name, _ in library.counted("outlet")) == 3


def test_what_was_added_since_is_new(library: Library, news: Path, executor: ThreadPoolExecutor) -> None:
    since = library.newest()
    assert len(library.articles("new", since)) == 0
    _write(news, "d.txt", "A fourth thing happened in Varn. Nobody knows why it did.\n" * 2)
    list(library.refresh(executor=executor))
    assert len(library.articles("new", since)) == 1
