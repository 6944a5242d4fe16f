"""The vocabulary of a search: what is asked for, what was found, and what all of it has in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.models import ArticleRow

Sort = Literal["relevance", "newest", "oldest", "outlet"]
"""What comes first among the hits."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Text with marked spans and no markup; the front end chooses the look."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """Half-open ranges of characters, in order, apart from each other."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found."""

    row: ArticleRow
    score: float
    snippet: Marked


@dataclass(frozen=True, slots=True)
class Hidden:
    """Articles that have what is looked for and are not shown, because the query also says which may be."""

    total: int
    by: str
    """The filters, in words."""
    query: str
    """The query without them."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The answer to one search."""

    hits: tuple[Hit, ...]
    """Best first (or in the order asked for)."""
    total: int
    """How many articles match, shown or not."""
    understood: str
    """The query echoed in words."""
    notes: tuple[str, ...] = ()
    """What the user should know: words widened or relaxed, parts that could not be read, hits that are hidden."""
    suggestion: str = ""
    """Where nothing was found: the query in words that the archive has; empty if there are none."""
    marks: frozenset[str] = frozenset()
    """Folded words to be marked in a snippet."""
    loose: bool = False
    """True where it found other spellings, or articles without some of the words: a strict search does neither."""
    hidden: Hidden | None = None
    """What filters in the query hide, if they hide anything."""
    waiting: int = 0
    """Articles that no search can find because the index was gone or damaged, until `Library.catch_up` made it anew."""

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@dataclass(frozen=True, slots=True)
class Facets:
    """What all the articles that a query finds have in common; each value with the number of articles."""

    days: tuple[tuple[str, int], ...]
    """ISO days (or months, or years) in order; undated articles under an empty day, first."""
    outlets: tuple[tuple[str, int], ...]
    """Outlets, or agencies where there is none, most articles first."""
    stories: tuple[tuple[str, int], ...]
    """Ids of stories, most articles first."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that the user named."""

    name: str
    query: str
    total: int
    """Articles that it finds."""
    unread: int
    new: int
    """Articles that it did not find when the user looked last."""
