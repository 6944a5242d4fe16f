"""How likely two articles report the same event, from their features and from what is common in the archive.

A logistic model over few measures, each bounded and each with a meaning. The weights were fitted on public sets of
news articles grouped by people, all sets together, and are the same for every archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log, log1p, sqrt

from index.stories.calendar import month_day
from index.stories.features import Features, Kind

Vector = dict[str, float]

WEIGHTS = {
    "body": 1.63,
    "lead": 3.34,
    "title": 0.77,
    "headline told": 1.9,
    "names": 2.65,
    "phrases": 1.27,
    "numbers": 1.52,
    "dated": 0.27,
    "apart": -0.58,
    "next day": 1.29,
    "long apart": 0.13,
    "same weekdays": 1.3,
    "weekdays named": -1.61,
    "shared dates": 0.77,
    "other dates": -1.33,
    "nearest": 3.65,
}
"""What each measure adds to the log odds of "same event"."""
BIAS = -7.52
"""Log odds of two articles that share nothing."""
LEAST = 50
"""A smaller archive is taken for one of this size: what three of five articles hold need not be common."""
WINDOW = 30
"""Days beyond which two dated articles never report the same event; later reports are follow-ups."""
LONGEST = log(60)
"""Days apart count by their logarithm, and no more after two months."""


class Archive:
    """How common each term is among the articles of one language: rare ones tell events apart."""

    def __init__(self, articles: Iterable[Features]) -> None:
        self.size = 0
        self.holders: Counter[str] = Counter()
        """Term → how many articles hold it."""
        for article in articles:
            self.size += 1
            self.holders.update(article.terms)

    def telling(self, term: str) -> float:
        """Inverse document frequency, smoothed; never below zero."""
        return max(0.0, log((max(self.size, LEAST) + 1) / (self.holders[term] + 0.5)))


@dataclass(frozen=True, slots=True)
class View:
    """An article as weighted vectors of length one, in the light of its archive."""

    body: Vector
    lead: Vector
    title: Vector
    names: Vector
    numbers: Vector
    phrases: Vector
    weekdays: tuple[float, ...]
    dates: frozenset[str]
    """Days that the text names."""
    own: frozenset[str]
    """The day it appeared, in the same form."""
    day: int | None

    @classmethod
    def of(cls, article: Features, archive: Archive) -> View:
        telling = [archive.telling(term) for term in article.terms]
        rows = list(zip(article.terms, telling, article.counts, article.lead, article.kinds, strict=True))
        titled = [(2 if kind & Kind.TITLE else 0) for kind in article.kinds]
        return cls(
            body=_unit({row[0]: _heard(row[2] + more) * row[1] for row, more in zip(rows, titled, strict=True)}),
            lead=_unit({r[0]: _heard(r[3] + more // 2) * r[1] for r, more in zip(rows, titled, strict=True)}),
            title=_unit({row[0]: row[1] for row in rows if row[4] & Kind.TITLE}),
            names=_unit({row[0]: _heard(row[2]) * row[1] for row in rows if row[4] & Kind.NAME}),
            numbers=_unit({row[0]: _heard(row[2]) * row[1] for row in rows if row[4] & Kind.NUMBER}),
            phrases=_unit(_phrases(article, telling)),
            weekdays=_even([_heard(times) for times in article.weekdays]),
            dates=frozenset(article.dates),
            own=frozenset() if article.day is None else frozenset({month_day(article.day)}),
            day=article.day,
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles compared; every measure lies between 0 and 1 but `apart`."""

    body: float
    lead: float
    title: float
    told: float
    """How far the headline of each stands in the lead of the other."""
    names: float
    numbers: float
    phrases: float
    apart: int | None
    """Days between them; None where one has no date."""
    weekdays: float | None
    """Whether they name the same days of the week; None where one names none."""
    dates: bool | None
    """Whether they name a common day; None where one names none."""

    @property
    def nearness(self) -> float:
        """How near the texts are, dates aside: for telling the nearest of many."""
        return (self.body**2 + self.lead**2 + self.phrases**2) / 3

    def measures(self, nearest: float) -> dict[str, float]:
        """By name what `WEIGHTS` weighs. `nearest`: nearness as a share of that of either one's nearest article."""
        dated, days = self.apart is not None, self.apart or 0
        return {
            "body": self.body,
            "lead": self.lead,
            "title": self.title,
            "headline told": self.told,
            "names": self.names,
            "phrases": self.phrases,
            "numbers": self.numbers,
            "dated": float(dated),
            "apart": min(log1p(days), LONGEST),
            "next day": float(dated and days <= 1),
            "long apart": float(days > 10),
            "same weekdays": self.weekdays or 0.0,
            "weekdays named": float(self.weekdays is not None),
            "shared dates": float(self.dates is True),
            "other dates": float(self.dates is False),
            "nearest": nearest,
        }

    def probability(self, nearest: float = 0.0, leaning: float = 0.0) -> float:
        """That both report the same event; `leaning`: log odds known from elsewhere."""
        if self.apart is not None and self.apart > WINDOW:
            return 0.0
        odds = BIAS + leaning + sum(WEIGHTS[name] * value for name, value in self.measures(nearest).items())
        return 1 / (1 + exp(-odds))


def compare(first: View, second: View) -> Likeness:
    """Measures two articles against each other; the same either way round."""
    return Likeness(
        body=_common(first.body, second.body),
        lead=_common(first.lead, second.lead),
        title=_common(first.title, second.title),
        told=(_common(first.title, second.lead) + _common(second.title, first.lead)) / 2,
        names=_common(first.names, second.names),
        numbers=_common(first.numbers, second.numbers),
        phrases=_common(first.phrases, second.phrases),
        apart=None if first.day is None or second.day is None else abs(first.day - second.day),
        weekdays=_product(first.weekdays, second.weekdays) if first.weekdays and second.weekdays else None,
        dates=_shared_days(first, second),
    )


def _shared_days(first: View, second: View) -> bool | None:
    """Whether the texts name a common day; the day of an article counts as named where the other has none."""
    one, two = first.dates, second.dates
    if first.day is None or second.day is None:
        one, two = one | first.own, two | second.own
    return not one.isdisjoint(two) if one and two else None


def _heard(count: int) -> float:
    """A second mention adds less than the first."""
    return 1 + log(count) if count else 0.0


def _phrases(article: Features, telling: list[float]) -> Vector:
    """Neighbouring terms; a pair tells as much as its two terms together."""
    triples = zip(article.phrases[::3], article.phrases[1::3], article.phrases[2::3], strict=True)
    return {
        f"{article.terms[left]} {article.terms[right]}": _heard(times) * (telling[left] + telling[right])
        for left, right, times in triples
    }


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items() if weight} if length else {}


def _even(numbers: list[float]) -> tuple[float, ...]:
    length = sqrt(sum(number * number for number in numbers))
    return tuple(number / length for number in numbers) if length else ()


def _product(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def _common(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """The root of the cosine: articles of one event have cosines of 0.1 to 0.5, and the root spreads them."""
    if len(second) < len(first):
        first, second = second, first
    return sqrt(sum(weight * second[key] for key, weight in first.items() if key in second))
