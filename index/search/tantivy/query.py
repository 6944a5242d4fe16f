"""From a query's tree to tantivy's queries: each word in all that it may look like, in one state of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import tantivy

from index.search import scoring
from index.search.engine import TEXTS, Others, States
from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, State, Word
from index.search.plan import FEW, INFLECTED, MOST_TERMS, SEARCHED, VARIANT, Text, day_number, may_be_slip
from index.search.spelling import Vocabulary
from index.search.tantivy.index import indexed, key_of
from index.search.tantivy.phrase import Ask, Sought, all_of, any_of, placed, silent
from index.search.tantivy.shortlist import Shortlist, standing
from index.words import stem

_EACH = 40
"""More terms than this are asked for as a set, without a score of each: `a*` is hundreds. A set of few takes six times
as long as each by itself."""


class Archive:
    """One state of an index. Keeps what it found: while a query is typed, most words stay the same."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, vocabulary: Vocabulary) -> None:
        self.searcher, self.schema, self.vocabulary = searcher, schema, vocabulary
        self.count = searcher.num_docs
        self.languages = tuple(sorted(code for code, _ in searcher.terms_with_prefix("language", "")))
        sizes = {name: {"avg": {"field": f"size_{name}"}} for name in TEXTS}
        told = searcher.aggregate(Ask.all_query(), sizes) if self.count else {}
        self.averages: dict[str, float] = {name: told[name]["value"] or 0.0 for name in told}
        self._sought: dict[tuple[Text, bool], Sought] = {}
        self._named: dict[object, str] = {}

    def number(self, ask: Ask) -> int:
        """How many articles match."""
        return int(self.searcher.search(ask, limit=1).count)  # type: ignore[attr-defined]  # its stub forgets it

    def named(self, addresses: Sequence[tantivy.DocAddress]) -> list[str]:
        """The ids of some articles: 1 µs each, after 1 µs for each of the archive the first time."""
        if not self._named:
            self._named = {key_of(id): id for id, _ in self.searcher.terms_with_prefix("id", "")}
        keys = self.searcher.fast_field_values("key", list(addresses))
        return [self._named[key] for key in keys]

    def shortlist(self, addresses: Iterable[tantivy.DocAddress]) -> Shortlist:
        """Some articles to be measured."""
        return Shortlist(bytes(self.searcher.doc(at).get_first("kept") or b"") for at in addresses)

    def often(self, word: str, fields: Sequence[str]) -> int:
        """In how many articles a word stands, summed over fields."""
        return sum(self.searcher.doc_freq(name, indexed(word)) for name in fields)

    def ids(self, ids: Iterable[str]) -> Ask:
        """The articles of these ids."""
        return silent(Ask.term_set_query(self.schema, "id", sorted(ids)))

    def ask(self, node: Node, states: States, *, widen: bool) -> Ask:
        """All articles that match a tree."""
        match node:
            case And(parts):
                return all_of([self.ask(part, states, widen=widen) for part in parts])
            case Or(parts):
                return any_of([self.ask(part, states, widen=widen) for part in parts])
            case Not(part):
                return silent(all_of([Ask.all_query()], without=self.ask(part, states, widen=False)))
            case State():
                told = states(node)
                if isinstance(told, Others):
                    return silent(all_of([Ask.all_query()], without=self.ids(told.ids)))
                return self.ids(told)
            case DateRange(first, last):
                least = day_number(first, opening=True) if first else 1
                most = day_number(last, opening=False) if last else 99_999_999
                return silent(
                    Ask.range_query(self.schema, "day", tantivy.FieldType.Unsigned, least, most) if least <= most
                    else Ask.empty_query()
                )  # fmt: skip
        return self.sought(node, widen=widen).ask

    def sought(self, node: Text, *, widen: bool) -> Sought:
        """A leaf that looks for text."""
        key = (node, widen)
        if key not in self._sought:
            if len(self._sought) > 500:
                self._sought.clear()
            find = self._phrase if isinstance(node, Phrase | Near) else self._word
            self._sought[key] = find(node, widen)  # type: ignore[arg-type]  # told apart one line above
        return self._sought[key]

    def _word(self, node: Word | Fuzzy | Pattern, widen: bool) -> Sought:
        if node.field == "lang":
            ask = self._spoken([node.text])
            return Sought(node, (), {node.text: 1.0}, ask, ask, self.number(ask), 0.0)
        fields = (node.field,) if node.field else SEARCHED
        own = list(map(indexed, self._own_terms(node)))
        codes = {term: found for term in own if (found := self._agreeing(term, node.text)) is not None}
        hits = self.number(self._any(own, codes, fields))
        terms = dict.fromkeys(own, 1.0)
        variants: list[str] = []
        if isinstance(node, Fuzzy) or (widen and isinstance(node, Word) and not node.exact):
            for variant, weight in self._variants(node.text, hits, always=isinstance(node, Fuzzy)):
                if variant not in terms:
                    terms[variant] = weight
                    variants.append(variant)
        many = self.number(self._any(terms, codes, fields)) if variants else hits
        rarity = scoring.idf(self.count, many)
        exact = self._scored(dict.fromkeys(own, 1.0), codes, fields, rarity)
        ask = self._scored(terms, codes, fields, rarity) if variants else exact
        return Sought(node, fields, terms, ask, exact, many, rarity, tuple(variants), codes)

    def _own_terms(self, node: Word | Fuzzy | Pattern) -> list[str]:
        if isinstance(node, Pattern):
            return self.vocabulary.matching(node.text)[:MOST_TERMS]
        if (isinstance(node, Word) and node.exact) or node.field not in INFLECTED:
            return [node.text]
        found = {form for code in self.languages for form in self.vocabulary.inflections(node.text, code)}
        return [node.text, *sorted(found - {node.text})]

    def _agreeing(self, term: str, word: str) -> frozenset[str] | None:
        """The languages in which a term is a form of a word; None where it is in all."""
        if term == word or len(self.languages) < 2:
            return None
        codes = frozenset(code for code in self.languages if stem(term, code) == stem(word, code))
        return codes if codes and len(codes) < len(self.languages) else None

    def _variants(self, word: str, hits: int, *, always: bool) -> Iterator[tuple[str, float]]:
        few = max(FEW, self.count // 1_000)
        if always or hits < max(few, self.count // 100):
            for variant, distance in self.vocabulary.variants(word, edits=always or may_be_slip(word, hits, few)):
                if self.often(variant, SEARCHED):
                    yield indexed(variant), VARIANT / distance

    def _spoken(self, codes: Iterable[str]) -> Ask:
        return silent(Ask.term_set_query(self.schema, "language", sorted(codes)))

    def _any(self, terms: Iterable[str], codes: dict[str, frozenset[str]], fields: Sequence[str]) -> Ask:
        """The articles with any of some terms, whatever they score."""

        def each(some: Sequence[str]) -> Ask:
            if len(some) > _EACH:
                return any_of([Ask.term_set_query(self.schema, name, some) for name in fields])
            return any_of([Ask.term_query(self.schema, name, term, "basic") for name in fields for term in some])

        return self._by_language(terms, codes, each)

    def _scored(
        self, weights: dict[str, float], codes: dict[str, frozenset[str]], fields: Sequence[str], rarity: float
    ) -> Ask:
        """The same, each occurrence scored with the rarity of the whole word, not with that of one inflection."""
        if len(weights) > _EACH:
            return Ask.const_score_query(self._any(weights, codes, fields), rarity)

        def each(some: Sequence[str]) -> Ask:
            return any_of([Ask.boost_query(Ask.term_query(self.schema, name, term, "freq"),
                                           weights[term] * scoring.BOOST.get(name, 1.0) * rarity / rare)
                           for term in some for name in fields
                           if (rare := self._rare(name, term))])  # fmt: skip

        return self._by_language(weights, codes, each)

    def _rare(self, name: str, term: str) -> float:
        """How rare a term is in one field, as tantivy counts it; 0 where it stands nowhere. Deleted articles count."""
        many = self.often(term, [name])
        return scoring.idf(max(many, self.count), many) if many else 0.0

    def _by_language(
        self, terms: Iterable[str], codes: dict[str, frozenset[str]], make: Callable[[Sequence[str]], Ask]
    ) -> Ask:
        groups: dict[frozenset[str] | None, list[str]] = defaultdict(list)
        for term in terms:
            groups[codes.get(term)].append(term)
        return any_of([make(some) if spoken is None else all_of([make(some), self._spoken(spoken)])
                       for spoken, some in groups.items()])  # fmt: skip

    def _phrase(self, node: Phrase | Near, widen: bool) -> Sought:
        if isinstance(node, Near):
            nodes = [node.left, node.right]
        else:
            nodes = [Word(word, node.field, node.exact) for word in node.words]
        words = tuple(self.sought(word, widen=widen) for word in nodes)
        return placed(self.schema, words, node, self._look_up)

    def _look_up(self, phrase: Sought) -> Ask:
        """The articles in which a phrase stands, each with all its words looked at: some 20 µs an article."""
        together = all_of([word.ask for word in phrase.words])
        some = self.shortlist(at for _, at in self.searcher.search(together, limit=max(1, self.count)).hits)
        often = np.sum([standing(phrase, some, name, range(len(some))) for name in phrase.fields], axis=0)
        return self.ids(some.ids[at] for at in np.flatnonzero(often))
