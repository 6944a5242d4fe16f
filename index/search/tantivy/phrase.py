"""A leaf of a query for tantivy, and words that must stand in order or near each other.

tantivy's own `slop` lets words change places and misses some that stand in order, so each way to stand is asked for by
itself, and where those are too many, every article with all the words is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

import tantivy
from tantivy import Occur

from index.search.nodes import Near, Phrase
from index.search.plan import Text

Ask = tantivy.Query

_SHAPES = 24
"""More ways to stand than this are looked up in each article."""
_FORMS = 200
"""More terms for one word than this are, too."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A leaf of a query that looks for text."""

    node: Text
    fields: tuple[str, ...]
    terms: dict[str, float]
    """Every term it stands for, the word itself first, with what an occurrence counts."""
    ask: Ask
    exact: Ask
    """Without the variants."""
    many: int
    """Articles that it is in."""
    rarity: float
    variants: tuple[str, ...] = ()
    codes: dict[str, frozenset[str]] = field(default_factory=dict)
    """Terms that are a form of the word in some of the archive's languages only."""
    words: tuple[Sought, ...] = ()
    """Of a phrase."""

    def own(self) -> list[str]:
        """The terms that are no variants."""
        return [term for term in self.terms if term not in self.variants]


def all_of(asks: Sequence[Ask], without: Ask | None = None) -> Ask:
    """Articles that match each; all of them where nothing is asked."""
    each = [(Occur.Must, ask) for ask in asks or [Ask.all_query()]]
    if len(each) == 1 and without is None:
        return each[0][1]
    return Ask.boolean_query([*each, (Occur.MustNot, without)] if without is not None else each)


def any_of(asks: Sequence[Ask]) -> Ask:
    """Articles that match one at least; none where nothing is asked."""
    if len(asks) < 2:
        return asks[0] if asks else Ask.empty_query()
    return Ask.boolean_query([(Occur.Should, ask) for ask in asks])


def silent(ask: Ask) -> Ask:
    """The same articles, which score nothing for it."""
    return Ask.const_score_query(ask, 0.0)


def placed(schema: tantivy.Schema, words: Sequence[Sought], node: Phrase | Near,
           look_up: Callable[[Sought], Ask]) -> Sought:  # fmt: skip
    """Words that stand as a phrase or a NEAR asks. `look_up` looks at each article with all the words."""
    variants = tuple(variant for word in words for variant in word.variants)
    terms = {term: weight for word in words for term, weight in word.terms.items()}
    rarity = sum(word.rarity for word in words)
    found = Sought(node, words[0].fields, terms, Ask.empty_query(), Ask.empty_query(), 0, rarity, variants,
                   words=tuple(words))  # fmt: skip
    shapes = list(_shapes(node))
    if len(shapes) > _SHAPES or any(len(word.terms) > _FORMS for word in words):
        ask = look_up(found)
        return replace(found, ask=ask, exact=all_of([ask, *(silent(word.exact) for word in words)]))

    def standing(each: Sequence[list[str]], asks: Sequence[Ask]) -> Ask:
        places = [_standing(schema, name, each, shape) for name in found.fields for shape in shapes]
        if isinstance(node, Near) and (both := [term for term in each[0] if term in each[1]]):
            places += [Ask.term_set_query(schema, name, both) for name in found.fields]
        return all_of([silent(any_of(places)), *asks])

    ask = standing([list(word.terms) for word in words], [word.ask for word in words])
    if not variants:
        return replace(found, ask=ask, exact=ask)
    exact = standing([word.own() for word in words], [word.exact for word in words])
    return replace(found, ask=ask, exact=exact)


def _shapes(node: Phrase | Near) -> Iterator[tuple[int, ...]]:
    """Each way to stand: the place of every word after that of the first of them in the text."""
    if isinstance(node, Near):
        for away in range(1, min(node.distance, _SHAPES) + 1):
            yield 0, away
            yield away, 0
        return
    following = len(node.words) - 1
    slop = min(node.slop, _SHAPES)
    for span in range(following, following + slop + 1):
        for between in combinations(range(1, span), following - 1):
            yield 0, *between, span


def _standing(schema: tantivy.Schema, name: str, terms: Sequence[list[str]], shape: Sequence[int]) -> Ask:
    stand = sorted(zip(shape, terms, strict=True))
    if all(len(some) == 1 for some in terms):
        return Ask.phrase_query(schema, name, [(at, some[0]) for at, some in stand])
    words: list[str | tuple[int, str]] = [(at, f"(?:{'|'.join(some)})") for at, some in stand]
    return Ask.regex_phrase_query(schema, name, words)
