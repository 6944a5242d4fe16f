"""From a query to a ranked answer: all of the words first, then, for bare words that find too little, most of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.search import scoring
from index.search.engine import Sort
from index.search.matching import SEARCHED, Matched, Matcher, Scores, States
from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, Query, State, Word
from index.search.nothing import excluding, instead

Text = Word | Phrase | Pattern | Fuzzy | Near

_ENOUGH = 10
"""Fewer full matches than this are followed by articles with most of the words."""
_MOST = 0.5
"""Share of the words that is most of them; the rarer a word, the more of a share it is."""
_LONG = 6
"""So many words are a question in plain words: of that, one word of average rarity will do."""
_LOOKED_AT = 150
"""So many of the best are looked at for how close together the words stand; 20 µs each."""
_COMMON = 0.4
_MANY = 1_000
"""A word in two thirds of many articles tells next to nothing by its place, and looking it up costs most of all."""
_NAMED = 6
"""So many of the variants are told."""
NONE_HAS_ALL = "no article has all the words; showing those with most of them"
FEW_HAVE_ALL = "few articles have all the words; those with most of them follow"
_FRESH = 0.3
"""What the newest article gains where recent ones are preferred; half of it at half a year before that."""
_HALF_LIFE = 183


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents by number, best first or in the order asked for."""

    order: list[int]
    scores: Scores
    marks: frozenset[str]
    notes: tuple[str, ...]
    also: tuple[str, ...]
    instead: tuple[tuple[str, str], ...]


def rank(matcher: Matcher, query: Query, sort: Sort, only: Collection[str] | None, states: States, *,
         recent: bool = False) -> Ranked:  # fmt: skip
    """Everything that a query finds, in order; ties by id."""
    widen = not query.strict
    parts = _parts(query.root)
    soft = [part for part in parts if isinstance(part, Word | Phrase) and _may_relax(part, query)]
    hard = [part for part in parts if part not in soft]
    allowed = _constrained(matcher, hard, only, states, widen=widen)
    words = [matcher.matched(part, widen=widen) for part in soft]
    scores = _together(words, allowed, matcher)
    shown = [matcher.matched(part, widen=widen) for part in _texts(query.root)]
    tiers = {number: 2 if all(number in match.exact for match in words) else 1 for number in scores}
    notes: tuple[str, ...] = ()
    if len(words) > 1 and len(scores) < _ENOUGH and (sort == "relevance" or not scores):
        more = _most_of(words, allowed, scores)
        if more:
            notes = (FEW_HAVE_ALL if scores else NONE_HAS_ALL,)
        scores |= more
    near = words if soft else [matcher.matched(part, widen=widen) for part in hard if isinstance(part, Word)]
    if sort == "relevance":
        scores = _closer(matcher, near, scores, tiers)
        scores = _apart(_fresher(matcher, scores) if recent else scores, tiers)
    order = _ordered(matcher, scores, sort)
    marks = frozenset(term for match in shown for term, _ in match.terms)
    if order:
        return Ranked(order, scores, marks, notes, tuple(_variants(matcher, shown, order)), ())
    return Ranked([], {}, marks, excluding(matcher, parts, states), (), instead(matcher, query.root))


def _parts(root: Node | None) -> tuple[Node, ...]:
    if root is None:
        return ()
    return root.parts if isinstance(root, And) else (root,)


def _may_relax(part: Word | Phrase, query: Query) -> bool:
    if query.strict or (isinstance(query.root, And) and not query.root.implicit):
        return False
    return not part.field and not part.exact


def _texts(node: Node | None) -> list[Text]:
    """The leaves that look for text, but for those behind NOT."""
    if isinstance(node, And | Or):
        return [text for part in node.parts for text in _texts(part)]
    return [] if node is None or isinstance(node, Not | State | DateRange) else [node]


def _constrained(matcher: Matcher, hard: Sequence[Node], only: Collection[str] | None, states: States, *,
                 widen: bool) -> Scores | None:  # fmt: skip
    """What the parts that never relax allow, with what they score; None allows everything."""
    found = matcher.scores(And(tuple(hard)), states, widen=widen) if hard else None
    if only is None:
        return found
    among = matcher.among(only)
    return among if found is None else {number: score for number, score in found.items() if number in among}


