"""How likely two articles report the same event, from their features and from what is common in the archive.

A logistic model over few measures, each bounded and each with a meaning. The weights were fitted on public sets of
news articles grouped by people, all sets together, and are the same for every archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log, log1p, sqrt

import numpy as np

from index.stories.archive import Archive, Weights
from index.stories.calendar import month_day
from index.stories.features import Features
from index.stories.rows import Numbers
from index.stories.vectors import COMPARED, HEARD, NAME, NUMBER, TITLE

WEIGHTS = {
    "lead": 1.36,
    "headline told": 1.39,
    "names": 1.71,
    "phrases": 3.91,
    "numbers": 1.24,
    "brief": 1.82,
    "dated": 1.12,
    "apart": -3.27,
    "weekdays": 1.22,
    "dates": 0.5,
    "nearest": 3.91,
}
"""What each measure adds to the log odds of "same event". `brief` is how short the shorter text is, `apart` the
logarithm of the days between, as a share of that of `WINDOW`; all others are cosines or their roots. `weekdays` and
`dates` are negative where the texts disagree."""
BIAS = -7.69
"""Log odds of two long articles that share nothing."""
SHORT, LONG = 40, 1000
"""Words of a text that is as short as news gets, and of one beyond which length no longer matters: short texts share
few words even where they tell the same."""
WINDOW = 30
"""Days beyond which two dated articles never report the same event; later reports are follow-ups."""

_HEARD = np.array(HEARD)
_BODY, _LEAD, _TITLE, _NAMES, _NUMBERS, _PHRASES = range(6)
_MINE = [_BODY, _LEAD, _TITLE, _LEAD, _NAMES, _NUMBERS, _PHRASES]
_THEIRS = [_BODY, _LEAD, _LEAD, _TITLE, _NAMES, _NUMBERS, _PHRASES]
"""Which vectors of two articles are multiplied: like with like, and each one's headline with the other's lead."""
_AFTER_TERMS = 1 << 32
"""Added to the number of a phrase, which no term has then."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """An article as weighted vectors of length one, in the light of its archive."""

    keys: Numbers
    """Its terms, and the phrases that another article holds too; rising."""
    vectors: Weights
    """A row for each of them: what it weighs in the six vectors, in the order of `_BODY` and so on."""
    brief: float
    """How short the text is, from 0 (`LONG`) to 1 (`SHORT`)."""
    weekdays: tuple[float, ...]
    dates: frozenset[str]
    """Days that the text names."""
    own: frozenset[str]
    """The day it appeared, in the same form."""
    day: int | None

    @classmethod
    def of(cls, article: Features, at: int, archive: Archive) -> View:
        """An article that has this place in the rows of the archive."""
        terms = archive.rows.terms(at)
        telling = archive.weights(terms)
        phrases, weights = _phrases(article, at, telling, archive)
        keys = np.concatenate((terms[:COMPARED], phrases + _AFTER_TERMS))
        vectors = np.zeros((len(keys), 6))
        vectors[: len(terms[:COMPARED]), :_PHRASES] = _vectors(article, telling[:COMPARED])
        vectors[len(terms[:COMPARED]) :, _PHRASES] = weights
        order = np.argsort(keys, kind="stable")
        return cls(
            keys=keys[order],
            vectors=_unit(vectors)[order],
            brief=_brief(article.words),
            weekdays=_even([HEARD[times] for times in article.weekdays]),
            dates=frozenset(article.dates),
            own=frozenset() if article.day is None else frozenset({month_day(article.day)}),
            day=article.day,
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles compared, but for what else is near them."""

    odds: float
    """Log odds of "same event"; minus infinity where the days are too far apart."""
    nearness: float
    """How near the texts are, from 0 to 1, dates aside: for telling the nearest of many."""

    def probability(self, nearest: float = 0.0, leaning: float = 0.0) -> float:
        """That both report the same event; zero only where the days forbid it.

        `nearest`: nearness as a share of that of either one's nearest article; `leaning`: log odds known besides.
        """
        return 1 / (1 + exp(-self.odds - leaning - WEIGHTS["nearest"] * nearest))


