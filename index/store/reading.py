"""What the user did with articles, in reading.db: written at once when it changes, because nothing can rebuild it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from index.store.database import Database, chunks, placeholders
from index.store.pending import touched

if TYPE_CHECKING:
    from index.marks import Reading

Column = Literal["read_at", "starred", "tags"]
Value = str | int
"""As it is stored: a time, 0 or 1, tags as JSON."""
Before = list[tuple[Value, list[str]]]
"""Former values, each with the articles that had it: what undoes a change."""
_UNSET: Mapping[Column, Value] = {"read_at": "", "starred": 0, "tags": "[]"}


class ReadingStore:
    """Read marks, stars, tags and places, by article id; small settings by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reading(self, article: str) -> Reading:
        """An article that the user never touched has an empty one."""
        from index.marks import Reading  # settings are read before the first frame, marks after it

        query = "SELECT read_at, starred, tags, place FROM reading.reading WHERE article = ?"
        found = self._database.connection.execute(query, (article,)).fetchone()
        if found is None:
            return Reading(article)
        read_at, starred, tags, place = found
        return Reading(article, read_at, bool(starred), tuple(json.loads(tags)), place)

    def values(self, column: Column, articles: Sequence[str]) -> dict[str, Value]:
        """The value of each of these articles, as it is stored."""
        found = dict.fromkeys(articles, _UNSET[column])
        for part in chunks(articles):
            query = f"SELECT article, {column} FROM reading.reading WHERE article IN ({placeholders(part)})"
            found.update(self._database.connection.execute(query, part).fetchall())
        return found

    def put(self, connection: sqlite3.Connection, column: Column, values: Mapping[str, Value]) -> Before:
        """Sets values by article; gives what they were, for those that were another."""
        before: dict[Value, list[str]] = {}
        for article, value in self.values(column, list(values)).items():
            if value != values[article]:
                before.setdefault(value, []).append(article)
        connection.executemany(
            f"INSERT INTO reading.reading (article, {column}) VALUES (?, ?)"
            f" ON CONFLICT (article) DO UPDATE SET {column} = excluded.{column}",
            ((article, values[article]) for articles in before.values() for article in articles),
        )
        if column == "tags":
            touched(connection, [article for articles in before.values() for article in articles])
        return list(before.items())

    def set_place(self, article: str, sentence: int) -> None:
        """Remembers where the reader was; not in a library that cannot be written."""
        if self._database.writable:
            self._database.connection.execute(
                "INSERT INTO reading.reading (article, place) VALUES (?, ?)"
                " ON CONFLICT (article) DO UPDATE SET place = excluded.place",
                (article, sentence),
            )

    def marked(self, column: Column) -> frozenset[str]:
        """Ids of the articles whose `read_at` or `starred` is set."""
        query = f"SELECT article FROM reading.reading WHERE coalesce({column}, '') NOT IN ('', 0)"
        return frozenset(id for (id,) in self._database.connection.execute(query))

    def setting(self, name: str) -> str:
        """A remembered setting; empty if there is none."""
        query = "SELECT value FROM reading.settings WHERE name = ?"
        found = self._database.connection.execute(query, (name,)).fetchone()
        return str(found[0]) if found else ""

    def set_setting(self, name: str, value: str) -> None:
        """Remembers a setting; not in a library that cannot be written."""
        if self._database.writable:
            self._database.connection.execute("INSERT OR REPLACE INTO reading.settings VALUES (?, ?)", (name, value))
