"""What a story shows when its articles are read side by side: articles from the store, answers from the core."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.findings import Fresh, Inside
from index.models import Article
from index.store.stores import Stores
from index.stories.copies import sources
from index.stories.gather import gather
from index.stories.novelty import novelty
from index.stories.timeline import coverage, timeline


def articles_of(stores: Stores, story: str) -> list[Article]:
    """The articles of a story, earliest first. Raises `NothingFound` for an id that is not in the library."""
    return [stores.articles.article(id) for id in stores.stories.story(story).articles]


def inside(stores: Stores, story: str) -> Inside:
    """Sources, what is new in each article, quotations and timeline. 50 articles take half a second."""
    articles = articles_of(stores, story)
    return read_together(story, articles)


def read_together(story: str, articles: Sequence[Article]) -> Inside:
    """The same from articles at hand, earliest first."""
    told = (novelty(articles), gather(articles), timeline(articles), coverage(articles))
    return Inside(story, sources(articles), *told)


def what_is_new(stores: Stores, story: str, read: Collection[str] | None) -> tuple[Fresh, ...]:
    """What each article adds to the earlier ones, or for somebody who has read some of them."""
    return novelty(articles_of(stores, story), read)
