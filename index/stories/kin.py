"""Why articles are together, which stories were nearly taken for the same event, and which continue one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from index.kinship import Bond
from index.months import weekday_numbers
from index.stories.archive import Archive
from index.stories.cluster import needed, spread
from index.stories.features import SPELLED, Features
from index.stories.pairs import Pairs
from index.stories.ties import Ties
from index.stories.vectors import NAME, NUMBER, Vector, body, common, lead, names, unit

NEARLY = 0.3
"""The score from which a story is worth showing beside another."""
TELLING = 1.0
"""Words that more than a third of the archive holds are no reason for anything."""
CONTINUES = 0.34
"""Topical likeness from which one story continues another."""
ANCHORED = 0.2
"""Topical likeness that every story of a thread has with the one that was asked about: a chain must not wander."""
_WEEKDAYS = frozenset(weekday_numbers())
"""Written like names; that both were on a Monday is no reason for anything."""
_NAMES, _LEAD, _BODY = 0.2, 0.4, 0.4
"""What people and places, what is told first, and the whole text have to say about one topic, dates aside."""


def bond(first: int, second: int, pairs: Pairs, ties: Ties) -> Bond:
    """What two articles have in common, and their score."""
    one, two = pairs.features(first), pairs.features(second)
    named, terms, numbers = shared([one], [two], pairs.archive)
    apart = None if one.day is None or two.day is None else abs(one.day - two.day)
    score, ids = pairs.probability(first, second), (pairs.name(first), pairs.name(second))
    enough = score_needed(pairs)
    settled = score < enough and ties.together(*ids)
    return Bond(*ids, named, terms, numbers, apart, round(score, 3), enough, settled)


def score_needed(pairs: Pairs) -> float:
    """The score that the articles of one story reach on the whole."""
    return round(sqrt(needed(len(pairs.archive.rows))), 3)


def nearest(members: Sequence[int], pairs: Pairs, ties: Ties) -> tuple[Bond, ...]:
    """For each article of a story its bond with the one of the others that it is most like."""
    found = []
    for place in members:
        mates = spread([mate for mate in members if mate != place])
        likely = pairs.probabilities(place, mates)
        if mates:
            best = max(zip(likely, mates, strict=True))[1]
            found.append(bond(place, best, pairs, ties))
    return tuple(found)


def whole(members: Sequence[int], pairs: Pairs) -> float:
    """The score of all pairs of some articles on the whole."""
    each = [pairs.probability(*pair) ** 2 for pair in combinations(spread(list(members)), 2)]
    return round(sqrt(sum(each) / len(each)), 3) if each else 1.0


def between(members: Sequence[int], others: Sequence[int], pairs: Pairs) -> tuple[float, tuple[int, int]]:
    """The score of two groups on the whole, and the two articles that are most alike."""
    right = spread(list(others))
    each = [(likely, place, other) for place in spread(list(members))
            for likely, other in zip(pairs.probabilities(place, right), right, strict=True)]  # fmt: skip
    _, one, two = max(each)
    return round(sqrt(sum(likely * likely for likely, _, _ in each) / len(each)), 3), (one, two)


def shared(
    some: Sequence[Features], others: Sequence[Features], archive: Archive
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Names, other words and numbers that most of both groups hold, as they are written, most telling first."""
    mine, theirs = _held(some), _held(others)
    found: dict[str, list[tuple[float, str]]] = {"names": [], "terms": [], "numbers": []}
    for term, (kind, word) in mine.items():
        if term not in theirs or not (spelled := _capital(word, theirs[term][1])):
            continue
        kind |= theirs[term][0]
        telling = archive.telling(term)
        if telling >= TELLING and not (kind & NAME and spelled.lower() in _WEEKDAYS):
            is_name = kind & NAME and not spelled[0].islower()
            found["numbers" if kind & NUMBER else "names" if is_name else "terms"].append((-telling, spelled))
    named, terms, numbers = (tuple(word for _, word in sorted(rows)) for rows in found.values())
    return named, terms, numbers


def _held(group: Sequence[Features]) -> dict[str, tuple[int, str]]:
    """What at least half of a group hold: term → what it is, and how it is written (empty where that is not known)."""
    holders: dict[str, int] = defaultdict(int)
    known: dict[str, tuple[int, str]] = {}
    for article in group:
        for at, term in enumerate(article.terms):
            holders[term] += 1
            kind, word = known.get(term, (0, ""))
            known[term] = kind | article.kinds[at], _capital(word, article.spelled[at] if at < SPELLED else "")
    return {term: known[term] for term, times in holders.items() if 2 * times >= len(group)}


def _capital(one: str, other: str) -> str:
    """Of two spellings the one with a capital: where one article writes a name, the other does not write a word."""
    return other if other and (not one or one[0].islower()) else one


@dataclass(frozen=True, slots=True)
class Profile:
    """A story as one text: what its articles say on the whole."""

    names: Vector
    lead: Vector
    body: Vector

    @classmethod
    def of(cls, articles: Sequence[Features], archive: Archive) -> Profile:
        """Of a story with these articles."""
        return cls(*(_sum([vector(each, archive) for each in articles]) for vector in (names, lead, body)))

    def topical(self, other: Profile) -> float:
        """How much two stories are about the same people, places and matters, 0 to 1, whenever they happened."""
        return round(
            _NAMES * common(self.names, other.names)
            + _LEAD * common(self.lead, other.lead)
            + _BODY * common(self.body, other.body),
            6,
        )


def _sum(vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return unit(total)


def thread(seed: str, profiles: Mapping[str, Profile]) -> dict[str, float]:
    """The stories that continue one another from `seed` on → how like the nearest of them; `seed` left out."""
    near_seed = {id: profiles[seed].topical(profile) for id, profile in profiles.items() if id != seed}
    waiting = {id: likeness for id, likeness in near_seed.items() if likeness >= ANCHORED}
    found: dict[str, float] = {}
    while waiting:
        best = max(waiting, key=lambda id: (waiting[id], id))
        if waiting[best] < CONTINUES:
            break
        found[best] = waiting.pop(best)
        for id, likeness in waiting.items():
            waiting[id] = max(likeness, profiles[best].topical(profiles[id]))
    return found
