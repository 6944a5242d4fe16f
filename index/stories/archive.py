"""What is common and what is telling in an archive: one language, all articles."""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.stories.features import Features
from index.stories.rows import Bytes, Numbers, Rows
from index.stories.sketch import Sketch, code

LEAST = 50
"""A smaller archive is taken for one of this size: what three of five articles hold need not be common."""
RAREST = 100
"""A term counts as held by at least one in so many articles: beyond that, rarer tells no more, and a likeness means
much the same in an archive of three hundred articles and in one of ten thousand."""

Weights = NDArray[np.float64]


class Counts(NamedTuple):
    """What is counted over all articles; a bit for each number of a phrase."""

    terms: NDArray[np.int32]
    """For each number of a term how many articles hold it."""
    once: Bytes
    """Phrases that are there."""
    again: Bytes
    """Those that are there more than once."""


def bits(held: Bytes, numbers: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether the bit of each number is set."""
    found: NDArray[np.bool_] = (held[numbers >> 3] >> (numbers & 7).astype(np.uint8)) & 1 > 0
    return found


class Archive:
    """How common each term is: rare ones tell events apart; and which phrases articles share."""

    def __init__(self, rows: Rows, counts: Counts | None = None) -> None:
        """`counts` of these rows, where they are known already."""
        self.rows = rows
        self.counts = counts or Counts(rows.held(), *rows.phrases_held())
        self._held = self.counts.terms

    @classmethod
    def of(cls, articles: Iterable[Features]) -> Archive:
        """Of articles at hand, numbered as they come."""
        sketches = [Sketch.of(article) for article in articles]
        return cls(Rows.of([str(at) for at in range(len(sketches))], sketches))

    def telling(self, term: str) -> float:
        """Inverse document frequency, smoothed, and bounded for the rarest; never below zero."""
        size, held = len(self.rows), int(self._held[code(term) & (self.rows.places - 1)])
        return max(0.0, log((max(size, LEAST) + 1) / (held + 0.5 + size / RAREST)))

    def held(self, terms: Numbers) -> NDArray[np.int32]:
        """How many articles hold each of some terms."""
        return self._held[terms]

    def shared(self, phrases: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Which of some phrases more than one article holds: nobody can be like another by the rest."""
        return bits(self.counts.again, phrases)

    def weights(self, terms: Numbers) -> Weights:
        """How telling each of some terms is."""
        size = len(self.rows)
        found: Weights = np.log((max(size, LEAST) + 1) / (self._held[terms] + (0.5 + size / RAREST)))
        return np.maximum(0.0, found)
