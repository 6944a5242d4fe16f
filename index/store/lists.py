"""Long lists of articles that are read a page at a time, so that 100,000 rows cost no more than a screenful."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Literal, overload

from index.models import ArticleRow
from index.store.articles import ROW, placeholders, row_of
from index.store.database import Database

View = Literal["all", "unread", "starred"]
PAGE = 128
PAGES_KEPT = 16
_WHERE = {"all": "true", "unread": "coalesce(r.read_at, '') = ''", "starred": "r.starred"}


class Rows(Sequence[ArticleRow]):
    """The rows of a view, newest first; numbers of articles in memory, rows from the store as they are looked at."""

    def __init__(self, database: Database, view: View) -> None:
        self._database = database
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()
        numbers = database.connection.execute(
            "SELECT a.number FROM articles a LEFT JOIN reading.reading r ON r.article = a.id"
            f" WHERE {_WHERE[view]} ORDER BY a.day DESC, a.published DESC, a.number"
        )
        self._numbers = array("q", (number for (number,) in numbers))

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> ArticleRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[ArticleRow]: ...
    def __getitem__(self, at: int | slice) -> ArticleRow | list[ArticleRow]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        page, place = divmod(range(len(self))[at], PAGE)
        return self._page(page)[place]

    def refresh(self) -> None:
        """Forgets the rows that were read, after one of them changed; what belongs to the list stays."""
        self._pages.clear()

    def _page(self, page: int) -> list[ArticleRow]:
        if page in self._pages:
            self._pages.move_to_end(page)
        else:
            self._pages[page] = self._read(self._numbers[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[page]

    def _read(self, numbers: array[int]) -> list[ArticleRow]:
        query = f"SELECT a.number, rows.* FROM articles a JOIN ({ROW}) rows ON rows.id = a.id WHERE a.number IN "
        found = self._database.connection.execute(f"{query} ({placeholders(numbers)})", list(numbers))
        rows = {values[0]: row_of(values[1:]) for values in found}
        return [rows[number] for number in numbers]
