"""The vocabulary of what the user does: reads, stars, marks and notes; and the lists that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

View = Literal["all", "unread", "starred", "recent", "new", "tag", "outlet", "month"]
"""Lists of articles. The last three are of one tag, outlet or month; `new` came after an article that was the last."""
Order = Literal["", "newest", "oldest", "outlet", "title", "short", "long", "unread"]
"""The order of a list; an empty one is the list's own: newest first, of what was read the latest first."""
Group = Literal["tag", "outlet", "month"]
"""What articles are counted by."""


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much there is."""

    articles: int
    stories: int
    unread: int
    starred: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the user did with one article."""

    article: str
    read_at: str = ""
    """ISO 8601 time; empty when unread."""
    starred: bool = False
    tags: tuple[str, ...] = ()
    place: int = 0
    """Number of the sentence at the top of the reader."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Marked sentences, with words of the user's own or without; or a note on a whole article."""

    id: int
    article: str
    first: int
    last: int
    """Numbers of sentences, both included; -1 for a note on the whole article, and where the words are gone."""
    text: str
    """The marked words as they stood; empty for a note on the whole article."""
    note: str = ""
    made: str = ""
    """ISO 8601 time, UTC."""

    @property
    def whole(self) -> bool:
        """True for a note on the article as a whole."""
        return not self.text

    @property
    def detached(self) -> bool:
        """True when the marked words are no longer in the article."""
        return bool(self.text) and self.first < 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What came with reading state from elsewhere."""

    articles: int
    """Articles with a mark, tag or place."""
    highlights: int
    searches: int
    unknown: int
    """Articles that are not in this library; their state waits for them."""
