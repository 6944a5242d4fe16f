"""Which articles are worth comparing: an inverted index of telling terms, so that the cost grows with the archive's
length and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.stories.archive import Archive, Weights
from index.stories.likeness import WINDOW
from index.stories.rows import Numbers
from index.stories.sketch import COMPARED

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

_DAYS, _ARTICLES = 20, 21
"""Bits that hold a day (those after the year 2870 count as one) and an article; 22 are left for a term."""
_LAST = (1 << _DAYS) - 1
_CLOSE = 1e-8
"""More than sums that are equal but for rounding differ by."""
_AT_ONCE = 2_000
"""Articles that look for others at once: the bound on memory."""


class Postings:
    """Who holds which telling term, in order of date; the undated come first."""

    def __init__(self, archive: Archive, wanted: NDArray[np.bool_]) -> None:
        days = np.minimum(archive.rows.days, _LAST)
        # One number for each, sorted in place: an archive of 100,000 articles has ten million of them.
        self._keys = np.zeros(int(archive.held(np.flatnonzero(wanted)).sum()), np.int64)
        filled = 0
        for terms, articles in archive.rows.whose(wanted):
            self._keys[filled : filled + len(terms)] = _key(terms, days[articles]) | articles
            filled += len(terms)
        self._keys.sort()

    def between(self, terms: Numbers, days: Numbers) -> Numbers:
        """Where the holders of each term stand that may report the same event as an article of that day (0: any).

        A row for each: from and to of the dated ones, from and to of the undated.
        """
        days = np.minimum(days, _LAST)
        first = np.where(days > 0, np.maximum(1, days - WINDOW), 1)
        last = np.where(days > 0, np.minimum(_LAST, days + WINDOW), _LAST)
        bounds = (_key(terms, first), _key(terms, last + 1), _key(terms, 0 * days), _key(terms, 0 * days + 1))
        return np.searchsorted(self._keys, np.stack(bounds, axis=1))

    def articles(self, bounds: Sequence[tuple[int, int]]) -> Numbers:
        """Those that stand from here to there, for each such part of the postings."""
        return np.concatenate([self._keys[first:last] for first, last in bounds]) & ((1 << _ARTICLES) - 1)


def _key(terms: Numbers, days: Numbers) -> Numbers:
    return ((terms << _DAYS) + days) << _ARTICLES


def neighbours(archive: Archive, asking: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """For each asking article (by its place) the others that share most of its telling terms, nearest first."""
    batches = [_Asking.of(asking[at : at + _AT_ONCE], archive) for at in range(0, len(asking), _AT_ONCE)]
    wanted = np.zeros(archive.rows.places, np.bool_)
    for batch in batches:
        wanted[batch.terms] = True
    postings, shared = Postings(archive, wanted), np.zeros(len(archive.rows))
    for batch in batches:
        days = np.repeat(archive.rows.days[np.array(batch.articles)], np.diff(batch.starts))
        bounds = postings.between(batch.terms, days).tolist()
        for at, begin, end in zip(batch.articles, batch.starts, batch.starts[1:], strict=False):
            yield at, _nearest(at, batch.weights[begin:end], bounds[begin:end], postings, shared)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Some articles that look for others, by their most telling terms that someone else holds."""

    articles: Sequence[int]
    starts: list[int]
    """Where the terms of each begin, and where those of the last one end."""
    terms: Numbers
    """Rarest first."""
    weights: Weights

    @classmethod
    def of(cls, articles: Sequence[int], archive: Archive) -> _Asking:
        where, bounds = archive.rows.all_terms.of(np.array(articles), COMPARED)
        terms, lengths = archive.rows.all_terms.values[where].astype(np.int64), np.diff(bounds)
        of, shared = np.repeat(np.arange(len(articles)), lengths), archive.held(terms) > 1
        terms, of = terms[shared], of[shared]
        weights, rank = np.round(archive.weights(terms), 9), _rank(of)
        kept = _first(of, weights * (1 - rank / 2 / lengths[of]), KEYS)
        rarest = kept[_first(of[kept], weights[kept], KEYS)]
        starts = np.searchsorted(of[rarest], np.arange(len(articles) + 1)).tolist()
        return cls(articles, starts, terms[rarest], weights[rarest])


def _first(of: Numbers, weights: Weights, most: int) -> Numbers:
    """The places of the heaviest of each article, so many at most, the heaviest first; the first of equals first."""
    order = np.lexsort((-weights, of))
    return order[_rank(of) < most]  # `of` rises, and so it does in order


def _rank(of: Numbers) -> Numbers:
    """Counts what each article has, from zero on; `of` rises."""
    at = np.arange(len(of))
    return at - np.maximum.accumulate(np.where(np.diff(of, prepend=-1) > 0, at, 0))


def on_topic(archive: Archive, members: Sequence[int]) -> list[int]:
    """Articles that share several of the telling terms of some others, most first, whenever they appeared."""
    terms = np.concatenate([archive.rows.terms(at)[:TOPICAL] for at in members])
    different, often = np.unique(terms, return_counts=True)
    weights = np.round(archive.weights(different) * often * (archive.held(different) > 1), 9)
    keys = different[np.argsort(-weights, kind="stable")[:TOPICS]]
    weight = np.zeros(archive.rows.places)
    weight[keys] = archive.weights(keys)
    shared, times = np.zeros(len(archive.rows)), np.zeros(len(archive.rows), np.int64)
    for holding, articles in archive.rows.whose(weight > 0):
        shared += np.bincount(articles, weights=weight[holding], minlength=len(archive.rows))
        times += np.bincount(articles, minlength=len(archive.rows))
    several = times >= SEVERAL
    best = np.argsort(-np.round(shared * several, 9), kind="stable")[:ON_TOPIC]
    return [int(at) for at in best if several[at]]


def _nearest(
    at: int, weights: Weights, bounds: Sequence[Sequence[int]], postings: Postings, shared: Weights
) -> list[int]:
    """The articles that hold most of some terms. `shared`: a zero for each article, and so again in the end."""
    squares = np.round(weights * weights, 9).tolist()
    read, parts, heard = 0, [], []
    for square, (first, last, undated, dated) in zip(squares, bounds, strict=True):
        for begin, end in ((first, last), (undated, dated)):
            read += end - begin
            if begin < end and read <= BUDGET:
                parts.append((begin, end))
                heard.append(square)
    if not parts:
        return []
    holders = postings.articles(parts)
    np.add.at(shared, holders, np.repeat(heard, [end - begin for begin, end in parts]))
    shared[at] = 0.0
    enough = max(SHARE * sum(squares), 1e-9)
    others = np.unique(holders[shared[holders] >= enough - _CLOSE])
    found = np.round(shared[others], 9)
    shared[holders] = 0.0
    best = np.argsort(-found, kind="stable")[:NEIGHBOURS]
    nearest: list[int] = others[best[found[best] >= enough]].tolist()
    return nearest
