"""What a disk can do to a library: each ends as a sentence that says what to do, and what the user did comes back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.errors import LibraryBusy, LibraryError
from index.library import open_library
from index.paths import ARTICLES_DB, BACKUPS, READING_DB
from index.store.backups import back_up
from index.store.database import Database
from tests.unit.command_line import Cli

PAGE = 4096
ROOT = Path(__file__).parents[2]


@pytest.fixture
def marked(copied: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """A library with a note, and a backup of it."""
    with open_library(copied) as library:
        library.note(library.articles()[0].id, "a dear note")
    back_up(copied, date(2024, 7, 8))
    return Cli(copied, capsys)


def spoil(file: Path) -> None:
    """Every page but the first, as a dying disk does."""
    size = file.stat().st_size
    with file.open("r+b") as stream:
        for page in range(1, size // PAGE):
            stream.seek(page * PAGE)
            stream.write(b"\xff" * (PAGE // 2))


@pytest.mark.parametrize(("name", "remedy"), [(ARTICLES_DB, "add your files again"), (READING_DB, "takes its place")])
def test_a_database_that_is_damaged_in_the_middle_is_named_with_what_to_do(marked, name, remedy):
    spoil(marked.library / name)
    told = marked("articles")
    assert told.code == 3
    assert str(marked.library / name) in told.err and "damaged" in told.err and remedy in told.err


@pytest.mark.parametrize("size", [10, 100, PAGE])
def test_a_database_that_is_cut_off_is_named_with_what_to_do(marked, size):
    os.truncate(marked.library / READING_DB, size)
    told = marked("notes")
    assert told.code == 3 and "takes its place" in told.err
    (marked.library / READING_DB).unlink()
    assert "a dear note" in marked("notes").out


def test_damage_shows_while_rows_are_fetched_too(tmp_path):
    database = Database(tmp_path)
    with database.transaction() as connection:
        connection.executemany("INSERT INTO sources VALUES (?)", ((f"/{'news' * 99}/{n}",) for n in range(999)))
    database.close()
    spoil(tmp_path / ARTICLES_DB)
    with pytest.raises(LibraryError, match=ARTICLES_DB), closing(Database(tmp_path)) as database:
        list(database.connection.execute("SELECT path FROM sources"))


@pytest.mark.parametrize(
    "leave", [lambda file: file.unlink(), lambda file: os.truncate(file, 0)], ids=["gone", "empty"]
)
def test_what_the_user_did_comes_back_from_the_backup(marked, leave):
    leave(marked.library / READING_DB)
    told = marked("notes")
    assert "a dear note" in told.out
    assert f"{READING_DB}: was gone; reading-2024-07-08.db took its place" in told.err
    again = marked("notes")
    assert "a dear note" in again.out and not again.err


def test_a_damaged_database_may_be_moved_away_within_the_library(marked, seeds):
    (marked.library / ARTICLES_DB).rename(marked.library / "old.db")
    assert marked("add", seeds).code == 0
    assert "a dear note" in marked("notes").out and "Putin" in marked("notes").out


def test_the_latest_whole_backup_is_taken(marked):
    (marked.library / BACKUPS / "reading-2024-07-09.db").write_bytes(b"SQLite format 3\0 and nothing more" * 200)
    (marked.library / READING_DB).unlink()
    assert "a dear note" in marked("notes").out


def test_what_sqlite_left_of_the_lost_file_does_not_get_into_the_backup(marked):
    with closing(sqlite3.connect(marked.library / READING_DB)) as holder:
        holder.execute("DELETE FROM highlights")
        holder.commit()
        rest = (marked.library / f"{READING_DB}-wal").read_bytes()
    assert rest
    (marked.library / READING_DB).unlink()
    (marked.library / f"{READING_DB}-wal").write_bytes(rest)
    assert "a dear note" in marked("notes").out


SLOW = """
import sys, time
from pathlib import Path
from index.store import backups
whole = backups.is_whole
def slowly(*given, **named):
    print("looking", flush=True)
    sys.stdin.readline()
    time.sleep(0.1)
    return whole(*given, **named)
backups.is_whole = slowly
backups.restore(Path(sys.argv[1]))
"""


def test_of_two_processes_that_bring_back_what_was_lost_the_second_takes_nothing_away(marked):
    (marked.library / READING_DB).unlink()
    command = [sys.executable, "-c", SLOW, str(marked.library)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as slow:
        assert slow.stdin is not None and slow.stdout is not None
        assert slow.stdout.readline() == "looking\n"
        slow.stdin.write("go on\n")
        slow.stdin.flush()
        with open_library(marked.library) as library:
            library.note(library.articles()[0].id, "written meanwhile")
        assert slow.wait(60) == 0
    assert {each["note"] for each in marked("notes", "--json").records} == {"a dear note", "written meanwhile"}


@pytest.mark.parametrize("leave", ["gone", "empty"])
def test_that_the_articles_are_gone_is_told_until_they_are_back(marked, seeds, leave):
    file = marked.library / ARTICLES_DB
    file.unlink() if leave == "gone" else os.truncate(file, 0)
    for _ in range(2):
        told = marked("articles")
        assert told.out == "" and f"{file}: holds no articles any more: add their files again" in told.err
    assert "a dear note" in marked("notes").out
    marked("add", seeds)
    again = marked("notes")
    assert "a dear note" in again.out and not again.err


def test_that_articles_db_is_gone_is_told_where_nothing_was_read_too(cli, tmp_path, capsys):
    library = Path(shutil.copytree(cli.library, tmp_path / "library"))
    (library / ARTICLES_DB).unlink()
    assert "holds no articles any more" in Cli(library, capsys)("articles").err


def test_a_new_library_misses_no_articles(new):
    assert "any more" not in new("articles").err
    assert "any more" not in new("articles").err


def test_a_library_without_backups_begins_with_nothing_marked(new, seeds):
    new("add", seeds)
    (new.library / READING_DB).unlink()
    told = new("notes")
    assert (told.code, told.out) == (1, "") and "was gone" not in told.err


def test_who_writes_too_long_is_told_as_busy(tmp_path):
    with closing(Database(tmp_path)) as one, closing(Database(tmp_path)) as other:
        other.connection.execute("PRAGMA busy_timeout = 0")
        with one.transaction(), pytest.raises(LibraryBusy, match="another process"), other.transaction():
            pass


def test_a_library_that_cannot_be_written_is_named(tmp_path):
    with closing(Database(tmp_path)) as database:
        database.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LibraryError, match="cannot be written") as told, database.transaction():
            pass
        assert told.value.subject == tmp_path


def test_a_mistake_in_a_statement_is_no_fault_of_the_library(tmp_path):
    with closing(Database(tmp_path)) as database, pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.connection.execute("SELECT 1 FROM nowhere")
