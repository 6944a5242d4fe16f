"""Saved searches as rows of the browse pane."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tui.render import Spans, as_many_as_fit, fit, justify, many

if TYPE_CHECKING:
    from index.hits import SavedSearch
    from index.models import ArticleRow


class SavedList:
    """Name, how much is new and unread, and the query; None stands for searches that are still being counted."""

    def __init__(self, searches: Sequence[SavedSearch] | None = None) -> None:
        self.searches = searches or ()
        self.counted = searches is not None
        self.opened = ""
        self.picked: Collection[str] = ()

    def __len__(self) -> int:
        return len(self.searches)

    def heights(self, _width: int, /) -> int:
        """Name, counts, query and an empty line."""
        return 4

    def selectable(self, _index: int, /) -> bool:
        """Every search."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The search as set; what has something new is bold and has the sign of what is unread."""
        saved = self.searches[index]
        new = [f"{saved.new:,} new"] if saved.new else []
        facts = [*new, f"{saved.unread:,} unread", many(saved.total, "article")]
        mark, look = (("● ", "marker"), "bold") if new else (("  ", "plain"), "plain")
        return [
            justify([mark, (saved.name, look)], [], width),
            [("  ", "plain"), (as_many_as_fit(facts, width - 2), "faint")],
            [("  ", "plain"), (fit(saved.query, width - 2), "faint")],
        ]

    def at(self, _index: int, /) -> tuple[str, str]:
        """No article and no story stands here."""
        return "", ""

    def find(self, _article: str, /) -> int | None:
        """No article stands here."""
        return None

    def renew(self, row: ArticleRow) -> None:
        """An article changed: the counts follow when they are asked for again."""

    def forget(self) -> None:
        """Nothing is kept of articles."""

    def touches(self, _index: int, _articles: Collection[str], /) -> bool:
        """Nothing to paint when an article changes."""
        return False
