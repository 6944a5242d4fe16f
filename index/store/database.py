"""Connections to the library's two databases: one per thread, both attached, transactions explicit."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence, Sized
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from index.errors import LibraryError
from index.paths import ARTICLES_DB, READING_DB
from index.store.connection import address, connect, is_there, is_writable
from index.store.migrate import check, migrate

_LOCK_ARTICLES = "UPDATE main.changes SET last = last"
_LOCK_READING = "DELETE FROM reading.settings WHERE name IS NULL"
"""Writes that change nothing: each locks its database before anything is read, so that what is read is still so when it
is written, and leaves the other one alone. BEGIN IMMEDIATE would lock both, and every key would wait for a build."""


class Database:
    """articles.db as `main` and reading.db as `reading`, behind one connection for each thread that asks."""

    def __init__(self, folder: Path) -> None:
        """Makes what is not there. Where nothing can be written the library is opened to be read.

        Raises `LibraryError` where there is none that can be opened.
        """
        self.folder = folder
        self.writable = is_writable(folder)
        for name in (ARTICLES_DB, READING_DB):
            if self.writable:
                migrate(folder, name)
            elif is_there(folder / name):
                check(folder, name)
            elif name == ARTICLES_DB:
                words = f"there is no library in {folder}, and none can be made: it cannot be written"
                raise LibraryError(words, subject=folder)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._connections: list[sqlite3.Connection] = []

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection; made at the first use."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
            with self._lock:
                self._connections.append(connection)
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = connect(self.folder, ARTICLES_DB, to_read=not self.writable)
        reading = self.folder / READING_DB
        if self.writable:
            connection.execute("ATTACH ? AS reading", (str(reading),))
        elif is_there(reading):
            connection.execute("ATTACH ? AS reading", (address(reading),))
        else:
            from index.store.backups import stand_in  # hardly ever

            connection.execute("ATTACH ':memory:' AS reading")
            connection.deserialize(stand_in(self.folder), name="reading")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """All of the block, written to articles.db, or nothing of it.

        Raises `LibraryBusy` or `LibraryError` (a full disk, say).
        """
        return self._writing(_LOCK_ARTICLES)

    def marking(self) -> AbstractContextManager[sqlite3.Connection]:
        """All of the block, written to reading.db, or nothing of it. Waits for no build.

        Raises `LibraryBusy` or `LibraryError` (a full disk, say).
        """
        return self._writing(_LOCK_READING)

    @contextmanager
    def _writing(self, lock: str) -> Iterator[sqlite3.Connection]:
        connection = self.connection
        connection.execute("BEGIN")
        try:
            connection.execute(lock)
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Closes every thread's connection."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()


LIMIT = 500
"""Values in one statement; SQLite's own bound is 999 in older builds."""


def placeholders(values: Sized) -> str:
    """`?,?,?` for the values of an IN list."""
    return ",".join("?" * len(values))


def chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values in parts that one statement takes."""
    return (values[at : at + LIMIT] for at in range(0, len(values), LIMIT))


def path_in(path: str) -> str | bytes:
    """A path as it is stored: text, or bytes where the file's name is not UTF-8 (SQLite refuses lone surrogates)."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode(errors="surrogateescape")
    return path


def path_out(stored: str | bytes) -> str:
    """The path that `path_in` stored."""
    return stored if isinstance(stored, str) else stored.decode(errors="surrogateescape")
