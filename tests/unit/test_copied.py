"""Copies in flat lists: which article's text each carries, and where it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.build.workers import Inline
from index.library import Library, open_library
from index.marks import led
from index.models import ArticleRow
from index.paths import ARTICLES_DB
from index.store.schema import ARTICLES
from tests import wire
from tests.unit.command_line import Cli

COPIES = {"w2": "w1", "w3": "w1", "w4": "w1"}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        list(library.add([wire.write(tmp_path)], executor=Inline()))
        yield library


def names(rows: Sequence[ArticleRow]) -> list[str]:
    return [next(name for name, title, *_ in wire.ARTICLES if title == row.title) for row in rows]


def ids(library: Library) -> dict[str, str]:
    rows = list(library.articles())
    return dict(zip(names(rows), [row.id for row in rows], strict=True))


def copies(library: Library) -> dict[str, str]:
    known = {id: name for name, id in ids(library).items()}
    return {known[row.id]: known[row.copy_of] for row in library.articles() if row.copy_of}


def test_an_article_is_stored_with_the_one_whose_text_it_carries(library: Library) -> None:
    assert copies(library) == COPIES


def test_what_is_split_off_its_story_is_no_copy_until_that_is_undone(library: Library) -> None:
    known = ids(library)
    library.split(library.row(known["w2"]).story, [known["w2"]])
    assert copies(library) == {"w3": "w1", "w4": "w1"}
    library.undo()
    assert copies(library) == COPIES


def test_when_the_original_leaves_the_next_one_takes_its_place(tmp_path: Path) -> None:
    first, *others = wire.ARTICLES
    kept, gone = tmp_path / "kept", tmp_path / "gone"
    for folder, some in ((kept, others), (gone, [first])):
        folder.mkdir()
        for name, title, lines, day, outlet in some:
            text = "\n\n".join([title, f"By the staff of {outlet}, {day}", *lines])
            (folder / f"{day}-{name}.txt").write_text(text, "utf-8")
    with open_library(tmp_path / "library") as library:
        list(library.add([kept, gone], executor=Inline()))
        assert sum(bool(row.copy_of) for row in library.articles()) == 3
        (gone / "2024-03-04-w1.txt").unlink()
        list(library.refresh(executor=Inline()))
        library.prune()
        list(library.catch_up())
        there = {row.id for row in library.articles()}
        followed = {row.copy_of for row in library.articles() if row.copy_of}
    assert len(there) == 4 and len(followed) == 1 and followed <= there


def test_copies_fold_into_their_original_and_are_counted(library: Library) -> None:
    rows = library.articles(copies="folded")
    assert names(rows) == ["own", "w1"]
    assert [rows.copies(at) for at in (0, 1)] == [0, 3] and rows.folded == 3
    assert len(rows) + rows.folded == rows.whole == 5


def test_copies_stand_below_their_original_or_wherever_the_order_puts_them(library: Library) -> None:
    assert names(library.articles(copies="below")) == ["own", "w1", "w3", "w4", "w2"]
    assert names(library.articles()) == ["own", "w3", "w4", "w2", "w1"]


def test_where_the_original_is_not_listed_the_first_copy_leads(library: Library) -> None:
    known = ids(library)
    library.mark_read([known["w1"], known["w3"]])
    rows = library.articles("unread", copies="folded")
    assert names(rows) == ["own", "w4"] and rows.copies(1) == 1


def test_a_folded_copy_is_found_at_its_original_and_is_one_of_the_list(library: Library) -> None:
    rows, known = library.articles(copies="folded"), ids(library)
    assert rows.place(known["w3"]) == rows.place(known["w1"]) == 1
    assert sorted(rows.ids()) == sorted(known.values())
    assert rows.place("nobody") is None


def test_a_filter_counts_what_it_hides_and_not_what_is_folded(library: Library) -> None:
    rows = library.articles(words="ferry", copies="folded")
    assert (len(rows), rows.folded, rows.whole) == (1, 3, 5)


def test_a_library_of_before_is_told_its_copies_by_a_rebuild(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as library:
        list(library.add([wire.write(tmp_path)], executor=Inline()))
    before = next(at for at, migration in enumerate(ARTICLES) if "copy_of" in migration)
    with sqlite3.connect(tmp_path / "library" / ARTICLES_DB) as old:
        old.execute("DROP INDEX articles_copied")
        old.execute("ALTER TABLE articles DROP COLUMN copy_of")
        old.execute(f"PRAGMA user_version = {before}")
    old.close()
    with open_library(tmp_path / "library") as library:
        assert copies(library) == {}
        list(library.rebuild(executor=Inline()))
        assert copies(library) == COPIES


def test_the_command_line_marks_copies(library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli, known = Cli(tmp_path / "library", capsys), ids(library)
    said = cli("articles")
    assert sum("  = Ferry" in line for line in said.out.splitlines()) == 3
    assert "5 articles, 3 of them copies" in said.err
    assert {record["id"]: record["copy_of"] for record in cli("articles", "--json").records} == {
        known[name]: known.get(COPIES.get(name, "")) for name in known
    }
    assert cli("search", "halcyon").out.count(f"copy of {known['w1'][:10]}") == 3
    assert {record["copy_of"] for record in cli("search", "halcyon", "--json").records} == {None, known["w1"]}


@given(st.lists(st.integers(0, 30), unique=True), st.dictionaries(st.integers(0, 30), st.integers(0, 5)))
def test_every_article_of_a_list_leads_or_is_led_once(listed: list[int], drawn: dict[int, int]) -> None:
    originals = {copy: original for copy, original in drawn.items() if original not in drawn}
    under = [copy for copies in led(listed, originals).values() for copy in copies]
    assert len(set(under)) == len(under) and set(under) <= set(listed)
    leads = [article for article in listed if article not in under]
    assert len({originals.get(lead, lead) for lead in leads}) == len(leads)
