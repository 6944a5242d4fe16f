"""Bringing files in, keeping up with them, and proving that all is well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UsageError
from index.facade.telling import LONGEST, Telling
from index.search.engines import ENGINES, FAST, MANY_ARTICLES, TO_INSTALL, installed

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from index.events import Event
    from index.models import ArticleRow, Problem

ENGINE_SETTING = "engine"
"""Where a library remembers with which engine it is searched."""
SUGGESTED_SETTING = "engine suggested"


class Building(Telling):
    """The building generators and what goes with them."""

    def add(
        self,
        paths: Sequence[Path],
        *,
        executor: Executor | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        """Reads files and folders into the library and remembers them as its sources; see `index.build.build`.

        Raises `UsageError` before anything is read when a path is not there.
        """
        for path in paths:
            if not path.exists():
                raise UsageError(f"there is no file or folder {path}", subject=path)
        self._stores.files.add_sources(str(path.absolute()) for path in paths)
        return self._build([path.absolute() for path in paths], executor, cancelled)

    def refresh(
        self, *, executor: Executor | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Event]:
        """Looks at every source again and catches up with what an earlier run left undone."""
        return self._build([Path(path) for path in self._stores.files.sources()], executor, cancelled)

    def rebuild(
        self, *, engine: str = "", executor: Executor | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Event]:
        """Makes all derived data anew from the files that are there, and the search index from nothing.

        `engine` names the one to search with; the library remembers it. Raises `UsageError` for one that is not there.
        """
        self._must_be_writable()
        if engine:
            self._choose(engine)
        self._search.discard()
        return self._build([Path(path) for path in self._stores.files.sources()], executor, cancelled, anew=True)

    def _choose(self, engine: str) -> None:
        if engine not in ENGINES:
            raise UsageError(f"there is no engine {engine}; there are {', '.join(ENGINES)}", subject=engine)
        if not installed(engine):
            raise UsageError(f"the engine {engine} is not installed: {TO_INSTALL}", subject=engine)
        self._stores.reading.set_setting(ENGINE_SETTING, engine)
        self._search.switch(engine)

    def missing_engine(self) -> str:
        """What to type where the engine that was chosen is not installed; empty where all is well."""
        if installed(self._search.engine):
            return ""
        return f"the engine {self._search.engine} is not installed, so whoosh searches meanwhile: {TO_INSTALL}"

    def better_engine(self) -> str:
        """For a library that has grown big: how it is searched faster. Told once, then empty as it is for others."""
        if self.unwritable():
            return ""
        count = self.counts().articles
        told = self._stores.reading.setting(SUGGESTED_SETTING)
        if told or count <= MANY_ARTICLES or self._search.engine != ENGINES[0]:
            return ""
        self._stores.reading.set_setting(SUGGESTED_SETTING, "yes")
        first = "" if installed(FAST) else f"{TO_INSTALL}, then "
        return f"{count:,} articles are searched faster by another engine: {first}nutgraf rebuild --engine {FAST}"

    def catch_up(self, *, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Event]:
        """Does what an earlier run left undone, stories and index, without looking at any source."""
        return self._build([], None, cancelled)

    def _build(
        self, paths: Sequence[Path], executor: Executor | None, cancelled: Callable[[], bool], anew: bool = False
    ) -> Iterator[Event]:
        self._must_be_writable()
        from index.build import build  # the cleaner, the summariser and the clustering: 0.1 s, and more in its workers

        return build(self._stores, self._search, paths, executor=executor, cancelled=cancelled, anew=anew)

    def check(self) -> Iterator[Problem]:
        """Verifies the databases, the search index and that every line of every summary stands in its source file."""
        from index.verify import verify  # reads every file again

        return verify(self._stores, partial(self.summary, sentences=LONGEST), self.story_summary)

    def behind(self) -> int:
        """How many articles an earlier run left ungrouped or unindexed; `catch_up` sees to them where it can write."""
        if self.unwritable():
            return 0
        self._search.switch()
        return max(self._stores.pending.count(), len(self._stores.stories.ungrouped()))

    def gone(self) -> list[ArticleRow]:
        """The articles whose files are no longer there."""
        return self.rows(self._stores.articles.gone())

    def prune(self) -> int:
        """Removes the articles whose files are gone; gives how many. Stories and search follow in `catch_up`."""
        from index.build.prune import prune

        return prune(self._stores)
