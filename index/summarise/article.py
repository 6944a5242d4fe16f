"""The summary of one article: its sentences are ranked once, then any length of summary is a choice among scores."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.models import Article, Ranking, Role, Summary
from index.summarise.methods import DEFAULT, summariser
from index.summarise.select import Passage, Room, choose
from index.summarise.terms import letters

OPENING = 5
"""Sentences that a title made of first words can reach into."""


def rank(article: Article, method: str = DEFAULT, *, last: Collection[int] = ()) -> Ranking:
    """A score for every sentence; what is set apart as a quotation comes below all of the body.

    `last` are numbers of sentences that come after all others of the body.
    """
    body = body_sentences(article)
    texts = [article.sentence(n) for n in body]
    scores = summariser(method).rank(texts, article.language, own_title(article.title, texts))
    lowest, highest = min(scores, default=0.0), max(scores, default=0.0)
    apart = highest - lowest + 1.0
    floor = lowest - apart - 1.0
    ranked = {number: score - apart * (number in last) for number, score in zip(body, scores, strict=True)}
    return Ranking(method, tuple(ranked.get(number, floor) for number in range(len(article.sentences))))


def body_sentences(article: Article) -> list[int]:
    """Numbers of the sentences that a summary may use: those of the body, or all where there is nothing else."""
    body = [n for n, at in enumerate(article.sentences) if article.blocks[at.block].role is Role.BODY]
    return body or list(range(len(article.sentences)))


def own_title(title: str, texts: Sequence[str]) -> str:
    """The title, unless it is only the first words of the text: those tell nothing of what matters in it."""
    opening = letters(" ".join(texts[:OPENING]))
    return "" if opening.startswith(letters(title)) else title


def summarise(article: Article, ranking: Ranking, *, sentences: int | None = 3, words: int | None = None) -> Summary:
    """The best sentences in text order; `words` (about so many), where given, decides instead of `sentences`."""
    passages = [Passage(article, number) for number in body_sentences(article)]
    scores = [ranking.scores[passage.number] for passage in passages]
    chosen = choose(passages, scores, Room(sentences, words, in_text_order=True))
    if words is None and sentences is not None and len(chosen) < sentences:
        chosen += _whatever_is_left(passages, scores, chosen)[: sentences - len(chosen)]
    return Summary(tuple(passages[at].line() for at in sorted(chosen)))


def _whatever_is_left(passages: Sequence[Passage], scores: Sequence[float], chosen: Sequence[int]) -> list[int]:
    """Lines that resemble chosen ones, best first: a reader who asks for more gets more. Doubles stay out."""
    texts = {passages[at].text for at in chosen}
    left = {passages[at].text: at for at in reversed(range(len(passages))) if passages[at].text not in texts}
    return sorted(left.values(), key=lambda at: (-scores[at], at))
