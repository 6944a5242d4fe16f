"""What the user did, in reading.db: written at once when it changes, because nothing can rebuild it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from index.models import Reading
from index.store.database import Database


class ReadingStore:
    """Read marks, stars, tags and places, by article id; small settings by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reading(self, article: str) -> Reading:
        """An article that the user never touched has an empty one."""
        query = "SELECT read_at, starred, tags, place FROM reading.reading WHERE article = ?"
        found = self._database.connection.execute(query, (article,)).fetchone()
        if found is None:
            return Reading(article)
        read_at, starred, tags, place = found
        return Reading(article, read_at, bool(starred), tuple(json.loads(tags)), place)

    def mark_read(self, articles: Iterable[str], read: bool) -> None:
        """Sets or takes away read marks."""
        self._set("read_at", articles, datetime.now(UTC).isoformat(timespec="seconds") if read else "")

    def star(self, articles: Iterable[str], starred: bool) -> None:
        """Sets or takes away stars."""
        self._set("starred", articles, int(starred))

    def set_place(self, article: str, sentence: int) -> None:
        """Remembers where the reader was."""
        self._set("place", [article], sentence)

    def marked(self, column: str) -> frozenset[str]:
        """Ids of the articles whose `read_at` or `starred` is set."""
        query = f"SELECT article FROM reading.reading WHERE coalesce({column}, '') NOT IN ('', 0)"
        return frozenset(id for (id,) in self._database.connection.execute(query))

    def setting(self, name: str) -> str:
        """A remembered setting; empty if there is none."""
        query = "SELECT value FROM reading.settings WHERE name = ?"
        found = self._database.connection.execute(query, (name,)).fetchone()
        return str(found[0]) if found else ""

    def set_setting(self, name: str, value: str) -> None:
        """Remembers a setting."""
        self._database.connection.execute("INSERT OR REPLACE INTO reading.settings VALUES (?, ?)", (name, value))

    def _set(self, column: str, articles: Iterable[str], value: object) -> None:
        connection = self._database.connection
        connection.execute("BEGIN")
        try:
            connection.executemany(
                f"INSERT INTO reading.reading (article, {column}) VALUES (?, ?)"
                f" ON CONFLICT (article) DO UPDATE SET {column} = excluded.{column}",
                ((article, value) for article in articles),
            )
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
