"""Marked sentences and notes, in reading.db."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, replace
from typing import Any

from index.marks import Highlight
from index.store.database import Database
from index.store.pending import touched

_COLUMNS = "id, article, first, last, text, note, made"


class HighlightStore:
    """Reads and writes them as they were made; where they stand in today's wording is for `index.anchor` to say."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Highlight]:
        """Latest first."""
        return self._read("ORDER BY made DESC, id DESC")

    def of_article(self, article: str) -> list[Highlight]:
        """In text order, notes on the whole article first."""
        return self._read("WHERE article = ? ORDER BY first, last, id", article)

    def find(self, id: int) -> Highlight | None:
        """None for one that is not there (any more)."""
        return next(iter(self._read("WHERE id = ?", id)), None)

    def _read(self, which: str, *values: object) -> list[Highlight]:
        query = f"SELECT {_COLUMNS} FROM reading.highlights {which}"
        return [Highlight(*found) for found in self._database.connection.execute(query, values)]

    def words(self, article: str) -> str:
        """The user's own words on an article, all in one text, for the search."""
        return "\n".join(highlight.note for highlight in self.of_article(article) if highlight.note)

    def articles(self, *, with_note: bool) -> frozenset[str]:
        """Ids of the articles with a note, or with marked sentences."""
        column = "note" if with_note else "text"
        found = self._database.connection.execute(f"SELECT article FROM reading.highlights WHERE {column} <> ''")
        return frozenset(id for (id,) in found)

    @staticmethod
    def add(connection: sqlite3.Connection, highlight: Highlight) -> Highlight:
        """Keeps one; with the id 0 it gets one of its own."""
        values = (highlight.id or None, *astuple(highlight)[1:])
        query = f"INSERT OR REPLACE INTO reading.highlights ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"
        (id,) = connection.execute(query, values).fetchone()
        touched(connection, [highlight.article])
        return replace(highlight, id=id)

    def remove(self, connection: sqlite3.Connection, ids: Iterable[int]) -> list[Highlight]:
        """Takes them away; gives those that were there."""
        gone = [found for id in ids if (found := self.find(id)) is not None]
        connection.executemany("DELETE FROM reading.highlights WHERE id = ?", ((each.id,) for each in gone))
        touched(connection, dict.fromkeys(each.article for each in gone))
        return gone


def as_values(highlight: Highlight) -> list[Any]:
    """As JSON takes it; `Highlight(*values)` is it again."""
    return list(astuple(highlight))
