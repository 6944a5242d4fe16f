"""How likely two articles report the same event, from their features and from what is common in the archive.

A logistic model over few measures, each bounded and each with a meaning. The weights were fitted on public sets of
news articles grouped by people, all sets together, and are the same for every archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, fsum, inf, log, log1p, sqrt

from index.stories.calendar import month_day
from index.stories.features import MOST, Features, Kind
from index.stories.recurring import Recurring

Vector = dict[str, float]

TITLE, NAME, NUMBER = Kind.TITLE.value, Kind.NAME.value, Kind.NUMBER.value
"""As plain numbers: `&` of two flags is fifty times dearer, and every term of every article is tested."""
_HEARD = (0.0, *(1 + log(count) for count in range(1, MOST + 3)))
"""What so many mentions weigh: a second adds less than the first."""

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
COMPARED = 90
"""Terms compared as single words, the most telling ones; of the rest only the phrases are compared."""
LEAST = 50
"""A smaller archive is taken for one of this size: what three of five articles hold need not be common."""
RAREST = 100
"""A term counts as held by at least one in so many articles: beyond that, rarer tells no more, and a likeness means
much the same in an archive of three hundred articles and in one of ten thousand."""
SHORT, LONG = 40, 1000
"""Words of a text that is as short as news gets, and of one beyond which length no longer matters: short texts share
few words even where they tell the same."""
WINDOW = 30
"""Days beyond which two dated articles never report the same event; later reports are follow-ups."""


class Archive:
    """How common each term is among the articles of one language: rare ones tell events apart."""

    def __init__(self, articles: Iterable[Features]) -> None:
        self.size = 0
        self.holders: Counter[str] = Counter()
        """Term → how many articles hold it."""
        for article in articles:
            self.size += 1
            self.holders.update(article.terms)
        self._telling: dict[int, float] = {}

    def telling(self, term: str) -> float:
        """Inverse document frequency, smoothed, and bounded for the rarest; never below zero."""
        held = self.holders[term]
        known = self._telling.get(held)
        if known is None:
            size = max(self.size, LEAST)
            known = self._telling[held] = max(0.0, log((size + 1) / (held + 0.5 + self.size / RAREST)))
        return known


@dataclass(frozen=True, slots=True)
class View:
    """An article as weighted vectors of length one, in the light of its archive."""

    body: Vector
    lead: Vector
    title: Vector
    names: Vector
    numbers: Vector
    phrases: Vector
    brief: float
    """How short the text is, from 0 (`LONG`) to 1 (`SHORT`)."""
    weekdays: tuple[float, ...]
    dates: frozenset[str]
    """Days that the text names."""
    own: frozenset[str]
    """The day it appeared, in the same form."""
    day: int | None

    @classmethod
    def of(cls, article: Features, archive: Archive, recurring: Recurring) -> View:
        telling = list(map(archive.telling, article.terms))
        full = list(zip(article.terms[:COMPARED], telling, article.counts, article.kinds, strict=False))
        rows = [(term, _HEARD[count] * weight, kind) for term, weight, count, kind in full]
        return cls(
            body=_unit({term: _HEARD[count + 2 * (kind & TITLE)] * weight for term, weight, count, kind in full}),
            lead=lead(article, archive),
            title=headline(article, archive),
            names=_unit({term: weight for term, weight, kind in rows if kind & NAME}),
            numbers=_unit({term: weight for term, weight, kind in rows if kind & NUMBER}),
            phrases=_unit(_phrases(article, telling, recurring.of(article))),
            brief=_brief(article.words),
            weekdays=_even([_HEARD[times] for times in article.weekdays]),
            dates=frozenset(article.dates),
            own=frozenset() if article.day is None else frozenset({month_day(article.day)}),
            day=article.day,
        )


def headline(article: Features, archive: Archive) -> Vector:
    """The words of the headline."""
    rows = zip(article.terms[:COMPARED], article.kinds, strict=False)
    return _unit({term: archive.telling(term) for term, kind in rows if kind & TITLE})


def lead(article: Features, archive: Archive) -> Vector:
    """The words of the headline and of the lead."""
    rows = zip(article.terms[:COMPARED], article.lead, article.kinds, strict=False)
    heard = {term: _HEARD[count + (kind & TITLE)] for term, count, kind in rows if count or kind & TITLE}
    return _unit({term: weight * archive.telling(term) for term, weight in heard.items()})


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


def compare(first: View, second: View) -> Likeness:
    """Measures two articles against each other; the same either way round."""
    lead = _common(first.lead, second.lead)
    nearness = (_common(first.body, second.body) + lead) / 2
    apart = None if first.day is None or second.day is None else abs(first.day - second.day)
    if apart is not None and apart > WINDOW:
        return Likeness(-inf, nearness)
    measures = {
        "lead": sqrt(lead),
        "headline told": sqrt((_common(first.title, second.lead) + _common(second.title, first.lead)) / 2),
        "names": sqrt(_common(first.names, second.names)),
        "phrases": sqrt(_common(first.phrases, second.phrases)),
        "numbers": sqrt(_common(first.numbers, second.numbers)),
        "brief": max(first.brief, second.brief),
        "dated": float(apart is not None),
        "apart": log1p(apart or 0) / log1p(WINDOW),
        "weekdays": _product(first.weekdays, second.weekdays) - 0.5 if first.weekdays and second.weekdays else 0.0,
        "dates": _shared_days(first, second),
    }
    return Likeness(BIAS + sum(WEIGHTS[name] * value for name, value in measures.items()), nearness)


def _shared_days(first: View, second: View) -> int:
    """Whether the texts name a common day; the day of an article counts as named where the other has none."""
    one, two = first.dates, second.dates
    if first.day is None or second.day is None:
        one, two = one | first.own, two | second.own
    if not one or not two:
        return 0
    return -1 if one.isdisjoint(two) else 1


def _phrases(article: Features, telling: list[float], recurring: list[bool]) -> Vector:
    """Neighbouring terms; a pair tells as much as its two terms together."""
    triples = zip(article.phrases[::3], article.phrases[1::3], article.phrases[2::3], recurring, strict=True)
    return {
        f"{article.terms[left]} {article.terms[right]}": _HEARD[times] * (telling[left] + telling[right])
        for left, right, times, again in triples
        if again
    }


def _brief(words: int) -> float:
    return log(LONG / min(LONG, max(SHORT, words))) / log(LONG / SHORT)


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items() if weight} if length else {}


def _even(numbers: list[float]) -> tuple[float, ...]:
    length = sqrt(sum(number * number for number in numbers))
    return tuple(number / length for number in numbers) if length else ()


def _product(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def _common(first: Vector, second: Vector) -> float:
    """The cosine. The exact sum, because a set of shared keys comes in no fixed order."""
    keys = first.keys() & second.keys()
    return fsum([first[key] * second[key] for key in keys]) if keys else 0.0
