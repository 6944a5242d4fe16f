"""Long lists that are read a page at a time, so that 100,000 rows cost no more than a screenful."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from typing import TypeVar, overload

T = TypeVar("T")
KEPT = 16
"""Pages that stay in memory, those looked at last."""


class Paged(Sequence[T]):
    """A list of which a subclass knows the length, and reads `per_page` items at once."""

    def __init__(self, per_page: int) -> None:
        self._per_page = per_page
        self._pages: OrderedDict[int, list[T]] = OrderedDict()

    @abstractmethod
    def _read(self, first: int, end: int) -> list[T]:
        """The items from one place up to another, or to the end of the list if that comes first."""

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number, place = divmod(range(len(self))[at], self._per_page)
        return self._looked_at(number)[place]

    def refresh(self) -> None:
        """Forgets the items that were read, after one of them changed; what belongs to the list stays."""
        self._pages.clear()

    def _looked_at(self, number: int) -> list[T]:
        if number in self._pages:
            self._pages.move_to_end(number)
        else:
            self._pages[number] = self._read(number * self._per_page, (number + 1) * self._per_page)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        return self._pages[number]
