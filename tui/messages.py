"""What crosses panes and threads. Workers post these; who shows something handles them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from index.events import Finished, Progress
from index.findings import About, Fresh, Inside
from index.hits import Facets, Hits, SavedSearch, Sort
from index.kinship import Link, Near, Why
from index.models import BriefStory, LibraryCounts, Summary

if TYPE_CHECKING:
    from index.links import Link as TextLink
    from tui.panes.views import Listed
    from tui.report import Named

View = Literal[
    "stories", "all", "unread", "starred", "searches", "tags", "notes", "recent", "new", "outlets", "dates",
    "tag", "outlet", "month",
]  # fmt: skip
"""What the browse pane can list."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the search."""

    text: str
    sort: Sort = "relevance"
    strict: bool = False
    """The words as they stand, and all of them."""
    recent: bool = False
    """What is new is preferred."""


@dataclass
class Built(Message):
    """Something happened while articles are added."""

    event: Progress | Finished
    named: Named
    """The items named so far; whole when the run is finished."""


@dataclass
class Failed(Message):
    """Work stopped because the library could not do it."""

    reason: str


@dataclass
class Loaded(Message):
    """What the browse pane shows is here."""

    listed: Listed
    """What the shelf holds that the pane asked for."""


@dataclass
class Recounted(Message):
    """The articles of a large library are counted anew."""

    counts: LibraryCounts


@dataclass
class Fetched(Message):
    """What another shelf holds is here."""

    listed: Listed


@dataclass
class Found(Message):
    """A search has its answer."""

    question: Question
    """What was asked; an answer to an older question is dropped."""
    hits: Hits


@dataclass
class Faceted(Message):
    """What a search found is counted."""

    question: Question
    facets: Facets


@dataclass
class Said(Message):
    """What the hits of a search say in their own sentences."""

    question: Question
    summary: Summary


@dataclass
class Counted(Message):
    """The saved searches are counted."""

    searches: list[SavedSearch]


class CountWanted(Message):
    """The saved searches are to be counted anew."""


@dataclass
class SearchChosen(Message):
    """The user opens a saved search."""

    search: SavedSearch


@dataclass
class Summarised(Message):
    """A summary by a method that had to be computed."""

    article: str
    length: int
    method: str
    summary: Summary


@dataclass
class Briefed(Message):
    """The brief is here."""

    days: int
    """Days that were asked for; an answer for others is dropped."""
    stories: list[BriefStory]


@dataclass
class Previewed(Message):
    """The cursor of the browse pane stands on an article or a story."""

    article: str
    story: str


@dataclass
class Opened(Message):
    """The user opens an article."""

    article: str
    query: str = ""
    """The search that found it; its words are marked."""
    sentence: int | None = None
    """The sentence to go to and light up."""


@dataclass
class StoryOpened(Message):
    """The user opens a story."""

    story: str


@dataclass
class Linked(Message):
    """The links of an article are here."""

    article: str
    links: tuple[TextLink, ...]
    then: int
    """The link that is to be opened now; 0 for none."""


@dataclass
class LinkChosen(Message):
    """The user wants to open a numbered link."""

    number: int


class SearchWanted(Message):
    """The user asks for the search from inside an input, where keys are letters."""


@dataclass
class Told(Message):
    """A short word to the user."""

    words: str


@dataclass
class CopyWanted(Message):
    """Words that are to be pasted elsewhere."""

    words: str
    what: str
    """What they are, for the notice."""


@dataclass
class Piped(Message):
    """A command that an article was handed to has ended."""

    line: str
    """As it was typed."""
    output: str
    ended: str
    """How, in words."""


@dataclass
class CopiesFound(Message):
    """Which articles of some stories are copies is known."""

    copies: dict[str, dict[str, str]]
    """Story → copy → the article that it is a copy of."""


@dataclass
class Marked(Message):
    """Marks of many articles were written, or a step was undone."""

    words: str
    """What was done, for the notice."""
    stories: bool = False
    """True where stories were put together or apart."""


class StoriesChanged(Message):
    """Stories are to be fetched anew."""


@dataclass
class Inspected(Message):
    """The articles of a story have been read side by side."""

    inside: Inside


@dataclass
class Kindred(Message):
    """Why a story's articles are together, and what is near it."""

    why: Why
    near: tuple[Near, ...]
    thread: tuple[Link, ...]


@dataclass
class Compared(Message):
    """What each article of a story adds is worked out."""

    story: str
    against: str
    """`earlier` articles of the story, or those that were `read`."""
    fresh: Sequence[Fresh]


@dataclass
class Learned(Message):
    """Everything that names somebody or something."""

    about: About


@dataclass
class Rearranged(Message):
    """The user put stories right."""

    story: str
    """Where the article is now that it was about."""
    words: str
