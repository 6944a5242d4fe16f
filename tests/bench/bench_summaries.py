"""The default ranking against sumy's own LexRank, and a story of 50 articles: `PYTHONPATH=. python
tests/bench/bench_summaries.py FILE [N]`.

FILE is a .jsonl with `title` and `text`. Both rankings get the same sentences and the same words.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from index.build.derive import derive_all
from index.models import Article
from index.sources.items import items
from index.store.articles import Derived
from index.summarise.article import rank
from index.summarise.story import summarise_story
from index.summarise.sumy_import import import_sumy
from index.summarise.terms import terms

ROUNDS = 3
STORY = 50


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


class Words:
    """Our sentences and words in sumy's own parser's stead."""

    def __init__(self, article: Article) -> None:
        self._language = article.language

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(terms(sentence, self._language))


def lexrank(article: Article) -> Any:
    """sumy's LexRank over an article's sentences."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    words = Words(article)
    texts = [article.sentence(number) for number in range(len(article.sentences))]
    document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in texts])])
    return LexRankSummarizer()(document, 3)


def main(file: str, count: int = 200) -> None:
    """Prints the ratio of the two rankings, and the time of a story."""
    import_sumy()
    derived = [item for item in derive_all(items([Path(file)])) if isinstance(item, Derived)][:count]
    articles = [item.article for item in derived if item.article.sentences]
    ours = best_of(ROUNDS, lambda: [rank(article) for article in articles])
    theirs = best_of(ROUNDS, lambda: [lexrank(article) for article in articles])
    size = f"{len(articles)} articles, median {median(len(article.sentences) for article in articles)} sentences"
    print(f"{size}: {ours:.2f} s, sumy {theirs:.2f} s: × {ours / theirs:.2f}")
    many = [replace(article, id=str(at)) for at, article in enumerate((articles * STORY)[:STORY])]
    rankings = {article.id: rank(article) for article in many}
    for lines in (1, 5, 10):
        took = best_of(ROUNDS, partial(summarise_story, many, rankings, sentences=lines))
        print(f"a story of {STORY} articles in {lines} lines: {took:.3f} s")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
