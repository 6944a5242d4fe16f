"""Where an item belongs: a new article, a revision of the one at this origin, or another origin of a known one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Literal

from index.events import Folded, Updated
from index.models import Origin
from index.store.articles import Derived
from index.store.stores import Stores

Verdict = Literal["read", "unchanged"] | Updated | Folded
"""What became of an item; with the article where the user may want to look at it."""


def place(stores: Stores, connection: sqlite3.Connection, item: Derived, *, anew: bool) -> Verdict:
    """Stores one item, in the caller's transaction.

    The same URL or the same text is the same article, wherever it stands. Other words at a known origin are a revision
    of the article there, or an article of their own if it stands elsewhere as it was. `anew` writes what was derived
    again, though the text is as it was.
    """
    origin = item.article.origins[0]
    here = stores.files.article_at(origin.path, origin.key)
    if here and stores.articles.text_key(here) == item.text_key:
        if anew:
            stores.articles.put(connection, here, item)
        return "unchanged"
    known = _known(stores, item)
    if here and known in (None, here):
        origins = stores.articles.article(here).origins
        if origins == (origin,) or (known and origins[0] == origin):
            stores.articles.put(connection, here, item)
            return Updated(str(origin), here, item.article.title)
        if known:  # a copy under the same URL; the wording of the leading origin stands
            return "unchanged"
    verdict: Verdict = "read"
    if known is None:
        stores.articles.put(connection, item.article.id, item)
    else:
        verdict = _verdict_on_copy(stores, known, origin)
    stores.files.attach(connection, origin.path, origin.key, known or item.article.id)
    return verdict


def _known(stores: Stores, item: Derived) -> str | None:
    """The article that has the same URL (its id says so) or the same text."""
    if stores.articles.text_key(item.article.id) is not None:
        return item.article.id
    return stores.articles.with_text(item.text_key)


def _verdict_on_copy(stores: Stores, article: str, origin: Origin) -> Verdict:
    """A file that was moved is no copy: the places where its article was found before are empty."""
    known = stores.articles.article(article)
    if any(Path(each.path).exists() for each in known.origins):
        return Folded(str(origin), article, known.title, str(known.origins[0]))
    return "unchanged"
