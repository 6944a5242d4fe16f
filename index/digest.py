"""Summaries of files that are in no library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.build.derive import derive_all
from index.errors import NothingFound
from index.events import Skipped
from index.models import Origin, SummaryLine
from index.sources.items import items as read
from index.store.articles import Derived
from index.summarise.about import summarise_about
from index.summarise.article import summarise
from index.summarise.story import summarise_story
from index.words import words as words_of


def digest_files(
    paths: Sequence[Path], *, sentences: int | None, words: int | None, about: str | None
) -> Iterator[tuple[SummaryLine, Origin]]:
    """The best sentences of all articles in some files, each with its origin.

    Raises `NothingFound`, with the first reason, when none of the files holds an article.
    """
    outcomes = derive_all(read(paths))
    items = {item.article.id: item for item in outcomes if isinstance(item, Derived)}
    if not items:
        reasons = [f"{item.origin}: {item.reason}" for item in outcomes if isinstance(item, Skipped)]
        raise NothingFound("; ".join(reasons[:1]) or "there is no article in it", subject=paths)
    articles = [item.article for item in items.values()]
    rankings = {id: item.ranking for id, item in items.items()}
    if about:
        asked = [word for _, _, word in words_of(about)]
        summary = summarise_about(asked, articles, rankings, sentences=sentences, words=words)
    elif len(articles) > 1:
        summary = summarise_story(articles, rankings, sentences=sentences, words=words)
    else:
        summary = summarise(articles[0], rankings[articles[0].id], sentences=sentences, words=words)
    return ((line, items[line.article].article.origins[0]) for line in summary.lines)
