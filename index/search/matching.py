"""What each leaf of a query finds: a word with its inflections and variants, a phrase, a pattern, a date, a state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from index.search import scoring
from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, State, Word
from index.search.postings import Snapshot, day_number, places
from index.search.spelling import Vocabulary
from index.words import stem

States = Callable[[State], Collection[str]]
Scores = dict[int, float]

SEARCHED = ("body", "title", "about")
"""Where bare words look: `about` holds names, tags and notes."""
_INFLECTED = ("", "title", "story", "note")
_FEW = 5
"""A word in fewer articles than this, or than one in a thousand, is widened to words like it."""
_VARIANT = 0.6
"""What an occurrence of a variant counts against one of the word itself."""
_MOST_TERMS = 1_000


@dataclass(slots=True)
class Matched:
    """The documents that one word is in."""

    scores: Scores = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)
    """Those that have the word itself or an inflection of it."""
    rarity: float = 0.0
    terms: list[tuple[str, float]] = field(default_factory=list)
    """Every term it stands for, with its weight."""
    variants: list[str] = field(default_factory=list)
    """Those of the terms that are other spellings."""
    values: dict[str, dict[int, list[bytes]]] = field(default_factory=dict)
    """By field and document, the encoded places of the terms; read when they are first asked for."""


class Matcher:
    """Answers for one state of the index. Keeps what it found: while a query is typed, most words stay the same."""

    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary) -> None:
        self.snapshot = snapshot
        self.vocabulary = vocabulary
        self._matched: dict[tuple[Node, bool], Matched] = {}
        self._inflections: dict[str, list[str]] = {}
        languages = snapshot.languages()
        self._languages = languages
        self._single = len(languages) < 2

    def word(self, node: Word | Fuzzy | Pattern, *, widen: bool) -> Matched:
        """A word in all that it may look like."""
        key = (node, widen)
        if key not in self._matched:
            if len(self._matched) > 500:
                self._matched.clear()
            self._matched[key] = self._match(node, widen=widen)
        return self._matched[key]

    def _match(self, node: Word | Fuzzy | Pattern, *, widen: bool) -> Matched:
        found = Matched()
        fields = (node.field,) if node.field else SEARCHED
        if node.field == "lang":
            self._language(node.text, found)
            return found
        frequencies: Scores = {}
        own = self._own_terms(node)
        for term in own:
            self._add(term, node.text, fields, 1.0, frequencies)
        found.exact = set(frequencies)
        found.terms = [(term, 1.0) for term in own]
        if isinstance(node, Fuzzy) or (widen and isinstance(node, Word) and not node.exact):
            self._widen(node.text, len(frequencies), isinstance(node, Fuzzy), fields, frequencies, found)
        found.rarity = scoring.idf(self.snapshot.count, len(frequencies))
        found.scores = {number: found.rarity * scoring.saturated(often) for number, often in frequencies.items()}
        return found

    def _language(self, code: str, found: Matched) -> None:
        column = self.snapshot.column("language")
        wanted = code.encode()
        found.scores = {number: 0.0 for number in self.snapshot.documents() if column[number] == wanted}
        found.exact = set(found.scores)

    def _own_terms(self, node: Word | Fuzzy | Pattern) -> list[str]:
        if isinstance(node, Pattern):
            return self.vocabulary.matching(node.text)[:_MOST_TERMS]
        if (isinstance(node, Word) and node.exact) or node.field not in _INFLECTED:
            return [node.text]
        return self.inflections(node.text)

    def inflections(self, word: str) -> list[str]:
        """The forms of a word in the languages of the archive, itself first."""
        if word not in self._inflections:
            found = {form for code in self._languages for form in self.vocabulary.inflections(word, code)}
            self._inflections[word] = [word, *sorted(found - {word})]
        return self._inflections[word]

    def _add(self, term: str, word: str, fields: Iterable[str], weight: float, frequencies: Scores) -> None:
        """Adds the occurrences of a term, divided by the length of the text, to the frequencies of each document."""
        agreeing = self._agreeing(term, word)
        for name in fields:
            postings = self.snapshot.postings(name, term)
            if not postings.numbers:
                continue
            norms = self.snapshot.norms(name)
            boost = weight * scoring.BOOST.get(name, 1.0)
            for number, often in zip(postings.numbers, postings.frequencies, strict=True):
                if agreeing is None or agreeing[number]:
                    frequencies[number] = frequencies.get(number, 0.0) + boost * often / norms[number]

    def _agreeing(self, term: str, word: str) -> list[bool] | None:
        """For each document whether the term is a form of the word in its language; None where it always is."""
        if term == word or self._single:
            return None
        codes = {code.encode() for code in self._languages if stem(term, code) == stem(word, code)}
        if not codes or len(codes) == len(self._languages):
            return None
        return [code in codes for code in self.snapshot.column("language")]

    def _widen(self, word: str, hits: int, always: bool, fields: Sequence[str], frequencies: Scores,
               found: Matched) -> None:  # fmt: skip
        few = max(_FEW, self.snapshot.count // 1_000)
        if not always and hits >= max(few, self.snapshot.count // 100):
            return
        own = {term for term, _ in found.terms}
        for variant, distance in self.vocabulary.variants(word, edits=always or hits < few):
            if variant not in own:
                before = len(frequencies)
                weight = _VARIANT / distance
                self._add(variant, variant, fields, weight, frequencies)
                found.terms.append((variant, weight))
                if len(frequencies) > before:
                    found.variants.append(variant)

    def places(self, matched: Matched, number: int, name: str = "body") -> list[int]:
        """Where the terms of a word stand in one field of one document, sorted."""
        if name not in matched.values:
            values = matched.values[name] = defaultdict(list)
            for term, _ in matched.terms:
                postings = self.snapshot.postings(name, term)
                for document, value in zip(postings.numbers, postings.values, strict=True):
                    values[document].append(value)
        found = [place for value in matched.values[name].get(number, ()) for place in places(value)]
        found.sort()
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
        common = set(each[0].scores).intersection(*(match.scores for match in each))
        fields = (node.field,) if node.field else SEARCHED
        for number in sorted(common):
            often = 0.0
            for name in fields:
                stands = [self.places(match, number, name) for match in each]
                count = near(stands, node.distance) if isinstance(node, Near) else in_order(stands, node.slop)
                often += count * scoring.BOOST.get(name, 1.0) / self.snapshot.norms(name)[number]
            if often:
                found.scores[number] = found.rarity * scoring.saturated(often)
                if all(number in match.exact for match in each):
                    found.exact.add(number)
        found.variants = [variant for match in each for variant in match.variants]
        return found

    def dates(self, node: DateRange) -> Scores:
        """Articles published in a range of days; one known only by its month counts where the whole month does."""
        first = day_number(node.first, opening=True) if node.first else 1
        last = day_number(node.last, opening=False) if node.last else 99_999_999
        column = self.snapshot.column("published")
        return {number: 0.0 for number in self.snapshot.documents() if first <= column[number] <= last}

    def among(self, ids: Collection[str]) -> Scores:
        """The documents of these ids."""
        numbers = self.snapshot.numbers()
        return {numbers[key]: 0.0 for key in ids if key in numbers}

    def scores(self, node: Node, states: States, *, widen: bool) -> Scores:
        """All documents that match a tree, each with its score."""
        if isinstance(node, And):
            return self._all(node, states, widen=widen)
        if isinstance(node, Or):
            total: Scores = {}
            for part in node.parts:
                for number, score in self.scores(part, states, widen=widen).items():
                    total[number] = total.get(number, 0.0) + score
            return total
        if isinstance(node, Not):
            without = self.scores(node.part, states, widen=False)
            return {number: 0.0 for number in self.snapshot.documents() if number not in without}
        if isinstance(node, State):
            return self.among(states(node))
        if isinstance(node, DateRange):
            return self.dates(node)
        return self.matched(node, widen=widen).scores

    def matched(self, node: Word | Phrase | Pattern | Fuzzy | Near, *, widen: bool) -> Matched:
        """What a leaf that looks for text finds."""
        return self.phrase(node, widen=widen) if isinstance(node, Phrase | Near) else self.word(node, widen=widen)

    def _all(self, node: And, states: States, *, widen: bool) -> Scores:
        each = [self.scores(part, states, widen=widen) for part in node.parts]
        fewest = min(each, key=len)
        return {number: sum(scores[number] for scores in each)
                for number in fewest if all(number in scores for scores in each)}  # fmt: skip


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
