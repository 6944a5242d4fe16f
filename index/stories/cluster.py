"""Articles → stories: average linkage over the likeness of pairs, computed only where something is new.

Regrouping begins with the stories as they stand. New and changed articles look for their neighbours; what these touch
is put together anew, the likeliest first, while two groups are on the whole likelier than not to report the same
event. Stories that nothing touches are never looked at. (Average linkage: Sokal and Michener 1958.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from heapq import heappop, heappush
from itertools import chain, count

from index.stories.features import Features
from index.stories.neighbours import neighbours
from index.stories.pairs import Pairs

MERGE = 0.39
"""Mean squared probability of "same event", over all pairs of two groups, from which they are one story. Squared:
pairs that are sure count for more than long texts that merely share little."""
WHOLE = 40
"""A touched story of more articles than this is not taken apart again: it would cost the square of its size."""
SAMPLE = 12
"""Members of a large story that are compared when it meets another: evenly spread over its time."""


def regroup(features: Mapping[str, Features], assigned: Mapping[str, str], changed: Collection[str]) -> dict[str, str]:
    """Article id → story id for every article, given the last answer and what is new or changed since.

    Deterministic, whatever the order of the mappings. A story keeps its id while it grows; of stories that become
    one, the id that most of the articles had stays. Articles of different languages are never in one story.
    """
    languages: dict[str, list[str]] = defaultdict(list)
    for name in sorted(features, key=lambda name: _age(features, name)):
        languages[features[name].language].append(name)
    groups: list[list[str]] = []
    for language in sorted(languages):
        names = languages[language]
        asking = [name for name in names if name in changed or name not in assigned]
        if asking:
            groups += _Grouping({name: features[name] for name in names}, assigned, asking).members()
        else:
            groups += _start(names, assigned, ()).values()
    return _named(groups, assigned)


def story_id(founder: str) -> str:
    """The id of a story that begins with this article."""
    return blake2b(founder.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class _Grouping:
    """The groups of one language while they are put together; `features` come earliest first."""

    def __init__(self, features: Mapping[str, Features], assigned: Mapping[str, str], asking: Collection[str]) -> None:
        self._order = {name: at for at, name in enumerate(features)}
        self._pairs = Pairs(features, assigned)
        for name, others in neighbours(features, asking, self._pairs.archive):
            self._pairs.meet(name, others)
        self._groups = _start(features, assigned, self._loose(assigned, asking))
        self._home = {name: at for at, members in self._groups.items() for name in members}
        self._links: dict[int, dict[int, float]] = defaultdict(dict)
        self._queue: list[tuple[float, int, int]] = []
        self._link()
        self._agglomerate()

    def members(self) -> list[list[str]]:
        """The groups, each earliest first."""
        return list(self._groups.values())

    def _loose(self, assigned: Mapping[str, str], asking: Collection[str]) -> set[str]:
        """The articles to place anew: those that ask, and the stories that a likely pair touches, if not too large."""
        loose = set(asking)
        touched = {assigned[name] for pair in self._pairs.worth() for name in pair if name in assigned}
        stories: dict[str, list[str]] = defaultdict(list)
        for name in self._order:
            if (story := assigned.get(name)) in touched and story is not None:
                stories[story].append(name)
        for mates in stories.values():
            if len(mates) <= WHOLE:
                loose.update(mates)
                for at, name in enumerate(mates):
                    self._pairs.meet(name, mates[at + 1 :])
        return loose

    def _link(self) -> None:
        """Weighs the pairs of groups between which a pair of articles is likely."""
        for first, second in self._pairs.worth():
            one, two = sorted((self._home[first], self._home[second]))
            if one != two and two not in self._links[one]:
                self._connect(one, two, self._mean(one, two))

    def _connect(self, one: int, two: int, likeness: float) -> None:
        self._links[one][two] = self._links[two][one] = likeness
        if likeness >= MERGE:
            heappush(self._queue, (-likeness, min(one, two), max(one, two)))

    def _mean(self, one: int, two: int) -> float:
        """Mean squared probability over the pairs of two groups; zero where the days forbid one of the pairs."""
        left, right = _spread(self._groups[one]), _spread(self._groups[two])
        each = [self._pairs.probability(a, b) for a in left for b in right]
        return sum(likely * likely for likely in each) / len(each) if all(each) else 0.0

    def _agglomerate(self) -> None:
        while self._queue:
            likeness, one, two = heappop(self._queue)
            if self._links.get(one, {}).get(two) == -likeness:
                self._merge(one, two)

    def _merge(self, one: int, two: int) -> None:
        """Puts two groups together; the links of the new one are the weighted means of theirs (Lance and Williams)."""
        mine, theirs = len(self._groups[one]), len(self._groups[two])
        around = sorted((self._links[one].keys() | self._links[two].keys()) - {one, two})
        means = {}
        for other in around:
            first, second = self._known(one, other), self._known(two, other)
            means[other] = (mine * first + theirs * second) / (mine + theirs) if first and second else 0.0
        for gone in (one, two):
            for other in self._links.pop(gone):
                self._links[other].pop(gone, None)
        self._groups[one] = sorted(self._groups[one] + self._groups.pop(two), key=self._order.__getitem__)
        for other, likeness in means.items():
            self._connect(one, other, likeness)

    def _known(self, one: int, two: int) -> float:
        link = self._links[one].get(two)
        return self._mean(one, two) if link is None else link


def _start(features: Iterable[str], assigned: Mapping[str, str], loose: Collection[str]) -> dict[int, list[str]]:
    """The groups to begin with: each loose article alone, the other stories as they stand."""
    stories: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for name in features:
        stories[(True, name) if name in loose else (False, assigned[name])].append(name)
    return dict(enumerate(stories.values()))


def _named(groups: Collection[list[str]], assigned: Mapping[str, str]) -> dict[str, str]:
    """Gives each group the id that most of its articles had, and no id twice; the rest are named by their founder."""
    claims = []
    for at, members in enumerate(groups):
        votes = Counter(assigned[name] for name in members if name in assigned)
        claims += [(-times, at, story) for story, times in votes.items()]
    names: dict[int, str] = {}
    taken = set()
    for _, at, story in sorted(claims):
        if at not in names and story not in taken:
            names[at] = story
            taken.add(story)
    answer: dict[str, str] = {}
    for at, members in enumerate(groups):
        if at not in names:
            tries = chain(members, (f"{members[0]} {again}" for again in count()))
            names[at] = next(new for founder in tries if (new := story_id(founder)) not in taken)
            taken.add(names[at])
        answer |= dict.fromkeys(members, names[at])
    return answer


def _age(features: Mapping[str, Features], name: str) -> tuple[int, str]:
    """Orders articles earliest first, the undated last."""
    day = features[name].day
    return (10_000_000 if day is None else day), name


def _spread(members: list[str]) -> list[str]:
    """All of a small group; of a large one a few, evenly spread."""
    if len(members) <= SAMPLE * 2:
        return members
    return [members[at * (len(members) - 1) // (SAMPLE - 1)] for at in range(SAMPLE)]
