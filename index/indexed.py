"""A library's search index: opened, kept up with the library, thrown away when it is damaged or of another engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import LibraryError
from index.hits import Sort
from index.store.stores import Stores

if TYPE_CHECKING:
    from index.search.engine import Engine, Found, Others
    from index.search.nodes import Query, State

CATCH_UP = 500
"""Changes that a search works off itself before it looks, so that nobody searches a stale index; more need a worker."""


@dataclass(frozen=True, slots=True)
class Hurried:
    """The index for a search that catches up: its writer does not wait for another process."""

    writer: Callable[[], Engine]
    discard: Callable[[], None]


class Indexed:
    """One library's engine. Calls are serialised; the writer of a running build has an engine of its own."""

    def __init__(self, stores: Stores, folder: Path, engine: str = "whoosh") -> None:
        """`engine`: a name; the default one serves in place of one that is not installed."""
        self._stores, self._folder = stores, folder
        self.engine = engine
        self._lock = threading.RLock()
        self._reader: Engine | None = None
        self._hindrance = ""
        """Why the last attempt to follow a short list of changes failed, in words."""
        self._lost = False
        """True where an index has to follow much, and no other process is at it."""

    def writer(self) -> Engine:
        """An engine of its own for a build: it writes for seconds on end, and searches should not wait for it."""
        from index.search.engine import PATIENCE

        return self._open(PATIENCE)

    def switch(self, engine: str = "") -> None:
        """Searches with another engine from now on. An index of another is thrown away unless somebody writes it; where
        there is none, every article waits for one."""
        from index.search.engines import usable
        from index.search.folder import form_of

        self.engine = engine or self.engine
        form = form_of(self._folder)
        if not self._folder.exists():
            self._stores.pending.all()
        elif form and f", {usable(self.engine)} " not in form:
            with suppress(LibraryError):
                self.discard(0.0)

    def discard(self, patience: float | None = None) -> None:
        """Throws the index away and puts every article on the list of changes; waits for another process that writes.

        Raises `LibraryBusy` after `patience` seconds, `LibraryError` where the index cannot be removed.
        """
        from index.search import engine
        from index.search.folder import wipe
        from index.search.lock import alone

        with self._lock:
            self._must_be_writable()
            self.close()
            if self._folder.is_dir():
                with alone(self._folder, engine.PATIENCE if patience is None else patience):
                    wipe(self._folder)
            self._stores.pending.all()

    def close(self) -> None:
        """Lets go of the index's files."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None

    def _find(self, query: Query, limit: int, sort: Sort, *, recent: bool = False, every: bool = False) -> Found:
        """Asks the engine; a damaged index is made anew first, and asked again."""
        from index.search.engine import IndexDamaged

        def ask() -> Found:
            states = self._with_state
            return self._engine().search(query, limit=limit, sort=sort, states=states, recent=recent, every=every)

        with self._lock:
            try:
                return ask()
            except IndexDamaged:
                self.discard()
                return ask()

    def _engine(self) -> Engine:
        if self._reader is None:
            self._reader = self._open(0.0)
            self._catch_up()
            self._lost = self._lost or self._left_behind()
        elif self._stores.pending.touched():
            self._catch_up()
        return self._reader

    def _open(self, patience: float) -> Engine:
        from index.search.engine import IndexDamaged
        from index.search.engines import opened

        if not self._folder.exists():
            self._must_be_writable()
            self._stores.pending.all()
        try:
            engine = opened(self.engine, self._folder, patience)
        except IndexDamaged:
            self.discard()
            engine = opened(self.engine, self._folder, patience)
        if engine.fresh:
            self._stores.pending.all()
            self._lost = True
        return engine

    def _must_be_writable(self) -> None:
        database = self._stores.database
        if not database.writable:
            words = f"{database.folder} has no search index of this program that is whole, and none can be made in it"
            raise LibraryError(f"{words}: it cannot be written", subject=self._folder)

    def _catch_up(self) -> None:
        """Follows a short list of changes; a longer one is left to `Library.catch_up`, which shows its progress. While
        another process writes, that one follows, and nobody waits for it; a full disk is no reason not to search."""
        from index.build.follow import follow

        self._hindrance = ""
        if self._stores.database.writable and 0 < self._stores.pending.count() <= CATCH_UP:
            hurried = Hurried(lambda: self._open(0.0), lambda: self.discard(0.0))
            try:
                for _ in follow(self._stores, hurried, lambda: False):
                    pass
            except LibraryError as hindrance:
                self._hindrance = str(hindrance)

    def _left_behind(self) -> bool:
        """Whether an earlier run was stopped before the index had followed; who holds the lock sees to it himself."""
        from index.search.lock import alone

        if self._stores.pending.count() <= CATCH_UP:
            return False
        try:
            with alone(self._folder, 0.0):
                return True
        except (LibraryError, OSError):
            return False

    def _with_state(self, state: State) -> Collection[str] | Others:
        """The articles that are as the user's own marks say."""
        reading = self._stores.reading
        if state.kind == "source":
            return self._stores.articles.of_source(state.value)
        match state.value:
            case "unread":
                return self._unread(reading.marked("read_at"))
            case "read":
                return reading.marked("read_at")
            case "starred":
                return reading.marked("starred")
            case "note":
                return self._stores.highlights.articles(with_note=True)
            case "highlight":
                return self._stores.highlights.articles(with_note=False)
        return frozenset()

    def _unread(self, read: Collection[str]) -> Collection[str] | Others:
        """Named by those that are fewer: an engine takes 1 µs for each."""
        from index.search.engine import Others

        if self._stores.articles.is_larger(2 * len(read)):
            return Others(read)
        return frozenset(self._stores.articles.ids()).difference(read)
