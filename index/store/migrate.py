"""Brings a library's databases to the newest schema, and knows those that are not ours, too new or too old."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

from index.errors import LibraryBusy, LibraryError
from index.store.connection import WAIT, connect
from index.store.schema import APPLICATION_ID, MIGRATIONS


def migrate(folder: Path, name: str) -> None:
    """Brings a database of a library to the newest schema, each migration in a transaction of its own.

    Raises `LibraryError` for a file that is no database, is damaged, is somebody else's, or is newer than this program.
    """
    with closing(connect(folder, name)) as connection:
        bring_up(connection, folder / name, MIGRATIONS[name])


def bring_up(connection: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    """The same for an open database, which `path` names in what is raised."""
    _check_ours(connection, path, len(migrations))
    if not _version(connection):
        _write_ahead(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for number in range(_version(connection), len(migrations)):
        _apply(connection, migrations[number], number)


def check(folder: Path, name: str) -> None:
    """Whether a database that cannot be written can be read. Raises `LibraryError` as `migrate` does, and for one that
    is older than this program."""
    path, newest = folder / name, len(MIGRATIONS[name])
    with closing(connect(folder, name, to_read=True)) as connection:
        _check_ours(connection, path, newest)
        if _version(connection) < newest:
            words = f"{path} was written by an older Nutgraf; open the library once in a folder that you can write"
            raise LibraryError(words, subject=path)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Has readers and who writes not wait for each other. SQLite itself does not wait for another who does the same."""
    until = monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except LibraryBusy:
            if monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_ours(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    # In this order, for the owner is written before the tables: another process may be making the file right now.
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise LibraryError(f"{path} is a database of another program", subject=path)
    if _version(connection) > newest:
        raise LibraryError(f"{path} was written by a newer Nutgraf; please update", subject=path)


def _apply(connection: sqlite3.Connection, migration: str, number: int) -> None:
    # The check inside the transaction: another process may have migrated while this one waited for the lock.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) == number:
            for statement in _statements(migration):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled it back already
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would commit the transaction that holds them together."""
    lines = (line.split("--", 1)[0] for line in script.splitlines())
    return [statement for statement in "\n".join(lines).split(";") if statement.strip()]
