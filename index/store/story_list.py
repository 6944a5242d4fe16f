"""The list of all stories, read a page at a time: of each only what a list needs to be laid out is in memory."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence

from index.marks import Order
from index.models import Story
from index.store.database import Database, placeholders
from index.store.lists import has_words
from index.store.paged import Paged
from index.words import fold

PAGE = 64
LONGEST = 0xFFFF
"""Above this, a headline's length is not counted."""

_LATEST = "s.last DESC, s.size DESC, s.id"
_UNREAD = (
    "SELECT a.story FROM main.articles a LEFT JOIN reading.reading r ON r.article = a.id"
    " WHERE coalesce(r.read_at, '') = ''"
)
_ORDER: Mapping[Order, str] = {
    "oldest": "s.first = '', s.first, s.id",
    "title": "lower(s.headline), s.id",
    "long": f"s.size DESC, {_LATEST}",
    "unread": f"s.id NOT IN ({_UNREAD}), {_LATEST}",
}
"""Orders of their own; in any other one the latest come first, the undated last."""


class StoryList(Paged[Story]):
    """Stories in an order: ids, sizes and lengths of headlines in memory, the rest as it is looked at.

    10 bytes and an id for each; 0.2 s for 50,000, so make it in a worker.
    """

    def __init__(
        self, database: Database, order: Order = "", words: str = "", measure: Callable[[str], int] = len
    ) -> None:
        """`words` keep the stories with an article that has them in its title, outlet or agency; `measure` says how
        long a headline is."""
        super().__init__(PAGE)
        self._database = database
        self._ids: list[str] = []
        self.sizes = array("l")
        """How many articles each has."""
        self.lengths = array("H")
        """How long each headline is."""
        self.whole = 0
        """How many stories there would be without the words."""
        self._read_all(order, words, measure)

    def _read_all(self, order: Order, words: str, measure: Callable[[str], int]) -> None:
        connection = self._database.connection
        self.whole = connection.execute("SELECT count(*) FROM main.stories").fetchone()[0]
        where = f"s.id IN (SELECT a.story FROM main.articles a WHERE {has_words(self._database)})" if words else "true"
        query = f"SELECT s.id, s.size, s.headline FROM main.stories s WHERE {where}"
        query += f" ORDER BY {_ORDER.get(order, _LATEST)}"
        for id, size, headline in connection.execute(query, {"words": fold(words)}):
            self._ids.append(id)
            self.sizes.append(size)
            self.lengths.append(min(LONGEST, len(headline) if headline.isascii() else measure(headline)))

    def __len__(self) -> int:
        return len(self._ids)

    def place(self, story: str) -> int | None:
        """Where a story stands; None when it is not listed. 1 ms in 50,000."""
        try:
            return self._ids.index(story)
        except ValueError:
            return None

    def holder(self, article: str) -> int | None:
        """Where the story of an article stands; None when it is not listed."""
        query = "SELECT story FROM main.articles WHERE id = ?"
        found = self._database.connection.execute(query, (article,)).fetchone()
        return self.place(found[0]) if found else None

    def articles(self) -> list[str]:
        """Ids of all articles, story by story; 0.1 s for 100,000."""
        members: dict[str, list[str]] = {}
        query = "SELECT story, id FROM main.articles ORDER BY day = '', day, published, number"
        for story, article in self._database.connection.execute(query):
            members.setdefault(story, []).append(article)
        return [article for id in self._ids for article in members.get(id, ())]

    def _read(self, first: int, end: int) -> list[Story]:
        ids = self._ids[first:end]
        connection, members = self._database.connection, _members(self._database, ids)
        query = f"SELECT id, headline, first, last, terms, sources FROM main.stories WHERE id IN ({placeholders(ids)})"
        found = {
            id: story_of(id, members[id], *values) for id, *values in connection.execute(query, ids) if id in members
        }
        return [found.get(id) or _removed(id) for id in ids]


def _members(database: Database, ids: Sequence[str]) -> dict[str, list[str]]:
    """The articles of some stories, earliest first."""
    members: dict[str, list[str]] = {}
    query = (
        f"SELECT story, id FROM main.articles WHERE story IN ({placeholders(ids)})"
        " ORDER BY day = '', day, published, number"
    )
    for story, article in database.connection.execute(query, ids):
        members.setdefault(story, []).append(article)
    return members


def story_of(id: str, articles: Iterable[str], headline: str, first: str, last: str, terms: str, sources: int) -> Story:
    """A story, of its articles and of its columns as they are stored."""
    return Story(id, headline, tuple(articles), first, last, tuple(json.loads(terms)), sources)


def _removed(id: str) -> Story:
    """What stands for a story that went a moment ago until the list is fetched anew: no story is without articles."""
    return Story(id, "(removed)", ("",), "", "", ())
