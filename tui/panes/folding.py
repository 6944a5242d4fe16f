"""Which stories are unfolded, and which of their articles are copies: what a tree of stories is laid out by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.models import Story
from tui.panes.browse_rows import Clock
from tui.panes.story_tree import StoryTree
from tui.panes.views import Listed, ordered

if TYPE_CHECKING:
    from index.library import Library

UNFOLDED_UP_TO = 30
"""A library of so few articles shows all of them under their stories; a larger one would bury its stories."""


class Folding:
    """Outlives the trees that are made by it."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library, self._clock = library, clock
        self.stories: Sequence[Story] = ()
        """All of them, as they come."""
        self.unfolded: set[str] = set()
        self.copies: dict[str, dict[str, str]] = {}
        """Story → copy → original; an empty one of a story that has none, or was asked for."""
        self.shows_copies = False
        """Whether copies stand below their original or are folded into it."""
        self._seen: set[str] = set()

    def renew(self, stories: Sequence[Story]) -> None:
        """Fresh stories; of a small library those that are new are unfolded."""
        self.stories, self.copies = stories, {}
        if sum(len(story.articles) for story in stories) <= UNFOLDED_UP_TO:
            ids = {story.id for story in stories}
            self.unfolded |= ids - self._seen
            self._seen = ids

    def tree(self, listed: Listed) -> StoryTree:
        """The stories of a shelf as rows."""
        stories = ordered(self.stories, listed)
        return StoryTree(
            stories, self._library, self._clock, self.unfolded, self.copies, shows_copies=self.shows_copies
        )

    def unknown(self, stories: Sequence[Story]) -> list[str]:
        """Ids of the unfolded stories whose copies nobody has asked for; from now on they are asked for."""
        unfolded = (story.id for story in stories if len(story.articles) > 1 and story.id in self.unfolded)
        wanted = [id for id in unfolded if id not in self.copies]
        self.copies |= {id: {} for id in wanted}
        return wanted

    def lay_out(self, tree: StoryTree) -> None:
        """The same tree after copies became known, came or went."""
        tree.copies, tree.shows_copies = self.copies, self.shows_copies
        tree.build()
