"""A page of print as the lines that stand on it. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print in one column, in points from the lower left corner of its page."""

    text: str
    left: float
    bottom: float
    """Its baseline."""
    right: float
    top: float
    size: float
    """Of its letters, in points."""
    bold: bool = False
    """True when all its words are."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, in any order."""

    lines: tuple[Line, ...]
    height: float
