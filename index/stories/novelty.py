"""What is new in each article: its sentences that no earlier article of the story, or none already read, has said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.findings import Fresh
from index.models import Article
from index.words import WORD, fold, stem, stop_words

SAID = 0.7
"""Share of a sentence's terms that one known sentence holds; from here on the sentence says nothing new."""
FEWEST = 3
"""A sentence with fewer terms is known only by its very words."""
COMMON = 300
"""Terms in more known sentences than this do not lead to candidates; keeps long stories linear."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as far as it can be compared."""

    article: str
    sentence: int
    terms: frozenset[str]
    """Folded stems without stop words."""
    numbers: frozenset[str]


def statements(article: Article) -> list[Statement]:
    """All sentences of an article."""
    return [_statement(article, number) for number in range(len(article.sentences))]


def _statement(article: Article, number: int) -> Statement:
    text, stops = article.sentence(number), stop_words(article.language)
    folded = (fold(word) for word in WORD.findall(text))
    terms = frozenset(stem(word, article.language) for word in folded if word not in stops)
    return Statement(article.id, number, terms, frozenset(_NUMBER.findall(text)))


class Known:
    """The sentences that have been said; asked whether another one says anything new."""

    def __init__(self) -> None:
        self._said: list[Statement] = []
        self._with: dict[str, list[int]] = defaultdict(list)

    def add(self, said: Sequence[Statement]) -> None:
        """Has these known from now on."""
        for one in said:
            for term in one.terms:
                self._with[term].append(len(self._said))
            self._said.append(one)

    def source(self, one: Statement) -> Statement | None:
        """The known sentence that says it already; of several the one nearest to it, then the earliest."""
        lists = [self._with[term] for term in one.terms if term in self._with]
        common = Counter(at for places in lists if len(places) <= COMMON or len(lists) <= FEWEST for at in places)
        best: tuple[float, int] | None = None
        for at, times in common.items():
            if times >= SAID * len(one.terms) * 0.5 and (share := self._covers(self._said[at], one)):
                best = min(best or (2.0, 0), (-share, at))
        return self._said[best[1]] if best else None

    @staticmethod
    def _covers(known: Statement, one: Statement) -> float:
        """How much of a sentence a known one holds; 0 where that is not enough, or a number in it is new."""
        if not one.numbers <= known.numbers:
            return 0.0
        if len(one.terms) < FEWEST:
            return float(one.terms == known.terms)
        share = len(one.terms & known.terms) / len(one.terms)
        return share if share >= SAID else 0.0


def novelty(articles: Sequence[Article], read: Collection[str] | None = None) -> tuple[Fresh, ...]:
    """For each article, in the order given (earliest first), which sentences are new.

    `read`: ids of the articles that the user knows; then only these count as said before. An article that repeats
    itself is not measured against itself.
    """
    known = Known()
    listed = [(article, statements(article)) for article in articles]
    if read is not None:
        for article, said in listed:
            known.add(said if article.id in read else ())
    found = []
    for article, said in listed:
        before = [known.source(one) for one in said] if read is None or article.id not in read else list(said)
        new = tuple(one.sentence for one, source in zip(said, before, strict=True) if source is None)
        found.append(Fresh(article.id, new, len(said)))
        if read is None:
            known.add(said)
    return tuple(found)
