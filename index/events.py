"""What long work tells while it runs: `build()` is a generator of these, and every front end shows them its own way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is; sent at most 20 times a second."""

    stage: str
    """What is being done, in a word: reading, stories, search."""
    done: int
    """Units finished: articles, mostly."""
    total: int | None
    """Units in all; None while nobody knows."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One item that did not become an article. A value, not an exception: the rest goes on."""

    origin: str
    """The file, or `file#key` for an item inside one."""
    reason: str
    """Why, in words for the user."""


@dataclass(frozen=True, slots=True)
class Updated:
    """An article whose text changed in its file."""

    origin: str
    """As in `Skipped`."""
    article: str
    """Its id."""
    title: str


@dataclass(frozen=True, slots=True)
class Folded:
    """An item that is another copy of an article already there."""

    origin: str
    """Where the copy was found, as in `Skipped`."""
    article: str
    """Id of the article that it was folded into."""
    title: str
    """Of that article."""
    into: str
    """Where that article stands: the first of its origins."""
    remark: str = ""
    """In which way it is no exact copy, in words; the article keeps the words of its first origin."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of everything that was found."""

    read: int = 0
    """New articles."""
    unchanged: int = 0
    """Files that were as last time and not opened."""
    updated: int = 0
    """Articles whose text changed at a known origin."""
    folded: int = 0
    """Items that are another copy of an article already there."""
    skipped: int = 0
    """Items that did not become an article."""
    gone: int = 0
    """Articles whose file is no longer there; they stay in the library."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every run."""

    counts: Counts
    seconds: float
    cancelled: bool
    """True when the run was stopped before its end; what was stored stays."""


Event = Progress | Skipped | Updated | Folded | Finished
