"""Hits as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Hit
from tui.panes.browse_rows import Clock
from tui.render import Spans, hit_in_list


class HitRows:
    """Headline, who, when, and the snippet with its marks."""

    def __init__(self, hits: Sequence[Hit], clock: Clock) -> None:
        self.hits = hits
        self._clock = clock

    def __len__(self) -> int:
        return len(self.hits)

    def heights(self, width: int) -> int:
        """Headline, two lines of snippet and an empty one; where it is narrow the source has its own line."""
        return 4 if width >= 72 else 5

    def selectable(self, _index: int, /) -> bool:
        """Every hit."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The hit as set."""
        return hit_in_list(self.hits[index], width, self._clock())
