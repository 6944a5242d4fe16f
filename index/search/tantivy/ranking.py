"""From a query to a ranked answer by tantivy: it finds, counts and names the most promising articles, which are then
measured as the default engine measures all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur

from index.hits import Sort
from index.search.engine import Found, Match, States
from index.search.nodes import Node, Query, State, Word
from index.search.nothing import most_excluding
from index.search.nothing import others as other_words
from index.search.plan import (
    ENOUGH,
    FEW_HAVE_ALL,
    LONG,
    LOOKED_AT,
    MOST,
    NAMED,
    NONE_HAS_ALL,
    SEARCHED,
    apart,
    freshness,
    may_relax,
    parts_of,
    texts,
)  # fmt: skip
from index.search.tantivy.index import ORDERS, id_of
from index.search.tantivy.measure import Measure
from index.search.tantivy.phrase import Ask, Sought, all_of, any_of, silent
from index.search.tantivy.query import Archive
from index.search.tantivy.shortlist import Figures

_FIRST = 1_000.0
"""What puts articles with the words themselves before those with variants, whatever they score."""
_SETS, _WAYS = 2_000, 40
"""Sets of words that are weighed, and of those asked for, where few articles have all words: enough for a question of
eleven words; of a longer one, articles that have several of its commonest words only are left out."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is wanted."""

    limit: int
    sort: Sort
    recent: bool = False
    every: bool = False


def answer(archive: Archive, query: Query, wanted: Wanted, only: Collection[str] | None, states: States) -> Found:
    """Everything that a query finds, in order; ties by id."""
    return _Answer(archive, query, states).found(wanted, only)


