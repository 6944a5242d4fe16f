"""Hits as rows of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from index.hits import Hit, Marked
from index.marks import led
from tui import dates
from tui.panes.browse_rows import Clock
from tui.render import Spans, copied, justify, mark_of, marked, source, title_of, with_copies

ONE_LINE = 166
"""Columns from which every snippet (160 characters, of which few are wide) stands on one line."""


class HitRows:
    """Headline, who, when, and the snippet with its marks, which is asked for when the row is seen first (1 ms)."""

    def __init__(
        self, hits: Sequence[Hit], clock: Clock, snippet: Callable[[str], Marked], *, shows_copies: bool = False
    ) -> None:
        ids = [hit.row.id for hit in hits]
        copies = led(ids, {hit.row.id: hit.row.copy_of for hit in hits if hit.row.copy_of})
        by_id, under = dict(zip(ids, hits, strict=True)), set(chain.from_iterable(copies.values()))
        self._folded = {} if shows_copies else copies
        below = copies if shows_copies else {}
        order = chain.from_iterable((id, *below.get(id, ())) for id in ids if id not in under)
        self.hits = [by_id[id] for id in order]
        """Those that have a row: copies of a text stand below the hit that has it, or are folded into it."""
        self._clock = clock
        self._snippet = snippet
        self._snippets = {at: hit.snippet for at, hit in enumerate(self.hits) if hit.snippet.text}

    def __len__(self) -> int:
        return len(self.hits)

    @property
    def folded(self) -> int:
        """How many copies are folded into rows."""
        return sum(map(len, self._folded.values()))

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
        """The row of an article, or of the one it is folded into."""
        lead = next((lead for lead, copies in self._folded.items() if article in copies), article)
        return next((at for at, hit in enumerate(self.hits) if hit.row.id == lead), None)

    def selectable(self, _index: int, /) -> bool:
        """Every hit."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The hit as set."""
        hit = self.hits[index]
        if index not in self._snippets:
            self._snippets[index] = self._snippet(hit.row.id)
        copies = len(self._folded.get(hit.row.id, ()))
        return hit_in_list(replace(hit, snippet=self._snippets[index]), width, self._clock(), copies)


def hit_in_list(hit: Hit, width: int, now: datetime, copies: int = 0) -> list[Spans]:
    """Headline with who and when, then the snippet on two lines; where it is narrow, the facts have their own line.

    `copies`: how many hits of the same text are folded into the row.
    """
    row, when = hit.row, dates.age(hit.row.published, now)
    left = [mark_of(row, is_open=False), *copied(row), (title_of(row), "plain" if row.read else "bold")]
    snippet = [[("  ", "plain"), *line] for line in marked(hit.snippet, width - 2, 2)]
    if width >= 72:
        return [justify(left, [(f"{with_copies(source(row), copies, 30)}  {when:>12}", "faint")], width), *snippet]
    who = with_copies(source(row), copies, width - 5 - len(when))
    facts = " · ".join(part for part in (who, when) if part)
    return [justify(left, [], width), [("  ", "plain"), (facts, "faint")], *snippet]
