"""Where the user came from, so that back means back. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Pane = Literal["browse", "reader", "summary"]
Kind = Literal["summary", "search", "story", "brief"]


@dataclass(frozen=True, slots=True)
class Step:
    """A place to go back to."""

    kind: Kind
    article: str
    """What the reader showed."""
    opened: bool
    """False when it was only a preview."""
    query: str = ""
    """The search whose words were marked in it."""
    story: str = ""
    """The story whose screen it was."""
    cursor: int = 0
    """The row the user was on."""
    pane: Pane = "browse"
    """Where the keyboard was."""
    chapter: int = 0
    """The chapter of the story, from 0."""
