"""The search index follows the store: it works off the list of changes in batches and marks them done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from index.errors import LibraryError
from index.events import Event, Progress
from index.models import ArticleRow
from index.search.engine import Document, Engine, IndexDamaged
from index.store.stores import Stores

BATCH = 2000
"""Articles in one commit of the index: more costs memory, fewer costs segments."""


class _Stopped(Exception):
    """The build was cancelled within a batch; the engine keeps nothing of it, and the list of changes all."""


class Index(Protocol):
    """The library's search index, as far as following needs it."""

    def writer(self) -> Engine:
        """The engine; what it lacks is on the list of changes."""
        ...

    def discard(self) -> None:
        """Throws a damaged index away and puts every article on the list of changes."""
        ...


def follow(stores: Stores, index: Index, cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Indexes what changed. A stop between the commit and the mark indexes a batch twice, which does no harm.

    A damaged index is built anew, once. Raises `LibraryError` where the index cannot be written; the list of changes
    stays.
    """
    engine, done, anew = index.writer(), 0, False
    try:
        total = stores.pending.count()
        if not total:
            return
        yield Progress("search", 0, total)
        while (batch := stores.pending.batch(BATCH)) and not cancelled():
            try:
                _apply(stores, engine, [id for id, _ in batch], cancelled)
            except _Stopped:
                return
            except IndexDamaged:
                if anew:
                    raise
                engine, anew = _anew(engine, index), True
                continue
            stores.pending.done(batch)
            done += len(batch)
            yield Progress("search", done, max(total, done))
        with suppress(LibraryError):  # no room to tidy, or another process writes: the index serves as it is
            engine.tidy(cancelled)
    finally:
        engine.close()


def _anew(damaged: Engine, index: Index) -> Engine:
    damaged.close()
    index.discard()
    return index.writer()


def _apply(stores: Stores, engine: Engine, ids: Sequence[str], cancelled: Callable[[], bool]) -> None:
    rows = stores.articles.rows(ids)
    there = {row.id for row in rows}
    engine.update(_documents(stores, rows, cancelled), [id for id in ids if id not in there])


def _documents(stores: Stores, rows: Sequence[ArticleRow], cancelled: Callable[[], bool]) -> Iterator[Document]:
    for row in rows:
        if cancelled():
            raise _Stopped
        yield document(stores, row)


def document(stores: Stores, row: ArticleRow) -> Document:
    """An article as the engine sees it."""
    article = stores.articles.article(row.id)
    return Document(
        id=row.id,
        title=article.title,
        body=article.text,
        outlet=article.outlet,
        agency=article.agency,
        authors=article.authors,
        url=article.url,
        language=article.language,
        published=row.published.when[:10] if row.published else "",
        story=stores.stories.headline(row.story),
        tags=stores.reading.reading(row.id).tags,
        notes=stores.highlights.words(row.id),
    )
