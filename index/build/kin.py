"""Why a story is one, what is near it and what it belongs to, asked of the stored library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from index.build.ground import ground
from index.kinship import Link, Near, Why
from index.models import Story
from index.store.stores import Stores
from index.stories import kin
from index.stories.cluster import SAMPLE, spread
from index.stories.features import Features
from index.stories.neighbours import neighbours, on_topic
from index.stories.pairs import Pairs

NEAR = 5
"""Near stories told, at most."""
THREAD = 12
"""Stories of a thread, at most: the likeliest ones."""


class Kin:
    """Answers about one story and the articles of its language."""

    def __init__(self, stores: Stores, story: str) -> None:
        """Raises `NothingFound` for an id that is not in the library."""
        self._stores = stores
        self._story = stores.stories.story(story)
        self._ties = stores.arranged.ties()
        self._ground = ground(stores)
        self._language = self._ground.language(self._story.articles[0])
        self._pairs = self._ground.pairs(self._language, {})
        self._members = self._places(self._story)

    def _places(self, story: Story) -> list[int]:
        """The articles of a story that are of the same language, by their places in the archive."""
        at = self._pairs.archive.rows.at
        return [at[name] for name in story.articles if name in at]

    def _compared(self) -> Pairs:
        """The members compared with each other and with what is near them."""
        self._pairs.meet_all(neighbours(self._pairs.archive, self._members))
        for at, place in enumerate(self._members):
            self._pairs.meet(place, self._members[at + 1 :])
        return self._pairs

    def why(self) -> Why:
        """For each article of the story the one it is nearest to."""
        pairs = self._compared()
        score = kin.whole(self._members, pairs)
        return Why(self._story.id, score, kin.score_needed(self._pairs), kin.nearest(self._members, pairs, self._ties))

    def near(self) -> tuple[Near, ...]:
        """The stories that were nearly taken for the same event, the nearest first."""
        pairs, found = self._compared(), []
        others = {other: theirs for other in self._stories_of(pairs.met()) if (theirs := self._places(other))}
        # What stands nearer to them than this story does lowers their score: so it did when they were grouped.
        pairs.meet_all(neighbours(pairs.archive, [place for theirs in others.values() for place in spread(theirs)]))
        for other, theirs in others.items():
            if self._ties.apart(self._story.articles, other.articles):
                continue
            score, (one, two) = kin.between(self._members, theirs, pairs)
            if score >= kin.NEARLY:
                found.append(Near(other, score, kin.score_needed(self._pairs), kin.bond(one, two, pairs, self._ties)))
        return tuple(sorted(found, key=lambda near: (-near.score, near.story.id))[:NEAR])

    def thread(self) -> tuple[Link, ...]:
        """The stories that continue one another, this one among them, in time; empty where it stands alone."""
        archive, features = self._pairs.archive, self._ground.features
        akin = self._stories_of(on_topic(archive, self._members))
        members = {story.id: [features[archive.rows.names[place]] for place in self._places(story)[:SAMPLE]]
                   for story in (self._story, *akin)}  # fmt: skip
        profiles = {id: kin.Profile.of(articles, archive) for id, articles in members.items() if articles}
        hanging = kin.thread(self._story.id, profiles)
        best = sorted(hanging, key=lambda id: (-hanging[id], id))[: THREAD - 1]
        chain = sorted([self._story, *(story for story in akin if story.id in best)], key=_time) if best else []
        return tuple(self._link(chain[:at], each, members, profiles) for at, each in enumerate(chain))

    def _stories_of(self, places: Sequence[int]) -> list[Story]:
        """The other stories in which these articles stand."""
        rows = self._stores.articles.rows([self._pairs.name(place) for place in places])
        return [self._stores.stories.story(id) for id in sorted({row.story for row in rows} - {self._story.id, ""})]

    def _link(
        self,
        before: Sequence[Story],
        story: Story,
        members: Mapping[str, Sequence[Features]],
        profiles: Mapping[str, kin.Profile],
    ) -> Link:
        """One story of a chain, with what it shares with the one before it that it is most like."""
        if not before:
            return Link(story, None, (), ())
        like = max(before, key=lambda each: profiles[each.id].topical(profiles[story.id]))
        names, terms, _ = kin.shared(members[like.id], members[story.id], self._pairs.archive)
        return Link(story, _days_between(before[-1], story), names, terms)


def _time(story: Story) -> tuple[str, str]:
    return story.first or "9999", story.id


def _days_between(earlier: Story, later: Story) -> int | None:
    if not earlier.first or not later.first:
        return None
    return (date.fromisoformat(later.first) - date.fromisoformat(earlier.first)).days
