"""What each leaf of a query finds: a word with its inflections and variants, a phrase, a pattern, a date, a state."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.search import scoring
from index.search.engine import Others, States
from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, State, Word
from index.search.plan import FEW, INFLECTED, MOST_TERMS, SEARCHED, VARIANT, day_number, in_order, may_be_slip, near
from index.search.spelling import Vocabulary
from index.search.whoosh.postings import Snapshot
from index.search.whoosh.scores import Figures, Mask, Numbers, Scores, added, found_in, nothing_scored, shared, without
from index.words import stem

_HELD = 2_000_000
"""So many matches are kept for the next letter of a query: 24 MB."""
_NONE: Numbers = np.zeros(0, np.int32)


@dataclass(slots=True)
class Matched:
    """The documents that one word is in."""

    scores: Scores = field(default_factory=lambda: nothing_scored(_NONE))
    exact: Numbers = field(default_factory=lambda: _NONE)
    """Those that have the word itself or an inflection of it."""
    rarity: float = 0.0
    terms: list[tuple[str, float]] = field(default_factory=list)
    """Every term it stands for, with its weight."""
    variants: list[str] = field(default_factory=list)
    """Those of the terms that are other spellings."""


class Matcher:
    """Answers for one state of the index. Keeps what it found: while a query is typed, most words stay the same."""

    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary) -> None:
        self.snapshot = snapshot
        self.vocabulary = vocabulary
        self._matched: dict[tuple[Node, bool], Matched] = {}
        self._held = 0
        self._inflections: dict[str, list[str]] = {}
        self._languages = snapshot.languages()
        self._single = len(self._languages) < 2

    def word(self, node: Word | Fuzzy | Pattern, *, widen: bool) -> Matched:
        """A word in all that it may look like."""
        key = (node, widen)
        if key not in self._matched:
            found = self._match(node, widen=widen)
            self._held += len(found.scores) + len(found.exact) + 100
            if self._held > _HELD:
                self._matched.clear()
                self._held = 0
            self._matched[key] = found
        return self._matched[key]

    def _match(self, node: Word | Fuzzy | Pattern, *, widen: bool) -> Matched:
        if node.field == "lang":
            spoken = self.snapshot.in_languages((node.text,))
            documents = self.snapshot.documents()
            documents = documents[spoken[documents]]
            return Matched(nothing_scored(documents), documents)
        found = Matched()
        fields = (node.field,) if node.field else SEARCHED
        frequencies = np.zeros(self.snapshot.size)
        found.terms = [(term, 1.0) for term in self._own_terms(node)]
        for term, weight in found.terms:
            self._add(term, node.text, fields, weight, frequencies)
        found.exact = numbers = np.flatnonzero(frequencies).astype(np.int32)
        if isinstance(node, Fuzzy) or (widen and isinstance(node, Word) and not node.exact):
            self._widen(node.text, len(numbers), isinstance(node, Fuzzy), fields, frequencies, found)
            numbers = np.flatnonzero(frequencies).astype(np.int32) if found.variants else numbers
        found.rarity = scoring.idf(self.snapshot.count, len(numbers))
        found.scores = Scores(numbers, found.rarity * scoring.saturated(frequencies[numbers]))
        return found

    def _own_terms(self, node: Word | Fuzzy | Pattern) -> list[str]:
        if isinstance(node, Pattern):
            return self.vocabulary.matching(node.text)[:MOST_TERMS]
        if (isinstance(node, Word) and node.exact) or node.field not in INFLECTED:
            return [node.text]
        return self.inflections(node.text)

    def inflections(self, word: str) -> list[str]:
        """The forms of a word in the languages of the archive, itself first."""
        if word not in self._inflections:
            found = {form for code in self._languages for form in self.vocabulary.inflections(word, code)}
            self._inflections[word] = [word, *sorted(found - {word})]
        return self._inflections[word]

    def _add(self, term: str, word: str, fields: Iterable[str], weight: float, frequencies: Figures) -> bool:
        """Adds the occurrences of a term, divided by the length of the text, to the frequencies of each document; True
        where that is a document more."""
        agreeing, more = self._agreeing(term, word), False
        for name in fields:
            postings = self.snapshot.postings(name, term)
            numbers, often = postings.numbers, postings.frequencies
            if agreeing is not None:
                kept = agreeing[numbers]
                numbers, often = numbers[kept], often[kept]
            if len(numbers):
                before = frequencies[numbers]
                more = more or not before.all()
                boost = weight * scoring.BOOST.get(name, 1.0)
                frequencies[numbers] = before + boost * often / self.snapshot.norms(name)[numbers]
        return more

    def _agreeing(self, term: str, word: str) -> NDArray[np.bool_] | None:
        """For each document whether the term is a form of the word in its language; None where it always is."""
        if term == word or self._single:
            return None
        codes = [code for code in self._languages if stem(term, code) == stem(word, code)]
        return self.snapshot.in_languages(codes) if codes and len(codes) < len(self._languages) else None

    def _widen(self, word: str, hits: int, always: bool, fields: Sequence[str], frequencies: Figures,
               found: Matched) -> None:  # fmt: skip
        few = max(FEW, self.snapshot.count // 1_000)
        if not always and hits >= max(few, self.snapshot.count // 100):
            return
        own = {term for term, _ in found.terms}
        edits = always or may_be_slip(word, hits, few)
        for variant, distance in self.vocabulary.variants(word, edits=edits):
            if variant not in own:
                weight = VARIANT / distance
                found.terms.append((variant, weight))
                if self._add(variant, variant, fields, weight, frequencies):
                    found.variants.append(variant)

    def stands(self, matched: Matched, name: str) -> Scores:
        """The documents in one field of which a word stands."""
        every = [nothing_scored(self.snapshot.postings(name, term).numbers) for term, _ in matched.terms]
        return every[0] if len(every) == 1 else added(every, self.snapshot.size)

    def places(self, matched: Matched, numbers: Numbers, name: str = "body") -> list[list[int]]:
        """Where the terms of a word stand in one field of some documents, sorted."""
        found: list[list[int]] = [[] for _ in numbers]
        for term, _ in matched.terms:
            postings = self.snapshot.postings(name, term)
            at, there = found_in(postings.numbers, numbers)
            for index in np.flatnonzero(there).tolist():
                found[index] += postings.places(int(at[index]))
        if len(matched.terms) > 1:
            for places in found:
                places.sort()
        return found

    def phrase(self, node: Phrase | Near, *, widen: bool) -> Matched:
        """Words in order, or two words near each other."""
        if isinstance(node, Near):
            words: list[Word] = [node.left, node.right]
        else:
            words = [Word(word, node.field, node.exact) for word in node.words]
        each = [self.word(word, widen=widen) for word in words]
        found = Matched(rarity=sum(match.rarity for match in each))
        found.terms = [term for match in each for term in match.terms]
        found.variants = [variant for match in each for variant in match.variants]
        common = shared([match.scores for match in each])
        frequencies = np.zeros(self.snapshot.size)
        for name in (node.field,) if node.field else SEARCHED:
            numbers = shared([common, *(self.stands(match, name) for match in each)]).numbers
            often = np.array(self._together(node, each, numbers, name), np.float64)
            frequencies[numbers] += often * scoring.BOOST.get(name, 1.0) / self.snapshot.norms(name)[numbers]
        numbers = np.flatnonzero(frequencies).astype(np.int32)
        found.scores = Scores(numbers, found.rarity * scoring.saturated(frequencies[numbers]))
        found.exact = numbers[exact(each, numbers)]
        return found

    def _together(self, node: Phrase | Near, each: Sequence[Matched], numbers: Numbers, name: str) -> list[int]:
        """How often the words stand together in one field of each document."""
        stands = zip(*(self.places(match, numbers, name) for match in each), strict=True)
        if isinstance(node, Near):
            return [near(places, node.distance) for places in stands]
        return [in_order(places, node.slop) for places in stands]

    def dates(self, node: DateRange) -> Scores:
        """Articles published in a range of days; one known only by its month counts where the whole month does."""
        first = day_number(node.first, opening=True) if node.first else 1
        last = day_number(node.last, opening=False) if node.last else 99_999_999
        return nothing_scored(self.snapshot.between(first, last))

    def among(self, ids: Collection[str]) -> Scores:
        """The documents of these ids."""
        numbers = self.snapshot.numbers()
        return nothing_scored(np.array(sorted(numbers[key] for key in ids if key in numbers), np.int32))

    def scores(self, node: Node, states: States, *, widen: bool) -> Scores:
        """All documents that match a tree, each with its score."""
        match node:
            case And(parts):
                return shared([self.scores(part, states, widen=widen) for part in parts])
            case Or(parts):
                return added([self.scores(part, states, widen=widen) for part in parts], self.snapshot.size)
            case Not(part):
                excluded = self.scores(part, states, widen=False)
                return without(nothing_scored(self.snapshot.documents()), excluded.numbers)
            case State():
                told = states(node)
                if isinstance(told, Others):
                    return without(nothing_scored(self.snapshot.documents()), self.among(told.ids).numbers)
                return self.among(told)
            case DateRange():
                return self.dates(node)
        return self.matched(node, widen=widen).scores

    def matched(self, node: Word | Phrase | Pattern | Fuzzy | Near, *, widen: bool) -> Matched:
        """What a leaf that looks for text finds."""
        return self.phrase(node, widen=widen) if isinstance(node, Phrase | Near) else self.word(node, widen=widen)


def exact(each: Sequence[Matched], numbers: Numbers) -> Mask:
    """For each document whether it has all of the words themselves."""
    found = np.ones(len(numbers), np.bool_)
    for match in each:
        found &= found_in(match.exact, numbers)[1]
    return found
