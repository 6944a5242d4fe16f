"""Dated copies of reading.db, for nothing else can bring back what the user did."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from index.errors import LibraryError
from index.paths import BACKUPS, READING_DB
from index.store.connection import WAIT, is_there, is_whole, is_writable
from index.store.migrate import bring_up
from index.store.schema import MIGRATIONS

KEPT = 7
"""Copies that are kept, the latest ones."""
_NAME = re.compile(r"reading-(\d{4}-\d\d-\d\d)\.db")
_KEEPS = "SELECT EXISTS (SELECT 1 FROM reading) OR EXISTS (SELECT 1 FROM highlights) OR EXISTS (SELECT 1 FROM searches)"


def backups(folder: Path) -> list[Path]:
    """The copies of a library's reading.db, the latest first."""
    found = (folder / BACKUPS).glob("reading-*.db")
    return sorted((path for path in found if _NAME.fullmatch(path.name)), reverse=True)


def back_up(folder: Path, today: date) -> Path | None:
    """Copies reading.db, if it holds anything, can have changed, and has no copy of today yet; gives the copy made.

    Safe while others write, and in two processes at once: SQLite copies a whole state of the database under a name of
    this process, which then becomes the day's. Raises `LibraryError` where no copy can be written.
    """
    made = folder / BACKUPS / f"reading-{today.isoformat()}.db"
    if made.exists() or not is_writable(folder):
        return None
    partial = made.with_name(f".{made.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(folder / READING_DB, timeout=10)) as source:
            if not source.execute(_KEEPS).fetchone()[0]:
                return None
            made.parent.mkdir(mode=0o700, exist_ok=True)
            _copy(source, partial)
        partial.replace(made)
        for old in backups(folder)[KEPT:]:
            old.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as problem:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise LibraryError(f"what you read could not be backed up: {problem}", subject=made) from problem
    return made


def latest(folder: Path) -> Path | None:
    """The latest copy that is whole."""
    return next((copy for copy in backups(folder) if is_whole(copy, frozen=True)), None)


def restore(folder: Path) -> Path | None:
    """Puts the latest whole copy in the place of a reading.db that is gone or empty; gives the copy, None without one.

    Of processes that come at once one does it and the others wait. Raises `LibraryError` where it cannot be written.
    """
    lost, copy = folder / READING_DB, None
    partial = lost.with_name(f".{lost.name}.{os.getpid()}")
    try:
        with _alone(folder):
            if not is_there(lost) and (copy := latest(folder)) is not None:
                for rest in ("-wal", "-shm"):  # of the file that is gone: SQLite would write them into this one
                    lost.with_name(lost.name + rest).unlink(missing_ok=True)
                partial.touch(mode=0o600)
                partial.write_bytes(copy.read_bytes())
                partial.replace(lost)
    except (OSError, sqlite3.Error) as problem:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise LibraryError(f"no backup could be put in the place of {lost}: {problem}", subject=lost) from problem
    return copy


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps other processes out, by a lock of SQLite's on a file that stays empty: every system knows it, and frees the
    lock of a process that dies."""
    lock = folder / BACKUPS / ".lock"
    lock.touch(mode=0o600)
    with closing(sqlite3.connect(lock, timeout=WAIT, isolation_level=None)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield


def stand_in(folder: Path) -> bytes:
    """What serves as reading.db where it is lost and nothing can be written: the latest whole copy, else an empty one.

    To be deserialised by SQLite.
    """
    copy = latest(folder)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        if copy is not None:
            database.deserialize(copy.read_bytes())
        bring_up(database, copy or folder / READING_DB, MIGRATIONS[READING_DB])
        return database.serialize()


def _copy(source: sqlite3.Connection, path: Path) -> None:
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, that can be copied as it lies
