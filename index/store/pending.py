"""The list of changes that the search index has not followed yet."""

from __future__ import annotations

from collections.abc import Sequence

from index.store.database import Database


class PendingStore:
    """A write to an article adds it here; the index works the list off in batches and marks them done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Articles that the index has not followed yet."""
        return int(self._database.connection.execute("SELECT count(*) FROM pending").fetchone()[0])

    def batch(self, size: int) -> list[tuple[str, int]]:
        """The next articles to index, each with the change it stands for."""
        query = "SELECT article, change FROM pending ORDER BY change, article LIMIT ?"
        return self._database.connection.execute(query, (size,)).fetchall()

    def done(self, batch: Sequence[tuple[str, int]]) -> None:
        """Takes a batch off the list, but for articles that changed again meanwhile."""
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM pending WHERE article = ? AND change = ?", batch)

    def all(self) -> None:
        """Puts every article on the list: the index is to be built anew."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE changes SET last = last + 1")
            connection.execute("INSERT OR REPLACE INTO pending SELECT a.id, c.last FROM articles a, changes c")
