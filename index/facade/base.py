"""What every part of the façade has at hand."""

from __future__ import annotations

from index.searching import Searching
from index.store.stores import Stores


class Part:
    """A part of the façade over the stores and the search of one library."""

    def __init__(self, stores: Stores, search: Searching) -> None:
        self._stores = stores
        self._search = search
