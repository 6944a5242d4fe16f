"""Likenesses of pairs of articles within one archive, remembered as far as they can still matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from index.stories.archive import Archive
from index.stories.features import Features
from index.stories.likeness import Likeness, compare
from index.stories.views import View, views

WORTH = 0.1
"""A pair less probable than this is no reason to look at two groups."""
SMALL = 1_000
"""An archive of so many articles is small: what is common in it changes with every addition."""
TOGETHER, TOGETHER_SMALL, APART = 1.0, 0.25, 1.0
"""Log odds added for two articles that were one story before (the second: undated ones, in a small archive; dated ones
are well told apart in it), and taken from two that were in different stories: what was shown changes only for a
reason."""
VIEWS = 3_000
"""Articles held ready for comparing: the bound on memory, whatever the size of the archive. Each takes 6 KB."""
_AT_ONCE = 500
"""Articles that are made ready at once."""
_TOGETHER = 500
"""Pairs that are compared at once."""
_FAR = 0.03
"""Nearness below which an article has no near neighbour at all."""

Pair = tuple[int, int]


class Pairs:
    """Compares articles, by their places in the archive, and knows how near each one's nearest is."""

    def __init__(self, features: Callable[[str], Features], archive: Archive, assigned: Mapping[str, str]) -> None:
        self.archive = archive
        self._features = features
        self._assigned = assigned
        self._views: dict[int, View] = {}
        self._met: dict[int, Likeness | None] = {}
        """The pairs, each as one number, which takes half the memory of two; None for those that are unlikely."""
        self._nearest: dict[int, float] = {}

    def meet(self, at: int, others: Sequence[int]) -> None:
        """Compares an article with others; remembers the nearest of each, and the pairs that may be one event."""
        self.meet_all([(at, others)])

    def meet_all(self, asked: Iterable[tuple[int, Sequence[int]]]) -> None:
        """The same for many articles, in a quarter of the time."""
        strange = (pair for at, others in asked for other in others if other != at for pair in self._new(at, other))
        while some := list(islice(strange, _TOGETHER)):
            for (one, two), likeness in zip(some, self._compared(some), strict=True):
                for at in (one, two):
                    self._nearest[at] = max(self._nearest.get(at, _FAR), likeness.nearness)
                if likeness.probability(nearest=1.0) >= WORTH:
                    self._met[_number(one, two)] = likeness

    def _new(self, one: int, two: int) -> Iterator[Pair]:
        """The pair, if it never met before."""
        if (pair := _number(one, two)) not in self._met:
            self._met[pair] = None
            yield one, two

    def probabilities(self, at: int, others: Sequence[int]) -> list[float]:
        """That an article reports the same event as each of others, given what is near and what was said before."""
        known = {other: self._met.get(_number(at, other)) for other in others}
        strange = [other for other, likeness in known.items() if likeness is None]
        known.update(zip(strange, self._compared([(at, other) for other in strange]), strict=True))
        return [self._probable(at, other, likeness) for other, likeness in known.items() if likeness is not None]

    def probability(self, first: int, second: int) -> float:
        """The same for one pair."""
        likeness = self._met.get(_number(first, second)) or self._compared([(first, second)])[0]
        return self._probable(first, second, likeness)

    def worth(self) -> Iterator[Pair]:
        """The pairs met that may report one event, in a fixed order."""
        for number in sorted(number for number, likeness in self._met.items() if likeness):
            pair, likeness = _pair(number), self._met[number]
            if likeness and self._probable(*pair, likeness) >= WORTH:
                yield pair

    def met(self) -> list[int]:
        """The articles that were compared with any other."""
        return sorted({at for number in self._met for at in _pair(number)})

    def name(self, at: int) -> str:
        """The id of the article at a place."""
        return self.archive.rows.names[at]

    def features(self, at: int) -> Features:
        """The article at a place, as grouping sees it."""
        return self._features(self.name(at))

    def _probable(self, first: int, second: int, likeness: Likeness) -> float:
        bound = max(_FAR, min(self._nearest.get(first, _FAR), self._nearest.get(second, _FAR)))
        leaning = self._leaning(first, second) if self._assigned else 0.0
        return likeness.probability(min(1.0, likeness.nearness / bound), leaning)

    def _leaning(self, first: int, second: int) -> float:
        """Log odds of what was said before."""
        rows = self.archive.rows
        one, two = self._assigned.get(rows.names[first]), self._assigned.get(rows.names[second])
        if one is None or two is None:
            return 0.0
        if one != two:
            return -APART
        if len(rows) > SMALL:
            return TOGETHER
        return 0.0 if rows.days[first] and rows.days[second] else TOGETHER_SMALL

    def _compared(self, pairs: Sequence[Pair]) -> list[Likeness]:
        if not pairs:
            return []
        seen = self._seen(list(chain.from_iterable(pairs)))
        return compare(seen[::2], seen[1::2])

    def _seen(self, places: Sequence[int]) -> list[View]:
        """Some articles ready for comparing; those used last stay so."""
        found = {place: view for place in places if (view := self._views.pop(place, None))}
        strange = [place for place in dict.fromkeys(places) if place not in found]
        for at in range(0, len(strange), _AT_ONCE):
            some = strange[at : at + _AT_ONCE]
            found.update(zip(some, views(some, self.archive), strict=True))
        self._views.update(found)
        for gone in list(islice(self._views, max(0, len(self._views) - VIEWS))):
            del self._views[gone]
        return [found[place] for place in places]


def _number(first: int, second: int) -> int:
    """A pair, whichever comes first, as a number; they sort as pairs do."""
    return first << 32 | second if first < second else second << 32 | first


def _pair(number: int) -> Pair:
    return number >> 32, number & 0xFFFFFFFF
