"""Choosing lines: the best ones that do not repeat each other, within a number of sentences or of words.

Maximal marginal relevance: Carbonell and Goldstein, SIGIR 1998.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from index.models import Article, SummaryLine
from index.summarise.signs import dangles
from index.summarise.terms import count_words, terms

OVERLAP = 0.4
"""Lost by a sentence all of whose terms are in a line already chosen."""
LEANS = 0.25
"""Lost by a sentence that points back, unless it will stand behind the sentence it points to."""
ADRIFT = 0.8
"""Lost by it among lines of several articles, where it hardly ever stands behind that sentence."""
SAME_WORDING = 0.15
"""Share of word triples from which on two lines repeat each other."""
SAME_TERMS = 0.6
"""Share of terms from which on two lines repeat each other."""
OVERRUN = 1.1
"""A word budget is about so many words: whole sentences, at most 10 % more."""
SCRAPS = 5
"""A budget with fewer words left is full: no sentence of that length is worth reading."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence that may become a line. Not slotted: what it says is worked out when first asked for, and kept."""

    article: Article
    number: int
    """In `Article.sentences`."""
    outlet: str = ""
    """Whose line it is, for the limit on lines of one outlet."""

    @cached_property
    def text(self) -> str:
        """Verbatim."""
        return self.article.sentence(self.number)

    @cached_property
    def terms(self) -> frozenset[str]:
        """What it is about."""
        return frozenset(terms(self.text, self.article.language))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its figures."""
        return frozenset(term for term in self.terms if term.isdigit())

    @cached_property
    def triples(self) -> frozenset[tuple[str, str, str]]:
        """Its wording."""
        words = re.findall(r"\w+", self.text.lower())
        return frozenset(zip(words, words[1:], words[2:], strict=False))

    @cached_property
    def dangles(self) -> bool:
        """True when it needs the sentence before it."""
        return dangles(self.text, self.article.language)

    @cached_property
    def words(self) -> int:
        """Its length."""
        return count_words(self.text)

    def line(self, said_by: tuple[str, ...] = ()) -> SummaryLine:
        """The line of a summary that it makes."""
        return SummaryLine(self.text, self.article.id, self.number, said_by)


@dataclass(frozen=True, slots=True)
class Room:
    """How much a summary may hold. A word budget decides alone where one is given."""

    sentences: int | None
    words: int | None = None
    an_outlet: int | None = None
    """Lines that one outlet may have."""
    in_text_order: bool = False
    """True where the lines of one article stand as in its text, so that one may lean on the one before it."""
    same_terms: float = SAME_TERMS
    """Share of terms from which on two lines repeat each other here."""
    worth: Mapping[str, float] = field(default_factory=dict)
    """What scores hold for each term of a passage: it is earned once, by the first line that has the term.

    (Gillick and Favre, A scalable global model for summarization, 2009.)
    """

    def is_full(self, chosen: Sequence[Passage]) -> bool:
        """True when nothing more is wanted."""
        if self.words is not None:
            return sum(line.words for line in chosen) > max(0, self.words - SCRAPS)
        return self.sentences is not None and len(chosen) >= self.sentences

    def takes(self, passage: Passage, chosen: Sequence[Passage]) -> bool:
        """True when a passage fits beside what is chosen; the first one always does."""
        if self.an_outlet is not None and Counter(line.outlet for line in chosen)[passage.outlet] >= self.an_outlet:
            return False
        if self.words is None or not chosen:
            return True
        return sum(line.words for line in chosen) + passage.words <= self.words * OVERRUN


def choose(passages: Sequence[Passage], scores: Sequence[float], room: Room) -> list[int]:
    """Places (in `passages`) of the lines for the room there is, the best first; of equal ones the first given."""
    left = sorted(range(len(passages)), key=lambda at: -scores[at])
    chosen: list[int] = []
    while not room.is_full([passages[at] for at in chosen]):
        best = _next(left, [passages[at] for at in chosen], passages, scores, room)
        if best is None:
            break
        left.remove(best)
        chosen.append(best)
    return chosen


def _next(
    left: Sequence[int], chosen: Sequence[Passage], passages: Sequence[Passage], scores: Sequence[float], room: Room
) -> int | None:
    """The best one beside the chosen ones. They only lower a score, so most passages are never looked at."""
    best, value = None, float("-inf")
    for at in left:
        passage = passages[at]
        if scores[at] <= value:
            break
        if not room.takes(passage, chosen) or any(repeats(passage, line, room.same_terms) for line in chosen):
            continue
        left_of_it = scores[at] - _lost(passage, chosen, room)
        if left_of_it > value:
            best, value = at, left_of_it
    return best


def _lost(passage: Passage, chosen: Sequence[Passage], room: Room) -> float:
    """For what is said already, and for leaning on what is not said."""
    overlap = max((shared(passage.terms, line.terms) for line in chosen), default=0.0)
    told = frozenset().union(*(line.terms for line in chosen)) & passage.terms if room.worth else ()
    again = math.fsum(room.worth[term] for term in told)
    supported = room.in_text_order and any(line.number == passage.number - 1 for line in chosen)
    leaning = LEANS if room.in_text_order else ADRIFT
    return OVERLAP * overlap + again + (leaning if passage.dangles and not supported else 0.0)


def repeats(one: Passage, other: Passage, same_terms: float = SAME_TERMS) -> bool:
    """True when two lines say the same thing, or say it in the same words."""
    return shared(one.triples, other.triples) > SAME_WORDING or shared(one.terms, other.terms) > same_terms


def shared(one: Set[object], other: Set[object]) -> float:
    """The share of the smaller set that is in the other; one of fewer than six counts as six: it tells little."""
    return len(one & other) / max(6, min(len(one), len(other)))
