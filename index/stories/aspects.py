"""Who says what: the outlets of a story against what it speaks of, in names and phrases; what one alone has, too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from index.findings import Mention, Named, Spot
from index.models import Article
from index.overviews import Aspect, Teller, WhoSaysWhat
from index.words import WORD, fold, stem, stop_words

NAMES, PHRASES, ALONE = 14, 10, 6
"""Aspects at most: names and phrases that several tellers have, and what one alone has."""
LEAST = 2
"""Sentences that must speak of an aspect."""
WHOLE = 0.5
"""Share of its mentions in which a phrase ends what is said: `trade zone`, and not `free trade`."""
_SHORTEST = 3
"""Letters of a word of a phrase."""


def who_says_what(articles: Sequence[Article], names: Sequence[Named]) -> WhoSaysWhat:
    """The table of a story; the articles come earliest first, `names` are what they name."""
    if not articles:
        return WhoSaysWhat()
    tellers = _tellers(articles)
    column = {id: at for at, teller in enumerate(tellers) for id in teller.articles}
    named = [Aspect(one.name, one.kind, _cells(one.mentions, column, len(tellers))) for one in names]
    tell = {fold(name) for article in articles for name in (article.outlet, article.agency) if name}
    named = [one for one in named if fold(one.words) not in tell]  # told Reuters: that is who tells, not what
    known = {fold(word) for one in names for word in one.name.split()}
    phrases = [Aspect(words, "phrase", _cells(met, column, len(tellers))) for words, met in _phrases(articles, known)]
    shared = _best(named, NAMES, alone=False) + _best(phrases, PHRASES, alone=False)
    single = _best([*named, *phrases], ALONE, alone=True) if len(tellers) > 1 else []
    return WhoSaysWhat(tellers, (*_most_told(shared), *single))


def _tellers(articles: Sequence[Article]) -> tuple[Teller, ...]:
    """One for each outlet, or agency, or article that names neither."""
    by_source: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_source[article.outlet or article.agency or f"\0{article.id}"].append(article)
    firsts = {source: _first(own) for source, own in by_source.items()}
    start = min((first for first in firsts.values() if first), default="")
    tellers = [
        Teller(source if source[0] != "\0" else own[0].title, tuple(one.id for one in own), firsts[source],
               _minutes(start, firsts[source]))
        for source, own in by_source.items()
    ]  # fmt: skip
    return tuple(sorted(tellers, key=lambda teller: (not teller.first, teller.first)))


def _first(articles: Sequence[Article]) -> str:
    dated = (article.published for article in articles)
    return min((one.when for one in dated if one and one.precision in ("day", "minute")), default="")


def _minutes(start: str, when: str) -> int | None:
    """From one ISO time to another; where one of them is only a day, in whole days."""
    if not when:
        return None
    if min(len(start), len(when)) <= len("2023-11-09"):
        start, when = start[:10], when[:10]
    passed = datetime.fromisoformat(when).replace(tzinfo=None) - datetime.fromisoformat(start).replace(tzinfo=None)
    return int(passed.total_seconds() // 60)


def _cells(met: Iterable[Mention], column: Mapping[str, int], tellers: int) -> tuple[tuple[Mention, ...], ...]:
    """The first mention of each sentence, under who tells it."""
    first: dict[Spot, Mention] = {}
    for mention in met:
        first.setdefault(mention.spot, mention)
    cells: list[list[Mention]] = [[] for _ in range(tellers)]
    for spot, mention in first.items():
        cells[column[spot.article]].append(mention)
    return tuple(map(tuple, cells))


def _best(aspects: Sequence[Aspect], most: int, *, alone: bool) -> list[Aspect]:
    """Those of several tellers, or of one alone, that most sentences speak of."""
    enough = [one for one in aspects if (len(one.told_by) == 1) == alone and _sentences(one) >= LEAST]
    return sorted(enough, key=lambda one: (-len(one.told_by), -_sentences(one), one.words))[:most]


def _most_told(aspects: Sequence[Aspect]) -> list[Aspect]:
    return sorted(aspects, key=lambda one: (-len(one.told_by), -_sentences(one), one.words))


def _sentences(aspect: Aspect) -> int:
    return sum(map(len, aspect.cells))


def _phrases(articles: Sequence[Article], known: set[str]) -> list[tuple[str, list[Mention]]]:
    """Two plain words in a row that mostly end what they are said in, known by their stems, written as most often."""
    met: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    written: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    whole: Counter[tuple[str, str]] = Counter()
    for article in articles:
        for number in range(len(article.sentences)):
            text = article.sentence(number)
            for start, end, key, ends in _pairs(text, article.language, known):
                met[key].append(Mention(Spot(article.id, number), start, end))
                written[key][text[start:end]] += 1
                whole[key] += ends
    often = [key for key, found in met.items() if len(found) >= LEAST and whole[key] >= WHOLE * len(found)]
    return [(min(written[key], key=lambda words: (-written[key][words], words)), met[key]) for key in often]


def _pairs(text: str, language: str, known: set[str]) -> Iterator[tuple[int, int, tuple[str, str], bool]]:
    """Two plain words in a row, and whether no other word follows that may belong to them."""
    found = list(_plain_words(text, language, known))
    for at in range(1, len(found)):
        (start, stop, first), (begin, end, second) = found[at - 1], found[at]
        if text[stop:begin] in (" ", "-"):
            goes_on = at + 1 < len(found) and text[end : found[at + 1][0]] in (" ", "-")
            ends = not goes_on and not text[end:].lstrip()[:1].isupper()
            yield start, end, (stem(first, language), stem(second, language)), ends


def _plain_words(text: str, language: str, known: set[str]) -> Iterator[tuple[int, int, str]]:
    """Words that are written small and mean something."""
    stops = stop_words(language)
    for match in WORD.finditer(text):
        word = fold(match.group())
        if (
            match.group()[0].islower()
            and len(word) >= _SHORTEST
            and word.isalpha()
            and word not in stops
            and word not in known
        ):
            yield *match.span(), word
