"""Documents with what each scores, as two arrays: whole blocks are added up and intersected at once. Pure.

Adding 30,000 scores takes 0.1 ms, one by one in a dict 5 ms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Figures = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Documents by number, ascending, each once; and what each scores."""

    numbers: Numbers
    figures: Figures

    def __len__(self) -> int:
        return len(self.numbers)

    def kept(self, mask: Mask) -> Scores:
        """Those where a mask is true."""
        return Scores(self.numbers[mask], self.figures[mask])

    def and_then(self, more: Scores) -> Scores:
        """These and others behind them, no longer in order."""
        return Scores(np.concatenate((self.numbers, more.numbers)), np.concatenate((self.figures, more.figures)))


def nothing_scored(numbers: Numbers) -> Scores:
    """Documents that match without a score: a date, a state, a language tell nothing of how well."""
    return Scores(numbers, np.zeros(len(numbers)))


def found_in(numbers: Numbers, wanted: Numbers) -> tuple[NDArray[np.intp], Mask]:
    """Where each wanted document stands in ascending numbers, and whether it does."""
    if not len(numbers):
        return np.zeros(len(wanted), np.intp), np.zeros(len(wanted), np.bool_)
    at = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
    return at, numbers[at] == wanted


def shared(parts: Sequence[Scores]) -> Scores:
    """The documents that are in all of the parts; their scores added up in the order of the parts."""
    numbers = min(parts, key=len).numbers
    for part in sorted(parts, key=len)[1:]:
        numbers = numbers[found_in(part.numbers, numbers)[1]]
    figures = np.zeros(len(numbers))
    for part in parts:
        figures += part.figures[found_in(part.numbers, numbers)[0]] if len(numbers) else 0.0
    return Scores(numbers, figures)


def added(parts: Sequence[Scores], documents: int) -> Scores:
    """The documents that are in any of the parts; their scores added up. `documents`: how many there are at all."""
    total, seen = np.zeros(documents), np.zeros(documents, np.bool_)
    for part in parts:
        total[part.numbers] += part.figures
        seen[part.numbers] = True
    numbers = np.flatnonzero(seen).astype(np.int32)
    return Scores(numbers, total[numbers])


def without(scores: Scores, numbers: Numbers) -> Scores:
    """Those that are not among some others."""
    return scores.kept(~found_in(numbers, scores.numbers)[1])


def first(keys: Sequence[NDArray[Any]], most: int | None) -> NDArray[np.intp]:
    """Where the first so many stand, in order; all of them for None. `keys`: what they are compared by, the first key
    first; the last one tells any two apart.

    Only those that may be among the first are sorted: of 30,000 that takes 0.2 ms instead of 5.
    """
    chosen, left = [], np.arange(len(keys[0]))
    wanted = len(left) if most is None else most
    for key in keys:
        if not 0 < wanted < len(left):
            break
        values = key[left]
        last = np.partition(values, wanted - 1)[wanted - 1]
        chosen.append(left[values < last])
        left, wanted = left[values == last], wanted - len(chosen[-1])
    picked = np.concatenate([*chosen, left[:wanted]])
    return picked[np.lexsort([key[picked] for key in reversed(keys)])]
