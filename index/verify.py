"""Proof, from the files themselves: every line of every summary stands in its source, and nothing is damaged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from index.errors import NothingFound
from index.models import Article, Origin, Problem, Raw, Summary
from index.sources.items import items
from index.store.stores import Stores

_SPACE = re.compile(r"\s+")


def verify(stores: Stores, summary: Callable[[str], Summary]) -> Iterator[Problem]:
    """What is wrong with a library; yields nothing when all is well."""
    yield from _databases(stores)
    if waiting := stores.pending.count():
        yield Problem("search", f"{waiting} articles are not indexed yet; scan the sources again")
    for id in stores.articles.ids():
        yield from _article(stores.articles.article(id), summary(id))


def _databases(stores: Stores) -> Iterator[Problem]:
    for name in ("main", "reading"):
        for (found,) in stores.database.connection.execute(f"PRAGMA {name}.integrity_check"):
            if found != "ok":
                yield Problem(f"{'articles' if name == 'main' else name}.db", found)


def _article(article: Article, summary: Summary) -> Iterator[Problem]:
    where = str(article.origins[0])
    try:
        source = bare(source_text(article))
    except NothingFound:
        yield Problem(where, "the file is gone; the article stays in the library")
        return
    for line in summary.lines:
        if bare(line.text) not in source:
            yield Problem(where, f"the file was changed; it no longer holds: {line.text}")


def bare(text: str) -> str:
    """A text without white space, control and format characters: what verbatim is measured on."""
    return "".join(c for c in _SPACE.sub("", text) if unicodedata.category(c) not in ("Cc", "Cf"))


def source_text(article: Article) -> str:
    """The text of the item at an article's first origin that is still there. Raises `NothingFound` if none is."""
    for origin in article.origins:
        if raw := _raw(origin):
            return "\n\n".join(block.text for block in raw.blocks) if raw.blocks else raw.text
    raise NothingFound(f"no file of this article is there any more: {article.origins[0]}", subject=article.id)


def _raw(origin: Origin) -> Raw | None:
    return next((item for item in items([Path(origin.path)]) if isinstance(item, Raw) and item.origin == origin), None)
