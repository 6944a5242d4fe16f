"""An archive as a few long rows of numbers, one sketch after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.stories.sketch import Sketch

Numbers = NDArray[np.int64]

_FACTOR = 31
"""A phrase is this many times its first term and its second one: the order of the two matters."""


class Rows:
    """The sketches of one language in the order of their names, as rows without gaps."""

    def __init__(self, names: Sequence[str], sketches: Iterable[Sketch]) -> None:
        self.names = list(names)
        self.at = {name: at for at, name in enumerate(self.names)}
        days: list[int] = []
        term_ends, phrase_ends = [0], [0]
        terms, phrases = bytearray(), bytearray()  # the sketches go as they come: a library has 100 MB of them
        for each in sketches:
            days.append(each.day or 0)
            terms += each.terms
            phrases += each.phrases
            term_ends.append(len(terms) // 4)
            phrase_ends.append(len(phrases) // 2)
        # So many that few different ones share a number, which would make a rare one look common; a table of them is
        # 2 MB for the terms of 1,000 articles and more, 8 MB for the phrases of 8,000 and more.
        self.places = _power(4_000 * len(days), 16, 22)
        self.phrase_places = _power(8_000 * len(days), 18, 26)
        """How many terms and phrases can be told apart."""
        self.days: Numbers = np.array(days, np.int64)
        """0 where no day is known."""
        self._starts: Numbers = np.array(term_ends, np.int64)
        self._phrase_starts: Numbers = np.array(phrase_ends, np.int64)
        self._terms = np.frombuffer(terms, "<u4")
        self._terms &= np.uint32(self.places - 1)
        self._phrases = np.frombuffer(phrases, np.uint8).reshape(-1, 2)

    def __len__(self) -> int:
        return len(self.names)

    def terms(self, at: int) -> Numbers:
        """The numbers of an article's terms, below `places`."""
        return self._terms[self._starts[at] : self._starts[at + 1]].astype(np.int64)

    def phrases(self, at: int) -> Numbers:
        """The numbers of an article's phrases, below `phrase_places`."""
        pairs = self._phrases[self._phrase_starts[at] : self._phrase_starts[at + 1]]
        return self._numbered(self._terms[self._starts[at] : self._starts[at + 1]][pairs]).astype(np.int64)

    def held(self) -> NDArray[np.int32]:
        """For each number of a term how many articles hold it."""
        held = np.zeros(self.places, np.int32)
        for first in range(0, len(self), _AT_ONCE):  # a count of all at once takes eight bytes for each term of each
            some = self._terms[self._starts[first] : self._starts[min(len(self), first + _AT_ONCE)]]
            numbers, times = np.unique(some, return_counts=True)
            held[numbers] += times.astype(np.int32)
        return held

    def recurring(self) -> NDArray[np.uint8]:
        """For each number of a phrase, the lowest bit first, whether more than one article holds it."""
        times = np.zeros(self.phrase_places, np.uint8)
        for first in range(0, len(self), _AT_ONCE):
            last = min(len(self), first + _AT_ONCE)
            pairs = self._phrases[self._phrase_starts[first] : self._phrase_starts[last]]
            lengths = np.diff(self._phrase_starts[first : last + 1])
            offsets = np.repeat(self._starts[first:last], lengths)
            numbers = np.sort(self._numbered(self._terms[pairs + offsets[:, None]]))
            again = numbers[times[numbers] > 0]
            times[numbers] = 1
            times[again] = times[numbers[1:][numbers[1:] == numbers[:-1]]] = 2
        np.greater(times, 1, out=times.view(np.bool_))
        return np.packbits(times, bitorder="little")

    def whose(self, wanted: NDArray[np.bool_]) -> Iterator[tuple[Numbers, Numbers]]:
        """Every place where a wanted term stands, some articles at a time: the term's number, and the article's."""
        for first in range(0, len(self), _AT_ONCE):
            last = min(len(self), first + _AT_ONCE)
            begin, end = self._starts[first], self._starts[last]
            places = np.flatnonzero(wanted[self._terms[begin:end]]) + begin
            articles = np.searchsorted(self._starts[first : last + 1], places, side="right") - 1 + first
            yield self._terms[places].astype(np.int64), articles

    def _numbered(self, pairs: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The numbers of pairs of terms; what exceeds 32 bits goes, as it would by the mask."""
        found: NDArray[np.uint32] = pairs[:, 0] * np.uint32(_FACTOR) + pairs[:, 1]
        return found & np.uint32(self.phrase_places - 1)


_AT_ONCE = 5_000
"""Articles that are counted at once: the bound on memory."""


def _power(wanted: int, least: int, most: int) -> int:
    """A power of two of so many bits."""
    return 1 << min(most, max(least, wanted.bit_length()))
