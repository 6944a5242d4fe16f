"""What workers answer to the screens over the desk: what a search found, what stands in a story and in a brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from index.hits import Facets, Hits, Sort
    from index.kinship import Link, Near, Why
    from index.models import BriefStory, Summary
    from index.overviews import About, Inside


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
class Briefed(Message):
    """The brief is here."""

    days: int
    """Days that were asked for; an answer for others is dropped."""
    stories: list[BriefStory]


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
class Learned(Message):
    """Everything that names somebody or something."""

    about: About
