"""Likenesses of pairs of articles within one archive, remembered as far as they can still matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from index.stories.features import Features
from index.stories.likeness import Archive, Likeness, View, compare
from index.stories.recurring import Recurring

WORTH = 0.1
"""A pair less probable than this is no reason to look at two groups."""
INERTIA = 1.0
"""Log odds added for two articles that were one story before: what was shown changes only for a reason."""
VIEWS = 4_000
"""Articles held ready for comparing: the bound on memory, whatever the size of the archive."""
_FAR = 0.03
"""Nearness below which an article has no near neighbour at all."""


class Pairs:
    """Compares articles and knows how near each one's nearest is."""

    def __init__(self, features: Mapping[str, Features], assigned: Mapping[str, str]) -> None:
        self.features = features
        self.archive = Archive(features.values())
        self._recurring = Recurring(features.values())
        self._assigned = assigned
        self._views: dict[str, View] = {}
        self._known: dict[tuple[str, str], Likeness] = {}
        self._met: set[tuple[str, str]] = set()
        self._nearest: dict[str, float] = {}

    def meet(self, name: str, others: Iterable[str]) -> None:
        """Compares an article with others; remembers the nearest of each, and the pairs that may be one event."""
        for other in others:
            if _pair(name, other) in self._met:
                continue
            self._met.add(_pair(name, other))
            likeness = self.likeness(name, other)
            for one in (name, other):
                self._nearest[one] = max(self._nearest.get(one, _FAR), likeness.nearness)
            if likeness.probability(nearest=1.0) >= WORTH:
                self._known[_pair(name, other)] = likeness

    def likeness(self, first: str, second: str) -> Likeness:
        """How alike two articles are."""
        one, two = _pair(first, second)
        return self._known.get((one, two)) or compare(self._view(one), self._view(two))

    def probability(self, first: str, second: str) -> float:
        """That two articles report the same event, given what else is near them and what was said before."""
        likeness = self.likeness(first, second)
        bound = max(_FAR, min(self._nearest.get(first, _FAR), self._nearest.get(second, _FAR)))
        story = self._assigned.get(first)
        together = story is not None and story == self._assigned.get(second)
        return likeness.probability(min(1.0, likeness.nearness / bound), INERTIA if together else 0.0)

    def worth(self) -> list[tuple[str, str]]:
        """The pairs met that may report one event, in a fixed order."""
        return [pair for pair in sorted(self._known) if self.probability(*pair) >= WORTH]

    def _view(self, name: str) -> View:
        view = self._views.pop(name, None) or View.of(self.features[name], self.archive, self._recurring)
        if len(self._views) >= VIEWS:
            del self._views[next(iter(self._views))]
        self._views[name] = view
        return view


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)
