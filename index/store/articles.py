"""Articles in articles.db: written in batches by the build, read one at a time or as rows by everybody else."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from index.errors import NothingFound
from index.marks import LibraryCounts
from index.models import (
    Article,
    ArticleRow,
    Block,
    Origin,
    Precision,
    Published,
    Ranking,
    Role,
    Sentence,
)
from index.store.database import Database, chunks, path_out, placeholders
from index.store.pending import changed
from index.wordings import Revision

ROW = """
SELECT a.id, o.path, o.key, a.title, a.outlet, a.agency, a.authors, a.published, a.precision, a.found_in, a.url,
       a.language, a.words, a.story, a.gone, coalesce(r.read_at, '') <> '', coalesce(r.starred, 0),
       a.copy_of
FROM articles a
JOIN origins o ON o.number = (SELECT number FROM origins WHERE article = a.id ORDER BY live DESC, number LIMIT 1)
LEFT JOIN reading.reading r ON r.article = a.id
"""


@dataclass(frozen=True, slots=True)
class Derived:
    """All that follows from one item: what the workers make and the store keeps."""

    article: Article
    text_key: str
    """Hash of the folded text: the same text found twice has the same key."""
    ranking: Ranking
    features: str
    """What grouping needs of it, as JSON."""


def row_of(values: Sequence[Any]) -> ArticleRow:
    """The row that a `ROW` query gave."""
    (id, path, key, title, outlet, agency, authors, when, precision, found_in, url, language, words, story, gone, read,
     starred, copy_of) = values  # fmt: skip
    return ArticleRow(
        id=str(id), origin=Origin(path_out(path), str(key)), title=str(title), outlet=str(outlet), agency=str(agency),
        authors=tuple(json.loads(str(authors))), published=_published(when, precision, found_in), url=str(url),
        language=str(language), words=int(str(words)), story=str(story), gone=bool(gone), read=bool(read),
        starred=bool(starred), copy_of=str(copy_of),
    )  # fmt: skip


def _published(when: object, precision: object, found_in: object) -> Published | None:
    return Published(str(when), cast("Precision", precision), str(found_in)) if when else None


class ArticleStore:
    """Reads articles; `put` is for the build."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def row(self, id: str) -> ArticleRow:
        """Raises `NothingFound` for an id that is not in the library."""
        found = self._database.connection.execute(f"{ROW} WHERE a.id = ?", (id,)).fetchone()
        if found is None:
            raise NothingFound(f"there is no article {id}", subject=id)
        return row_of(found)

    def rows(self, ids: Sequence[str]) -> list[ArticleRow]:
        """In the order of `ids`; unknown ones are left out."""
        found: dict[str, ArticleRow] = {}
        for part in chunks(ids):
            query = f"{ROW} WHERE a.id IN ({placeholders(part)})"
            found.update((row.id, row) for row in map(row_of, self._database.connection.execute(query, part)))
        return [found[id] for id in ids if id in found]

    def of_story(self, story: str) -> list[ArticleRow]:
        """The articles of a story, earliest first, undated ones last."""
        query = f"{ROW} WHERE a.story = ? ORDER BY a.day = '', a.day, a.published, a.number"
        return [row_of(values) for values in self._database.connection.execute(query, (story,))]

    def article(self, id: str) -> Article:
        """The whole article. Raises `NothingFound` for an id that is not in the library."""
        row = self.row(id)
        connection = self._database.connection
        place, inferred, blocks, sentences = connection.execute(
            "SELECT a.place, a.inferred, t.blocks, t.sentences FROM articles a JOIN texts t ON t.article = a.id"
            " WHERE a.id = ?", (id,)).fetchone()  # fmt: skip
        query = "SELECT path, key FROM origins WHERE article = ? ORDER BY live DESC, number"
        origins = connection.execute(query, (id,))
        return Article(
            id=id, origins=tuple(Origin(path_out(path), key) for path, key in origins), title=row.title,
            outlet=row.outlet, agency=row.agency, authors=row.authors, published=None if inferred else row.published,
            place=place, url=row.url, language=row.language, blocks=_blocks(blocks), sentences=_sentences(sentences),
        )  # fmt: skip

    def ranking(self, id: str) -> Ranking:
        """The stored ranking of an article's sentences."""
        query = "SELECT method, scores FROM texts WHERE article = ?"
        found = self._database.connection.execute(query, (id,)).fetchone()
        if found is None:
            raise NothingFound(f"there is no article {id}", subject=id)
        return Ranking(found[0], tuple(json.loads(found[1])))

    def find(self, prefix: str) -> list[str]:
        """At most three ids that begin so, to complete what a user typed."""
        query = "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 3"
        return [id for (id,) in self._database.connection.execute(query, (prefix, prefix + "\U0010ffff"))]

    def revisions(self, id: str) -> list[Revision]:
        """The earlier wordings of an article, oldest first."""
        found = self._database.connection.execute(
            "SELECT number, replaced_at, title, blocks, sentences FROM revisions WHERE article = ? ORDER BY number",
            (id,),
        )
        return [
            Revision(number, replaced_at, title, tuple(_texts(_blocks(blocks), _sentences(sentences))))
            for number, replaced_at, title, blocks, sentences in found
        ]

    def gone(self) -> list[str]:
        """The articles whose files are no longer there."""
        return [id for (id,) in self._database.connection.execute("SELECT id FROM articles WHERE gone ORDER BY number")]

    def remove(self, connection: sqlite3.Connection, ids: Iterable[str]) -> None:
        """Takes articles out for good, with all that was derived from them; what the user did with them stays."""
        listed = list(ids)
        connection.executemany("DELETE FROM articles WHERE id = ?", ((id,) for id in listed))
        changed(connection, listed)

    def ids(self) -> list[str]:
        """All articles, as they came."""
        return [id for (id,) in self._database.connection.execute("SELECT id FROM articles ORDER BY number")]

    def of_source(self, name: str) -> list[str]:
        """The articles whose outlet, or agency where there is none, has this name; case does not count."""
        sql = "SELECT id FROM articles WHERE coalesce(nullif(outlet, ''), agency) = ? COLLATE NOCASE"
        return [id for (id,) in self._database.connection.execute(sql, (name,))]

    def newest(self) -> str:
        """The number of the article that was added last, as text."""
        found = self._database.connection.execute("SELECT max(number) FROM articles").fetchone()[0]
        return str(found or 0)

    def is_larger(self, articles: int) -> bool:
        """Whether there are more than so many."""
        query = "SELECT 1 FROM articles LIMIT 1 OFFSET ?"
        return self._database.connection.execute(query, (articles,)).fetchone() is not None

    def counts(self) -> LibraryCounts:
        """How many articles, stories, unread and starred ones there are."""
        return LibraryCounts(
            *self._database.connection.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM stories),"
                " (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles a JOIN reading.reading r"
                " ON r.article = a.id WHERE r.read_at <> ''),"
                " (SELECT count(*) FROM articles a JOIN reading.reading r ON r.article = a.id WHERE r.starred)"
            ).fetchone()
        )

    def with_text(self, text_key: str) -> str | None:
        """The article that has this text already."""
        query = "SELECT id FROM articles WHERE text_key = ? ORDER BY number LIMIT 1"
        found = self._database.connection.execute(query, (text_key,)).fetchone()
        return found[0] if found else None

    def text_key(self, id: str) -> str | None:
        """The key of an article's text; None for an id that is not in the library."""
        found = self._database.connection.execute("SELECT text_key FROM articles WHERE id = ?", (id,)).fetchone()
        return found[0] if found else None

    def put(self, connection: sqlite3.Connection, id: str, item: Derived) -> None:
        """Writes an article under `id`; one that is there becomes a revision, if its words differ."""
        self._keep_revision(connection, id, item.text_key)
        connection.execute(_PUT_ARTICLE, _light(id, item))
        connection.execute(_PUT_TEXT, _heavy(id, item))
        connection.execute("DELETE FROM rankings WHERE article = ?", (id,))
        changed(connection, [id])

    @staticmethod
    def _keep_revision(connection: sqlite3.Connection, id: str, text_key: str) -> None:
        connection.execute(
            "INSERT INTO revisions SELECT a.id, (SELECT count(*) + 1 FROM revisions WHERE article = a.id), ?, a.title,"
            " t.blocks, t.sentences FROM articles a JOIN texts t ON t.article = a.id WHERE a.id = ? AND text_key <> ?",
            (datetime.now(UTC).isoformat(timespec="seconds"), id, text_key),
        )


