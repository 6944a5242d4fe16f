"""The list of changes that the search index has not followed yet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from index.store.database import Database

_WAITING = (
    "SELECT article, change FROM main.pending UNION ALL"
    " SELECT article, -change FROM reading.touched WHERE article NOT IN (SELECT article FROM main.pending)"
)


def changed(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Puts articles on the list, for their words or their stories are others now."""
    connection.execute("UPDATE changes SET last = last + 1")
    connection.executemany(
        "INSERT INTO pending SELECT ?, last FROM changes WHERE true"
        " ON CONFLICT (article) DO UPDATE SET change = excluded.change",
        ((article,) for article in articles),
    )


def touched(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Puts articles on the list, for their tags or notes are others now."""
    connection.executemany(
        "INSERT INTO reading.touched SELECT ?, coalesce(max(change), 0) + 1 FROM reading.touched WHERE true"
        " ON CONFLICT (article) DO UPDATE SET change = excluded.change",
        ((article,) for article in articles),
    )


class PendingStore:
    """A write to an article adds it here; the index works the list off in batches and marks them done.

    Tags and notes have a list of their own in reading.db, for a build may hold articles.db while they are written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Articles that the index has not followed yet."""
        return self._count(f"SELECT count(*) FROM ({_WAITING})")

    def touched(self) -> int:
        """Articles whose tags or notes the index has not followed yet."""
        return self._count("SELECT count(*) FROM reading.touched")

    def _count(self, query: str) -> int:
        return int(self._database.connection.execute(query).fetchone()[0])

    def batch(self, size: int) -> list[tuple[str, int]]:
        """The next articles to index, each with the change it stands for; one of tags and notes is below 0."""
        query = f"SELECT article, change FROM ({_WAITING}) ORDER BY change < 0, abs(change), article LIMIT ?"
        return self._database.connection.execute(query, (size,)).fetchall()

    def done(self, batch: Sequence[tuple[str, int]]) -> None:
        """Takes a batch off the list, but for articles that changed again meanwhile."""
        of_texts = [(article, change) for article, change in batch if change > 0]
        of_marks = [(article, -change) for article, change in batch if change < 0]
        if of_texts:
            with self._database.transaction() as connection:
                connection.executemany("DELETE FROM main.pending WHERE article = ? AND change = ?", of_texts)
        if of_marks:
            with self._database.marking() as connection:
                connection.executemany("DELETE FROM reading.touched WHERE article = ? AND change = ?", of_marks)

    def all(self) -> None:
        """Puts every article on the list: the index is to be built anew."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE changes SET last = last + 1")
            connection.execute("INSERT OR REPLACE INTO pending SELECT a.id, c.last FROM articles a, changes c")
