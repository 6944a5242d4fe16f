"""What grouping needs to know of all articles, in articles.db: a sketch of each, and the features of a few."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from sys import intern

from index.errors import NothingFound
from index.store.database import Database, chunks, placeholders
from index.stories.sketch import Sketch

_COLUMNS = "language, day, words, terms, heard, phrases, days"


class SketchStore:
    """Reads features and sketches; `keep` is for grouping."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def features(self, article: str) -> str:
        """What grouping needs of an article, as JSON. Raises `NothingFound`."""
        query = "SELECT features FROM texts WHERE article = ?"
        found = self._database.connection.execute(query, (article,)).fetchone()
        if found is None:
            raise NothingFound(f"there is no article {article}", subject=article)
        return str(found[0])

    def missing(self) -> list[str]:
        """Articles without a sketch: those of a library that was grouped before there were sketches. 10 ms."""
        connection = self._database.connection  # counted first, which reads only an index: hardly ever there are any
        if connection.execute("SELECT (SELECT count(*) FROM articles) = (SELECT count(*) FROM sketches)").fetchone()[0]:
            return []
        query = "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM sketches) ORDER BY number"
        return [id for (id,) in connection.execute(query)]

    def outline(self, article: str) -> tuple[str, int | None]:
        """The language and the day of an article, as its sketch has them. Raises `KeyError`."""
        query = "SELECT language, day FROM sketches WHERE article = ?"
        found: tuple[str, int | None] | None = self._database.connection.execute(query, (article,)).fetchone()
        if found is None:
            raise KeyError(article)
        return found

    def outlines(self) -> dict[str, tuple[str, int | None]]:
        """The same of every article that has a sketch."""
        found = self._database.connection.execute("SELECT article, language, day FROM sketches").fetchall()
        return {article: (intern(language), day) for article, language, day in found}

    def sketches(self, articles: Sequence[str]) -> Iterator[Sketch]:
        """Some articles as grouping counts them, in the order given; all have one."""
        for some in chunks(articles):
            known = self.known(some)
            yield from (known[article] for article in some)

    def known(self, articles: Sequence[str]) -> dict[str, Sketch]:
        """The sketches that there are of some articles, few enough for one statement."""
        query = f"SELECT article, {_COLUMNS} FROM sketches WHERE article IN ({placeholders(articles)})"
        rows = self._database.connection.execute(query, articles).fetchall()
        return {article: Sketch(intern(language), *rest) for article, language, *rest in rows}

    def keep(self, sketches: Mapping[str, Sketch]) -> None:
        """Keeps the sketches of new and changed articles, each under a number that none ever had: the time, in µs."""
        with self._database.transaction() as connection:
            query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'sketches'"
            last = connection.execute(query).fetchone()[0]
            first = max(last + 1, time.time_ns() // 1000)
            connection.executemany(
                f"INSERT OR REPLACE INTO sketches (number, article, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (first + at, id, *(getattr(each, name) for name in Sketch.__slots__))
                    for at, (id, each) in enumerate(sketches.items())
                ),
            )

    def counted(self, language: str, last: int) -> tuple[int, int]:
        """How many articles of a language have sketches with numbers up to this one, and the highest of these; 0 for
        none."""
        query = """SELECT count(*), coalesce(max(number), 0) FROM sketches INDEXED BY sketches_by_language
                   WHERE language = ? AND number <= ?"""
        found: tuple[int, int] = self._database.connection.execute(query, (language, last)).fetchone()
        return found

    def since(self, language: str, last: int) -> list[tuple[int, str, int | None]]:
        """The number, the article and the day of each later one."""
        query = "SELECT number, article, day FROM sketches INDEXED BY sketches_by_language"
        return self._database.connection.execute(
            f"{query} WHERE language = ? AND number > ?", (language, last)
        ).fetchall()
