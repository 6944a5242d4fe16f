"""Which articles are worth comparing: an inverted index of telling terms, so that the cost grows with the archive's
length and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.stories.archive import Archive, Weights
from index.stories.likeness import WINDOW
from index.stories.rows import Numbers
from index.stories.vectors import COMPARED

KEYS = 16
"""Telling terms by which an article looks for others."""
BUDGET = 800
"""Postings read for one article, rarest terms first: the bound on its cost, whatever the size of the archive."""
NEIGHBOURS = 8
"""Articles compared with one article, at most."""
SHARE = 0.1
"""Share of an article's telling terms, by weight, that another must hold to be compared with it."""
TOPICAL = 40
"""Terms of an article among which the names and words of its topic stand."""
TOPICS = 24
"""Of them, those by which other articles on the topic are found."""
SEVERAL = 3
"""So many of them an article on the topic holds at least."""
ON_TOPIC = 150
"""Articles on a topic that are looked at."""

_DAYS = 22
"""Bits that hold a day."""


class Postings:
    """Who holds which telling term, in order of date; the undated come first."""

    def __init__(self, archive: Archive, wanted: Numbers) -> None:
        asked = np.zeros(archive.rows.places, np.bool_)
        asked[wanted] = True
        terms, articles = archive.rows.whose(asked)
        keys = (terms << _DAYS) | archive.rows.days[articles]
        order = np.argsort(keys, kind="stable")
        self._keys, self._articles = keys[order], articles[order]

    def between(self, terms: Numbers, days: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Where the holders of each term stand that may report the same event as an article of that day (0: any).

        From and to of the dated ones, from and to of the undated.
        """
        keys = terms << _DAYS
        first = np.where(days > 0, np.maximum(1, days - WINDOW), 1)
        last = np.where(days > 0, days + WINDOW, (1 << _DAYS) - 1)
        undated = np.searchsorted(self._keys, keys), np.searchsorted(self._keys, keys, side="right")
        return (
            np.searchsorted(self._keys, keys | first),
            np.searchsorted(self._keys, keys | last, side="right"),
            *undated,
        )

    def articles(self, first: int, last: int) -> Numbers:
        """Those that stand from here to there."""
        return self._articles[first:last]


def neighbours(archive: Archive, asking: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """For each asking article (by its place) the others that share most of its telling terms, nearest first."""
    keys = [_keys(at, archive) for at in asking]
    if not keys:
        return
    terms = np.concatenate([terms for terms, _ in keys])
    postings, lengths = Postings(archive, terms), [len(terms) for terms, _ in keys]
    bounds = np.stack(postings.between(terms, np.repeat(archive.rows.days[np.array(asking)], lengths)), axis=1).tolist()
    shared, begin = np.zeros(len(archive.rows)), 0
    for at, (own, weights) in zip(asking, keys, strict=True):
        yield at, _nearest(at, weights, bounds[begin : begin + len(own)], postings, shared)
        begin += len(own)


def on_topic(archive: Archive, members: Sequence[int]) -> list[int]:
    """Articles that share several of the telling terms of some others, most first, whenever they appeared."""
    terms = np.concatenate([archive.rows.terms(at)[:TOPICAL] for at in members])
    different, times = np.unique(terms, return_counts=True)
    weights = np.round(archive.weights(different) * times * (archive.held(different) > 1), 9)
    keys = different[np.argsort(-weights, kind="stable")[:TOPICS]]
    weight = np.zeros(archive.rows.places)
    weight[keys] = archive.weights(keys)
    holding, articles = archive.rows.whose(weight > 0)
    shared = np.bincount(articles, weights=weight[holding], minlength=len(archive.rows))
    several = np.bincount(articles, minlength=len(archive.rows)) >= SEVERAL
    best = np.argsort(-np.round(shared * several, 9), kind="stable")[:ON_TOPIC]
    return [int(at) for at in best if several[at]]


def _keys(at: int, archive: Archive) -> tuple[Numbers, Weights]:
    """The article's most telling terms that someone else holds, with their weights; rarest first."""
    terms = archive.rows.terms(at)[:COMPARED]
    shared = np.flatnonzero(archive.held(terms) > 1)
    weights = np.round(archive.weights(terms[shared]), 9)
    weighed = weights * (1 - np.arange(len(shared)) / 2 / max(1, len(terms)))
    kept = np.argsort(-weighed, kind="stable")[:KEYS]
    rarest = kept[np.argsort(-weights[kept], kind="stable")]
    return terms[shared][rarest], weights[rarest]


def _nearest(
    at: int, weights: Weights, bounds: Sequence[Sequence[int]], postings: Postings, shared: Weights
) -> list[int]:
    """The articles that hold most of some terms; `shared` has a zero for every article, before and after."""
    squares = np.round(weights * weights, 9).tolist()
    read, holders = 0, []
    for square, (first, last, undated, dated) in zip(squares, bounds, strict=True):
        for begin, end in ((first, last), (undated, dated)):
            read += end - begin
            if begin < end and read <= BUDGET:
                articles = postings.articles(begin, end)
                shared[articles] += square
                holders.append(articles)
    if not holders:
        return []
    found = np.concatenate(holders)
    shared[at] = 0.0
    least = max(SHARE * sum(squares), 1e-9)
    others = np.unique(found[shared[found] >= least])
    best = np.argsort(-np.round(shared[others], 9), kind="stable")[:NEIGHBOURS]
    nearest: list[int] = others[best].tolist()
    shared[found] = 0.0
    return nearest
