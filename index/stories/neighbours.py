"""Which articles are worth comparing: an inverted index of telling terms, so that the cost grows with the archive's
length and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest

from index.stories.features import Features
from index.stories.likeness import COMPARED, WINDOW, Archive

KEYS = 16
"""Telling terms by which an article looks for others."""
BUDGET = 800
"""Postings read for one article, rarest terms first: the bound on its cost, whatever the size of the archive."""
NEIGHBOURS = 8
"""Articles compared with one article, at most."""
SHARE = 0.1
"""Share of an article's telling terms, by weight, that another must hold to be compared with it."""


class Postings:
    """Who holds which telling term, in order of date, the undated apart."""

    def __init__(self, features: Mapping[str, Features], wanted: frozenset[str]) -> None:
        self._dated: dict[str, list[str]] = defaultdict(list)
        self._days: dict[str, list[int]] = defaultdict(list)
        self._undated: dict[str, list[str]] = defaultdict(list)
        for name in sorted(features, key=lambda name: (features[name].day or 0, name)):
            self._enter(name, features[name], wanted)

    def _enter(self, name: str, article: Features, wanted: frozenset[str]) -> None:
        for term in article.terms:
            if term in wanted and article.day is None:
                self._undated[term].append(name)
            elif term in wanted and article.day is not None:
                self._dated[term].append(name)
                self._days[term].append(article.day)

    def holders(self, term: str, day: int | None) -> Iterable[list[str]]:
        """Articles that hold a term and may report the same event as one of that day."""
        dated = self._dated.get(term, [])
        if day is not None and dated:
            days = self._days[term]
            dated = dated[bisect_left(days, day - WINDOW) : bisect_right(days, day + WINDOW)]
        return dated, self._undated.get(term, [])


def neighbours(
    features: Mapping[str, Features], asking: Collection[str], archive: Archive
) -> Iterable[tuple[str, list[str]]]:
    """For each asking article the others that share most of its telling terms, nearest first."""
    keys = {name: _keys(features[name], archive) for name in asking}
    postings = Postings(features, frozenset(term for terms in keys.values() for term in terms))
    for name, terms in keys.items():
        yield name, _nearest(name, features[name].day, terms, postings)


def _keys(article: Features, archive: Archive) -> dict[str, float]:
    """The article's most telling terms that someone else holds, with their weights; rarest first."""
    terms = article.terms[:COMPARED]
    shared = [(archive.telling(term), term) for term in terms if archive.holders[term] > 1]
    weighed = sorted(((-weight * (1 - at / 2 / len(terms)), term) for at, (weight, term) in enumerate(shared)))
    kept = {term for _, term in weighed[:KEYS]}
    return {term: weight for weight, term in sorted(shared, key=lambda pair: (-pair[0], pair[1])) if term in kept}


def _nearest(name: str, day: int | None, terms: Mapping[str, float], postings: Postings) -> list[str]:
    shared: dict[str, float] = {}
    read = 0
    for term, weight in terms.items():
        for holders in postings.holders(term, day):
            read += len(holders)
            if read > BUDGET:
                continue
            for other in holders:
                shared[other] = shared.get(other, 0.0) + weight * weight
    shared.pop(name, None)
    least = SHARE * sum(weight * weight for weight in terms.values())
    near = [(weight, other) for other, weight in shared.items() if weight >= least]
    return [other for _, other in nlargest(NEIGHBOURS, near)]
