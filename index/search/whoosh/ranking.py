"""From a query to a ranked answer: all of the words first, then, for bare words that find too little, most of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.hits import Sort
from index.search import scoring
from index.search.engine import States
from index.search.nodes import And, Node, Phrase, Query, Word
from index.search.nothing import excluding, instead
from index.search.plan import (
    COMMON,
    ENOUGH,
    FEW_HAVE_ALL,
    LONG,
    LOOKED_AT,
    MANY,
    MOST,
    NAMED,
    NONE_HAS_ALL,
    SEARCHED,
    freshness,
    may_relax,
    parts_of,
    texts,
)
from index.search.whoosh.matching import Matched, Matcher, exact
from index.search.whoosh.scores import Figures, Numbers, Scores, first, found_in, nothing_scored, shared, without

Tiers = NDArray[np.int8]
"""Of each document: 2 for all of the words themselves, 1 for variants of them, 0 for most of them."""
_NO_DAY = 100_000_000


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents by id, best first or in the order asked for, no more than were asked for."""

    ids: list[str]
    figures: list[float]
    total: int
    """All that were found."""
    marks: frozenset[str]
    notes: tuple[str, ...]
    also: tuple[str, ...]
    instead: tuple[tuple[str, str], ...]


def rank(matcher: Matcher, query: Query, sort: Sort, only: Collection[str] | None, states: States, *,
         recent: bool = False, most: int | None = None) -> Ranked:  # fmt: skip
    """What a query finds, in order; ties by id. `most`: no more than so many are put in order."""
    widen = not query.strict
    parts = parts_of(query.root)
    soft = [part for part in parts if isinstance(part, Word | Phrase) and may_relax(part, query)]
    hard = [part for part in parts if part not in soft]
    allowed = _constrained(matcher, hard, only, states, widen=widen)
    words = [matcher.matched(part, widen=widen) for part in soft]
    found = _together(words, allowed, matcher)
    tiers = exact(words, found.numbers).astype(np.int8) + np.int8(1)
    shown = [matcher.matched(part, widen=widen) for part in texts(query.root)]
    notes: tuple[str, ...] = ()
    if len(words) > 1 and len(found) < ENOUGH and (sort == "relevance" or not len(found)):
        more = _most_of(words, allowed, found, matcher.snapshot.size)
        if len(more):
            notes = (FEW_HAVE_ALL if len(found) else NONE_HAS_ALL,)
            tiers = np.concatenate((tiers, np.zeros(len(more), np.int8)))
            found = found.and_then(more)
    marks = frozenset(term for match in shown for term, _ in match.terms)
    if not len(found):
        told = excluding(matcher, parts, states, widen=widen)
        return Ranked([], [], 0, marks, told, (), instead(matcher, query.root))
    figures = found.figures
    if sort == "relevance" and most != 0:
        near = words if soft else [matcher.matched(part, widen=widen) for part in hard if isinstance(part, Word)]
        figures = _refined(matcher, near, found, tiers, most, recent=recent)
    order = first(_keys(matcher, found.numbers, figures, sort), most)
    ids, also = matcher.snapshot.keys()[found.numbers[order]].tolist(), tuple(_variants(matcher, shown, found.numbers))
    return Ranked(ids, figures[order].tolist(), len(found), marks, notes, also, ())


def _refined(matcher: Matcher, near: Sequence[Matched], found: Scores, tiers: Tiers, most: int | None, *,
             recent: bool) -> Figures:  # fmt: skip
    """The scores with what is worth its cost for the best alone: how close the words stand; and how new it is."""
    figures = _closer(matcher, near, found, tiers, None if recent else most)
    return _apart(figures * _freshness(matcher, found.numbers) if recent else figures, tiers)


def _constrained(matcher: Matcher, hard: Sequence[Node], only: Collection[str] | None, states: States, *,
                 widen: bool) -> Scores | None:  # fmt: skip
    """What the parts that never relax allow, with what they score; None allows everything."""
    found = [matcher.scores(And(tuple(hard)), states, widen=widen)] if hard else []
    if only is not None:
        found.append(matcher.among(only))
    return shared(found) if found else None


