"""Articles → stories: average linkage over the likeness of pairs, computed only where something is new.

Regrouping begins with the stories as they stand. New and changed articles look for their neighbours; what these touch
is put together anew, the likeliest first, while two groups are on the whole likelier than not to report the same
event. Of a large story the better half of the pairs decides. Stories that nothing touches are never looked at; but a
small archive is put together anew with every addition, for what it takes as common in the beginning is mostly chance.
(Average linkage: Sokal and Michener 1958.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush
from math import log2
from typing import TypeVar

from index.stories.ground import Ground
from index.stories.ids import claimed, named
from index.stories.neighbours import neighbours
from index.stories.pairs import SMALL, Pairs
from index.stories.ties import Ties

MERGE = 0.43
"""Mean squared probability of "same event", over all pairs of two groups, from which they are one story. Squared:
pairs that are sure count for more than long texts that merely share little."""
AGREEING = 3
"""Articles of a story that another one must be like, if it has so many."""
STRICTER, DOUBLINGS = 0.03, 4
"""With each doubling of an archive beyond `SMALL` that much more is needed, up to so many doublings: the more events
there are, the more of them look alike."""
LOYAL, GAIN = 0.5, 0.25
"""An article stays in its story while it fits there by that share of what is needed, and elsewhere not better than by
so much: what was shown changes only for a reason."""
WHOLE = 40
"""A touched story of more articles than this is not taken apart again: it would cost the square of its size."""
SAMPLE = 12
"""Members of a large story that are compared when it meets another: evenly spread over its time."""


def regroup(
    ground: Ground, assigned: Mapping[str, str], changed: Collection[str], ties: Ties | None = None
) -> dict[str, str]:
    """Article id → story id for every article, given the last answer and what is new or changed since.

    Deterministic, in whatever order the articles came. A story keeps its id while it grows; of stories that become
    one, the id that most of the articles had stays. Articles of different languages are in one story only where
    `ties` say so, which stand above all likeness.
    """
    ties, groups = ties or Ties(), []
    new = set(changed)
    for language, names in ground.languages().items():
        asking = [at for at, name in enumerate(names) if name in new or name not in assigned]
        if asking and len(names) <= SMALL:  # half a second at most
            asking = list(range(len(names)))
        if asking:
            groups += Grouping(ground.pairs(language, assigned), assigned, asking, ties).members()
        else:
            groups += _start(names, assigned, ())
    return named(_bound(groups, ties), assigned)


def needed(articles: int) -> float:
    """The mean squared probability from which two groups are one story, in an archive of so many articles."""
    return MERGE + STRICTER * min(DOUBLINGS, max(0.0, log2(max(1, articles) / SMALL)))


_ONE, _REST = -1, -2
"""Groups for a moment: an article, and those that it would leave."""
Link = tuple[float, bool]
"""How likely two groups are one story, and whether that is certain or only as good as it can be."""


class Grouping:
    """The groups of one language while they are put together; articles are known by their places, earliest first."""

    def __init__(self, pairs: Pairs, assigned: Mapping[str, str], asking: Sequence[int], ties: Ties) -> None:
        self._ties = ties
        self._pairs = pairs
        self._names = pairs.archive.rows.names
        pairs.meet_all(neighbours(pairs.archive, asking))
        loose = self._loose(assigned, asking)
        places = pairs.archive.rows.at
        groups = _bound(_start(self._names, assigned, loose), ties)
        self._groups = {at: sorted(places[name] for name in members) for at, members in enumerate(groups)}
        self._home = {place: at for at, members in self._groups.items() for place in members}
        self._merge = needed(len(self._names))
        self._links: dict[int, dict[int, Link]] = defaultdict(dict)
        self._queue: list[tuple[float, int, int]] = []
        self._link()
        self._agglomerate()
        self._return(assigned)

    def members(self) -> list[list[str]]:
        """The groups, each earliest first."""
        return [self._called(group) for group in self._groups]

    def _called(self, group: int) -> list[str]:
        return [self._names[place] for place in self._groups[group]]

    def _loose(self, assigned: Mapping[str, str], asking: Sequence[int]) -> set[str]:
        """The articles to place anew: those that ask, and the stories that a likely pair touches, if not too large."""
        likely = (self._names[place] for pair in self._pairs.worth() for place in pair) if assigned else ()
        touched = {assigned[name] for name in likely if name in assigned}
        stories: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names) if touched else ():
            if (story := assigned.get(name)) in touched and story is not None:
                stories[story].append(place)
        loose = set(asking)
        for mates in stories.values():
            if len(mates) <= WHOLE:
                loose.update(mates)
                for at, place in enumerate(mates):
                    self._pairs.meet(place, mates[at + 1 :])
        return {self._names[place] for place in loose}

    def _link(self) -> None:
        """Weighs the pairs of groups between which a pair of articles is likely."""
        for first, second in self._pairs.worth():
            one, two = sorted((self._home[first], self._home[second]))
            if one != two and two not in self._links[one]:
                self._connect(one, two, (self._mean(one, two), True))

    def _connect(self, one: int, two: int, link: Link) -> None:
        self._links[one][two] = self._links[two][one] = link
        if link[0] >= self._merge:
            heappush(self._queue, (-link[0], min(one, two), max(one, two)))

    def _mean(self, one: int, two: int) -> float:
        """Mean squared probability over the pairs of two groups; zero where the days or the user forbid one of them.

        Where the user put together what the days keep apart, only the articles near in time have a say.
        """
        if self._ties and self._ties.apart(self._called(one), self._called(two)):
            return 0.0
        left, right = spread(self._groups[one]), spread(self._groups[two])
        if len(left) == len(right) == 1:  # most of them, and all that follows would say the same
            return self._pairs.probability(left[0], right[0]) ** 2
        if len(left) > len(right):
            left, right = right, left
        each = [self._pairs.probabilities(place, right) for place in left]
        if not all(map(all, each)) and not (self._ties and self._ties.holds([*self._called(one), *self._called(two)])):
            return 0.0
        squares = [[likely * likely for likely in row if likely] for row in each]
        across = [[row[at] * row[at] for row in each if row[at]] for at in range(len(right))]
        return (agreed(squares) + agreed(across)) / 2

    def _agglomerate(self) -> None:
        while self._queue:
            likeness, one, two = heappop(self._queue)
            link = self._links.get(one, {}).get(two)
            if link == (-likeness, True):
                self._unite(one, two)
            elif link == (-likeness, False):
                self._connect(one, two, (self._mean(one, two), True))

    def _return(self, assigned: Mapping[str, str]) -> None:
        """Puts articles back that left their story for little, where the story still takes them."""
        known = {name: story for name, story in assigned.items() if name in self._pairs.archive.rows.at}
        groups = {at: self._called(at) for at in self._groups}
        there = {story: at for at, story in claimed(groups, known).items()}
        for at, members in groups.items():
            for name in members:
                before = there.get(known.get(name, ""), at)
                if before != at and before in self._groups and not self._ties.holds([name]):
                    self._stay(self._pairs.archive.rows.at[name], at, before)

    def _stay(self, place: int, now: int, before: int) -> None:
        """Puts an article back into the group that it left, if it fits there nearly as well as where it is now."""
        rest = [mate for mate in self._groups[now] if mate != place]
        self._groups[_ONE], self._groups[_REST] = [place], rest
        fits = self._mean(_ONE, before)
        better = self._mean(_ONE, _REST) if rest else 0.0
        del self._groups[_ONE], self._groups[_REST]
        if fits >= LOYAL * self._merge and better - fits <= GAIN:
            self._groups[before] = sorted([*self._groups[before], place])
            self._groups[now] = rest
            if not rest:
                del self._groups[now]

    def _unite(self, one: int, two: int) -> None:
        """Puts two groups together, and their links."""
        around = sorted((self._links[one].keys() | self._links[two].keys()) - {one, two})
        links = {other: _joined(self._links[one].get(other), self._links[two].get(other)) for other in around}
        for gone in (one, two):
            for other in self._links.pop(gone):
                self._links[other].pop(gone, None)
        self._groups[one] = sorted(self._groups[one] + self._groups.pop(two))
        for other, link in links.items():
            self._connect(one, other, link)


def _joined(first: Link | None, second: Link | None) -> Link:
    """The link of two groups that become one with a third: as good as the better one, until that matters.

    Most never do, and comparing all articles of three groups is what grouping would spend most of its time on.
    """
    known = [link[0] for link in (first, second) if link is not None]
    return (max(known), False) if all(known) else (0.0, True)


def agreed(rows: Sequence[Sequence[float]]) -> float:
    """What the rows come to on the whole, each by the better half of its values: of a large story, told over days and
    by many, an article need be like half of the others, but at least like three, where there are as many.
    """
    halves = [sorted(row)[-max(AGREEING, (len(row) + 1) // 2) :] for row in rows if row]
    return sum(sum(half) / len(half) for half in halves) / len(halves) if halves else 0.0


def _start(names: Iterable[str], assigned: Mapping[str, str], loose: Collection[str]) -> list[list[str]]:
    """The groups to begin with: each loose article alone, the other stories as they stand."""
    stories: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for name in names:
        stories[(True, name) if name in loose else (False, assigned[name])].append(name)
    return list(stories.values())


def _bound(groups: list[list[str]], ties: Ties) -> list[list[str]]:
    """The groups, but those that a tie holds together are one, which stands where the first of them stood."""
    if not ties:
        return groups
    home = {name: at for at, members in enumerate(groups) for name in members}
    whole = dict(enumerate(groups))
    for first, *others in ties.bound(home):
        for name in others:
            if (gone := home[name]) != home[first]:
                moved = whole.pop(gone)
                whole[home[first]] = whole[home[first]] + moved
                home |= dict.fromkeys(moved, home[first])
    return list(whole.values())


Member = TypeVar("Member", int, str)


def spread(members: list[Member]) -> list[Member]:
    """All of a small group; of a large one a few, evenly spread."""
    if len(members) <= SAMPLE * 2:
        return members
    return [members[at * (len(members) - 1) // (SAMPLE - 1)] for at in range(SAMPLE)]
