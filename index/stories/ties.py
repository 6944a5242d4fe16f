"""What the user settled about articles: which belong together and which apart, whatever their texts are like.

Ties are between articles, not stories: so they hold when stories grow, are grouped anew or are built from nothing.
(Must-links and cannot-links: Wagstaff and others, "Constrained k-means clustering", 2001.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple


class Tie(NamedTuple):
    """Two articles that the user put together or apart; `left` sorts before `right`."""

    left: str
    right: str
    together: bool


class Changed(NamedTuple):
    """What an arrangement adds to the ties and takes from them."""

    given: tuple[Tie, ...]
    taken: tuple[Tie, ...]


class Ties:
    """All that is settled, ready for asking."""

    def __init__(self, ties: Iterable[Tie] = ()) -> None:
        self._ties = {(tie.left, tie.right): tie.together for tie in sorted(ties)}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._leader: dict[str, str] = {}
        for (left, right), together in self._ties.items():
            if together:
                self._join(left, right)
            else:
                self._apart[left].add(right)
                self._apart[right].add(left)

    def __bool__(self) -> bool:
        return bool(self._ties)

    def together(self, first: str, second: str) -> bool:
        """True where the two are tied to each other, if need be by way of others."""
        return first != second and self._top(first) == self._top(second)

    def apart(self, some: Collection[str], others: Collection[str]) -> bool:
        """True where an article of the one group must not be with one of the other."""
        if not self._apart:
            return False
        return any(not self._apart[name].isdisjoint(others) for name in some if name in self._apart)

    def holds(self, names: Iterable[str]) -> bool:
        """True where some of the articles are tied to any others."""
        return bool(self._leader) and any(name in self._leader for name in names)

    def bound(self, names: Iterable[str]) -> list[list[str]]:
        """Those of some articles that are tied together, in groups of two and more, in the order given."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name in names:
            if name in self._leader:
                groups[self._top(name)].append(name)
        return [group for group in groups.values() if len(group) > 1]

    def merged(self, names: Collection[str]) -> Changed:
        """Puts articles together; what kept some of them apart no longer holds."""
        return self._changed(_all_together(names), [Tie(*pair, False) for pair in combinations(sorted(names), 2)])

    def split(self, part: Collection[str], rest: Collection[str]) -> Changed:
        """Puts some articles together and apart from the rest; ties within the rest stay, also those by way of part."""
        mates = [tie for group in self.bound(sorted(rest)) for tie in _all_together(group)]
        apart = [_tie(one, other, False) for one in part for other in rest]
        across = [tie for tie in self.all() if tie.together and self._crosses(tie, part, rest)]
        return self._changed([*_all_together(part), *apart, *mates], across)

    def moved(self, name: str, rest: Collection[str], mates: Collection[str]) -> Changed:
        """Takes an article away from the rest of its story and puts it to the articles of another one."""
        away, there = self.split([name], rest), [_tie(name, mate, True) for mate in sorted(mates)]
        return self._changed([*away.given, *there], away.taken)

    def _crosses(self, tie: Tie, part: Collection[str], rest: Collection[str]) -> bool:
        """True for a tie by which a part would hang together with the rest, if by way of articles that are gone."""
        one, other = tie.left in part, tie.right in part
        return one != other and self._top(tie.left) in {self._top(name) for name in rest}

    def _changed(self, wanted: Iterable[Tie], unwanted: Iterable[Tie]) -> Changed:
        given = dict.fromkeys(tie for tie in wanted if self._ties.get(tie[:2]) is not tie.together)
        replaced = (Tie(tie.left, tie.right, not tie.together) for tie in given)
        taken = dict.fromkeys(tie for tie in (*unwanted, *replaced) if self._ties.get(tie[:2]) is tie.together)
        return Changed(tuple(sorted(given)), tuple(sorted(taken)))

    def all(self) -> list[Tie]:
        """Every tie."""
        return [Tie(left, right, together) for (left, right), together in self._ties.items()]

    def _join(self, left: str, right: str) -> None:
        one, other = sorted((self._top(left), self._top(right)))
        self._leader[other] = one
        self._leader.setdefault(one, one)

    def _top(self, name: str) -> str:
        while (above := self._leader.get(name, name)) != name:
            name = above
        return name


def _tie(one: str, other: str, together: bool) -> Tie:
    return Tie(min(one, other), max(one, other), together)


def _all_together(names: Collection[str]) -> Sequence[Tie]:
    """Each article tied to the first and to the next one, so that no single one holds the group together."""
    ordered = sorted(names)
    pairs = dict.fromkeys([*((ordered[0], name) for name in ordered[1:]), *pairwise(ordered)])
    return [Tie(*pair, True) for pair in pairs]
