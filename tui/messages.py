"""What crosses panes and threads. Workers post these; who shows something handles them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from index.events import Finished, Progress, Skipped
from index.models import ArticleRow, BriefStory, Facets, Hits, SavedSearch, Story, Summary

if TYPE_CHECKING:
    from index.search.engine import Sort

View = Literal["stories", "all", "unread", "starred", "searches"]
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

    event: Progress | Skipped | Finished


@dataclass
class Failed(Message):
    """Work stopped because the library could not do it."""

    reason: str


@dataclass
class Loaded(Message):
    """What the browse pane shows is here."""

    stories: list[Story]
    view: View
    rows: Sequence[ArticleRow] | None
    """The list of the view; None for the views that do not list articles."""


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


class SearchWanted(Message):
    """The user asks for the search from inside an input, where keys are letters."""


@dataclass
class Told(Message):
    """A short word to the user."""

    words: str
