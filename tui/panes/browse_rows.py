"""The rows of the browse pane: a plain list of articles."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from tui.render import Spans, article_in_list

if TYPE_CHECKING:
    from index.models import ArticleRow

Clock = Callable[[], datetime]


class Articles(Protocol):
    """Articles in an order, read as they are asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, at: int, /) -> ArticleRow:
        """Raises `KeyError` for one that was removed a moment ago."""
        ...

    @property
    def folded(self) -> int:
        """How many copies are folded into all of them."""
        ...

    def copies(self, at: int, /) -> int:
        """How many copies are folded into one of them."""
        ...

    def place(self, id: str, /) -> int | None:
        """Where an article stands, or the one it is folded into; None when it is not among them."""
        ...

    def refresh(self) -> None:
        """Reads them anew."""
        ...


class ArticleList:
    """Articles in the order of their list, asked for as they are seen."""

    def __init__(self, articles: Articles, clock: Clock) -> None:
        self.articles = articles
        self._clock = clock
        self._fresh: dict[str, ArticleRow] = {}
        self.opened = ""
        self.picked: Collection[str] = ()

    def __len__(self) -> int:
        return len(self.articles)

    def heights(self, width: int) -> int:
        """One line where it is wide, else three."""
        return 1 if width >= 72 else 3

    def selectable(self, _index: int, /) -> bool:
        """Every row is an article."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The row as set."""
        row, copies = self.row(index), self.articles.copies(index)
        lines = article_in_list(row, width, self._clock(), is_open=row.id == self.opened, copies=copies)
        return picked_in(lines, row.id in self.picked)

    def row(self, index: int) -> ArticleRow:
        """The article at this place, as it is now."""
        try:
            row = self.articles[index]
        except KeyError:  # it was removed a moment ago, and the fresh list is on its way
            return removed("")
        return self._fresh.get(row.id, row)

    def renew(self, row: ArticleRow) -> None:
        """An article changed; it stays where it stands, for nothing moves unless asked."""
        self._fresh[row.id] = row

    def forget(self) -> None:
        """Many articles changed: all are read anew."""
        self._fresh.clear()
        self.articles.refresh()

    def at(self, index: int) -> tuple[str, str]:
        """(article, story) of a row."""
        row = self.row(index)
        return row.id, row.story

    def touches(self, index: int, articles: Collection[str]) -> bool:
        """Whether a row shows one of these articles."""
        return self.row(index).id in articles

    def find(self, article: str, /) -> int | None:
        """Where an article stands; None when it is not listed."""
        return self.articles.place(article)


def picked_in(lines: list[Spans], picked: bool) -> list[Spans]:
    """The row of an article that the user picked: a check mark stands in place of its sign."""
    if not picked or not lines:
        return lines
    signs = ("▸ ", "★ ", "✗ ", "● ", "  ")
    at = max((n for n, (text, _) in enumerate(lines[0][:2]) if text in signs), default=0)
    return [[*lines[0][:at], ("✓ ", "accent"), *lines[0][at + 1 :]], *lines[1:]]


def removed(article: str) -> ArticleRow:
    """What stands for an article that is no longer there until the list is fetched anew."""
    from index.models import ArticleRow, Origin

    return ArticleRow(article, Origin(""), "(removed)", "", "", (), None, "", "", 0, "", gone=True, read=True)
