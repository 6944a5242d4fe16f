"""What crosses panes and threads. Workers post these; who shows something handles them.

Messages are not compared and print themselves, so no methods are made for that: half of the time to import them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from index.events import Finished, Progress
    from index.findings import Copy, Fresh
    from index.hits import SavedSearch
    from index.marks import LibraryCounts
    from index.models import Summary
    from index.page.links import Link as TextLink
    from index.page.pictures import Picture
    from tui.panes.views import Listed
    from tui.report import Named

View = Literal[
    "stories", "all", "unread", "starred", "searches", "tags", "notes", "recent", "new", "outlets", "dates",
    "tag", "outlet", "month",
]  # fmt: skip
"""What the browse pane can list."""


@dataclass(eq=False, repr=False)
class Built(Message):
    """Something happened while articles are added."""

    event: Progress | Finished
    named: Named
    """The items named so far; whole when the run is finished."""


@dataclass(eq=False, repr=False)
class Failed(Message):
    """Work stopped because the library could not do it."""

    reason: str


@dataclass(eq=False, repr=False)
class Loaded(Message):
    """What the browse pane shows is here."""

    listed: Listed
    """What the shelf holds that the pane asked for."""


@dataclass(eq=False, repr=False)
class Recounted(Message):
    """The articles of a large library are counted anew."""

    counts: LibraryCounts


@dataclass(eq=False, repr=False)
class Fetched(Message):
    """What another shelf holds is here."""

    listed: Listed


@dataclass(eq=False, repr=False)
class Counted(Message):
    """The saved searches are counted."""

    searches: list[SavedSearch]


class CountWanted(Message):
    """The saved searches are to be counted anew."""


@dataclass(eq=False, repr=False)
class SearchChosen(Message):
    """The user opens a saved search."""

    search: SavedSearch


@dataclass(eq=False, repr=False)
class Summarised(Message):
    """A summary by a method that had to be computed."""

    article: str
    length: int
    method: str
    summary: Summary


@dataclass(eq=False, repr=False)
class Previewed(Message):
    """The cursor of the browse pane stands on an article or a story."""

    article: str
    story: str


@dataclass(eq=False, repr=False)
class Opened(Message):
    """The user opens an article."""

    article: str
    query: str = ""
    """The search that found it; its words are marked."""
    sentence: int | None = None
    """The sentence to go to and light up."""


@dataclass(eq=False, repr=False)
class StoryOpened(Message):
    """The user opens a story."""

    story: str
    instead: bool = False
    """True where it takes the place of the one that was looked at, which may be no more."""


@dataclass(eq=False, repr=False)
class Linked(Message):
    """The links of an article are here."""

    article: str
    links: tuple[TextLink, ...]
    then: int
    """The link that is to be opened now; 0 for none."""


@dataclass(eq=False, repr=False)
class Pictured(Message):
    """The pictures of an article are here."""

    article: str
    pictures: tuple[Picture, ...]


@dataclass(eq=False, repr=False)
class LinkChosen(Message):
    """The user wants to open a numbered link."""

    number: int


class IndexWanted(Message):
    """A search saw that articles wait to be indexed: the index is gone, damaged or of another version."""


class SearchWanted(Message):
    """The user asks for the search from inside an input, where keys are letters."""


@dataclass(eq=False, repr=False)
class FoundHere(Message):
    """What was typed was looked for in the open text."""

    words: str
    """How often it is there, and at which of these places one is; empty when nothing is looked for."""


@dataclass(eq=False, repr=False)
class Told(Message):
    """A short word to the user."""

    words: str


@dataclass(eq=False, repr=False)
class CopyWanted(Message):
    """Words that are to be pasted elsewhere."""

    words: str
    what: str
    """What they are, for the notice."""


@dataclass(eq=False, repr=False)
class Piped(Message):
    """A command that an article was handed to has ended."""

    line: str
    """As it was typed."""
    output: str
    ended: str
    """How, in words."""


@dataclass(eq=False, repr=False)
class CopiesFound(Message):
    """Which articles of some stories are copies is known."""

    copies: dict[str, dict[str, Copy]]
    """Story → copy or rewrite → what it follows."""


@dataclass(eq=False, repr=False)
class Marked(Message):
    """Marks of many articles were written, or a step was undone."""

    words: str
    """What was done, for the notice."""
    stories: bool = False
    """True where stories were put together or apart."""


class StoriesChanged(Message):
    """Stories are to be fetched anew."""


@dataclass(eq=False, repr=False)
class Compared(Message):
    """What each article of a story adds is worked out."""

    story: str
    against: str
    """`earlier` articles of the story, or those that were `read`."""
    fresh: Sequence[Fresh]


@dataclass(eq=False, repr=False)
class Rearranged(Message):
    """The user put stories right."""

    story: str
    """Where the article is now that it was about."""
    words: str
