"""The summary of what many articles say about a query: a story summary of the sentences that bear on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from index.models import Article, Ranking, Summary
from index.summarise.story import pool, summarise_pool
from index.summarise.terms import terms

BEARING = 1.0
"""Of a sentence that has every word of the query."""


def summarise_about(
    query_words: Collection[str],
    articles: Sequence[Article],
    rankings: Mapping[str, Ranking],
    *,
    sentences: int | None = 5,
    words: int | None = None,
) -> Summary:
    """Lines that have at least one of the words, as stems in each article's language; empty where none has."""
    passages, scores = pool(articles, rankings)
    bearing = [_bearing(query_words, passage.terms, passage.article.language) for passage in passages]
    near = [at for at, share in enumerate(bearing) if share]
    return summarise_pool(
        [passages[at] for at in near],
        [scores[at] + BEARING * bearing[at] for at in near],
        sentences=sentences,
        words=words,
    )


def _bearing(query_words: Collection[str], found: Collection[str], language: str) -> float:
    """The share of the query's words that a sentence has; stop words do not count."""
    wanted = {term for word in sorted(query_words) for term in terms(word, language)}
    return len(wanted.intersection(found)) / len(wanted) if wanted else 0.0
