"""A library's search: the query, the engine over the library's index, and rows and snippets for what it found."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.models import SHOWN, Article, Hit, Hits
from index.store.stores import Stores

if TYPE_CHECKING:
    from index.search.engine import Engine, Found, Sort
    from index.search.nodes import Query, State

CATCH_UP = 500
"""Changes that a search works off itself before it looks, so that nobody searches a stale index; more need a worker."""


class Searching:
    """One library's engine. Calls are serialised; the writer of a running build has an engine of its own."""

    def __init__(self, stores: Stores, folder: Path, today: Callable[[], date] = date.today) -> None:
        self._stores, self._folder, self._today = stores, folder, today
        self._lock = threading.RLock()
        self._reader: Engine | None = None

    def search(self, text: str, limit: int, sort: Sort) -> Hits:
        """See `Library.search`."""
        from index.search.query import parse, understood

        query = parse(text, self._today())
        found = self._find(query, limit, sort)
        notes = [f"{problem.text}: {problem.reason}" for problem in query.problems]
        if waiting := self._stores.pending.count():
            notes.append(f"{waiting} articles are not indexed yet")
        return Hits(tuple(self._hits(found)), found.total, understood(query), (*notes, *found.notes))

    def highlights(self, article: Article, text: str) -> tuple[tuple[int, int, int], ...]:
        """See `Library.highlights`."""
        from index.search.query import parse
        from index.search.snippets import highlights

        marks = self._find(parse(text, self._today()), 1, "relevance").marks
        return tuple(
            (number, start, end)
            for number, block in enumerate(article.blocks)
            if block.role in SHOWN
            for start, end in highlights(block.text, marks, article.language)
        )

    def writer(self) -> Engine:
        """An engine of its own for a build: it writes for seconds on end, and searches should not wait for it."""
        return self._open()

    def discard(self) -> None:
        """Throws the index away and puts every article on the list of changes."""
        with self._lock:
            self.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._stores.pending.all()

    def close(self) -> None:
        """Lets go of the index's files."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None

    def _find(self, query: Query, limit: int, sort: Sort) -> Found:
        """Asks the engine; a damaged index is made anew first, and asked again."""
        from index.search.engine import IndexDamaged

        with self._lock:
            try:
                return self._engine().search(query, limit=limit, sort=sort, states=self._with_state)
            except IndexDamaged:
                self.discard()
                return self._engine().search(query, limit=limit, sort=sort, states=self._with_state)

    def _engine(self) -> Engine:
        if self._reader is None:
            self._reader = self._open()
            self._catch_up()
        return self._reader

    def _open(self) -> Engine:
        from index.search.engine import IndexDamaged
        from index.search.whoosh_engine import WhooshEngine  # 0.1 s

        if not self._folder.exists():
            self._stores.pending.all()
        try:
            engine = WhooshEngine(self._folder)
        except IndexDamaged:
            self.discard()
            engine = WhooshEngine(self._folder)
        if engine.fresh:
            self._stores.pending.all()
        return engine

    def _catch_up(self) -> None:
        """Follows a short list of changes; a longer one is left to `Library.catch_up`, which shows its progress."""
        from index.build.follow import follow

        if 0 < self._stores.pending.count() <= CATCH_UP:
            for _ in follow(self._stores, self, lambda: False):
                pass

    def _with_state(self, state: State) -> Collection[str]:
        """The articles that are as the user's own marks say."""
        reading = self._stores.reading
        match state.value:
            case "unread":
                return frozenset(self._stores.articles.ids()) - reading.marked("read_at")
            case "read":
                return reading.marked("read_at")
            case "starred":
                return reading.marked("starred")
        return frozenset()

    def _hits(self, found: Found) -> Iterator[Hit]:
        from index.search.snippets import snippet

        scores = {match.id: match.score for match in found.matches}
        for row in self._stores.articles.rows(list(scores)):
            article = self._stores.articles.article(row.id)
            yield Hit(row, scores[row.id], snippet(article.text, found.marks, article.language))
