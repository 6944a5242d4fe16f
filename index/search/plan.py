"""How a query is answered, whatever the engine: what may be relaxed or widened, and how what is found is put in order.
Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, Query, State, Word
from index.search.scoring import BOOST

Text = Word | Phrase | Pattern | Fuzzy | Near
Number = TypeVar("Number", bound=Hashable)

SEARCHED = tuple(BOOST)
"""Where bare words look: `about` holds names, tags and notes."""
INFLECTED = ("", "title", "story", "note")
"""Fields in which a word stands for its inflections, too."""
FEW = 5
"""A word in fewer articles than this, or than one in a thousand, is widened to words like it."""
VARIANT = 0.6
"""What an occurrence of a variant counts against one of the word itself."""
SHORT = 5
"""A word no longer than this that the archive has is no slip of a finger: one letter makes it another word."""
MOST_TERMS = 1_000
"""Words that a pattern stands for at most."""
ENOUGH = 10
"""Fewer full matches than this are followed by articles with most of the words."""
MOST = 0.5
"""Share of the words that is most of them; the rarer a word, the more of a share it is."""
LONG = 6
"""So many words are a question in plain words: of that, one word of average rarity will do."""
LOOKED_AT = 150
"""So many of the best are looked at for how close together the words stand; 20 µs each."""
COMMON = 0.4
MANY = 1_000
"""A word in two thirds of many articles tells next to nothing by its place, and looking it up costs most of all."""
NAMED = 6
"""So many of the variants are told."""
NONE_HAS_ALL = "no article has all the words; showing those with most of them"
FEW_HAVE_ALL = "few articles have all the words; those with most of them follow"
_FRESH = 0.3
"""What the newest article gains where recent ones are preferred; half of it at half a year before that."""
_HALF_LIFE = 183


def parts_of(root: Node | None) -> tuple[Node, ...]:
    """What a query asks for, all of it at once."""
    if root is None:
        return ()
    return root.parts if isinstance(root, And) else (root,)


def may_relax(part: Node, query: Query) -> bool:
    """True for the words that an article may lack where few have them all: explicit operators are never relaxed."""
    if query.strict or (isinstance(query.root, And) and not query.root.implicit):
        return False
    return isinstance(part, Word | Phrase) and not part.field and not part.exact


def may_be_slip(word: str, hits: int, few: int) -> bool:
    """True where a word that so many articles have may be a typing error. `few`: what counts as few articles."""
    return hits < few and (not hits or len(word) > SHORT)


def texts(node: Node | None) -> list[Text]:
    """The leaves that look for text, but for those behind NOT."""
    if isinstance(node, And | Or):
        return [text for part in node.parts for text in texts(part)]
    return [] if node is None or isinstance(node, Not | State | DateRange) else [node]


def apart(scores: Mapping[Number, float], tiers: Mapping[Number, int]) -> dict[Number, float]:
    """Lifts each tier above the best of the one below, so that one figure tells the order."""
    lift, lifted = 0.0, dict(scores)
    for tier in (1, 2):
        below = [lifted[number] for number in scores if tiers.get(number, 0) == tier - 1]
        lift = max([lift, *below])
        for number in scores:
            if tiers.get(number, 0) == tier:
                lifted[number] = scores[number] + lift
    return lifted


def freshness(day: int, newest: int) -> float:
    """What a score is multiplied by for its age, a mild preference. Days are numbers like 20231109; 0 is unknown."""
    return 1 + _FRESH * 0.5 ** ((_age(newest) - _age(day)) / _HALF_LIFE) if day else 1.0


def _age(day: int) -> float:
    """A day number as days on one line; months of equal length do for a preference."""
    return day // 10_000 * 365.25 + day // 100 % 100 * 30.44 + day % 100


def in_order(stands: Sequence[Sequence[int]], slop: int) -> int:
    """How often places follow each other with at most `slop` others between, in all."""
    if not all(stands):
        return 0
    return sum(_follows(start, stands, slop) for start in stands[0])


def _follows(start: int, stands: Sequence[Sequence[int]], slop: int) -> bool:
    at = start
    for following in stands[1:]:
        after = [place for place in following if place > at]
        if not after:
            return False
        at = after[0]
    return at - start - (len(stands) - 1) <= slop


def near(stands: Sequence[Sequence[int]], most: int) -> int:
    """How many places of the first word have one of the second within reach."""
    left, right = stands
    return sum(any(abs(at - other) <= most for other in right) for at in left)


def day_number(day: date, *, opening: bool) -> int:
    """A day as a number that sorts, 20231109; as the opening of a range it includes the month or the year that is all
    that is known of some articles (20231100, 20230000)."""
    if opening and day.day == 1:
        return day.year * 10_000 + (0 if day.month == 1 else day.month * 100)
    return day.year * 10_000 + day.month * 100 + day.day
