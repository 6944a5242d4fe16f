"""The vocabulary of how articles and stories are akin: why they are together, what is near, and what goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.models import Story

_SHOWN = 5
"""Names or words listed in a reason; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What two articles have in common, and how likely that makes it that they report one event."""

    article: str
    other: str
    names: tuple[str, ...]
    """Names in both, as they are written, most telling first."""
    terms: tuple[str, ...]
    """Other words in both, most telling first."""
    numbers: tuple[str, ...]
    days: int | None
    """Between their days; None where one of them has none."""
    score: float
    """From 0 to 1."""
    needed: float
    """What articles of one story reach on the whole."""
    settled: bool = False
    """True where the user put the two together, whom their texts alone would not."""

    def in_words(self) -> str:
        """One line: what is shared, how far apart, and the scores."""
        settled = "; put together by you" if self.settled else ""
        return f"{self.shared_in_words()}; score {_score(self.score)}, needed {_score(self.needed)}{settled}"

    def shared_in_words(self) -> str:
        """What is shared and how far apart they are."""
        shared = [
            _listed(self.names, "name", "names"),
            _listed(self.terms, "word", "words"),
            _listed(self.numbers, "number", "numbers"),
        ]
        told = "; ".join(filter(None, shared)) or "little in common"
        return f"{told}; {days_apart(self.days)}" if self.days is not None else told


@dataclass(frozen=True, slots=True)
class Why:
    """Why the articles of a story are together."""

    story: str
    score: float
    """Of all pairs of its articles on the whole, 0 to 1; 1 for an article alone."""
    needed: float
    bonds: tuple[Bond, ...]
    """For each article the one it is nearest to, in the order of the story."""

    @property
    def pairs(self) -> tuple[Bond, ...]:
        """The bonds, of two articles that are each other's nearest one only once: what a reader wants to see."""
        first: dict[frozenset[str], Bond] = {}
        for bond in self.bonds:
            first.setdefault(frozenset((bond.article, bond.other)), bond)
        return tuple(first.values())


@dataclass(frozen=True, slots=True)
class Near:
    """A story that was nearly taken for the same event."""

    story: Story
    score: float
    needed: float
    bond: Bond
    """Of the two articles that are most alike."""

    def in_words(self) -> str:
        """One line: how near, and why."""
        return f"score {_score(self.score)} of {_score(self.needed)} needed; {self.bond.shared_in_words()}"


@dataclass(frozen=True, slots=True)
class Link:
    """One story of a thread."""

    story: Story
    since: int | None
    """Days since the story before it; None for the first."""
    names: tuple[str, ...]
    """Shared with the earlier story of the thread that it is most like; empty for the first."""
    terms: tuple[str, ...]

    def in_words(self) -> str:
        """One line: how long after the one before, and what is shared."""
        after = "" if self.since is None else days_later(self.since)
        shared = (_listed(self.names, "name", "names"), _listed(self.terms, "word", "words"))
        return "; ".join(filter(None, (after, *shared)))


@dataclass(frozen=True, slots=True)
class Arranged:
    """What a merge, a split or a move did: all that is needed to take it back."""

    story: str
    """Where the articles stand now."""
    before: tuple[tuple[str, str], ...]
    """Article and the story that it came from, for each that changed its story."""
    given: tuple[tuple[str, str, bool], ...]
    """Ties that were made: two articles, and whether they belong together or apart."""
    taken: tuple[tuple[str, str, bool], ...]
    """Ties that were there and no longer hold."""

    def to_json(self) -> list[object]:
        """Plain values, for the journal of what the user did."""
        return [self.story, self.before, self.given, self.taken]

    @classmethod
    def of_json(cls, stored: Sequence[Any]) -> Arranged:
        """Reads what `to_json` wrote."""
        story, before, given, taken = stored
        ties = [tuple((one, other, bool(together)) for one, other, together in some) for some in (given, taken)]
        return cls(story, tuple((article, was) for article, was in before), *ties)


def days_later(days: int) -> str:
    """`on the same day`, `1 day later`, `40 days later`: than what goes before it in a list."""
    return days_apart(days).replace(" apart", " later")


def days_apart(days: int) -> str:
    """`on the same day`, `1 day apart`, `40 days apart`."""
    if not days:
        return "on the same day"
    return f"{days} day{'s' * (days != 1)} apart"


def _score(score: float) -> str:
    return f"{score:.2f}".lstrip("0") or "0"


def _listed(found: tuple[str, ...], one: str, many: str) -> str:
    if not found:
        return ""
    more = "…" if len(found) > _SHOWN else ""
    return f"{len(found)} {one if len(found) == 1 else many} in common: {', '.join(found[:_SHOWN])}{more}"
