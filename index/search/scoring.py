"""How well a text answers words: BM25F, and how close together the words stand. Pure.

BM25F: Robertson, Zaragoza, Taylor, Simple BM25 extension to multiple weighted fields, CIKM 2004. BM25 sees each word
by itself; readers remember words that stood together, so closeness is added (after Tao and Zhai, SIGIR 2007).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp, log
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Frequency = TypeVar("Frequency", float, "NDArray[np.float64]")

K1 = 2.0
B = 0.75
BOOST = {"body": 1.0, "title": 2.0, "about": 0.6}
"""How much an occurrence in each searched field counts."""
NEARNESS = 0.5
"""Weight of closeness against BM25."""
REACH = 12.0
"""Words over which closeness falls to 1/e."""
_ANCHORS = 64
"""So many places of the rarest word are looked at; a word that stands more often tells nothing by its place."""


def idf(documents: int, with_word: int) -> float:
    """How rare a word is (Robertson and Spärck Jones, never negative)."""
    return log(1 + (documents - with_word + 0.5) / (with_word + 0.5))


def saturated(frequency: Frequency) -> Frequency:
    """What a length-normalised frequency is worth, or each of many; it never passes K1 + 1."""
    return frequency * (K1 + 1) / (frequency + K1)


def normaliser(length: float, average: float) -> float:
    """By what a frequency is divided for the length of its text."""
    return 1 - B + B * length / average if average else 1.0


def closeness(places: Sequence[Sequence[int]], weights: Sequence[float]) -> float:
    """How close together words stand: all of them around one place, and each pair of neighbours in the query.

    `places`: sorted positions of each word in the text; `weights`: its rarity, as BM25 counts it.
    """
    present = [(at, weight) for at, weight in zip(places, weights, strict=True) if at]
    return _around(present) + sum(map(_pair, present, present[1:])) if len(present) > 1 else 0.0


def closest(weights: Sequence[float]) -> float:
    """What closeness never passes."""
    return sum(weights) - min(weights) + sum(map(min, weights, weights[1:]))


def _around(present: Sequence[tuple[Sequence[int], float]]) -> float:
    """The place of the word with the fewest places where the others, each falling with its distance, sum highest."""
    anchors, _ = min(present, key=lambda item: len(item[0]))
    others = [(at, weight) for at, weight in present if at is not anchors]
    return max(sum(weight * exp(-_gap(at, anchor) / REACH) for at, weight in others) for anchor in anchors[:_ANCHORS])


def _pair(first: tuple[Sequence[int], float], second: tuple[Sequence[int], float]) -> float:
    """What the smallest distance of two words is worth: the rarity of the more frequent one, less with every word."""
    (left, left_weight), (right, right_weight) = first, second
    few, many = (left, right) if len(left) < len(right) else (right, left)
    gap = min(_gap(many, place) for place in few[:_ANCHORS])
    return min(left_weight, right_weight) * exp(-max(0, gap - 1) / REACH)


def _gap(places: Sequence[int], anchor: int) -> int:
    at = bisect_left(places, anchor)
    after = places[at] - anchor if at < len(places) else 1_000_000
    return min(after, anchor - places[at - 1]) if at else after
