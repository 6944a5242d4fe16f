"""Hits as rows of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.hits import Hit, Marked
from tui.panes.browse_rows import Clock
from tui.render import Spans, hit_in_list

ONE_LINE = 166
"""Columns from which every snippet (160 characters, of which few are wide) stands on one line."""


class HitRows:
    """Headline, who, when, and the snippet with its marks, which is asked for when the row is seen first (1 ms)."""

    def __init__(self, hits: Sequence[Hit], clock: Clock, snippet: Callable[[str], Marked]) -> None:
        self.hits = hits
        self._clock = clock
        self._snippet = snippet
        self._snippets = {at: hit.snippet for at, hit in enumerate(hits) if hit.snippet.text}

    def __len__(self) -> int:
        return len(self.hits)

    @staticmethod
    def height(width: int) -> int:
        """Headline, snippet (two lines, one where it is wide), an empty one; where narrow a line for the source."""
        return 5 if width < 72 else 4 if width < ONE_LINE else 3

    def heights(self, width: int) -> int:
        """The same for every row."""
        return self.height(width)

    def id_at(self, index: int) -> str:
        """The article of a row; empty where there are none."""
        return self.hits[index].row.id if index < len(self.hits) else ""

    def find(self, article: str) -> int | None:
        """The row of an article."""
        return next((at for at, hit in enumerate(self.hits) if hit.row.id == article), None)

    def selectable(self, _index: int, /) -> bool:
        """Every hit."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The hit as set."""
        hit = self.hits[index]
        if index not in self._snippets:
            self._snippets[index] = self._snippet(hit.row.id)
        return hit_in_list(replace(hit, snippet=self._snippets[index]), width, self._clock())
