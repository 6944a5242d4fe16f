"""Saved searches and the history of searches, in reading.db."""

from __future__ import annotations

import json
from collections.abc import Collection

from index.store.database import Database

_KEPT = 200
"""Searches that the history remembers."""


class SearchStore:
    """Searches by name, with the articles that each had found when the user looked last; and what was typed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, name: str, query: str) -> None:
        """Keeps a query under a name; another one of that name is replaced."""
        self._database.connection.execute("INSERT OR REPLACE INTO reading.searches VALUES (?, ?, '[]')", (name, query))

    def forget(self, name: str) -> None:
        """Takes a saved search away; one that is not there is no error."""
        self._database.connection.execute("DELETE FROM reading.searches WHERE name = ?", (name,))

    def saved(self) -> list[tuple[str, str, frozenset[str]]]:
        """Name, query and the articles seen, by name."""
        found = self._database.connection.execute("SELECT name, query, seen FROM reading.searches ORDER BY name")
        return [(name, query, frozenset(json.loads(seen))) for name, query, seen in found]

    def see(self, name: str, articles: Collection[str]) -> None:
        """Remembers what a saved search finds now as seen; not in a library that cannot be written."""
        values = (json.dumps(sorted(articles)), name)
        if self._database.writable:
            self._database.connection.execute("UPDATE reading.searches SET seen = ? WHERE name = ?", values)

    def remember(self, query: str) -> None:
        """Puts a query on top of the history; not in a library that cannot be written."""
        if not self._database.writable:
            return
        connection = self._database.connection
        connection.execute("INSERT OR REPLACE INTO reading.searched (query) VALUES (?)", (query,))
        connection.execute(
            "DELETE FROM reading.searched WHERE number <= (SELECT max(number) FROM reading.searched) - ?", (_KEPT,)
        )

    def history(self) -> list[str]:
        """What was searched, latest first, each query once."""
        found = self._database.connection.execute("SELECT query FROM reading.searched ORDER BY number DESC")
        return [query for (query,) in found]
