"""The search index follows the store: it works off the list of changes in batches and marks them done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from index.events import Event, Progress
from index.models import SHOWN
from index.search.engine import Document, Engine, IndexDamaged
from index.store.stores import Stores

BATCH = 1000
"""Articles in one commit of the index: more costs memory, fewer costs segments."""


class Index(Protocol):
    """The library's search index, as far as following needs it."""

    def writer(self) -> Engine:
        """The engine; what it lacks is on the list of changes."""
        ...

    def discard(self) -> None:
        """Throws a damaged index away and puts every article on the list of changes."""
        ...


def follow(stores: Stores, index: Index, cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Indexes what changed. A stop between the commit and the mark indexes a batch twice, which does no harm."""
    engine, done = index.writer(), 0
    total = stores.pending.count()
    if not total:
        return
    yield Progress("search", 0, total)
    while (batch := stores.pending.batch(BATCH)) and not cancelled():
        try:
            _apply(stores, engine, [id for id, _ in batch])
        except IndexDamaged:
            index.discard()
            engine = index.writer()
            continue
        stores.pending.done(batch)
        done += len(batch)
        yield Progress("search", done, max(total, done))


def _apply(stores: Stores, engine: Engine, ids: Sequence[str]) -> None:
    there = {row.id for row in stores.articles.rows(ids)}
    engine.update((document(stores, id) for id in ids if id in there), [id for id in ids if id not in there])


def document(stores: Stores, id: str) -> Document:
    """An article as the engine sees it."""
    article, row = stores.articles.article(id), stores.articles.row(id)
    return Document(
        id=id,
        title=article.title,
        body="\n\n".join(block.text for block in article.blocks if block.role in SHOWN),
        outlet=article.outlet,
        agency=article.agency,
        authors=article.authors,
        url=article.url,
        language=article.language,
        published=row.published.when[:10] if row.published else "",
        story=stores.stories.headline(row.story),
        tags=stores.reading.reading(id).tags,
    )
