"""Connections to the library's two databases: one per thread, both attached, transactions explicit."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence, Sized
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from index.paths import ARTICLES_DB, READING_DB
from index.store.connection import connect
from index.store.schema import migrate

_LOCK_ARTICLES = "UPDATE main.changes SET last = last"
_LOCK_READING = "DELETE FROM reading.settings WHERE name IS NULL"
"""Writes that change nothing: each locks its database before anything is read, so that what is read is still so when it
is written, and leaves the other one alone. BEGIN IMMEDIATE would lock both, and every key would wait for a build."""


class Database:
    """articles.db as `main` and reading.db as `reading`, behind one connection for each thread that asks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        migrate(folder, ARTICLES_DB)
        migrate(folder, READING_DB)
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
        connection = connect(self.folder, ARTICLES_DB)
        connection.execute("ATTACH ? AS reading", (str(self.folder / READING_DB),))
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
