"""Stories in articles.db: which article belongs to which, and what grouping needs to know of all of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from index.errors import NothingFound
from index.models import Origin, Published, Story, Summary, SummaryLine
from index.store.database import Database, chunks, path_out, placeholders
from index.store.pending import changed
from index.store.story_list import story_of


class StoryStore:
    """Reads stories; `write` is for the build."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stories(self) -> list[Story]:
        """Latest first, undated last."""
        members: dict[str, list[str]] = {}
        query = "SELECT story, id FROM articles WHERE story <> '' ORDER BY day = '', day, published, number"
        for story, article in self._database.connection.execute(query):
            members.setdefault(story, []).append(article)
        found = self._database.connection.execute(
            "SELECT id, headline, first, last, terms, sources FROM stories ORDER BY last DESC, size DESC, id"
        )
        return [story_of(id, members.get(id, ()), *values) for id, *values in found]

    def story(self, id: str) -> Story:
        """Raises `NothingFound` for an id that is not in the library."""
        connection = self._database.connection
        found = connection.execute(
            "SELECT headline, first, last, terms, sources FROM stories WHERE id = ?", (id,)
        ).fetchone()
        if found is None:
            raise NothingFound(f"there is no story {id}", subject=id)
        members = connection.execute(
            "SELECT id FROM articles WHERE story = ? ORDER BY day = '', day, published, number", (id,)
        )
        return story_of(id, (member for (member,) in members), *found)

    def members(self, story: str) -> list[str]:
        """The articles of a story, in the order of the library; none for an id that is not in the library."""
        found = self._database.connection.execute("SELECT id FROM articles WHERE story = ? ORDER BY number", (story,))
        return [id for (id,) in found]

    def origins(self, story: str) -> list[Origin]:
        """Every place where the articles of a story were found."""
        query = (
            "SELECT o.path, o.key FROM origins o JOIN articles a ON a.id = o.article WHERE a.story = ?"
            " ORDER BY a.number, o.live DESC, o.number"
        )
        return [Origin(path_out(path), key) for path, key in self._database.connection.execute(query, (story,))]

    def ids(self) -> frozenset[str]:
        """Of all stories."""
        return frozenset(id for (id,) in self._database.connection.execute("SELECT id FROM stories"))

    def find(self, prefix: str) -> list[str]:
        """At most three ids that begin so, to complete what a user typed."""
        query = "SELECT id FROM stories WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 3"
        return [id for (id,) in self._database.connection.execute(query, (len(prefix), prefix))]

    def summary(self, id: str) -> Summary:
        """The summary that was stored with a story, its standard length; without lines whose article has left since."""
        found = self._database.connection.execute("SELECT summary FROM stories WHERE id = ?", (id,)).fetchone()
        if found is None:
            raise NothingFound(f"there is no story {id}", subject=id)
        there = set(self.members(id))
        return Summary(
            tuple(
                SummaryLine(text, article, at, tuple(other for other in said_by if other in there))
                for text, article, at, said_by in json.loads(found[0])
                if article in there
            )
        )

    def latest(self) -> str:
        """The ISO day of the newest dated article of any story; empty where none is dated."""
        return str(self._database.connection.execute("SELECT coalesce(max(last), '') FROM stories").fetchone()[0])

    def reaching(self, first: str) -> Iterator[str]:
        """Ids of the stories that go on into the time from a day: those of several sources first, then the latest.

        A story that is dated to a month reaches every day of it.
        """
        query = (
            "SELECT s.id FROM stories s WHERE s.last >= substr(?1, 1, 4) AND s.last <> ''"
            " AND s.last >= substr(?1, 1, length(s.last))"
            " ORDER BY (SELECT count(DISTINCT coalesce(nullif(a.outlet, ''), nullif(a.agency, '')))"
            " FROM articles a WHERE a.story = s.id) < 2, s.last DESC, s.size DESC, s.id"
        )
        return (id for (id,) in self._database.connection.execute(query, (first,)).fetchall())

    def headline(self, id: str) -> str:
        """The headline of a story; empty for an id that is not in the library."""
        found = self._database.connection.execute("SELECT headline FROM stories WHERE id = ?", (id,)).fetchone()
        return found[0] if found else ""

    def count(self) -> int:
        """Stories in the library."""
        return int(self._database.connection.execute("SELECT count(*) FROM stories").fetchone()[0])

    def assigned(self) -> dict[str, str]:
        """Article → story, as of the last run."""
        return dict(self._database.connection.execute("SELECT id, story FROM articles WHERE story <> ''").fetchall())

    def ungrouped(self) -> list[str]:
        """Articles that are new or changed since stories were computed last."""
        found = self._database.connection.execute("SELECT id FROM articles WHERE grouped = 0 ORDER BY number")
        return [id for (id,) in found]

    @staticmethod
    def touch(connection: sqlite3.Connection, stories: Iterable[str]) -> None:
        """Has stories described again by the next run, after articles left them; those left empty go."""
        for story in stories:
            left = connection.execute(
                "UPDATE articles SET grouped = 0 WHERE story = ? RETURNING id", (story,)
            ).fetchall()
            if not left:
                connection.execute("DELETE FROM stories WHERE id = ?", (story,))

    def write(self, *, moved: Mapping[str, str], stories: Sequence[tuple[Story, Summary]], dropped: Collection[str],
              inferred: Mapping[str, Published | None], grouped: Sequence[str],
              copies: Iterable[tuple[str, str]] = ()) -> None:  # fmt: skip
        """The outcome of one grouping, all of it or nothing.

        `moved`: article → its new story; `stories`: those that changed; `dropped`: those without articles now;
        `inferred`: article without a date of its own → the one of its story; `grouped`: what this run has seen;
        `copies`: article, and the one whose text it carries, empty where it no longer does.
        """
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE articles SET story = ? WHERE id = ?", ((story, id) for id, story in moved.items())
            )
            connection.executemany("DELETE FROM stories WHERE id = ?", ((id,) for id in dropped))
            connection.executemany(
                "INSERT OR REPLACE INTO stories (id, headline, size, first, last, terms, summary, sources)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (_stored(story, summary) for story, summary in stories),
            )
            connection.executemany(
                "UPDATE articles SET published = ?, precision = ?, found_in = ?, day = ?, inferred = ? WHERE id = ?",
                (_date(id, date) for id, date in inferred.items()),
            )
            connection.executemany(
                "UPDATE articles SET copy_of = ? WHERE id = ?", ((original, id) for id, original in copies)
            )
            for part in chunks(grouped):
                connection.execute(f"UPDATE articles SET grouped = 1 WHERE id IN ({placeholders(part)})", part)
            changed(connection, [*moved, *inferred])


def _stored(story: Story, summary: Summary) -> tuple[object, ...]:
    lines = [[line.text, line.article, line.sentence, line.said_by] for line in summary.lines]
    told = (json.dumps(story.terms, ensure_ascii=False), json.dumps(lines, ensure_ascii=False))
    return (story.id, story.headline, len(story.articles), story.first, story.last, *told, story.sources)


def _date(id: str, date: Published | None) -> tuple[object, ...]:
    return (date.when, date.precision, date.found_in, date.when[:10], 1, id) if date else ("", "", "", "", 0, id)
