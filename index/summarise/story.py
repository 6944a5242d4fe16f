"""The summary of a story: what its articles agree on, each line in the earliest clear wording, and who else says it.

articles ─ pool ─► passages ─ support ─► scores ─ choose ─► lines ─ in order, with who else says it ─► Summary
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from index.models import Article, Ranking, Summary, SummaryLine
from index.summarise.article import body_sentences
from index.summarise.select import SAME_TERMS, Passage, Room, choose
from index.summarise.statements import Statements, voice
from index.summarise.terms import terms

LINES_AN_OUTLET = 2
"""Where a story has several outlets, none of them gets more lines than this."""
FAIR = 1.5
"""Times its equal share of a word budget that an outlet may have: some have little to say."""
WORDS_A_LINE = 20
"""Of news prose, or a little less: says how many lines a word budget is at most."""
POOLED = 1_200
"""Sentences that take part: the best of each article, so that a story of any size is summarised at once."""
AGREED, MOST_AGREED = 0.06, 0.6
"""Of a term that all independent voices use, for each line wanted: a single line is best a good opening, many lines
are best what all agree on. A term that only one voice uses has nothing."""
HEADLINED = 0.15
"""Of a term that stands in all headlines."""
FREQUENT = 0.05
"""Of the log of how many sentences use a term."""
MANY, SAME_AMONG_MANY = 5, 0.4
"""So many lines or more have room for more than the event: two of them repeat each other from this share of terms on.
In a few lines about the event alone, a second wording adds to it."""
CORROBORATED = 0.1
"""Of each doubling of the independent voices that make the same statement."""
UNCLEAR = 0.5
"""An earlier wording leads a statement unless it scores worse than the best one by more than this."""

Pool = tuple[list[Passage], list[float]]
"""Sentences and what each is worth by itself."""


def summarise_story(
    articles: Sequence[Article],
    rankings: Mapping[str, Ranking],
    *,
    sentences: int | None = 5,
    words: int | None = None,
) -> Summary:
    """Lines that tell the story: the event first, then in time. `words` (about so many) decides where it is given.

    With several outlets, at most two lines are from one, or 1.5 times its share where a word budget asks for more.
    """
    return summarise_pool(*pool(articles, rankings), sentences=sentences, words=words)


def nut_graf(articles: Sequence[Article], rankings: Mapping[str, Ranking]) -> SummaryLine | None:
    """The one line that tells the story; None where no article has a sentence."""
    return next(iter(summarise_story(articles, rankings, sentences=1).lines), None)


def pool(articles: Sequence[Article], rankings: Mapping[str, Ranking]) -> Pool:
    """The best sentences of each article, the earliest article first (those without a date last, as they come)."""
    each = max(8, POOLED // max(1, len(articles)))
    passages, scores = [], []
    for article in sorted(articles, key=_when):
        own = rankings[article.id].scores
        outlet = article.outlet or article.agency or article.id
        best = sorted(_best_first(body_sentences(article), own)[:each])
        passages += [Passage(article, number, outlet) for number in best]
        scores += [own[number] for number in best]
    return passages, scores


def _best_first(numbers: Iterable[int], scores: Sequence[float]) -> list[int]:
    return sorted(numbers, key=lambda number: (-scores[number], number))


def summarise_pool(
    passages: Sequence[Passage], scores: Sequence[float], *, sentences: int | None, words: int | None
) -> Summary:
    """The same from any sentences of several articles."""
    statements = Statements(passages)
    lines = math.ceil(words / WORDS_A_LINE) if words is not None else sentences or len(passages)
    worth = _worth(passages, min(MOST_AGREED, AGREED * lines))
    supported = _supported(passages, scores, statements, worth)
    an_outlet = _lines_an_outlet(passages, lines if words is not None else 0)
    room = Room(sentences, words, an_outlet, same_terms=SAME_AMONG_MANY if lines >= MANY else SAME_TERMS, worth=worth)
    chosen = choose(passages, _earliest_clear(supported, statements), room)
    return Summary(tuple(passages[at].line(statements.said_by(at)) for at in _to_read(chosen, passages)))


def _when(article: Article) -> tuple[bool, str]:
    return article.published is None, article.published.when if article.published else ""


def _lines_an_outlet(passages: Sequence[Passage], lines: int) -> int | None:
    outlets = len({passage.outlet for passage in passages})
    if outlets < 2:
        return None
    return max(LINES_AN_OUTLET, math.ceil(FAIR * lines / outlets))


def _supported(
    passages: Sequence[Passage], scores: Sequence[float], statements: Statements, worth: Mapping[str, float]
) -> list[float]:
    """Scores raised by what the articles have in common."""
    return [
        round(score + math.fsum(worth[term] for term in passage.terms), 6)
        + CORROBORATED * math.log2(statements.voices(at))
        for at, (passage, score) in enumerate(zip(passages, scores, strict=True))
    ]


def _worth(passages: Sequence[Passage], agreed: float) -> dict[str, float]:
    """What it is worth that a sentence has a term."""
    articles = {passage.article.id: passage.article for passage in passages}
    voices = {voice(passage) for passage in passages}
    used_by = Counter(term for _, term in {(voice(passage), term) for passage in passages for term in passage.terms})
    used_in = Counter(term for passage in passages for term in passage.terms)
    titled = Counter(t for article in articles.values() for t in set(terms(article.title, article.language)))
    others = max(1, len(voices) - 1)
    return {
        term: agreed * (used_by[term] - 1) / others
        + HEADLINED * titled[term] / len(articles)
        + FREQUENT * math.log(times)
        for term, times in used_in.items()
    }


def _earliest_clear(scores: Sequence[float], statements: Statements) -> list[float]:
    """Of the wordings of one statement the earliest clear one leads: it gets the best score of them all."""
    led = list(scores)
    for at in range(len(scores)):
        group = (at, *statements.alike(at))
        best = max(scores[other] for other in group)
        if at == min(other for other in group if scores[other] >= best - UNCLEAR):
            led[at] = best
    return led


def _to_read(chosen: Sequence[int], passages: Sequence[Passage]) -> list[int]:
    """The best line first: it tells the event, and points back to nothing where another can. Then by day, and within a
    day by how far into its article a line is."""
    lead = [at for at in chosen if not passages[at].dangles][:1] or list(chosen[:1])

    def time(at: int) -> tuple[str, float, int]:
        article = passages[at].article
        day = article.published.when[:10] if article.published else ""
        return day, passages[at].number / len(article.sentences), at

    return [*lead, *sorted((at for at in chosen if at not in lead), key=time)]
