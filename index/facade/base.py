"""What every part of the façade has at hand."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from index.errors import LibraryError

if TYPE_CHECKING:
    from index.searching import Searching
    from index.store.stores import Stores


class Part:
    """A part of the façade over the stores and the search of one library."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._searching: Searching | None = None
        self._beginning = threading.Lock()

    def unwritable(self) -> str:
        """What there is to say of a library that is open to be read only: what the user does is not kept in it. Empty
        where it can be written."""
        from index.store.connection import unwritable

        database = self._stores.database
        return "" if database.writable else unwritable(database.folder)

    def _must_be_writable(self) -> None:
        if words := self.unwritable():
            raise LibraryError(words, subject=self._stores.database.folder)

    def _begin_search(self) -> Searching:
        raise NotImplementedError

    @property
    def _search(self) -> Searching:
        """Begun by the first who asks, for it takes 10 ms to import and the first frame asks for nothing."""
        with self._beginning:
            if self._searching is None:
                self._searching = self._begin_search()
            return self._searching

    def _end_search(self) -> None:
        if self._searching is not None:
            self._searching.close()
