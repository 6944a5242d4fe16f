"""Which sentences of a story's articles say the same: the ground of "5 of 7 outlets say so"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from index.summarise.select import Passage

FEWEST_TERMS = 4
"""A sentence with fewer terms says too little to be recognised."""
ALIKE = 0.5
"""Share of all terms of two sentences that they must have in common (Jaccard)."""
COMMON = 200
"""A term in more sentences than this leads to no pairs; keeps a large story linear."""


class Statements:
    """The pooled sentences of a story, each known by its place, and for each the ones that state the same."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._with_term: dict[str, list[int]] = defaultdict(list)
        for at, passage in enumerate(passages):
            for term in passage.terms:
                self._with_term[term].append(at)
        self._alike: dict[int, list[int]] = {}

    def alike(self, at: int) -> list[int]:
        """Places of sentences of other articles that make the same statement."""
        if at not in self._alike:
            self._alike[at] = self._find(self._passages[at])
        return self._alike[at]

    def said_by(self, at: int) -> tuple[str, ...]:
        """Ids of the other articles that state it, in the order of the pool."""
        return tuple(dict.fromkeys(self._passages[other].article.id for other in self.alike(at)))

    def voices(self, at: int) -> int:
        """How many independent voices state it: what an agency wrote counts once, however many outlets print it."""
        return len({voice(self._passages[other]) for other in (at, *self.alike(at))})

    def _find(self, passage: Passage) -> list[int]:
        if len(passage.terms) < FEWEST_TERMS:
            return []
        lists = (self._with_term[term] for term in passage.terms)
        common = Counter(at for places in lists if len(places) <= COMMON for at in places)
        return [
            at
            for at, times in sorted(common.items())
            if times > 1
            and self._passages[at].article.id != passage.article.id
            and same_statement(passage, self._passages[at])
        ]


def voice(passage: Passage) -> str:
    """Who speaks: the agency that wrote it, else the outlet, else the article itself."""
    return passage.article.agency or passage.article.outlet or passage.article.id


def same_statement(one: Passage, other: Passage) -> bool:
    """True when two sentences have most of their terms in common, and do not give different numbers."""
    if len(other.terms) < FEWEST_TERMS:
        return False
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return False
    both = len(one.terms & other.terms)
    return both >= ALIKE * (len(one.terms) + len(other.terms) - both)
