"""A library's search: the query, the engine over the library's index, and rows and snippets for what it found."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import LibraryError, NothingFound
from index.hits import Facets, Hit, Hits, Marked, Sort
from index.models import LINED, SHOWN, Article
from index.store.stores import Stores

if TYPE_CHECKING:
    from index.search.engine import Engine, Found
    from index.search.nodes import Query, State

CATCH_UP = 500
"""Changes that a search works off itself before it looks, so that nobody searches a stale index; more need a worker."""

SPELT = 20
"""Articles that are looked at for how a variant is spelt where no snippets are wanted."""


@dataclass(frozen=True, slots=True)
class Hurried:
    """The index for a search that catches up: its writer does not wait for another process."""

    writer: Callable[[], Engine]
    discard: Callable[[], None]


class Searching:
    """One library's engine. Calls are serialised; the writer of a running build has an engine of its own."""

    def __init__(self, stores: Stores, folder: Path, today: Callable[[], date] = date.today,
                 engine: str = "whoosh") -> None:  # fmt: skip
        """`engine`: a name; the default one serves in place of one that is not installed."""
        self._stores, self._folder, self._today = stores, folder, today
        self.engine = engine
        self._lock = threading.RLock()
        self._reader: Engine | None = None
        self._hindrance = ""
        """Why the last attempt to follow a short list of changes failed, in words."""

    def search(self, text: str, limit: int, sort: Sort, *, strict: bool = False, recent: bool = False,
               snippets: bool = True) -> Hits:  # fmt: skip
        """See `Library.search`."""
        from index.search.query import parse, understood

        query = parse(text, self._today(), strict=strict)
        found = self._find(query, limit, sort, recent=recent)
        notes = [f"{problem.text.rstrip(':')}: {problem.reason}" for problem in query.problems]
        if waiting := self._stores.pending.count():
            waits = "1 article is not indexed yet" if waiting == 1 else f"{waiting} articles are not indexed yet"
            notes.append(f"{waits}: {self._hindrance}" if self._hindrance else waits)
        if recent and sort == "relevance":
            notes.append("recent articles are preferred")
        looked_at = found.matches if snippets else found.matches[: SPELT if found.also else 0]
        articles = dict(self._articles(match.id for match in looked_at))
        if found.also:
            notes.append(f"also: {', '.join(_as_spelt(found.also, list(articles.values())))}")
        hits = tuple(self._hits(found, articles if snippets else {}))
        return Hits(hits, found.total, understood(query), (*notes, *found.notes), _reworded(text, found.instead))

    def ids(self, text: str, *, strict: bool = False) -> tuple[str, ...]:
        """Every article that a query finds, best first."""
        from index.search.query import parse

        return self._find(parse(text, self._today(), strict=strict), 0, "relevance", every=True).all_ids

    def facets(self, text: str, *, strict: bool = False) -> Facets:
        """See `Library.facets`."""
        days: Counter[str] = Counter()
        outlets: Counter[str] = Counter()
        stories: Counter[str] = Counter()
        for row in self._stores.articles.rows(self.ids(text, strict=strict)):
            days[row.published.when[:10] if row.published else ""] += 1
            outlets[row.source] += bool(row.source)
            stories[row.story] += bool(row.story)
        return Facets(tuple(sorted(days.items())), _most_first(outlets), _most_first(stories))

    def highlights(self, article: Article, text: str) -> tuple[tuple[int, int, int], ...]:
        """See `Library.highlights`."""
        from index.search.query import parse
        from index.search.snippets import highlights

        marks = self._find(parse(text, self._today()), 0, "relevance").marks
        return tuple(
            (number, start, end)
            for number, block in enumerate(article.blocks)
            if block.role in SHOWN | LINED
            for start, end in highlights(block.text, marks, article.language)
        )

    def writer(self) -> Engine:
        """An engine of its own for a build: it writes for seconds on end, and searches should not wait for it."""
        from index.search.engine import PATIENCE

        return self._open(PATIENCE)

    def switch(self, engine: str = "") -> None:
        """Searches with another engine from now on. An index of another is thrown away unless somebody writes it."""
        from index.search.engines import usable
        from index.search.folder import form_of

        self.engine = engine or self.engine
        form = form_of(self._folder)
        if form and f", {usable(self.engine)} " not in form:
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
        elif self._stores.pending.touched():
            self._catch_up()
        return self._reader

    def _open(self, patience: float) -> Engine:
        from index.search.engine import IndexDamaged
        from index.search.engines import opened

        if not self._folder.exists():
            self._stores.pending.all()
        try:
            engine = opened(self.engine, self._folder, patience)
        except IndexDamaged:
            self.discard()
            engine = opened(self.engine, self._folder, patience)
        if engine.fresh:
            self._stores.pending.all()
        return engine

    def _catch_up(self) -> None:
        """Follows a short list of changes; a longer one is left to `Library.catch_up`, which shows its progress. While
        another process writes, that one follows, and nobody waits for it; a full disk is no reason not to search."""
        from index.build.follow import follow

        self._hindrance = ""
        if 0 < self._stores.pending.count() <= CATCH_UP:
            hurried = Hurried(lambda: self._open(0.0), lambda: self.discard(0.0))
            try:
                for _ in follow(self._stores, hurried, lambda: False):
                    pass
            except LibraryError as hindrance:
                self._hindrance = str(hindrance)

    def _with_state(self, state: State) -> Collection[str]:
        """The articles that are as the user's own marks say."""
        reading = self._stores.reading
        if state.kind == "source":
            return self._stores.articles.of_source(state.value)
        match state.value:
            case "unread":
                return frozenset(self._stores.articles.ids()) - reading.marked("read_at")
            case "read":
                return reading.marked("read_at")
            case "starred":
                return reading.marked("starred")
            case "note":
                return self._stores.highlights.articles(with_note=True)
            case "highlight":
                return self._stores.highlights.articles(with_note=False)
        return frozenset()

    def _articles(self, ids: Iterable[str]) -> Iterator[tuple[str, Article]]:
        """Each article by its id, but for those that another process removed since they were indexed."""
        for id in ids:
            with suppress(NothingFound):
                yield id, self._stores.articles.article(id)

    def _hits(self, found: Found, articles: Mapping[str, Article]) -> Iterator[Hit]:
        from index.search.snippets import snippet

        scores = {match.id: match.score for match in found.matches}
        for row in self._stores.articles.rows(list(scores)):
            article = articles.get(row.id)
            shown = snippet(article.text, found.marks, article.language) if article else Marked("")
            yield Hit(row, scores[row.id], shown)


def _most_first(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((+counted).items(), key=lambda item: (-item[1], item[0])))


def _as_spelt(variants: Sequence[str], articles: Sequence[Article]) -> list[str]:
    """Folded words as the first article that has them spells them (raissi → Raïssi)."""
    from index.search.snippets import highlights
    from index.words import fold

    spelt = dict.fromkeys(variants, "")
    for article in articles:
        text = f"{article.title}\n{article.text}"
        for start, end in highlights(text, [word for word, found in spelt.items() if not found], article.language):
            if spelt.get(fold(text[start:end])) == "":
                spelt[fold(text[start:end])] = text[start:end]
    return [found or word for word, found in spelt.items()]


def _reworded(text: str, instead: Sequence[tuple[str, str]]) -> str:
    """A query with other words in place of some."""
    if not instead:
        return ""
    for said, better in instead:
        text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", better, text, flags=re.IGNORECASE)
    return text
