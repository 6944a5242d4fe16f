"""An archive as a few long rows of numbers, one sketch after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.stories.sketch import Sketch

Numbers = NDArray[np.int64]

_FACTOR = 31
"""A phrase is this many times its first term and its second one: the order of the two matters."""


class Rows:
    """The sketches of one language in the order of their names, as rows without gaps."""

    def __init__(self, names: Sequence[str], sketches: Iterable[Sketch]) -> None:
        listed = list(sketches)
        self.names = list(names)
        self.at = {name: at for at, name in enumerate(self.names)}
        self.days: Numbers = np.array([each.day or 0 for each in listed], np.int64)
        """0 where no day is known."""
        # So many that few different ones share a number, which would make a rare one look common; a table of them is
        # 4 MB for the terms of 1,000 articles and more, 64 MB for the phrases of 8,000 and more.
        self.places = _power(4_000 * len(listed), 16, 22)
        self.phrase_places = _power(8_000 * len(listed), 18, 26)
        """How many terms and phrases can be told apart."""
        self._starts = _starts([len(each.terms) // 4 for each in listed])
        self._phrase_starts = _starts([len(each.phrases) // 2 for each in listed])
        self._terms = np.frombuffer(b"".join(each.terms for each in listed), "<u4").astype(np.uint32) & np.uint32(
            self.places - 1
        )
        self._phrases = np.frombuffer(b"".join(each.phrases for each in listed), np.uint8).reshape(-1, 2)

    def __len__(self) -> int:
        return len(self.names)

    def terms(self, at: int) -> Numbers:
        """The numbers of an article's terms, below `places`."""
        return self._terms[self._starts[at] : self._starts[at + 1]].astype(np.int64)

    def phrases(self, at: int) -> Numbers:
        """The numbers of an article's phrases, below `phrase_places`."""
        pairs = self._phrases[self._phrase_starts[at] : self._phrase_starts[at + 1]]
        return self._numbered(self._terms[self._starts[at] : self._starts[at + 1]][pairs]).astype(np.int64)

    def held(self) -> Numbers:
        """For each number of a term how many articles hold it."""
        return np.bincount(self._terms, minlength=self.places)

    def recurring(self) -> NDArray[np.bool_]:
        """For each number of a phrase whether more than one article holds it."""
        seen, again = np.zeros(self.phrase_places, np.bool_), np.zeros(self.phrase_places, np.bool_)
        for first in range(0, len(self), _AT_ONCE):
            last = min(len(self), first + _AT_ONCE)
            pairs = self._phrases[self._phrase_starts[first] : self._phrase_starts[last]]
            lengths = np.diff(self._phrase_starts[first : last + 1])
            offsets = np.repeat(self._starts[first:last], lengths)
            numbers = np.sort(self._numbered(self._terms[pairs + offsets[:, None]]))
            again[numbers[1:][numbers[1:] == numbers[:-1]]] = True
            again[numbers[seen[numbers]]] = True
            seen[numbers] = True
        return again

    def whose(self, wanted: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
        """Every place where a wanted term stands: the term's number, and the article's."""
        places = np.flatnonzero(wanted[self._terms])
        return self._terms[places].astype(np.int64), np.searchsorted(self._starts, places, side="right") - 1

    def _numbered(self, pairs: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The numbers of pairs of terms; what exceeds 32 bits goes, as it would by the mask."""
        found: NDArray[np.uint32] = pairs[:, 0] * np.uint32(_FACTOR) + pairs[:, 1]
        return found & np.uint32(self.phrase_places - 1)


_AT_ONCE = 5_000
"""Articles whose phrases are counted at once: the bound on memory."""


def _power(wanted: int, least: int, most: int) -> int:
    """A power of two of so many bits."""
    return 1 << min(most, max(least, wanted.bit_length()))


def _starts(lengths: Sequence[int]) -> Numbers:
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64)
