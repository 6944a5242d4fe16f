"""Dated copies of reading.db, for nothing else can bring back what the user did."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from index.errors import LibraryError
from index.paths import BACKUPS
from index.store.schema import READING_DB

KEPT = 7
"""Copies that are kept, the latest ones."""
_NAME = re.compile(r"reading-(\d{4}-\d\d-\d\d)\.db")
_KEEPS = "SELECT EXISTS (SELECT 1 FROM reading) OR EXISTS (SELECT 1 FROM highlights) OR EXISTS (SELECT 1 FROM searches)"


def backups(folder: Path) -> list[Path]:
    """The copies of a library's reading.db, the latest first."""
    found = (folder / BACKUPS).glob("reading-*.db")
    return sorted((path for path in found if _NAME.fullmatch(path.name)), reverse=True)


def back_up(folder: Path, today: date) -> Path | None:
    """Copies reading.db, if it holds anything and there is no copy of today yet; gives the copy that was made.

    Safe while others write, and in two processes at once: SQLite copies a whole state of the database under a name of
    this process, which then becomes the day's. Raises `LibraryError` where no copy can be written.
    """
    made = folder / BACKUPS / f"reading-{today.isoformat()}.db"
    if made.exists():
        return None
    partial = made.with_name(f".{made.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(folder / READING_DB.name, timeout=10)) as source:
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


def _copy(source: sqlite3.Connection, path: Path) -> None:
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, that can be copied as it lies