def _together(words: Sequence[Matched], allowed: Scores | None, matcher: Matcher) -> Scores:
    """The documents with all of the words."""
    each = [match.scores for match in words] + ([allowed] if allowed is not None else [])
    return shared(each) if each else nothing_scored(matcher.snapshot.documents())


def _most_of(words: Sequence[Matched], allowed: Scores | None, full: Scores, documents: int) -> Scores:
    """Documents with most of the words that there are, by how rare those are."""
    words = [match for match in words if len(match.scores)]
    if not words:
        return without(full, full.numbers)
    share_needed = MOST if len(words) < LONG else 1 / len(words)
    needed = share_needed * sum(match.rarity + 1 for match in words)
    share, figures = np.zeros(documents), np.zeros(documents)
    for match in words:
        share[match.scores.numbers] += match.rarity + 1
        figures[match.scores.numbers] += match.scores.figures
    numbers = np.flatnonzero(share >= needed).astype(np.int32)
    found = without(Scores(numbers, figures[numbers]), full.numbers)
    return found if allowed is None else shared([found, allowed])


def _closer(matcher: Matcher, words: Sequence[Matched], found: Scores, tiers: Tiers, most: int | None) -> Figures:
    """The scores; those of the best with what the closeness of their words is worth.

    Where only `most` are asked for, the rest is left as soon as no closeness can lift it among them.
    """
    words = [match for match in words if match.rarity > COMMON or len(match.scores) < MANY]
    if len(words) < 2:
        return found.figures
    best = first((-tiers, -found.figures, found.numbers), LOOKED_AT)
    weights = [match.rarity for match in words]
    reach = scoring.NEARNESS * scoring.closest(weights)
    figures = found.figures.copy()
    at_once = most if most and tiers[best[0]] == tiers[best[-1]] else len(best)
    for start in range(0, len(best), at_once):
        some = best[start : start + at_once]
        if start and figures[some[0]] + reach < np.sort(figures[best[:start]])[-at_once]:
            break
        stands = zip(*(matcher.places(match, found.numbers[some]) for match in words), strict=True)
        figures[some] += [scoring.NEARNESS * scoring.closeness(places, weights) for places in stands]
    return figures


def _apart(figures: Figures, tiers: Tiers) -> Figures:
    """Lifts each tier above the best of the one below, so that one figure tells the order."""
    lift, lifted = 0.0, figures.copy()
    for tier in (1, 2):
        lift = max(lift, lifted[tiers == tier - 1].max(initial=lift))
        lifted[tiers == tier] += lift
    return lifted


def _keys(matcher: Matcher, numbers: Numbers, figures: Figures, sort: Sort) -> list[NDArray[np.generic]]:
    """What documents are put in order by, the first first."""
    keys: list[NDArray[np.generic]] = [-figures, matcher.snapshot.places_by_key()[numbers]]
    if sort == "outlet":
        return [matcher.snapshot.places_by_outlet()[numbers], *keys]
    if sort != "relevance":
        days = matcher.snapshot.days()[numbers]
        return [np.where(days > 0, -days if sort == "newest" else days, _NO_DAY), *keys]
    return keys


def _freshness(matcher: Matcher, numbers: Numbers) -> Figures:
    """What the score of each document is multiplied by for how close it is to the newest of them."""
    days, which = np.unique(matcher.snapshot.days()[numbers], return_inverse=True)
    return np.array([freshness(int(day), int(days[-1])) for day in days])[which]


def _variants(matcher: Matcher, shown: Sequence[Matched], numbers: Numbers) -> list[str]:
    """The variants that stand in what is found."""
    variants = dict.fromkeys(variant for match in shown for variant in match.variants)
    found = np.sort(numbers) if variants else numbers

    def there(variant: str) -> bool:
        each = (matcher.snapshot.postings(name, variant).numbers for name in SEARCHED)
        return any(bool(found_in(found, some)[1].any()) for some in each)

    return [variant for variant in variants if there(variant)][:NAMED]
