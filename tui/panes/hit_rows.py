"""Hits as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

from index.hits import Hit
from tui.panes.browse_rows import Clock
from tui.render import Spans, hit_in_list

ONE_LINE = 166
"""Columns from which every snippet (160 characters, of which few are wide) stands on one line."""


class HitRows:
    """Headline, who, when, and the snippet with its marks."""

    def __init__(self, hits: Sequence[Hit], clock: Clock) -> None:
        self.hits = hits
        self._clock = clock

    def __len__(self) -> int:
        return len(self.hits)

    def heights(self, width: int) -> int:
        """Headline, snippet (two lines, one where it is wide), an empty one; where narrow a line for the source."""
        return 5 if width < 72 else 4 if width < ONE_LINE else 3

    def selectable(self, _index: int, /) -> bool:
        """Every hit."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The hit as set."""
        return hit_in_list(self.hits[index], width, self._clock())
