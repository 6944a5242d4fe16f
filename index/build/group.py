"""Stories of what changed: only stories that a new or changed article touches are described and summarised again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from index.build.ground import ground
from index.build.tell import Telling
from index.build.workers import Workers
from index.events import Event, Progress
from index.store.stores import Stores
from index.stories.cluster import regroup


def group(stores: Stores, anew: bool, workers: Workers, cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Groups the articles that are new or changed (all of them if `anew`) and writes the outcome in one transaction.

    A stop leaves the stories of the last run; the articles stay on the list of the ungrouped.
    """
    changed = stores.articles.ids() if anew else stores.stories.ungrouped()
    if not changed:
        return
    yield Progress("stories", 0, len(changed))
    known = ground(stores, changed)
    before = stores.stories.assigned()
    after = regroup(known, before, changed, stores.arranged.ties())
    moved = {id: story for id, story in after.items() if before.get(id) != story}
    members = _members(after, {*moved.values(), *(before.get(id, "") for id in moved), *(after[id] for id in changed)})
    told = Telling(stores, known)
    for done in told.tell(members, workers, cancelled):
        yield Progress("stories", done, len(members))
    if not cancelled():
        stores.stories.write(
            moved=moved, stories=told.stories, dropped=sorted(set(before.values()) - set(after.values())),
            inferred=told.inferred, grouped=changed, copies=told.copies.items(),
        )  # fmt: skip


def _members(after: Mapping[str, str], touched: set[str]) -> dict[str, list[str]]:
    """The articles of each touched story that has any, in the order of the library."""
    members: dict[str, list[str]] = {}
    for id, story in after.items():
        if story in touched:
            members.setdefault(story, []).append(id)
    return members
