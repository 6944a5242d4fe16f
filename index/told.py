"""A story's articles, as the store has them, told in their own sentences; needs none of the machinery of a build."""

from __future__ import annotations

from collections.abc import Sequence

from index.models import Article, Ranking, Summary
from index.store.stores import Stores
from index.summarise.article import summarise
from index.summarise.story import summarise_story

Told = list[tuple[Article, Ranking]]
"""The articles of one story, with how much each of their sentences tells."""


def story_summary(stores: Stores, ids: Sequence[str], sentences: int) -> Summary:
    """The summary of the story that these articles make."""
    return summary_of(told(stores, ids), sentences)


def told(stores: Stores, ids: Sequence[str]) -> Told:
    """What a summary of these articles is made of."""
    return [(stores.articles.article(id), stores.articles.ranking(id)) for id in ids]


def summary_of(articles: Told, sentences: int) -> Summary:
    """The same from values."""
    if len(articles) == 1:  # most stories: nothing to agree on, and weighing voices costs ten times more
        return summarise(*articles[0], sentences=sentences)
    return summarise_story([one for one, _ in articles], {one.id: own for one, own in articles}, sentences=sentences)