def _together(words: Sequence[Matched], allowed: Scores | None, matcher: Matcher) -> Scores:
    """The documents with all of the words."""
    if not words:
        return dict.fromkeys(matcher.snapshot.documents(), 0.0) if allowed is None else dict(allowed)
    each = [match.scores for match in words] + ([allowed] if allowed is not None else [])
    fewest = min(each, key=len)
    return {
        number: sum(scores[number] for scores in each) for number in fewest if all(number in scores for scores in each)
    }


def _most_of(words: Sequence[Matched], allowed: Scores | None, full: Scores) -> Scores:
    """Documents with most of the words, by how rare those are."""
    share_needed = _MOST if len(words) < _LONG else 1 / len(words)
    needed = share_needed * sum(match.rarity + 1 for match in words)
    share: Scores = {}
    scores: Scores = {}
    for match in words:
        for number, score in match.scores.items():
            share[number] = share.get(number, 0.0) + match.rarity + 1
            scores[number] = scores.get(number, 0.0) + score
    return {
        number: scores[number] + (allowed[number] if allowed else 0.0)
        for number, found in share.items()
        if found >= needed and number not in full and (allowed is None or number in allowed)
    }


def _closer(matcher: Matcher, words: Sequence[Matched], scores: Scores, tiers: dict[int, int]) -> Scores:
    """Adds to the best what the closeness of their words is worth."""
    if len(words) < 2:
        return scores
    words = [match for match in words if match.rarity > _COMMON or len(match.scores) < _MANY]
    best = sorted(scores, key=lambda number: (-tiers.get(number, 0), -scores[number], number))[:_LOOKED_AT]
    weights = [match.rarity for match in words]
    closer = dict(scores)
    for number in best:
        stands = [matcher.places(match, number) for match in words]
        closer[number] += scoring.NEARNESS * scoring.closeness(stands, weights)
    return closer


def _apart(scores: Scores, tiers: dict[int, int]) -> Scores:
    """Lifts each tier above the best of the one below, so that one figure tells the order."""
    lift, lifted = 0.0, dict(scores)
    for tier in (1, 2):
        below = [lifted[number] for number in scores if tiers.get(number, 0) == tier - 1]
        lift = max([lift, *below])
        for number in scores:
            if tiers.get(number, 0) == tier:
                lifted[number] = scores[number] + lift
    return lifted


def _ordered(matcher: Matcher, scores: Scores, sort: Sort) -> list[int]:
    keys = matcher.snapshot.column("key")
    if sort == "relevance":
        return sorted(scores, key=lambda number: (-scores[number], keys[number]))
    if sort == "outlet":
        outlets = matcher.snapshot.column("outlet_name")
        return sorted(scores, key=lambda number: (not outlets[number], outlets[number], -scores[number], keys[number]))
    days = matcher.snapshot.column("published")
    sign = -1 if sort == "newest" else 1
    return sorted(scores, key=lambda number: (not days[number], sign * days[number], -scores[number], keys[number]))


def _fresher(matcher: Matcher, scores: Scores) -> Scores:
    """Scores with a mild preference for what is close to the newest article of the archive."""
    days = matcher.snapshot.column("published")
    newest = max((days[number] for number in scores), default=0)
    return {
        number: score * (1 + _FRESH * 0.5 ** ((_age(newest) - _age(days[number])) / _HALF_LIFE) if days[number] else 1)
        for number, score in scores.items()
    }


def _age(day: int) -> float:
    """A day number (20231109) as days on one line; months of equal length do for a preference."""
    return day // 10_000 * 365.25 + day // 100 % 100 * 30.44 + day % 100


def _variants(matcher: Matcher, shown: Sequence[Matched], order: Sequence[int]) -> list[str]:
    """The variants that stand in what is found."""
    found = set(order)
    variants = {
        variant: None
        for match in shown
        for variant in match.variants
        if any(not found.isdisjoint(matcher.snapshot.postings(name, variant).numbers) for name in SEARCHED)
    }
    return list(variants)[:_NAMED]
