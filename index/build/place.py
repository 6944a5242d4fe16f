"""Where an item belongs: a new article, a revision of the one at this origin, or another origin of a known one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Literal

from index.clean.identity import alike, text_key
from index.events import Folded, Updated
from index.models import READ, Article
from index.store.articles import Derived
from index.store.stores import Stores

Verdict = Literal["read", "unchanged"] | Updated | Folded
"""What became of an item; with the article where the user may want to look at it."""
OTHER_WORDS = "in other words"
"""Of a copy at the same address whose text is not the article's: an earlier or later wording of it."""


def place(stores: Stores, connection: sqlite3.Connection, item: Derived, *, anew: bool) -> Verdict:
    """Stores one item, in the caller's transaction.

    The same URL or the same text is the same article, wherever it stands, unless texts at one URL have nothing in
    common: newsletters name one address in every issue. Other words at a known origin are a revision of the article
    there if it leads there, or an article of their own if it stands elsewhere as it was. `anew` writes what was
    derived again, though the text is as it was.
    """
    origin = item.article.origins[0]
    here = stores.files.article_at(origin.path, origin.key)
    if here and stores.articles.text_key(here) == item.text_key:
        if anew:
            stores.articles.put(connection, here, item)
        return "unchanged"
    origins = stores.articles.article(here).origins if here else ()
    known = _known(stores, item, here if origins[:1] == (origin,) else None)
    if here and known in (None, here) and (origins == (origin,) or (known and origins[0] == origin)):
        stores.articles.put(connection, here, item)
        return Updated(str(origin), here, item.article.title)
    verdict: Verdict = "read"
    if known is None:
        known = _free_id(stores, item)
        stores.articles.put(connection, known, item)
    else:
        verdict = _verdict_on_copy(stores, connection, known, item)
    stores.files.attach(connection, origin.path, origin.key, known)
    return verdict


def _known(stores: Stores, item: Derived, led: str | None) -> str | None:
    """The article that has the same URL (its id says so) or the same text. `led`: the one that this origin leads."""
    same_url = item.article.id
    text = stores.articles.text_key(same_url)
    if text == item.text_key or (text and same_url == led):
        return same_url
    if text and (not item.article.url or alike(_read(stores.articles.article(same_url)), _read(item.article))):
        return same_url
    return stores.articles.with_text(item.text_key)


def _free_id(stores: Stores, item: Derived) -> str:
    """The id of a new article: that of its text where another has its address, or one made of that where it is taken,
    for the article that once had this text may have another now."""
    id = item.article.id
    while stores.articles.text_key(id) is not None:
        id = item.text_key if id == item.article.id else text_key(id)
    return id


def _read(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks if block.role in READ)


def _verdict_on_copy(stores: Stores, connection: sqlite3.Connection, article: str, item: Derived) -> Verdict:
    """A file that was moved is no copy: the places where its article was found before are empty."""
    known, origin = stores.articles.article(article), item.article.origins[0]
    same = stores.articles.text_key(article) == item.text_key
    if any(Path(each.path).exists() for each in known.origins):
        return Folded(str(origin), article, known.title, str(known.origins[0]), "" if same else OTHER_WORDS)
    if same:
        return "unchanged"
    stores.articles.put(connection, article, item)
    return Updated(str(origin), article, item.article.title)
