"""What a query is made of: a tree of values that says what to find, not how. Pure.

Leaves that look for text carry the field they look in; an empty field means title, body, names and notes.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word: itself, its inflections and, where it has few hits, its spelling variants."""

    text: str
    field: str = ""
    exact: bool = False
    """True for a quoted word: neither inflected nor widened."""
    said: str = dataclasses.field(default="", compare=False)
    """As the user wrote it, for the echo."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in this order."""

    words: tuple[str, ...]
    slop: int = 0
    """How many other words may stand between them, in all."""
    field: str = ""
    exact: bool = True
    """False for a word of several parts (Kassym-Jomart), whose parts may vary as bare words do."""
    said: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded word with `*` for any letters, none included."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A folded word and everything spelt like it, whether it has hits or not."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Two words at most `distance` words apart, in either order."""

    left: Word
    right: Word
    distance: int = 10
    field: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What the user did with an article, or whom it is from; the caller of the engine knows which articles that are."""

    kind: Literal["is", "has", "source"]
    value: str
    """is: unread, read, starred; has: note, highlight; source: whom to name for it, all of the name."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """Published from the first to the last day, both included; None leaves that side open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]
    implicit: bool = False
    """True where the user wrote no operator: the bare words among the parts may be relaxed to most of them."""


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever does not match the part."""

    part: Node


Text = Word | Phrase | Pattern | Fuzzy | Near
Node = Text | State | DateRange | And | Or | Not


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of the query that could not be read; the rest is searched."""

    text: str
    start: int
    end: int
    """Half-open range of characters in the query."""
    reason: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A part of the query that says which articles may be shown, not what they should speak of."""

    node: Node
    start: int
    end: int
    """Half-open range of characters in the query."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood."""

    text: str
    root: Node | None
    """None finds everything."""
    problems: tuple[Problem, ...] = ()
    strict: bool = False
    """True turns widening and relaxing off."""
    filters: tuple[Filter, ...] = ()
    """Those of its parts that hold beside others: without them more would be found."""
