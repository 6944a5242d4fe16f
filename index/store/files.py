"""What is known of every source and file, so that an unchanged one is never opened again."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.events import Skipped
from index.store.database import Database, path_in, path_out, placeholders


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was last read."""

    path: str
    size: int
    mtime_ns: int
    inode: int
    hash: str
    """Of the content, in hexadecimal; decides when size, time or inode differ."""
    reason: str = ""
    """Why it, or the first item in it that gave no article, was skipped; empty when everything was read."""

    def like(self, size: int, mtime_ns: int, inode: int) -> bool:
        """True when the file need not be opened to know that it is the same."""
        return (self.size, self.mtime_ns, self.inode) == (size, mtime_ns, inode)


class FileStore:
    """Sources, files and the origins found in them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sources(self) -> list[str]:
        """The paths that the user added, in order."""
        found = self._database.connection.execute("SELECT path FROM sources")
        return sorted(path_out(path) for (path,) in found)

    def add_sources(self, paths: Iterable[str]) -> None:
        """Remembers paths for the next refresh."""
        with self._database.transaction() as connection:
            connection.executemany("INSERT OR IGNORE INTO sources VALUES (?)", ((path_in(path),) for path in paths))

    def state(self, path: str) -> FileState | None:
        """How a file was last time; None if it was never read."""
        found = self._database.connection.execute("SELECT * FROM files WHERE path = ?", (path_in(path),)).fetchone()
        return FileState(path, *found[1:]) if found else None

    def states(self, paths: Sequence[str]) -> dict[str, FileState]:
        """How some files were last time, those that were ever read. One question for all: a quarter of the time."""
        query = f"SELECT * FROM files WHERE path IN ({placeholders(paths)})"
        found = self._database.connection.execute(query, [path_in(path) for path in paths])
        return {path: FileState(path, *rest) for stored, *rest in found for path in [path_out(stored)]}

    @staticmethod
    def put(connection: sqlite3.Connection, state: FileState) -> None:
        """Says that a file has been read to its end."""
        values = (path_in(state.path), state.size, state.mtime_ns, state.inode, state.hash, state.reason)
        connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", values)

    def skipped(self, state: FileState) -> list[Skipped]:
        """What was skipped in a file when it was last read."""
        query = "SELECT place, reason FROM skipped WHERE path = ? ORDER BY number"
        found = self._database.connection.execute(query, (path_in(state.path),)).fetchall()
        told = [Skipped(state.path + path_out(place), reason) for place, reason in found]
        return told or ([Skipped(state.path, state.reason)] if state.reason else [])

    @staticmethod
    def put_skipped(connection: sqlite3.Connection, path: str, items: Iterable[Skipped]) -> None:
        """Remembers what was skipped in a file, after what is remembered of it already."""
        connection.executemany(
            "INSERT INTO skipped (path, place, reason) VALUES (?, ?, ?)",
            ((path_in(path), path_in(item.origin.removeprefix(path)), item.reason) for item in items),
        )

    @staticmethod
    def forget_skipped(connection: sqlite3.Connection, path: str) -> None:
        """A file is read anew, or gone."""
        connection.execute("DELETE FROM skipped WHERE path = ?", (path_in(path),))

    def has_articles(self, path: str) -> bool:
        """True for a file in which an article stands."""
        query = "SELECT 1 FROM origins WHERE path = ? AND live LIMIT 1"
        return self._database.connection.execute(query, (path_in(path),)).fetchone() is not None

    def known_below(self, root: str) -> list[str]:
        """The files known at a path or below it."""
        prefix = root.rstrip("/") + "/"
        found = self._database.connection.execute("SELECT path FROM files")
        return [path for path in (path_out(stored) for (stored,) in found) if path == root or path.startswith(prefix)]

    def article_at(self, path: str, key: str) -> str | None:
        """The article that stands at an origin."""
        query = "SELECT article FROM origins WHERE path = ? AND key = ? AND live"
        found = self._database.connection.execute(query, (path_in(path), key)).fetchone()
        return found[0] if found else None

    def keys(self, path: str) -> dict[str, str]:
        """The articles found in a file: key inside it → article id."""
        query = "SELECT key, article FROM origins WHERE path = ? AND live"
        return dict(self._database.connection.execute(query, (path_in(path),)).fetchall())

    @staticmethod
    def attach(connection: sqlite3.Connection, path: str, key: str, article: str) -> None:
        """Says that an article stands at this origin now; whatever stood there before leaves it."""
        where = (path_in(path), key)
        left = connection.execute(
            "UPDATE origins SET live = 0 WHERE path = ? AND key = ? AND article <> ? AND live RETURNING article",
            (*where, article),
        ).fetchall()
        connection.execute(
            "INSERT INTO origins (path, key, article) VALUES (?, ?, ?)"
            " ON CONFLICT (path, key, article) DO UPDATE SET live = 1",
            (*where, article),
        )
        _settle(connection, [article, *(other for (other,) in left)])

    @staticmethod
    def forget(connection: sqlite3.Connection, path: str, keys: Collection[str]) -> int:
        """Items that are no longer in a file; their articles stay. Gives how many of them stand nowhere else."""
        gone = 0
        for key in keys:
            left = connection.execute(
                "UPDATE origins SET live = 0 WHERE path = ? AND key = ? RETURNING article", (path_in(path), key)
            ).fetchall()
            gone += _settle(connection, [article for (article,) in left])
        return gone

    @staticmethod
    def drop(connection: sqlite3.Connection, path: str) -> None:
        """The file itself is gone."""
        connection.execute("DELETE FROM files WHERE path = ?", (path_in(path),))
        FileStore.forget_skipped(connection, path)


def _settle(connection: sqlite3.Connection, articles: Iterable[str]) -> int:
    """An article keeps a dead origin only as long as it has no live one: then it says where the article was.

    Gives how many of the articles have no live origin.
    """
    gone = 0
    for article in articles:
        live = connection.execute("SELECT count(*) FROM origins WHERE article = ? AND live", (article,)).fetchone()[0]
        if live:
            connection.execute("DELETE FROM origins WHERE article = ? AND NOT live", (article,))
        else:
            gone += 1
        connection.execute("UPDATE articles SET gone = ? WHERE id = ?", (not live, article))
    return gone
