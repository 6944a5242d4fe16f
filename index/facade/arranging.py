"""Why stories are as they are, what is near them, and putting them right by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from index.facade.building import Building

if TYPE_CHECKING:
    from index.kinship import Arranged, Link, Near, Why
    from index.models import Origin


class Arranging(Building):
    """Merging, splitting, moving; reasons, near stories, threads.

    What is done by hand holds for every later grouping and for a library that is built anew. Call all of it from a
    worker: it takes 0.03 s for each 1,000 articles of the library.
    """

    def origins(self, story: str) -> list[Origin]:
        """Every place where the articles of a story were found: the same text in two files has two."""
        return self._stores.stories.origins(story)

    def merge(self, stories: Sequence[str]) -> Arranged:
        """Makes one story of several, under the id of the largest.

        Raises `NothingFound`, and `UsageError` for fewer than two.
        """
        from index.build.arrange import merge  # the summariser: 0.1 s

        return merge(self._stores, stories)

    def split(self, story: str, articles: Sequence[str]) -> Arranged:
        """Makes a story of its own of some articles of a story; `Arranged.story` is its id.

        Raises `NothingFound`, and `UsageError` where that would leave one of the two empty.
        """
        from index.build.arrange import split

        return split(self._stores, story, articles)

    def move(self, article: str, story: str) -> Arranged:
        """Moves an article to another story. Raises `NothingFound`, and `UsageError` where it is there already."""
        from index.build.arrange import move

        return move(self._stores, article, story)

    def take_back(self, arranged: Arranged) -> None:
        """Undoes a merge, a split or a move; what has left the story since stays where it is."""
        from index.build.arrange import take_back

        take_back(self._stores, arranged)

    def _undo_arranged(self, stored: Any) -> None:
        """Answers to the journal of what the user did."""
        from index.kinship import Arranged

        self.take_back(Arranged.of_json(stored))

    def why(self, story: str) -> Why:
        """Why the articles of a story are together. Raises `NothingFound`."""
        from index.build.kin import Kin

        return Kin(self._stores, story).why()

    def related(self, story: str) -> tuple[Near, ...]:
        """Stories that were nearly taken for the same event, the nearest first. Raises `NothingFound`."""
        from index.build.kin import Kin

        return Kin(self._stores, story).near()

    def kindred(self, story: str) -> tuple[Why, tuple[Near, ...], tuple[Link, ...]]:
        """`why`, `related` and `thread` at once, in a third of the time. Raises `NothingFound`."""
        from index.build.kin import Kin

        kin = Kin(self._stores, story)
        return kin.why(), kin.near(), kin.thread()

    def thread(self, story: str) -> tuple[Link, ...]:
        """The stories that continue one another, this one among them, in time. Raises `NothingFound`.

        Empty where nothing came before it or after it.
        """
        from index.build.kin import Kin

        return Kin(self._stores, story).thread()
