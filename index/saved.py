"""Saved searches with what is new in them, and the history of searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.searching import Searching
from index.store.searches import SearchStore
from index.store.stores import Stores

if TYPE_CHECKING:
    from index.hits import SavedSearch


class SavedSearches:
    """Saved searches of one library. Counting runs the searches, so call `all` from a worker."""

    def __init__(self, stores: Stores, searching: Searching) -> None:
        self._store, self._searching = SearchStore(stores.database), searching
        self._reading = stores.reading

    def save(self, name: str, query: str) -> None:
        """Keeps a query under a name; what it finds now counts as seen."""
        self._store.save(name, query)
        self.look(name)

    def forget(self, name: str) -> None:
        """Takes a saved search away; one that is not there is no error."""
        self._store.forget(name)

    def all(self) -> list[SavedSearch]:
        """Every saved search by name, counted now. Raises `LibraryError` when the index cannot be used."""
        from index.hits import SavedSearch

        read, found = self._reading.marked("read_at"), []
        for name, query, seen in self._store.saved():
            ids = frozenset(self._searching.ids(query))
            found.append(SavedSearch(name, query, len(ids), len(ids - read), len(ids - seen)))
        return found

    def look(self, name: str) -> None:
        """What the search finds now is no longer new."""
        for saved, query, _ in self._store.saved():
            if saved == name:
                self._store.see(name, self._searching.ids(query))

    def remember(self, query: str) -> None:
        """Puts a query on top of the history; an empty one is not worth it."""
        if query.strip():
            self._store.remember(query.strip())

    def history(self) -> list[str]:
        """What was searched, latest first, each query once."""
        return self._store.history()
