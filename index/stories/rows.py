"""An archive as a few long rows of numbers, one sketch after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.stories.sketch import Sketch

Numbers = NDArray[np.int64]
Bytes = NDArray[np.uint8]

KINDS, WIDTHS = ("<u4", "u1", "u1", "u1"), (1, 3, 3, 1)
"""How `Sketch` has terms, how they are heard, phrases and days."""
_FACTOR = 31
"""A phrase is this many times its first term and its second one: the order of the two matters."""


class Row:
    """Something that each article has several of, all of them one after the other."""

    def __init__(self, values: NDArray[Any], starts: Numbers) -> None:
        """`starts`: where those of each article begin, and where those of the last one end."""
        self.values = values
        self.starts = starts

    @classmethod
    def read(cls, kind: str, ends: Sequence[int], values: bytearray, width: int = 1) -> Row:
        """`ends` counts bytes, from 0 on; each value takes `width` numbers of that kind."""
        held = np.frombuffer(values, kind)
        starts = np.array(ends, np.int64) // (held.itemsize * width)
        return cls(held.reshape(-1, width) if width > 1 else held, starts)

    def of(self, places: Numbers, most: int = 1 << 30) -> tuple[Numbers, Numbers]:
        """Where the values of some articles stand, at most so many of each; and where those of each begin and end."""
        first = self.starts[places]
        lengths = np.minimum(self.starts[places + 1] - first, most)
        bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
        return np.arange(bounds[-1]) + np.repeat(first - bounds[:-1], lengths), bounds


class Rows:
    """The sketches of one language in the order of their names, as rows without gaps."""

    def __init__(self, names: list[str], days: Numbers, words: Numbers, rows: Iterable[Row], among: int = 0) -> None:
        """`rows`: all terms, how they are heard, pairs of them, and named days, as `Sketch` has them.

        `among`: how many articles there will be, where these are to go among others.
        """
        self.names = names
        self.at = {name: at for at, name in enumerate(names)}
        self.days = days
        """0 where no day is known."""
        self.words = words
        self.rows = tuple(rows)
        self.all_terms, self.heard, self.pairs, self.named = self.rows
        self.places, self.phrase_places = places(among or len(names))
        """How many terms and phrases can be told apart."""

    @classmethod
    def of(cls, names: Sequence[str], sketches: Iterable[Sketch], among: int = 0) -> Rows:
        """Reads sketches; `among` as above."""
        days, words = [], []
        ends = [[0], [0], [0], [0]]
        rows = [bytearray() for _ in ends]  # the sketches go as they come: a library has 200 MB of them
        for each in sketches:
            days.append(each.day or 0)
            words.append(each.words)
            for row, end, some in zip(rows, ends, (each.terms, each.heard, each.phrases, each.days), strict=True):
                row += some
                end.append(len(row))
        read = [Row.read(*each) for each in zip(KINDS, ends, rows, WIDTHS, strict=True)]
        read[0].values &= np.uint32(places(among or len(days))[0] - 1)
        return cls(list(names), np.array(days, np.int64), np.array(words, np.int64), read, among)

    def __len__(self) -> int:
        return len(self.names)

    def terms(self, at: int) -> Numbers:
        """The numbers of an article's terms, below `places`."""
        return self.all_terms.values[self.all_terms.starts[at] : self.all_terms.starts[at + 1]].astype(np.int64)

    def phrases(self, first: int, last: int) -> NDArray[np.uint32]:
        """The numbers of the phrases of articles from here to there, below `phrase_places`."""
        bounds = self.pairs.starts[first : last + 1]
        offsets = np.repeat(self.all_terms.starts[first:last], np.diff(bounds))
        some = self.pairs.values[bounds[0] : bounds[-1]]
        terms = self.all_terms.values
        return self.numbered(terms[some[:, 0] + offsets], terms[some[:, 1] + offsets])

    def numbered(self, lefts: NDArray[np.uint32], rights: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The numbers of pairs of terms; what exceeds 32 bits goes, as it would by the mask."""
        found: NDArray[np.uint32] = lefts * np.uint32(_FACTOR) + rights
        return found & np.uint32(self.phrase_places - 1)

    def held(self) -> NDArray[np.int32]:
        """For each number of a term how many articles hold it."""
        held = np.zeros(self.places, np.int32)
        for first, last in self._parts():  # a count of all at once takes eight bytes for each term of each
            some = self.all_terms.values[self.all_terms.starts[first] : self.all_terms.starts[last]]
            held += np.bincount(some, minlength=self.places).astype(np.int32)
        return held

    def phrases_held(self) -> tuple[Bytes, Bytes]:
        """A bit for each number of a phrase: whether it is there, and whether it is there more than once."""
        times = np.zeros(self.phrase_places, np.uint8)
        for first, last in self._parts():
            numbers = self.phrases(first, last)
            again = np.concatenate((numbers[times[numbers] > 0], repeated(numbers)))
            times[numbers] = 1
            times[again] = 2
        once = np.packbits(times, bitorder="little")
        times >>= 1
        return once, np.packbits(times, bitorder="little")

    def whose(self, wanted: NDArray[np.bool_]) -> Iterator[tuple[Numbers, Numbers]]:
        """Every place where a wanted term stands, some articles at a time: the term's number, and the article's."""
        terms, starts = self.all_terms.values, self.all_terms.starts
        for first, last in self._parts():
            places = np.flatnonzero(wanted[terms[starts[first] : starts[last]]]) + starts[first]
            articles = np.searchsorted(starts[first : last + 1], places, side="right") - 1 + first
            yield terms[places].astype(np.int64), articles

    def _parts(self) -> Iterator[tuple[int, int]]:
        for first in range(0, len(self), _AT_ONCE):
            yield first, min(len(self), first + _AT_ONCE)


_AT_ONCE = 5_000
"""Articles that are counted at once: the bound on memory."""
_SLOTS = 1 << 21


def places(articles: int) -> tuple[int, int]:
    """How many terms and phrases are told apart in an archive of so many articles.

    So many that few different ones share a number, which would make a rare one look common; a table of them is 2 MB
    for the terms of 1,000 articles and more, 8 MB for the phrases of 8,000 and more.
    """
    return _power(4_000 * articles, 16, 22), _power(8_000 * articles, 18, 26)


def repeated(numbers: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Those that stand there more than once; hashed, which takes a quarter of the time of sorting."""
    slots, found = np.empty(_SLOTS, np.int32), [numbers[:0]]
    while len(numbers):
        order, at = np.arange(len(numbers), dtype=np.int32), numbers & np.uint32(_SLOTS - 1)
        slots[at] = order
        holder = slots[at]
        same = numbers[holder] == numbers
        found.append(numbers[same & (holder != order)])
        numbers = numbers[~same]
    return np.concatenate(found)


def _power(wanted: int, least: int, most: int) -> int:
    """A power of two of so many bits."""
    return 1 << min(most, max(least, wanted.bit_length()))
