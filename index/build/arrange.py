"""Merging, splitting and moving by hand: settled in reading.db for every later grouping, and applied at once.

reading.db is written first: where the second write fails, the next grouping of these articles does as the user said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.build.ground import ground
from index.build.tell import Telling
from index.build.workers import Workers
from index.errors import UsageError
from index.kinship import Arranged
from index.models import Story
from index.store.stores import Stores
from index.stories.ids import new_id
from index.stories.ties import Changed


def merge(stores: Stores, stories: Sequence[str]) -> Arranged:
    """Makes one story of several; it has the id of the largest, the first named of equals.

    Raises `NothingFound`, and `UsageError` for fewer than two stories.
    """
    found = [stores.stories.story(id) for id in dict.fromkeys(stories)]
    if len(found) < 2:
        raise UsageError("a merge takes two stories or more", subject=", ".join(stories))
    names = [name for story in found for name in story.articles]
    whole = max(found, key=lambda story: len(story.articles))
    coming = [each for each in found if each is not whole]
    return _arrange(stores, f"merged {len(found)} stories", stores.arranged.ties().merged(names), whole.id, coming)


def split(stores: Stores, story: str, articles: Sequence[str]) -> Arranged:
    """Makes a story of its own of some articles of a story; the rest keeps its id.

    Raises `NothingFound`, and `UsageError` where nothing would be split.
    """
    found = stores.stories.story(story)
    part = [name for name in found.articles if name in articles]
    rest = [name for name in found.articles if name not in articles]
    if strange := [name for name in articles if name not in part]:
        raise UsageError(f"{strange[0]} is not in story {story}", subject=strange[0])
    if not part or not rest:
        raise UsageError("a split takes some of the articles of a story, not all", subject=story)
    changed = stores.arranged.ties().split(part, rest)
    words = f"split {len(part)} article{'s' * (len(part) != 1)} from a story"
    return _arrange(stores, words, changed, new_id(part, stores.stories.ids()), [replace(found, articles=tuple(part))])


def move(stores: Stores, article: str, story: str) -> Arranged:
    """Moves an article to another story. Raises `NothingFound`, and `UsageError` where it stands there already."""
    row, there = stores.articles.row(article), stores.stories.story(story)
    if row.story == story:
        raise UsageError(f"{article} is in story {story} already", subject=article)
    here = stores.stories.story(row.story)
    rest = [name for name in here.articles if name != article]
    changed = stores.arranged.ties().moved(article, rest, there.articles)
    words = "moved an article to another story"
    return _arrange(stores, words, changed, story, [replace(here, articles=(article,))])


def take_back(stores: Stores, arranged: Arranged) -> None:
    """Undoes what `merge`, `split` or `move` did; articles that have left the story since stay where they are."""
    with stores.database.marking() as connection:
        stores.arranged.write(connection, given=arranged.taken, taken=arranged.given)
    still = set(stores.stories.members(arranged.story))
    _apply(stores, {name: story for name, story in arranged.before if name in still})


def _arrange(stores: Stores, words: str, changed: Changed, target: str, coming: Sequence[Story]) -> Arranged:
    before = tuple((name, story.id) for story in coming for name in story.articles)
    arranged = Arranged(target, before, changed.given, changed.taken)
    with stores.database.marking() as connection:
        stores.arranged.write(connection, given=changed.given, taken=changed.taken)
        stores.journal.add(connection, words, ("arranged", arranged.to_json()))
    _apply(stores, dict.fromkeys((name for name, _ in before), target))
    return arranged


def _apply(stores: Stores, moved: Mapping[str, str]) -> None:
    """Puts articles into stories, and tells anew the stories that this touches."""
    left = {row.story for row in stores.articles.rows(list(moved))}
    members: dict[str, list[str]] = {story: [] for story in sorted({*left, *moved.values()} - {""})}
    for story in members:
        members[story] = [name for name in stores.stories.members(story) if name not in moved]
    for name, story in moved.items():
        members[story].append(name)
    there = {story: names for story, names in members.items() if names}
    told = Telling(stores, ground(stores))
    with Workers() as workers:
        for _ in told.tell(there, workers, lambda: False):
            pass
    stores.stories.write(
        moved=moved, stories=told.stories, dropped=sorted(members.keys() - there.keys()), inferred=told.inferred,
        grouped=(), copies=told.copies.items(),
    )  # fmt: skip
