"""What grouping needs to know of one article: its telling words, names, numbers and phrases, and when things happened.

Pure per article, so that it is computed where the article is cleaned and never again: regrouping loads only this.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntFlag
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from sys import intern
from typing import NamedTuple

from index.models import Article, Published
from index.stories.calendar import month_days, weekdays
from index.words import WORD, fold, stem, stop_words

TERMS = 140
"""Terms kept of an article: what the store holds and what phrases are made of."""
SPELLED = 24
"""Terms of which the spelling is kept, for showing."""
PHRASES = 250
"""Pairs of neighbouring terms kept of an article."""
LEAD = 120
"""Words from the start that count as the lead, where a news text says what happened."""
MOST = 60
"""Counts are cut here: more often than this says no more, and one character holds it."""
_UP = bytes((n + 48) % 256 for n in range(256))
_DOWN = bytes((n - 48) % 256 for n in range(256))
"""A small number n is stored as the character `chr(n + 48)`: 3 as `3`, and none that JSON has to escape but one."""

_POSSESSIVE = re.compile(r"['’ʼ]s$")
_COURTESY = frozenset({"mr", "mrs", "ms"})
"""Some newspapers put these before every name."""


class Kind(IntFlag):
    """What a term is, besides a word of the text."""

    TITLE = 1
    NAME = 2
    """Written with a capital inside sentences."""
    NUMBER = 4


@dataclass(frozen=True, slots=True)
class Features:
    """One article as grouping sees it; 1 to 2 KB as JSON."""

    language: str
    """ISO 639-1 code; only articles of one language are compared."""
    day: int | None
    """Proleptic ordinal of the day it appeared; None where no day is known."""
    words: int
    """Length of the text."""
    terms: tuple[str, ...]
    """Stems, most telling first; at most `TERMS`."""
    spelled: tuple[str, ...]
    """The first `SPELLED` of them as the text writes them."""
    counts: bytes
    """How often each term stands in the text (not counting the title)."""
    lead: bytes
    """How often each term stands in the lead."""
    kinds: bytes
    """`Kind` flags of each term."""
    phrases: bytes
    """Neighbours in the text: triples of two indices into `terms` and a count."""
    weekdays: bytes
    """How often each day of the week, from Monday, is named near the start; empty where none is."""
    dates: tuple[str, ...]
    """Days that the text names, as `month-day`."""

    def to_json(self) -> str:
        """One compact line for the store."""
        words = (self.terms, self.spelled, self.dates)
        numbers = (self.counts, self.lead, self.kinds, self.phrases, self.weekdays)
        fields = [self.language, self.day, self.words, *map(" ".join, words), *map(_pack, numbers)]
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> Features:
        """Reads what `to_json` wrote. Terms are shared between articles: 100,000 articles hold each word once."""
        language, day, words, terms, spelled, dates, *packed = json.loads(line)
        counts, lead, kinds, phrases, days = map(_unpack, packed)
        return cls(
            intern(language), day, words, tuple(map(intern, terms.split())), tuple(map(intern, spelled.split())),
            counts, lead, kinds, phrases, days, tuple(dates.split()),
        )  # fmt: skip


def features(article: Article) -> Features:
    """Reads an article for grouping."""
    title = _tokens(article.title, article.language)
    body = [token for number in range(len(article.sentences)) for token in _sentence(article, number)]
    tally = _Tally(title, body)
    terms = tally.best(TERMS)
    opening = " ".join(article.sentence(number) for number in range(min(12, len(article.sentences))))
    return Features(
        language=article.language,
        day=_day(article.published),
        words=len(body),
        terms=terms,
        spelled=tally.spelled(terms[:SPELLED]),
        counts=bytes(min(MOST, tally.body[term]) for term in terms),
        lead=bytes(min(MOST, tally.lead[term]) for term in terms),
        kinds=bytes(tally.kind(term) for term in terms),
        phrases=_phrases(terms, title, body),
        weekdays=weekdays(opening, article.language),
        dates=month_days(article.text, article.language),
    )


class _Token(NamedTuple):
    """One content word; stop words are None in a list of tokens, so that they part phrases."""

    term: str
    word: str
    """As it is written."""
    capital: bool | None
    """Whether it is written with a capital; None at the start of a sentence, where that says nothing."""


@lru_cache(100_000)
def _term(word: str, language: str) -> str | None:
    """The stem of a word as written; None for a stop word or a single letter, empty where it is not one word."""
    if not word.isascii() and _dense(word):
        return ""
    folded = fold(word)
    if len(folded) < 2 or folded in stop_words(language) or folded in _COURTESY:
        return None
    if folded.endswith("s") and word[-2:-1] in "'’ʼ":
        folded = folded[:-1]
    return intern(stem(folded, language))


def _dense(word: str) -> bool:
    """True for scripts without spaces between words (Chinese, Japanese, Thai and their neighbours)."""
    return any("\u0e00" <= c <= "\u0eff" or "\u2e80" <= c <= "\ua4cf" for c in word[:2])


def _tokens(text: str, language: str) -> list[_Token | None]:
    found: list[_Token | None] = []
    for match in WORD.finditer(text):
        word = match.group()
        if term := _term(word, language):
            start = match.start()
            says_nothing = not found or (start > 0 and text[start - 1] in "\"“”„«'‘")
            found.append(_Token(term, word, None if says_nothing else word[0].isupper()))
        elif term is None:
            found.append(None)
        else:  # pairs of characters serve as words
            pairs = (word[at : at + 2] for at in range(max(1, len(word) - 1)))
            found.extend(_Token(intern(pair), pair, False) for pair in pairs)
    return found


def _sentence(article: Article, number: int) -> list[_Token | None]:
    return _tokens(article.sentence(number), article.language)


class _Tally:
    """Counts over one article."""

    def __init__(self, title: Sequence[_Token | None], body: Sequence[_Token | None]) -> None:
        said = [token for token in body if token]
        self.title = Counter(token.term for token in title if token)
        self.body = Counter([token.term for token in said])
        self.lead = Counter([token.term for token in body[:LEAD] if token])
        self.capital = Counter([token.term for token in said if token.capital])
        self.small = Counter([token.term for token in said if token.capital is False])
        self.words = Counter([(token.term, token.word) for token in chain(title, said) if token])

    def name(self, term: str) -> bool:
        return self.capital[term] > 2 * self.small[term] and not term[0].isdigit()

    def kind(self, term: str) -> Kind:
        kind = Kind.NAME if self.name(term) else Kind(0)
        if term in self.title:
            kind |= Kind.TITLE
        return kind | Kind.NUMBER if term.isdigit() and len(term) > 1 else kind

    def weight(self, term: str) -> float:
        """How much a term tells before anything is known of other articles: title, lead and names first."""
        count = self.body[term]
        told = (1 + log(count)) * (1.3 if self.name(term) else 1) * (1.5 if term in self.lead else 1) if count else 0
        return told + 3 * self.title[term]

    def spelled(self, terms: Sequence[str]) -> tuple[str, ...]:
        """The commonest spelling of each; in small letters if it is no name."""
        found: dict[str, list[tuple[int, str]]] = {term: [] for term in terms}
        for (term, word), times in self.words.items():
            if term in found:
                found[term].append((-times, word))
        words = {term: _POSSESSIVE.sub("", min(spellings)[1]) for term, spellings in found.items()}
        return tuple(word if self.name(term) else word.lower() for term, word in words.items())

    def best(self, most: int) -> tuple[str, ...]:
        known = dict.fromkeys((*self.title, *self.body))
        return tuple(sorted(known, key=lambda term: (-self.weight(term), term))[:most])


def _phrases(terms: Sequence[str], title: Sequence[_Token | None], body: Sequence[_Token | None]) -> bytes:
    """Neighbouring terms, the most frequent first. Once is enough: another newsroom may repeat what is said once."""
    index = {term: at for at, term in enumerate(terms)}
    count: Counter[tuple[int, int]] = Counter()
    for left, right in chain(pairwise(title), pairwise(body)):
        if left and right and left.term in index and right.term in index:
            count[index[left.term], index[right.term]] += 1
    kept = sorted(count, key=lambda pair: (-count[pair], pair))
    return bytes(part for pair in kept[:PHRASES] for part in (*pair, min(MOST, count[pair])))


def _day(published: Published | None) -> int | None:
    """The day an article appeared. A date inferred from its story would only confirm what grouping itself decided."""
    if published is None or published.precision not in ("day", "minute") or "story" in published.found_in:
        return None
    try:
        return date.fromisoformat(published.when[:10]).toordinal()
    except ValueError:
        return None


def _pack(numbers: bytes) -> str:
    return numbers.translate(_UP).decode("latin-1")


def _unpack(text: str) -> bytes:
    return text.encode("latin-1").translate(_DOWN)