def compare(first: View, others: Sequence[View]) -> list[Likeness]:
    """Measures an article against others, the same either way round; all at once costs a fifth of one by one."""
    body, lead, told, telling, names, numbers, phrases = _cosines(first, others)
    nearness = (body + lead) / 2
    odds = (
        WEIGHTS["lead"] * np.sqrt(lead)
        + WEIGHTS["headline told"] * np.sqrt((told + telling) / 2)
        + WEIGHTS["names"] * np.sqrt(names)
        + WEIGHTS["phrases"] * np.sqrt(phrases)
        + WEIGHTS["numbers"] * np.sqrt(numbers)
    )
    told_alike = zip(others, odds.tolist(), nearness.tolist(), strict=True)
    return [Likeness(round(BIAS + odds + _besides(first, other), 9), near) for other, odds, near in told_alike]


def _cosines(first: View, others: Sequence[View]) -> Weights:
    """Seven rows of cosines, a column for each of the others.

    Rounded, because machines differ in the order in which they add.
    """
    if not len(first.keys):
        return np.zeros((len(_MINE), len(others)))
    theirs = np.concatenate([other.keys for other in others])
    places = np.minimum(np.searchsorted(first.keys, theirs), len(first.keys) - 1)
    shared = np.flatnonzero(first.keys[places] == theirs)
    total = np.zeros((len(shared) + 1, len(_MINE)))
    rows = np.concatenate([other.vectors for other in others])[shared]
    np.cumsum(first.vectors[places[shared]][:, _MINE] * rows[:, _THEIRS], axis=0, out=total[1:])
    bounds = np.searchsorted(shared, np.cumsum([0, *(len(other.keys) for other in others)]))
    found: Weights = np.abs(np.round(total[bounds[1:]] - total[bounds[:-1]], 9)).T
    return found


def _besides(first: View, second: View) -> float:
    """Log odds of what is not in the words of two articles: their length and their days."""
    odds = WEIGHTS["brief"] * max(first.brief, second.brief) + WEIGHTS["dates"] * _shared_days(first, second)
    if first.weekdays and second.weekdays:
        odds += WEIGHTS["weekdays"] * (_product(first.weekdays, second.weekdays) - 0.5)
    if first.day is not None and second.day is not None:
        apart = abs(first.day - second.day)
        odds += WEIGHTS["dated"] + WEIGHTS["apart"] * log1p(apart) / log1p(WINDOW) if apart <= WINDOW else -inf
    return odds


def _shared_days(first: View, second: View) -> int:
    """Whether the texts name a common day; the day of an article counts as named where the other has none."""
    one, two = first.dates, second.dates
    if first.day is None or second.day is None:
        one, two = one | first.own, two | second.own
    if not one or not two:
        return 0
    return -1 if one.isdisjoint(two) else 1


def _vectors(article: Features, telling: Weights) -> Weights:
    """For each term what it weighs in all vectors but that of the phrases."""
    most = len(telling)
    counts = np.frombuffer(article.counts, np.uint8)[:most].astype(np.int64)
    leads = np.frombuffer(article.lead, np.uint8)[:most].astype(np.int64)
    kinds = np.frombuffer(article.kinds, np.uint8)[:most]
    titled = (kinds & TITLE).astype(np.int64)
    heard = _HEARD[counts]
    names, numbers = heard * (kinds & NAME > 0), heard * (kinds & NUMBER > 0)
    rows = np.array((_HEARD[counts + 2 * titled], _HEARD[leads + titled], titled, names, numbers))
    return (rows * telling).T


def _phrases(article: Features, at: int, telling: Weights, archive: Archive) -> tuple[Numbers, Weights]:
    """The phrases that another article holds too; a pair tells as much as its two terms together."""
    phrases = archive.rows.phrases(at)
    again = archive.recur(phrases)
    triples = np.frombuffer(article.phrases, np.uint8).reshape(-1, 3)[again]
    return phrases[again], _HEARD[triples[:, 2]] * (telling[triples[:, 0]] + telling[triples[:, 1]])


def _unit(vectors: Weights) -> Weights:
    """Each vector (a column) as long as one; a vector of nothing stays so."""
    lengths = np.sqrt((vectors * vectors).sum(axis=0))
    lengths[lengths == 0] = 1.0
    found: Weights = vectors / lengths
    return found


def _brief(words: int) -> float:
    return log(LONG / min(LONG, max(SHORT, words))) / log(LONG / SHORT)


def _even(numbers: list[float]) -> tuple[float, ...]:
    length = sqrt(sum(number * number for number in numbers))
    return tuple(number / length for number in numbers) if length else ()


def _product(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))
