"""Stories of what changed: only stories that a new or changed article touches are described and summarised again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from index.build.workers import Workers, ahead
from index.events import Event, Progress
from index.models import Article, ArticleRow, Published, Ranking, Story, Summary
from index.store.stores import Stores
from index.store.stories import STORY_LINES
from index.stories.cluster import regroup
from index.stories.describe import describe, inferred_date
from index.stories.features import Features
from index.stories.likeness import Archive
from index.summarise.article import summarise
from index.summarise.story import summarise_story

STORIES_A_JOB = 32

Told = list[tuple[Article, Ranking]]
"""The articles of one story, with how much each of their sentences tells."""


def group(stores: Stores, anew: bool, workers: Workers, cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Groups the articles that are new or changed (all of them if `anew`) and writes the outcome in one transaction.

    A stop leaves the stories of the last run; the articles stay on the list of the ungrouped.
    """
    changed = stores.articles.ids() if anew else stores.stories.ungrouped()
    if not changed:
        return
    yield Progress("stories", 0, len(changed))
    features = {id: Features.from_json(stored) for id, stored in stores.stories.features()}
    before = stores.stories.assigned()
    after = regroup(features, before, changed)
    moved = {id: story for id, story in after.items() if before.get(id) != story}
    members = _members(after, {*moved.values(), *(before.get(id, "") for id in moved), *(after[id] for id in changed)})
    archives = _archives(features, {features[ids[0]].language for ids in members.values()})
    stories: list[tuple[Story, Summary]] = []
    inferred: dict[str, Published | None] = {}
    for (story, ids), summary in zip(members.items(), _summaries(stores, members, workers, cancelled), strict=False):
        rows = stores.articles.rows(ids)
        inferred.update(_inferred(rows))
        stories.append((describe(story, rows, features, archives[features[ids[0]].language]), summary))
        yield Progress("stories", len(stories), len(members))
    if not cancelled():
        stores.stories.write(
            moved=moved, stories=stories, dropped=sorted(set(before.values()) - set(after.values())),
            inferred=inferred, grouped=changed,
        )  # fmt: skip


def _summaries(
    stores: Stores, members: Mapping[str, list[str]], workers: Workers, cancelled: Callable[[], bool]
) -> Iterator[Summary]:
    """A summary for each story, in order; the workers write them."""
    stories = list(members.values())
    batches = [stories[at : at + STORIES_A_JOB] for at in range(0, len(stories), STORIES_A_JOB)]
    executor = workers.fit_for(len(batches))
    calls = (executor.submit(_summarise_all, [_told(stores, ids) for ids in batch]).result for batch in batches)
    for some in ahead(calls, cancelled):
        yield from some


def _told(stores: Stores, ids: Sequence[str]) -> Told:
    return [(stores.articles.article(id), stores.articles.ranking(id)) for id in ids]


def _summarise_all(stories: Sequence[Told]) -> list[Summary]:
    return [_summarise(told, STORY_LINES) for told in stories]


def _summarise(told: Told, sentences: int) -> Summary:
    if len(told) == 1:  # most stories: nothing to agree on, and weighing voices against each other costs ten times more
        return summarise(*told[0], sentences=sentences)
    return summarise_story(
        [article for article, _ in told], {article.id: ranking for article, ranking in told}, sentences=sentences
    )


def _archives(features: Mapping[str, Features], languages: Collection[str]) -> dict[str, Archive]:
    """What is common and what is telling, in each of some languages."""
    return {
        language: Archive([each for each in features.values() if each.language == language])
        for language in sorted(languages)
    }


def story_summary(stores: Stores, ids: Sequence[str], sentences: int) -> Summary:
    """The summary of the story that these articles make."""
    return _summarise(_told(stores, ids), sentences)


def _members(after: Mapping[str, str], touched: set[str]) -> dict[str, list[str]]:
    """The articles of each touched story that has any, in the order of the library."""
    members: dict[str, list[str]] = {}
    for id, story in after.items():
        if story in touched:
            members.setdefault(story, []).append(id)
    return members


def _inferred(rows: Sequence[ArticleRow]) -> dict[str, Published | None]:
    """For the undated articles of a story, the date that the others agree on; None takes back an earlier inference."""
    own = [row.published for row in rows if row.published and "its story" not in row.published.found_in]
    date = inferred_date(own)
    undated = [row for row in rows if row.published not in own]
    return {row.id: date for row in undated if row.published != date}
