"""What the library shows of stories whose articles changed: headline, terms, sources, summary, and inferred dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.build.workers import Workers, ahead
from index.findings import Sources
from index.models import ArticleRow, Published, Story, Summary
from index.store.schema import STORY_LINES
from index.store.stores import Stores
from index.stories.copies import sources
from index.stories.describe import describe, inferred_date
from index.stories.ground import Ground
from index.told import Told, summary_of, told

STORIES_A_JOB = 32
_SMALL = 2
"""So many of these jobs are one job of reading files: 0.1 s each, and starting processes takes two seconds."""


class Telling:
    """Describes and summarises stories, and gathers what is to be written."""

    def __init__(self, stores: Stores, ground: Ground) -> None:
        self._stores = stores
        self._ground = ground
        self.stories: list[tuple[Story, Summary]] = []
        self.inferred: dict[str, Published | None] = {}
        """Article without a date of its own → the one of its story."""
        self.copies: dict[str, str] = {}
        """Article → the one whose text it carries, empty where it no longer does; only what differs from before."""

    def tell(self, members: Mapping[str, list[str]], workers: Workers, cancelled: Callable[[], bool]) -> Iterator[int]:
        """Tells each story of these articles; yields how many are told."""
        ordered = {story: sorted(ids, key=self._ground.age) for story, ids in members.items()}
        for (story, ids), (summary, voices) in zip(
            ordered.items(), self._read(ordered, workers, cancelled), strict=False
        ):
            rows = self._stores.articles.rows(ids)
            self.inferred.update(_inferred(rows))
            archive = self._ground.archive(rows[0].language)
            described = describe(story, rows, self._ground.features, archive)
            self.stories.append((replace(described, sources=voices.independent), summary))
            originals = voices.originals
            self.copies.update((row.id, of) for row in rows if (of := originals.get(row.id, "")) != row.copy_of)
            yield len(self.stories)

    def _read(
        self, members: Mapping[str, list[str]], workers: Workers, cancelled: Callable[[], bool]
    ) -> Iterator[tuple[Summary, Sources]]:
        """Summary and sources of each story, in order; the workers read them."""
        stories = list(members.values())
        batches = [stories[at : at + STORIES_A_JOB] for at in range(0, len(stories), STORIES_A_JOB)]
        executor = workers.fit_for(len(batches) // _SMALL)
        calls = (executor.submit(_read_all, [told(self._stores, ids) for ids in batch]).result for batch in batches)
        for some in ahead(calls, cancelled):
            yield from some


def _read_all(stories: Sequence[Told]) -> list[tuple[Summary, Sources]]:
    return [(summary_of(story, STORY_LINES), _voices(story)) for story in stories]


def _voices(story: Told) -> Sources:
    articles = [article for article, _ in story]
    return sources(articles) if len(articles) > 1 else Sources((), ((articles[0].id,),))


def _inferred(rows: Sequence[ArticleRow]) -> dict[str, Published | None]:
    """For the undated articles of a story, the date that the others agree on; None takes back an earlier inference."""
    own = [row.published for row in rows if row.published and "its story" not in row.published.found_in]
    date = inferred_date(own)
    undated = [row for row in rows if row.published not in own]
    return {row.id: date for row in undated if row.published != date}
