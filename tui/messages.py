"""What crosses panes and threads. Workers post these; who shows something handles them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from index.events import Finished, Progress, Skipped
from index.models import Hits, Story


@dataclass
class Built(Message):
    """Something happened while articles are added."""

    event: Progress | Skipped | Finished


@dataclass
class Failed(Message):
    """Work stopped because the library could not do it."""

    reason: str


@dataclass
class StoriesLoaded(Message):
    """The stories are here."""

    stories: list[Story]


@dataclass
class Found(Message):
    """A search has its answer."""

    text: str
    """What was asked; an answer to an older question is dropped."""
    sort: str
    hits: Hits


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
