"""What the user settled about stories, in reading.db: which articles belong together and which apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from index.store.database import Database
from index.stories.ties import Tie, Ties

OneTie = tuple[str, str, bool]
"""Two articles, and whether they belong together or apart."""


class ArrangedStore:
    """Ties between articles, by id; they outlive the articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ties(self) -> Ties:
        """All that is settled."""
        query = "SELECT one, other, together FROM reading.ties"
        return Ties(
            Tie(one, other, bool(together)) for one, other, together in self._database.connection.execute(query)
        )

    @staticmethod
    def write(connection: sqlite3.Connection, *, given: Iterable[OneTie], taken: Iterable[OneTie]) -> None:
        """Takes ties away and makes others, within a transaction."""
        connection.executemany(
            "DELETE FROM reading.ties WHERE one = ? AND other = ? AND together = ?",
            ((one, other, int(together)) for one, other, together in taken),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO reading.ties VALUES (?, ?, ?)",
            ((one, other, int(together)) for one, other, together in given),
        )
