"""Which stories are unfolded, and which of their articles are copies: what a tree of stories is laid out by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.panes.stories import NoStories, Stories
from tui.panes.story_tree import StoryTree

if TYPE_CHECKING:
    from index.findings import Copy
    from index.library import Library
    from index.models import Story
    from tui.panes.browse_rows import Clock

UNFOLDED_UP_TO = 30
"""A library of so few articles shows all of them under their stories; a larger one would bury its stories."""


class Folding:
    """Outlives the trees that are made by it."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library, self._clock = library, clock
        self.unfolded: set[str] = set()
        self.copies: dict[str, dict[str, Copy]] = {}
        """Story → copy or rewrite → what it follows; an empty one of a story that has none, or was asked for."""
        self.shows_copies = False
        """Whether copies stand below their original or are folded into it."""
        self._seen: set[str] = set()

    def renew(self) -> None:
        """Stories may have changed, and so their copies."""
        self.copies = {}

    def tree(self, stories: Stories | None) -> StoryTree:
        """Stories as rows; of a small library those that are new are unfolded."""
        stories = NoStories() if stories is None else stories
        if len(stories) == stories.whole and sum(stories.sizes) <= UNFOLDED_UP_TO:
            ids = {stories[at].id for at in range(len(stories))}
            self.unfolded |= ids - self._seen
            self._seen |= ids
        return StoryTree(
            stories, self._library, self._clock, self.unfolded, self.copies, shows_copies=self.shows_copies
        )

    def unknown(self, stories: Sequence[Story]) -> list[str]:
        """Ids of those whose copies nobody has asked for; from now on they are asked for."""
        wanted = [story.id for story in stories if story.id not in self.copies]
        self.copies |= {id: {} for id in wanted}
        return wanted

    def lay_out(self, tree: StoryTree) -> None:
        """The same tree after copies became known, came or went."""
        tree.copies, tree.shows_copies = self.copies, self.shows_copies
        tree.build()
