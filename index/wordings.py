"""The vocabulary of what was rewritten: earlier wordings of an article, and what became of each sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier wording of an article whose file was changed."""

    number: int
    """From 1, the oldest."""
    replaced_at: str
    """ISO 8601 time at which the next wording was read."""
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence in the comparison of two wordings."""

    kind: Literal["same", "added", "removed"]
    text: str
