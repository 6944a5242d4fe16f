"""What was searched for, newest last, and where in it one stands while leafing back. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST = 100
"""Queries that are kept."""


@dataclass(frozen=True, slots=True)
class History:
    """Past queries and the one that is shown of them."""

    queries: tuple[str, ...] = ()
    at: int = -1
    """Place in `queries`; -1 while the user's own words stand in the line."""
    own: str = ""
    """Those words, to come back to."""

    def with_query(self, query: str) -> History:
        """The query as the newest; an older one of the same words gives way."""
        if not query:
            return self
        return History((*(old for old in self.queries if old != query), query)[-MOST:])

    def older(self, shown: str) -> History:
        """One back in time; at the oldest it stays."""
        if self.at >= 0:
            return replace(self, at=max(0, self.at - 1))
        last = len(self.queries) - 1
        last -= last >= 0 and self.queries[last] == shown
        return replace(self, at=last, own=shown) if last >= 0 else self

    def newer(self) -> History:
        """One forward; after the newest come the user's own words again."""
        if self.at < 0:
            return self
        return replace(self, at=self.at + 1 if self.at + 1 < len(self.queries) else -1)

    @property
    def shown(self) -> str:
        """What stands in the line."""
        return self.queries[self.at] if self.at >= 0 else self.own
