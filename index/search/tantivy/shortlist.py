"""Articles that are measured against a query: their words as one array of numbers, in which a word of 150 articles is
found in 30 µs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np  # 0.1 s, when the first search imports the engine
from numpy.typing import NDArray

from index.search.engine import TEXTS
from index.search.nodes import Near, Phrase
from index.search.plan import in_order, near
from index.search.tantivy.index import number
from index.search.tantivy.phrase import Sought

Places = NDArray[np.intp]
Figures = NDArray[np.float64]
Mask = NDArray[np.bool_]

_NUMBER = np.dtype(np.uint32)


class Shortlist:
    """What is kept of some articles, which are numbered as they come."""

    def __init__(self, kept: Iterable[bytes]) -> None:
        heads = [one.split(b"\n", 4) for one in kept]
        self.ids = [head[0].decode() for head in heads]
        self.languages = [head[1].decode() for head in heads]
        self.days = np.array([int(head[2]) for head in heads], dtype=np.int64)
        self._sizes = np.array([head[3].split() for head in heads], dtype=np.intp).reshape(-1, len(TEXTS))
        self._data = [head[4] for head in heads]
        self._words: dict[str, tuple[NDArray[np.uint32], Places]] = {}
        self._stands: dict[tuple[str, tuple[str, ...]], Places] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def sizes(self, name: str) -> Places:
        """How many words a field of each article has."""
        return self._sizes[:, TEXTS.index(name)]

    def often(self, name: str, words: Sequence[str]) -> Figures:
        """How often any of some words stand in a field of each article."""
        return np.bincount(self._owners(name, self.stands(name, words)), minlength=len(self)).astype(np.float64)

    def stands(self, name: str, words: Sequence[str]) -> Places:
        """Where any of some words stand, in the texts of one field as if they were one text."""
        key = (name, tuple(words))
        if key not in self._stands:
            numbers, _ = self._text(name)
            wanted = np.array([number(word) for word in words], dtype=_NUMBER)
            mask = numbers == wanted[0] if len(wanted) == 1 else np.isin(numbers, wanted)
            self._stands[key] = np.flatnonzero(mask)
        return self._stands[key]

    def places(self, name: str, words: Sequence[str], among: Sequence[int]) -> list[list[int]]:
        """Where any of some words stand in a field of some articles, each list sorted."""
        stands, (_, starts) = self.stands(name, words), self._text(name)
        cuts = np.searchsorted(stands, starts)
        return [(stands[cuts[at] : cuts[at + 1]] - starts[at]).tolist() for at in among]

    def _owners(self, name: str, stands: Places) -> Places:
        return np.searchsorted(self._text(name)[1], stands, side="right") - 1

    def _text(self, name: str) -> tuple[NDArray[np.uint32], Places]:
        """The words of a field in all articles, and where each article begins, the end of the last one added."""
        if name not in self._words:
            at, width = TEXTS.index(name), _NUMBER.itemsize
            begins = (self._sizes[:, :at].sum(axis=1) * width).tolist()
            ends = (self._sizes[:, : at + 1].sum(axis=1) * width).tolist()
            cut = [data[begin:end] for data, begin, end in zip(self._data, begins, ends, strict=True)]
            starts = np.concatenate(([0], np.cumsum(self.sizes(name))))
            self._words[name] = np.frombuffer(b"".join(cut), dtype=_NUMBER), starts
        return self._words[name]


def standing(sought: Sought, some: Shortlist, name: str, among: Sequence[int]) -> list[int]:
    """How often a phrase stands in a field of some articles."""
    places = [some.places(name, list(word.terms), among) for word in sought.words]
    if isinstance(sought.node, Near):
        return [near(stands, sought.node.distance) for stands in zip(*places, strict=True)]
    slop = sought.node.slop if isinstance(sought.node, Phrase) else 0
    return [in_order(stands, slop) for stands in zip(*places, strict=True)]