class _Answer:
    """One query on one state of the index."""

    def __init__(self, archive: Archive, query: Query, states: States) -> None:
        self.archive, self.query, self.states = archive, query, states
        self.widen = not query.strict
        self.parts = parts_of(query.root)
        soft = [part for part in self.parts if may_relax(part, query)]
        self.hard = [part for part in self.parts if part not in soft]
        self.words = [self.sought(part) for part in soft]
        self.shown = [self.sought(part) for part in texts(query.root)]

    def sought(self, part: Any) -> Sought:
        return self.archive.sought(part, widen=self.widen)

    def found(self, wanted: Wanted, only: Collection[str] | None) -> Found:
        allowed = [self.archive.ask(part, self.states, widen=self.widen) for part in self.hard]
        allowed += [] if only is None else [self.archive.ids(only)]
        whole = all_of([*(word.ask for word in self.words), *allowed])
        ranked = wanted.sort == "relevance" and bool(self.shown)
        most, notes = max(LOOKED_AT, wanted.limit) if ranked else 1, tuple[str, ...]()
        asks = [self.exact_first(whole)]
        total, promising = self.promising(asks[0], most)
        if len(self.words) > 1 and total < ENOUGH and (wanted.sort == "relevance" or not total):
            relaxed = all_of([silent(self.most()), any_of([word.ask for word in self.words]), *allowed], without=whole)
            more, others = self.promising(relaxed, most)
            if more:
                notes = (FEW_HAVE_ALL if total else NONE_HAS_ALL,)
                asks, total, promising = [*asks, relaxed], total + more, promising + others
        if not total:
            return self.nothing()
        matches: list[Match] = []
        if wanted.limit or wanted.every:  # nobody wants more than the marks otherwise
            matches = self.best(promising, wanted) if ranked else self.sorted(asks, wanted)
        ids = self.all_ids(asks, wanted, matches) if wanted.every else ()
        return Found(tuple(matches[: wanted.limit]), total, self.marks(), notes, ids, self.also(any_of(asks)))

    def marks(self) -> frozenset[str]:
        return frozenset(term for word in self.shown if word.fields for term in word.terms)

    def exact_first(self, whole: Ask) -> Ask:
        if not any(word.variants for word in self.words):
            return whole
        exact = Ask.const_score_query(all_of([word.exact for word in self.words]), _FIRST)
        return Ask.boolean_query([(Occur.Must, whole), (Occur.Should, exact)])

    def most(self) -> Ask:
        """Articles with most of the words that there are, by how rare those are."""
        words = [word for word in self.words if word.many or (word.words and self.archive.number(word.ask))]
        weights = [word.rarity + 1 for word in words]
        needed = sum(weights) * (MOST if len(weights) < LONG else 1 / len(weights))
        telling = sorted(range(len(weights)), key=lambda at: -weights[at])
        sets = chain.from_iterable(combinations(telling, size) for size in range(1, len(weights) + 1))
        ways: list[tuple[int, ...]] = []
        for some in islice(sets, _SETS):
            enough = sum(weights[at] for at in some) >= needed
            if enough and len(ways) < _WAYS and not any(set(less) <= set(some) for less in ways):
                ways.append(some)
        return any_of([all_of([words[at].ask for at in some]) for some in ways])

    def promising(self, ask: Ask, most: int) -> tuple[int, list[tantivy.DocAddress]]:
        """How many articles match, and those that tantivy thinks best."""
        found = self.archive.searcher.search(ask, limit=most)
        return int(found.count), [at for _, at in found.hits]  # type: ignore[attr-defined]  # its stub forgets it

    def best(self, promising: Sequence[tantivy.DocAddress], wanted: Wanted) -> list[Match]:
        """The most promising articles, best first."""
        some = self.archive.shortlist(promising)
        measure = Measure(self.archive, self.states, some, widen=self.widen)
        figures, tiers = self.scored(measure, len(some))
        near = self.words or [self.sought(part) for part in self.hard if isinstance(part, Word)]
        best = sorted(range(len(some)), key=lambda at: (-tiers[at], -figures[at], some.ids[at]))[:LOOKED_AT]
        few = wanted.limit and not wanted.recent and tiers[best[0]] == tiers[best[-1]]
        figures = measure.closer(near, figures, best, wanted.limit if few else len(best))
        scores = dict(enumerate(figures.tolist()))
        if wanted.recent:
            days = some.days.tolist()
            scores = {at: score * freshness(days[at], max(days)) for at, score in scores.items()}
        scores = apart(scores, dict(enumerate(tiers.tolist())))
        return [Match(some.ids[at], scores[at]) for at in sorted(scores, key=lambda at: (-scores[at], some.ids[at]))]

    def scored(self, measure: Measure, count: int) -> tuple[Figures, NDArray[np.intp]]:
        """The score of each article, and its tier: 2 with all words as they stand, 1 with variants, 0 with most."""
        each = [measure.worth(word) for word in self.words]
        hard = [measure.node(part)[0] for part in self.hard if texts(part)]
        scores = np.sum([np.zeros(count), *(figures for figures, _ in each), *hard], axis=0)
        everyone = np.ones(count, dtype=np.bool_)
        there = np.all([everyone, *(figures > 0 for figures, _ in each)], axis=0)
        return scores, there.astype(np.intp) + (there & np.all([everyone, *(exact for _, exact in each)], axis=0))

    def sorted(self, asks: Sequence[Ask], wanted: Wanted) -> list[Match]:
        """The first of what is found in the order of a field."""
        hits = self.ordered(asks, _order(wanted.sort), wanted.limit) if wanted.limit else []
        some = self.archive.shortlist(at for _, at in hits)
        scores, _ = self.scored(Measure(self.archive, self.states, some, widen=self.widen), len(some))
        return [Match(id, score) for id, score in zip(some.ids, scores.tolist(), strict=True)]

    def ordered(self, asks: Sequence[Ask], name: str, limit: int) -> list[tuple[str, tantivy.DocAddress]]:
        search = self.archive.searcher.search
        hits = search(any_of(asks), limit=limit, count=False, order_by_field=name, order=ORDERS[name]).hits
        return list(hits)

    def all_ids(self, asks: Sequence[Ask], wanted: Wanted, matches: Sequence[Match]) -> tuple[str, ...]:
        """Every match: the best as they are ranked, the others by tantivy's own score."""
        if wanted.sort != "relevance":
            return tuple(id_of(value) for value, _ in self.ordered(asks, _order(wanted.sort), self.archive.count))
        order = dict.fromkeys(match.id for match in matches)
        for ask in asks:
            hits = self.archive.searcher.search(ask, limit=self.archive.count, count=False).hits
            order |= dict.fromkeys(self.archive.named([at for _, at in hits]))
        return tuple(order) if self.shown else tuple(sorted(order))

    def also(self, found: Ask) -> tuple[str, ...]:
        """The variants that stand in what is found."""
        told: dict[str, None] = {}
        for variant in dict.fromkeys(variant for word in self.shown for variant in word.variants):
            if len(told) < NAMED:
                stands = any_of([Ask.term_query(self.archive.schema, name, variant) for name in SEARCHED])
                if self.archive.number(all_of([found, stands])):
                    told[variant] = None
        return tuple(told)

    def nothing(self) -> Found:
        def count(rest: Node) -> int:
            return self.archive.number(self.archive.ask(rest, self.states, widen=self.widen))

        notes = most_excluding(self.parts, count)
        near = other_words(self.query.root, self.archive.vocabulary.nearest, self.archive.often)
        return Found((), 0, self.marks(), notes, instead=near)


def _order(sort: Sort) -> str:
    return {"relevance": "id", "newest": "newest", "oldest": "oldest", "outlet": "outlet_order"}[sort]


def no_states(_: State) -> Collection[str]:
    """Nothing is known of what the user did."""
    return ()
