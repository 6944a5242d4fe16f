"""What is common and what is telling in an archive: one language, all articles."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

import numpy as np
from numpy.typing import NDArray

from index.stories.features import Features
from index.stories.rows import Numbers, Rows
from index.stories.sketch import Sketch, code

LEAST = 50
"""A smaller archive is taken for one of this size: what three of five articles hold need not be common."""
RAREST = 100
"""A term counts as held by at least one in so many articles: beyond that, rarer tells no more, and a likeness means
much the same in an archive of three hundred articles and in one of ten thousand."""

Weights = NDArray[np.float64]


class Archive:
    """How common each term is: rare ones tell events apart. Of the rows it keeps the phrases that articles share."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        rows.forget_unshared()
        self._held = rows.held()

    @classmethod
    def of(cls, articles: Iterable[Features]) -> Archive:
        """Of articles at hand, numbered as they come."""
        sketches = [Sketch.of(article) for article in articles]
        return cls(Rows([str(at) for at in range(len(sketches))], sketches))

    def telling(self, term: str) -> float:
        """Inverse document frequency, smoothed, and bounded for the rarest; never below zero."""
        size, held = len(self.rows), int(self._held[code(term) & (self.rows.places - 1)])
        return max(0.0, log((max(size, LEAST) + 1) / (held + 0.5 + size / RAREST)))

    def held(self, terms: Numbers) -> NDArray[np.int32]:
        """How many articles hold each of some terms."""
        return self._held[terms]

    def weights(self, terms: Numbers) -> Weights:
        """How telling each of some terms is."""
        size = len(self.rows)
        found: Weights = np.log((max(size, LEAST) + 1) / (self._held[terms] + (0.5 + size / RAREST)))
        return np.maximum(0.0, found)
