"""The lists of a library in memory: articles, stories and saved searches, all there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from index.hits import SavedSearch
from index.models import ArticleRow, Story

if TYPE_CHECKING:
    from tests.app.fakes import FakeLibrary


class FakeRows(list[ArticleRow]):
    """Articles in an order."""

    whole = 0
    folded = 0

    def copies(self, at: int) -> int:
        return 0

    def place(self, id: str) -> int | None:
        return next((at for at, row in enumerate(self) if row.id == id), None)

    def ids(self) -> list[str]:
        return [row.id for row in self]

    def refresh(self) -> None:
        pass


class FakeStories(list[Story]):
    """Stories in an order."""

    def __init__(self, stories: Iterable[Story], whole: int, measure: Callable[[str], int] = len) -> None:
        super().__init__(stories)
        self.whole = whole
        self.sizes = [len(story.articles) for story in self]
        self.lengths = [measure(story.headline) for story in self]

    def place(self, story: str) -> int | None:
        return next((at for at, each in enumerate(self) if each.id == story), None)

    def holder(self, article: str) -> int | None:
        return next((at for at, each in enumerate(self) if article in each.articles), None)

    def articles(self) -> list[str]:
        return [article for story in self for article in story.articles]


class FakeSearches:
    """Saved searches that look again whenever they are asked."""

    def __init__(self, library: FakeLibrary) -> None:
        self._library = library
        self._saved: dict[str, str] = {}
        self._seen: dict[str, int] = {}
        self._history: list[str] = []

    def save(self, name: str, query: str) -> None:
        self._saved[name] = query
        self.look(name)

    def forget(self, name: str) -> None:
        self._saved.pop(name, None)

    def look(self, name: str) -> None:
        self._seen[name] = self._library.search(self._saved[name]).total

    def all(self) -> list[SavedSearch]:
        found = []
        for name, query in self._saved.items():
            rows = [hit.row for hit in self._library.search(query)]
            unread = sum(not row.read for row in rows)
            found.append(SavedSearch(name, query, len(rows), unread, len(rows) - self._seen[name]))
        return found

    def remember(self, query: str) -> None:
        self._history = [query, *(old for old in self._history if old != query)]

    def history(self) -> list[str]:
        return self._history
