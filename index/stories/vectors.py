"""An article as weighted words, spelled out: for telling what a story is about, not for comparing thousands."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum, log, sqrt

from index.stories.archive import Archive
from index.stories.features import MOST, Features, Kind
from index.stories.sketch import COMPARED

Vector = dict[str, float]

TITLE, NAME, NUMBER = Kind.TITLE.value, Kind.NAME.value, Kind.NUMBER.value
"""As plain numbers: `&` of two flags is fifty times dearer, and every term of every article is tested."""
HEARD = (0.0, *(1 + log(count) for count in range(1, MOST + 3)))
"""What so many mentions weigh: a second adds less than the first."""


def body(article: Features, archive: Archive) -> Vector:
    """All words, those of the headline counted twice more."""
    rows = zip(article.terms[:COMPARED], article.counts, article.kinds, strict=False)
    return unit({term: HEARD[count + 2 * (kind & TITLE)] * archive.telling(term) for term, count, kind in rows})


def names(article: Features, archive: Archive) -> Vector:
    """The names."""
    rows = zip(article.terms[:COMPARED], article.counts, article.kinds, strict=False)
    return unit({term: HEARD[count] * archive.telling(term) for term, count, kind in rows if kind & NAME})


def headline(article: Features, archive: Archive) -> Vector:
    """The words of the headline."""
    rows = zip(article.terms[:COMPARED], article.kinds, strict=False)
    return unit({term: archive.telling(term) for term, kind in rows if kind & TITLE})


def lead(article: Features, archive: Archive) -> Vector:
    """The words of the headline and of the lead."""
    rows = zip(article.terms[:COMPARED], article.lead, article.kinds, strict=False)
    heard = {term: HEARD[count + (kind & TITLE)] for term, count, kind in rows if count or kind & TITLE}
    return unit({term: weight * archive.telling(term) for term, weight in heard.items()})


def unit(vector: Mapping[str, float]) -> Vector:
    """The same direction, of length one; without what weighs nothing."""
    length = sqrt(fsum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items() if weight} if length else {}


def common(first: Vector, second: Vector) -> float:
    """The cosine. The exact sum, because a set of shared keys comes in no fixed order."""
    keys = first.keys() & second.keys()
    return fsum([first[key] * second[key] for key in keys]) if keys else 0.0
