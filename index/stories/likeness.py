"""How likely two articles report the same event, from their features and from what is common in the archive.

A logistic model over few measures, each bounded and each with a meaning. The weights were fitted on public sets of
news articles grouped by people, all sets together, and are the same for every archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log1p

import numpy as np

from index.stories.archive import Weights
from index.stories.rows import Numbers
from index.stories.views import BODY, HEADLINE, KEY, LEAD, NUMBERS, RARE, View

WEIGHTS = {
    "headline told": 2.43,
    "rare": 2.74,
    "phrases": 4.37,
    "numbers": 1.43,
    "brief": 2.35,
    "dated": 1.73,
    "apart": -5.1,
    "weekdays": 1.07,
    "dates": 0.52,
    "nearest": 4.29,
}
"""What each measure adds to the log odds of "same event". `rare` is what the rare terms tell that both hold, `brief`
how short the shorter text is, `apart` the logarithm of the days between, as a share of that of `WINDOW`; all others are
cosines or their roots. `weekdays` and `dates` are negative where the texts disagree."""
BIAS = -7.73
"""Log odds of two long articles that share nothing."""
MUCH = 36
"""What rare terms tell where they tell much: some ten of them."""
WINDOW = 30
"""Days beyond which two dated articles never report the same event; later reports are follow-ups."""

_MINE = [BODY, LEAD, HEADLINE, LEAD, NUMBERS, RARE]
_THEIRS = [BODY, LEAD, LEAD, HEADLINE, NUMBERS, RARE]
"""Which vectors of two articles are multiplied: like with like, and each one's headline with the other's lead."""


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


def compare(firsts: Sequence[View], seconds: Sequence[View]) -> list[Likeness]:
    """Measures each article against the one at the same place, the same either way round.

    A hundred pairs at once cost a tenth of one by one, the less if the same one stands first again and again.
    """
    slots = {id(each): slot for slot, each in enumerate({id(each): each for each in firsts}.values())}
    mine, of = list({id(each): each for each in firsts}.values()), np.array([slots[id(each)] for each in firsts])
    held, whose, bounds = _shared([each.terms for each in mine], of, [each.terms for each in seconds])
    left = np.concatenate([each.weights for each in mine])[held]
    right = np.concatenate([each.weights for each in seconds])[whose]
    body, lead, told, telling, numbers, rare = _sums(left[:, _MINE] * right[:, _THEIRS], bounds).T
    held, whose, bounds = _shared([each.phrases for each in mine], of, [each.phrases for each in seconds])
    left = np.concatenate([each.telling for each in mine])[held]
    phrases = _sums(left * np.concatenate([each.telling for each in seconds])[whose], bounds)
    nearness = (body + lead) / 2
    odds = (
        WEIGHTS["headline told"] * np.sqrt((told + telling) / 2)
        + WEIGHTS["rare"] * np.sqrt(rare / MUCH)
        + WEIGHTS["phrases"] * np.sqrt(phrases)
        + WEIGHTS["numbers"] * np.sqrt(numbers)
    )
    alike = zip(firsts, seconds, odds.tolist(), nearness.tolist(), strict=True)
    return [Likeness(round(BIAS + odds + _besides(one, two), 9), near) for one, two, odds, near in alike]


def _shared(mine: Sequence[Numbers], of: Numbers, theirs: Sequence[Numbers]) -> tuple[Numbers, Numbers, Numbers]:
    """What the others hold of mine: the places in all of mine and in all of theirs, each one after the other, and where
    the places of each of theirs begin and end. `of` tells whose of mine each of theirs is compared with.
    """
    whole = np.concatenate(mine) + np.repeat(np.arange(len(mine)) << KEY, list(map(len, mine)))
    lengths = np.array(list(map(len, theirs)))
    wanted = np.concatenate(theirs) + np.repeat(of << KEY, lengths)
    if not len(whole):
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, np.zeros(len(theirs) + 1, np.int64)
    places = np.minimum(np.searchsorted(whole, wanted), len(whole) - 1)
    shared = np.flatnonzero(whole[places] == wanted)
    return places[shared], shared, np.searchsorted(shared, np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))))


def _sums(products: Weights, bounds: Numbers) -> Weights:
    """The sums of the parts, each a cosine. Rounded, because machines differ in the order in which they add."""
    total = np.zeros((len(products) + 1, *products.shape[1:]))
    np.cumsum(products, axis=0, out=total[1:])
    found: Weights = np.abs(np.round(total[bounds[1:]] - total[bounds[:-1]], 9))
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


def _product(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))
