"""A library that cannot be written, on a read-only medium or in somebody else's folder: it is read as any other."""

from __future__ import annotations

import ctypes
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.errors import LibraryError
from index.library import open_library
from index.paths import ARTICLES_DB, READING_DB, search_folder
from index.store.backups import back_up
from tests.unit.command_line import Cli

ROOT = Path(__file__).parents[2]
TOLD = "cannot be written: it can be read and searched, and nothing is kept in it"
SCRIPT = """
import sys
from index.cli import main
for command in sys.stdin.read().splitlines():
    print("code", main([*command.split(), "--library", sys.argv[1]]), flush=True)
"""


@pytest.fixture
def marked(copied: Path) -> Path:
    """A library with a note and a backup of it."""
    with open_library(copied) as library:
        library.note(library.articles()[0].id, "a dear note")
        list(library.catch_up())
    back_up(copied, date(2024, 7, 8))
    return copied


@pytest.fixture
def shut(marked: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same, said to be unwritable; fails where anything in it changes nevertheless."""
    asked = os.access

    def access(path: Path, mode: int) -> bool:
        return asked(path, mode) and not (mode & os.W_OK and Path(path).is_relative_to(marked))

    monkeypatch.setattr(os, "access", access)
    return marked


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def without_privileges() -> None:
    """Lets permissions hold for the administrator, too: CAP_DAC_OVERRIDE leaves the bounding set."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of this kind are of Unix")
def test_where_writing_is_not_allowed_all_is_read_and_nothing_written(marked: Path, seeds: Path) -> None:
    with open_library(marked) as library:
        article, story = library.articles()[0].id, library.stories()[0].id
    before = contents(marked)
    reading = ["articles", "stories", f"story {story}", f"show {article}", "search Tokayev", "notes",
               "search note:dear", "about Tokayev", "brief", "check", "backups", f"export {story}",
               "export --state -"]  # fmt: skip
    writing = [f"note {article} words", f"tag {article} energy", f"add {seeds}", "rebuild", "undo"]
    places = [path for path in marked.rglob("*") if path.is_dir()]
    for path in (marked, *places):
        path.chmod(0o500)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(marked)], input="\n".join([*reading, *writing]), cwd=ROOT, text=True,
        capture_output=True, preexec_fn=without_privileges, check=False,
    )  # fmt: skip
    for path in (marked, *places):
        path.chmod(0o700)
    codes = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("code ")]
    assert codes == ["0"] * len(reading) + ["3"] * len(writing), done.stderr
    assert done.stderr.count(TOLD) == len(writing) and "Traceback" not in done.stderr
    assert contents(marked) == before


def test_what_is_written_by_itself_is_left_out_in_silence(shut: Path) -> None:
    before = contents(shut)
    with open_library(shut) as library:
        article = library.articles()[0].id
        library.set_place(article, 2)
        library.set_setting("theme", "dusk")
        library.searches.remember("storm")
        assert library.back_up() is None
        assert library.summary(article, 2, "lexrank").lines
        assert (library.behind(), library.reading(article).place, library.setting("theme")) == (0, 0, "")
        assert library.unwritable() == f"{shut} {TOLD}"
        with pytest.raises(LibraryError, match=TOLD):
            library.star([article])
    assert contents(shut) == before


def test_a_library_that_can_be_written_says_nothing_of_it(marked: Path) -> None:
    with open_library(marked) as library:
        assert library.unwritable() == ""


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_every_engine_searches_where_it_cannot_write(marked, engine, request) -> None:
    pytest.importorskip(engine)
    with open_library(marked) as library:
        list(library.rebuild(engine=engine))
    shut = request.getfixturevalue("shut")
    before = contents(shut)
    with open_library(shut) as library:
        assert library.search("Tokayev").total == 4
        assert library.facets("Tokayev").outlets
    assert contents(shut) == before


def test_without_a_search_index_the_rest_is_read(shut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(search_folder(shut))
    cli = Cli(shut, capsys)
    told = cli("search", "Tokayev")
    assert told.code == 3 and "no search index" in told.err and "cannot be written" in told.err
    assert len(cli("articles").out.splitlines()) == 5


def test_a_lost_reading_db_is_shown_from_its_backup_and_else_is_empty(shut: Path, capsys) -> None:
    (shut / READING_DB).unlink()
    cli = Cli(shut, capsys)
    told = cli("notes")
    assert "a dear note" in told.out and "reading-2024-07-08.db took its place" in told.err
    (copy,) = (shut / "backups").glob("*.db")
    copy.unlink()
    assert cli("notes").code == 1
    assert TOLD in cli("tag", "f8", "energy").err
    assert not (shut / READING_DB).exists()


def test_what_a_process_that_died_had_written_is_read_and_its_absence_is_never_silent(marked: Path, request) -> None:
    with closing(sqlite3.connect(marked / READING_DB)) as held:
        held.execute("SELECT 1 FROM settings").fetchone()
        with open_library(marked) as library:
            library.note(library.articles()[0].id, "the last words")
        died = marked.parent / "died"
        shutil.copytree(marked, died)
    marked.rename(marked.parent / "before")
    died.rename(marked)
    shut = request.getfixturevalue("shut")
    with open_library(shut) as library:
        assert "the last words" in [each.note for each in library.all_highlights()]
    shut.joinpath("reading.db-shm").unlink()
    with pytest.raises(LibraryError, match="open the library once in a folder that you can write"):
        open_library(shut)


def test_one_of_an_older_program_is_not_changed_but_named(marked: Path, request) -> None:
    with closing(sqlite3.connect(marked / ARTICLES_DB)) as database:
        database.execute("PRAGMA user_version = 1")
    with pytest.raises(LibraryError, match="older Nutgraf"):
        open_library(request.getfixturevalue("shut"))


def test_where_there_is_no_library_none_is_made(shut: Path) -> None:
    (shut / ARTICLES_DB).unlink()
    with pytest.raises(LibraryError, match="there is no library in"):
        open_library(shut)
