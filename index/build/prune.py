"""Taking articles out of a library for good: only when the user asks, and only those whose files are gone."""

from __future__ import annotations

from index.store.stores import Stores


def prune(stores: Stores) -> int:
    """Removes the articles that are gone and gives how many; the stories that they leave are described anew next."""
    gone = stores.articles.gone()
    stories = {row.story for row in stores.articles.rows(gone)}
    with stores.database.transaction() as connection:
        stores.articles.remove(connection, gone)
        stores.stories.touch(connection, sorted(stories))
    return len(gone)
