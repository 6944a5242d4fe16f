"""A counted archive and some articles more: the same as all of them counted anew, in the time that copying takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.stories.archive import Archive, Counts, bits
from index.stories.rows import Numbers, Row, Rows, repeated

Part = Iterable[NDArray[Any]]
"""A long row of numbers, piece by piece, for no more than a piece of it needs to be in memory."""


def parts(archive: Archive) -> list[Part]:
    """All that an archive is made of but the names of its articles, in a fixed order."""
    rows = archive.rows
    return [[rows.days], [rows.words], *([each] for row in rows.rows for each in (row.starts, row.values)),
            *([each] for each in archive.counts)]  # fmt: skip


def joined(archive: Archive, new: Rows, places: list[int]) -> tuple[list[str], list[Part]]:
    """Names and parts of an archive with new articles, each before the one that now stands at its place."""
    rows = archive.rows
    names = np.insert(np.array(rows.names, object), places, new.names).tolist()
    whole: list[Part] = [[np.insert(rows.days, places, new.days)], [np.insert(rows.words, places, new.words)]]
    for old, more in zip(rows.rows, new.rows, strict=True):
        whole += [[_starts(old, more, places)], _values(old, more, places)]
    return names, [*whole, *([each] for each in _counts(archive.counts, new))]


def _starts(old: Row, new: Row, places: list[int]) -> Numbers:
    lengths = np.insert(np.diff(old.starts), places, np.diff(new.starts))
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))


def _values(old: Row, new: Row, places: list[int]) -> Iterator[NDArray[Any]]:
    at = 0
    for number, place in enumerate(places):
        yield old.values[old.starts[at] : old.starts[place]]
        yield new.values[new.starts[number] : new.starts[number + 1]]
        at = place
    yield old.values[old.starts[at] :]


def _counts(counts: Counts, new: Rows) -> Counts:
    terms, once, again = counts.terms.copy(), counts.once.copy(), counts.again.copy()
    np.add.at(terms, new.all_terms.values, 1)
    numbers = new.phrases(0, len(new))
    _set(again, np.concatenate((numbers[bits(once, numbers)], repeated(numbers))))
    _set(once, numbers)
    return Counts(terms, once, again)


def _set(held: NDArray[np.uint8], numbers: NDArray[np.uint32]) -> None:
    np.bitwise_or.at(held, numbers >> 3, np.uint8(1) << (numbers & 7).astype(np.uint8))
