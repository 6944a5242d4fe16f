"""The vocabulary of what the user does: reads, stars, marks and notes; and the lists that follow from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

T = TypeVar("T")

View = Literal["all", "unread", "starred", "recent", "new", "tag", "outlet", "month"]
"""Lists of articles. The last three are of one tag, outlet or month; `new` came after an article that was the last."""
Order = Literal["", "newest", "oldest", "outlet", "title", "short", "long", "unread"]
"""The order of a list; an empty one is the list's own: newest first, of what was read the latest first."""
Copies = Literal["apart", "below", "folded"]
"""What a list does with articles that carry another one's text: they stand in its order, below that one, or in it."""
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


def led(listed: Sequence[T], originals: Mapping[T, T]) -> dict[T, list[T]]:
    """Which articles of a list lead others of the same text, and these in their order: the original leads, or the first
    of its copies where it is not listed. 10 ms for 100,000.
    """
    copies = [article for article in listed if article in originals]
    wanted = {originals[article] for article in copies}
    leads = {article: article for article in listed if article in wanted} if wanted else {}
    found: dict[T, list[T]] = {}
    for article in copies:
        lead = leads.setdefault(originals[article], article)
        if lead != article:
            found.setdefault(lead, []).append(article)
    return found
