"""The port to a ranking method."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Summariser(Protocol):
    """Ranks the sentences of one text. Called at build time or in a worker, never on the way to the first frame."""

    method: str
    """The name that is stored with the scores."""

    def rank(self, sentences: Sequence[str], language: str, title: str = "") -> tuple[float, ...]:
        """A score for each sentence, the higher the more it tells; the same for the same input, always."""
        ...
