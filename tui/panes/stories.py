"""What a tree of stories is made of: stories in an order, of which only the seen ones are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len

if TYPE_CHECKING:
    from index.models import Story


def headline_length(headline: str) -> int:
    """Columns of a headline, for `Stories.lengths`."""
    return max(len(headline), cell_len(headline))


class Stories(Protocol):
    """Stories in an order, each read as it is asked for."""

    @property
    def sizes(self) -> Sequence[int]:
        """How many articles each has."""
        ...

    @property
    def lengths(self) -> Sequence[int]:
        """How long each headline is, as `headline_length` has it."""
        ...

    @property
    def whole(self) -> int:
        """How many there would be if they were not narrowed by words."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, at: int, /) -> Story: ...

    def place(self, story: str, /) -> int | None:
        """Where a story stands; None when it is not among them."""
        ...

    def holder(self, article: str, /) -> int | None:
        """Where the story of an article stands."""
        ...

    def articles(self) -> list[str]:
        """Ids of all articles, story by story."""
        ...


class NoStories(list["Story"]):
    """Nothing yet."""

    sizes: Sequence[int] = ()
    lengths: Sequence[int] = ()
    whole = 0

    def place(self, _story: str, /) -> None:
        """It is not there."""

    def holder(self, _article: str, /) -> None:
        """It is not there."""

    def articles(self) -> list[str]:
        """None."""
        return []
