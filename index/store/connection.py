"""Connections that tell what the disk does to a library as the library's own errors: what is wrong, and what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from index.errors import LibraryBusy, LibraryError
from index.paths import ARTICLES_DB, BACKUPS, READING_DB

P = ParamSpec("P")
T = TypeVar("T")

WAIT = 20
"""Seconds to wait for another process that is writing."""
_ROOM = 100_000
"""Bytes: with fewer left SQLite says `disk I/O error` where the disk is full, for it cannot share memory there."""
_BUSY = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))
_DAMAGED = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
_REFUSED = frozenset(
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
)
_REMEDIES = {
    ARTICLES_DB: "move it away and add your files again; what you read and marked is in reading.db and stays",
    READING_DB: f"move it away, and the latest whole copy in {BACKUPS} takes its place if there is one",
}


def told(problem: sqlite3.Error, folder: Path) -> LibraryError | None:
    """What went wrong with a library, in words; None for what is no fault of the disk, a wrong statement say."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF  # the rest is detail
    if code in _BUSY:
        return LibraryBusy(f"another process is writing to {folder}; waited {WAIT} seconds", subject=folder)
    if code in _DAMAGED:
        name = next((name for name in _REMEDIES if not is_whole(folder / name)), ARTICLES_DB)
        words = f"{folder / name} is no database of Nutgraf, or damaged ({problem}); {_REMEDIES[name]}"
        return LibraryError(words, subject=folder / name)
    if code == sqlite3.SQLITE_READONLY:
        return LibraryError(unwritable(folder), subject=folder)
    if code in _REFUSED:
        return LibraryError(f"cannot use {folder}: {_hindrance(folder) or problem}", subject=folder)
    return None


def unwritable(folder: Path) -> str:
    """What is said where something would be written into a library that is open for reading only."""
    return f"{folder} cannot be written: it can be read and searched, and nothing is kept in it"


def is_writable(folder: Path) -> bool:
    """Whether what is in a library can be changed: neither its medium nor its permissions forbid it."""
    files = (folder / name for name in (ARTICLES_DB, READING_DB))
    return os.access(folder, os.W_OK) and all(os.access(file, os.W_OK) for file in files if file.exists())


def is_there(file: Path) -> bool:
    """Whether there is a database: a file that holds nothing is none yet."""
    return file.exists() and file.stat().st_size > 0


def address(file: Path, *, frozen: bool = False) -> str:
    """For SQLite: a database that is opened to be read; `frozen` for one that nobody writes, so that no file appears
    beside it.

    One in WAL mode needs its two files beside it. Where they cannot be made it is taken for frozen, which SQLite allows
    for read-only media: https://sqlite.org/wal.html#read_only_databases. Raises `LibraryError` where a part of it lies
    in the file of what was written last, and cannot be read without the other.
    """
    log, shared = (file.with_name(file.name + rest) for rest in ("-wal", "-shm"))
    alone = not os.access(file.parent, os.W_OK) and not (log.exists() and shared.exists())
    if alone and log.exists() and log.stat().st_size:
        words = f"{file} cannot be read where nothing can be written: {log.name} holds what was written last"
        raise LibraryError(f"{words}; open the library once in a folder that you can write", subject=file)
    return f"{file.absolute().as_uri()}?mode=ro{'&immutable=1' if frozen or alone else ''}"


def look(file: Path, *, frozen: bool = False) -> sqlite3.Connection:
    """A connection that writes nothing; `frozen` as in `address`.

    Waits a second for who writes. Raises what SQLite raises, and `LibraryError` as `address` does.
    """
    return sqlite3.connect(address(file, frozen=frozen), uri=True, timeout=1)


def is_whole(file: Path, *, frozen: bool = False) -> bool:
    """Reads all of a database, a second for a gigabyte: for when something went wrong. `frozen` as in `look`."""
    try:
        with closing(look(file, frozen=frozen)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except (sqlite3.Error, LibraryError):
        return False


def _hindrance(folder: Path) -> str:
    import shutil  # 3 ms, for a moment at which nobody counts them

    return "the disk is full" if shutil.disk_usage(folder).free < _ROOM else ""


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Raises what goes wrong in the block as `LibraryError` or `LibraryBusy`."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        ours = told(problem, folder)
        if ours is None:
            raise
        raise ours from problem


def _guarded(method: Callable[P, T]) -> Callable[P, T]:
    def guarded(*arguments: P.args, **named: P.kwargs) -> T:
        try:  # not `telling`, which would cost every statement 1 µs
            return method(*arguments, **named)
        except sqlite3.DatabaseError as problem:
            cursor: Any = arguments[0]
            ours = told(problem, cursor.connection.folder)
            if ours is None:
                raise
            raise ours from problem

    return guarded


class _Cursor(sqlite3.Cursor):
    execute = _guarded(sqlite3.Cursor.execute)
    executemany = _guarded(sqlite3.Cursor.executemany)
    fetchone = _guarded(sqlite3.Cursor.fetchone)
    fetchall = _guarded(sqlite3.Cursor.fetchall)

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # a cursor is its own iterator, which tells nothing
        connection: Any = self.connection
        with telling(connection.folder):
            yield from iter(super().fetchone, None)


class Connection(sqlite3.Connection):
    """A connection to a library: its errors are `LibraryError` and `LibraryBusy`, also while rows are fetched."""

    folder: Path
    """The library."""

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """As the connections of `sqlite3` do."""
        return self.cursor(_Cursor).execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        """As the connections of `sqlite3` do."""
        return self.cursor(_Cursor).executemany(*arguments)


def connect(folder: Path, name: str, *, to_read: bool = False) -> Connection:
    """A connection to one database of a library. Transactions are explicit, and any thread may close it.

    One that is `to_read` writes nothing.
    """
    file = folder / name
    with telling(folder):
        connection = sqlite3.connect(
            address(file) if to_read else file, uri=to_read,
            timeout=WAIT, isolation_level=None, check_same_thread=False, factory=Connection,
        )  # fmt: skip
        connection.folder = folder
        if to_read:
            connection.execute("PRAGMA query_only = ON")
    return connection
