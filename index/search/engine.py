"""The port to a search engine: what is indexed, what is asked, what comes back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from index.errors import LibraryError
from index.hits import Sort
from index.search.nodes import Query, State
from index.search.tokens import terms

PATIENCE = 20.0
"""Seconds to wait for another process that is writing."""
TEXTS = ("body", "title", "about", "outlet", "agency", "author", "url", "tag", "story", "note")
"""Fields that are searched by word; `about` holds names, tags and notes."""


class IndexDamaged(LibraryError):
    """The index is missing, cut short, or of another form: wipe its folder and build it anew from the store."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as an engine sees it."""

    id: str
    title: str
    body: str
    """Text of the read blocks and headings, a blank line between paragraphs."""
    outlet: str = ""
    agency: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = "und"
    published: str = ""
    """ISO day, month or year; empty if unknown."""
    story: str = ""
    """Headline of its story."""
    tags: tuple[str, ...] = ()
    notes: str = ""
    """The user's own words on it, all in one text."""


def words_of(document: Document) -> dict[str, list[str]]:
    """The tokens of each field that has any."""
    names = " / ".join((document.outlet, document.agency, *document.authors))
    texts = {
        "body": document.body, "title": document.title, "outlet": document.outlet, "agency": document.agency,
        "author": " / ".join(document.authors), "url": document.url, "tag": " / ".join(document.tags),
        "story": document.story, "note": document.notes,
        "about": " / ".join((names, *document.tags, document.notes)),
    }  # fmt: skip
    return {name: tokens for name in TEXTS if (tokens := terms(texts[name]))}


def day_of(document: Document) -> int:
    """When it was published as a number that sorts, 20231109; a month or year alone has zeros (20231100), nothing 0."""
    return int((document.published[:10].replace("-", "") + "0000")[:8]) if document.published else 0


@dataclass(frozen=True, slots=True)
class Others:
    """All articles but these: where few are read, it takes long to name the many that are not."""

    ids: Collection[str]


States = Callable[[State], Collection[str] | Others]
"""Tells the articles with which the user did something, or that are of a source: what lives outside the engine."""


@dataclass(frozen=True, slots=True)
class Match:
    """One article that matched."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine answers."""

    matches: tuple[Match, ...]
    """At most `limit`, in the order asked for; ties by id, so that every run gives the same."""
    total: int
    marks: frozenset[str] = frozenset()
    """Folded words that the snippet should mark: inflections, variants and expansions are all among them."""
    notes: tuple[str, ...] = ()
    """What was relaxed, or which part excludes most where nothing is found, in words."""
    all_ids: tuple[str, ...] = field(default=())
    """Every match, for facets, in the order asked for; empty where `every` was not asked for."""
    also: tuple[str, ...] = ()
    """Other spellings of the words that were found, folded."""
    instead: tuple[tuple[str, str], ...] = ()
    """Where nothing is found: words of the query, as written, each with the nearest that the archive has."""


class Engine(Protocol):
    """A full-text index in one folder that can always be rebuilt. One instance belongs to one thread at a time."""

    @property
    def fresh(self) -> bool:
        """True when it was made just now and holds nothing."""
        ...

    def update(self, documents: Iterable[Document], removed: Collection[str] = ()) -> None:
        """Puts documents in place of those of the same id, takes `removed` out, in one commit; twice does no harm."""
        ...

    def search(self, query: Query, *, limit: int = 20, sort: Sort = "relevance",
               only: Collection[str] | None = None,
               states: States | None = None, recent: bool = False, every: bool = False) -> Found:  # fmt: skip
        """The best matches; `only` restricts to these ids, and `states` tells those of is:unread and has:note. `recent`
        mildly prefers what is new; `every` tells the ids of all matches, too, which may take much longer. Never raises
        for any query; raises `LibraryError` when the folder cannot be used."""
        ...

    def tidy(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Puts the index in order after many updates, if it needs it; a stop leaves it as it was."""
        ...

    def close(self) -> None:
        """Lets go of files; nothing is lost."""
        ...