_PUT_ARTICLE = """
INSERT INTO articles (id, text_key, title, outlet, agency, authors, published, precision, found_in, place, url,
                      language, words, day)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    text_key = excluded.text_key, title = excluded.title, outlet = excluded.outlet, agency = excluded.agency,
    authors = excluded.authors, published = excluded.published, precision = excluded.precision,
    found_in = excluded.found_in, inferred = 0, place = excluded.place, url = excluded.url,
    language = excluded.language, words = excluded.words, day = excluded.day, grouped = 0
"""
_PUT_TEXT = """
INSERT INTO texts (article, blocks, sentences, method, scores, features) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (article) DO UPDATE SET
    blocks = excluded.blocks, sentences = excluded.sentences, method = excluded.method, scores = excluded.scores,
    features = excluded.features
"""


def _light(id: str, item: Derived) -> tuple[object, ...]:
    article, published = item.article, item.article.published
    when, precision, found_in = (published.when, published.precision, published.found_in) if published else ("",) * 3
    words = sum(len(article.sentence(number).split()) for number in range(len(article.sentences)))
    return (id, item.text_key, article.title, article.outlet, article.agency, json.dumps(article.authors),
            when, precision, found_in, article.place, article.url, article.language, words, when[:10])  # fmt: skip


def _heavy(id: str, item: Derived) -> tuple[object, ...]:
    blocks = json.dumps([[block.role, block.text] for block in item.article.blocks], ensure_ascii=False)
    sentences = json.dumps([[at.block, at.start, at.end] for at in item.article.sentences], separators=(",", ":"))
    scores = json.dumps([round(score, 6) for score in item.ranking.scores], separators=(",", ":"))
    return id, blocks, sentences, item.ranking.method, scores, item.features


def _texts(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> Iterable[str]:
    return (blocks[at.block].text[at.start : at.end] for at in sentences)


def _blocks(stored: str) -> tuple[Block, ...]:
    return tuple(Block(Role(role), text) for role, text in json.loads(stored))


def _sentences(stored: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(*offsets) for offsets in json.loads(stored))
