"""How well articles answer a query, from the words that are kept of them: in figures of the default engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np

from index.search import scoring
from index.search.engine import Others, States
from index.search.nodes import And, DateRange, Node, Not, Or, State
from index.search.plan import COMMON, MANY, day_number
from index.search.tantivy.phrase import Sought
from index.search.tantivy.query import Archive
from index.search.tantivy.shortlist import Figures, Mask, Shortlist, standing

Worth = tuple[Figures, Mask]
"""What each article scores, 0 where it has nothing of it; and whether it has it without any variant."""


class Measure:
    """Measures a shortlist against one query."""

    def __init__(self, archive: Archive, states: States, some: Shortlist, *, widen: bool) -> None:
        self._archive, self._states, self._some, self._widen = archive, states, some, widen
        self._parts: dict[str, Figures] = {}

    def node(self, node: Node, *, widen: bool | None = None) -> tuple[Figures, Mask]:
        """What each article scores for a tree, and whether it matches."""
        widen = self._widen if widen is None else widen
        nothing = np.zeros(len(self._some))
        match node:
            case And(parts) | Or(parts):
                each = [self.node(part, widen=widen) for part in parts]
                there = [mask for _, mask in each]
                both = np.all(there, axis=0) if isinstance(node, And) else np.any(there, axis=0)
                return np.sum([figures for figures, _ in each], axis=0), both
            case Not(part):
                return nothing, ~self.node(part, widen=False)[1]
            case State():
                told = self._states(node)
                ids = frozenset(told.ids if isinstance(told, Others) else told)
                named = np.array([id in ids for id in self._some.ids], dtype=np.bool_)
                return nothing, ~named if isinstance(told, Others) else named
            case DateRange(first, last):
                least = day_number(first, opening=True) if first else 1
                most = day_number(last, opening=False) if last else 99_999_999
                return nothing, (least <= self._some.days) & (self._some.days <= most)
        sought = self._archive.sought(node, widen=widen)
        if not sought.fields:
            codes = frozenset(sought.terms)
            return nothing, self._spoken(codes)
        figures, _ = self.worth(sought)
        return figures, figures > 0

    def _spoken(self, codes: Collection[str]) -> Mask:
        return np.array([code in codes for code in self._some.languages], dtype=np.bool_)

    def worth(self, sought: Sought) -> Worth:
        """What each article scores for one leaf."""
        often, exact = self._phrase(sought) if sought.words else self._word(sought)
        return sought.rarity * scoring.saturated(often), exact

    def _word(self, sought: Sought) -> Worth:
        own, varied = np.zeros(len(self._some)), np.zeros(len(self._some))
        groups: dict[tuple[float, bool, frozenset[str] | None], list[str]] = defaultdict(list)
        for term, weight in sought.terms.items():
            groups[weight, term in sought.variants, sought.codes.get(term)].append(term)
        for (weight, is_variant, codes), terms in groups.items():
            part = np.zeros(len(self._some))
            for name in sought.fields:
                part += self._part(name) * self._some.often(name, terms)
            if codes is not None:
                part = part * self._spoken(codes)
            if is_variant:
                varied += weight * part
            else:
                own += weight * part
        return own + varied, own > 0

    def _phrase(self, sought: Sought) -> Worth:
        each = [self.worth(word) for word in sought.words]
        there = np.all([figures > 0 for figures, _ in each], axis=0)
        among = np.flatnonzero(there).tolist()
        often = np.zeros(len(self._some))
        for name in sought.fields:
            often[among] += self._part(name)[among] * standing(sought, self._some, name, among)
        return often, np.all([exact for _, exact in each], axis=0)

    def _part(self, name: str) -> Figures:
        """What one occurrence in a field of each article counts."""
        if name not in self._parts:
            average, sizes = self._archive.averages[name], self._some.sizes(name).tolist()
            norms = np.array([scoring.normaliser(size, average) for size in sizes])
            self._parts[name] = scoring.BOOST.get(name, 1.0) / norms
        return self._parts[name]

    def closer(self, words: Sequence[Sought], figures: Figures, best: Sequence[int], most: int) -> Figures:
        """The scores; those of the `best` with what the closeness of words is worth. The last of them are left out as
        soon as no closeness can lift them among the `most` that are asked for."""
        telling = [word for word in words if word.rarity > COMMON or word.many < MANY]
        if len(telling) < 2:
            return figures
        weights, lifted = [word.rarity for word in telling], figures.copy()
        reach = scoring.NEARNESS * scoring.closest(weights)
        for start in range(0, len(best), most):
            some = list(best[start : start + most])
            if start and figures[some[0]] + reach < np.sort(lifted[best[:start]])[-most]:
                break
            places = zip(*(self._some.places("body", list(word.terms), some) for word in telling), strict=True)
            lifted[some] += [scoring.NEARNESS * scoring.closeness(stands, weights) for stands in places]
        return lifted
