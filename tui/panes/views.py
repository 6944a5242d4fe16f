"""What the browse pane can list, and how it is fetched: on the app's thread where it is little, else in a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.panes.stories import Stories, headline_length

if TYPE_CHECKING:
    from index.library import Library
    from index.marks import Copies, Group, Highlight, Order
    from index.marks import View as Articles
    from index.store.lists import Rows
    from tui.keymap import Keymap
    from tui.messages import View

LARGE = 4000
"""Articles from which a list is fetched in a worker: below it takes milliseconds, with 100,000 a fifth of a second."""


class Described(NamedTuple):
    """A view in words."""

    name: str
    """As the heading and the menu have it."""
    empty: str
    """What is said where it holds nothing; `{}` stands for a key."""
    of: Articles | None = None
    """The kind of list of articles that it is; None for the others."""
    counts: Group | None = None
    """What it counts, for a view whose rows are groups."""
    within: View | None = None
    """The view that a row of it opens."""
    keys: tuple[str, ...] = ()
    """Ids of the actions whose keys `empty` names, in its order."""

    def why_empty(self, keymap: Keymap) -> str:
        """What is said where it holds nothing."""
        return self.empty.format(*map(keymap.key, self.keys))


VIEWS: Mapping[View, Described] = {
    "stories": Described("stories", "no stories yet; {} lists articles as they come", keys=("view.all",)),
    "all": Described("all", "no articles yet", "all"),
    "unread": Described("unread", "everything is read", "unread"),
    "starred": Described("starred", "nothing is starred; {} gives a star", "starred", keys=("star",)),
    "searches": Described("searches", "none yet; {} in the search keeps one", keys=("search.save",)),
    "tags": Described("tags", "none yet; {} gives an article tags", counts="tag", within="tag", keys=("tag",)),
    "notes": Described(
        "highlights and notes",
        "none yet; {} writes a note, {} in the reader selects sentences",
        keys=("note", "reader.select"),
    ),
    "recent": Described("recently read", "nothing is read yet", "recent"),
    "new": Described("new since last time", "nothing was added since last time", "new"),
    "outlets": Described("outlets", "no articles yet", counts="outlet", within="outlet"),
    "dates": Described("dates", "no articles yet", counts="month", within="month"),
    "tag": Described("tag", "no article has this tag", "tag"),
    "outlet": Described("outlet", "no article is of this outlet", "outlet"),
    "month": Described("month", "no article is of this month", "month"),
}
MENU: tuple[View, ...] = (
    "stories", "all", "unread", "starred", "searches", "tags", "notes", "recent", "new", "outlets", "dates",
)  # fmt: skip
"""In the menu of views, in this order; the others are within one of these."""
ORDERS: Mapping[Order, str] = {
    "": "as it comes",
    "newest": "newest first",
    "oldest": "oldest first",
    "outlet": "by outlet",
    "title": "by title",
    "short": "shortest first",
    "long": "longest first",
    "unread": "unread first",
}
OF_STORIES: Sequence[Order] = ("", "oldest", "title", "long", "unread")
"""The orders that stories have; the longest is the one of most articles."""


_OF_STORIES: Mapping[Order, str] = {"": "latest first", "long": "largest first"}


def order_name(view: View, order: Order) -> str:
    """An order in words."""
    return _OF_STORIES.get(order, ORDERS[order]) if view == "stories" else ORDERS[order]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the browse pane lists: a view, in an order, narrowed by words."""

    view: View = "stories"
    value: str = ""
    """The tag, outlet or month of a view within another."""
    order: Order = ""
    words: str = ""
    shows_copies: bool = False
    """Whether copies of a text stand below the article that has it or are folded into it."""

    @property
    def key(self) -> str:
        """Under which the place in it is remembered."""
        return f"{self.view}:{self.value}" if self.value else self.view

    @property
    def outer(self) -> View | None:
        """The view that this one is within."""
        return next((view for view, described in VIEWS.items() if described.within == self.view), None)


@dataclass(frozen=True, slots=True)
class Listed:
    """What was fetched for a shelf."""

    shelf: Shelf
    rows: Rows | None = None
    groups: Sequence[tuple[str, int]] | None = None
    highlights: Sequence[Highlight] | None = None
    names: Mapping[str, tuple[str, str]] | None = None
    """Of the articles of the highlights: title and source."""
    stories: Stories | None = None
    whole: int = 0
    """Rows there would be without the words."""


def fetch(library: Library, shelf: Shelf, since: str) -> Listed:
    """What a shelf holds; `since` is where the library ended when the user looked last."""
    described, words = VIEWS[shelf.view], shelf.words.strip()
    if described.of is not None:
        value = since if shelf.view == "new" else shelf.value
        rows = library.articles(described.of, value, shelf.order, words, _copies(shelf))
        return Listed(shelf, rows=rows, whole=rows.whole)
    if described.counts is not None:
        groups = library.counted(described.counts)
        kept = [(name, number) for name, number in groups if has(words, name)]
        return Listed(shelf, groups=kept, whole=len(groups))
    if shelf.view == "notes":
        return _notes(library, shelf, words)
    if shelf.view == "stories":
        stories = library.story_list(shelf.order, words, headline_length)
        return Listed(shelf, stories=stories, whole=stories.whole)
    return Listed(shelf)


def _copies(shelf: Shelf) -> Copies:
    """What was read stands in the order in which it was read, whoever has the same text."""
    return "apart" if shelf.view == "recent" else "below" if shelf.shows_copies else "folded"


def _notes(library: Library, shelf: Shelf, words: str) -> Listed:
    found = library.all_highlights()
    rows = library.rows(list(dict.fromkeys(each.article for each in found)))
    names = {row.id: (row.title, row.source) for row in rows}
    kept = [each for each in found if has(words, " ".join([each.note, each.text, *names.get(each.article, ())]))]
    return Listed(shelf, highlights=kept, names=names, whole=len(found))


def has(words: str, text: str) -> bool:
    """Whether each of the words stands in a text, without regard to case and accents."""
    from index.words import fold

    folded = fold(text)
    return all(word in folded for word in fold(words).split())
