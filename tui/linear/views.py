"""Where one is in the linear reader: in a list, or in an article. Values; a step gives another one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.models import ArticleRow
from tui.linear.items import Item, articles_of

PAGE = 10
"""Items of a list that are told at once: as many as one remembers, about a minute of a voice."""
LETTERS = 1500
"""Letters of a page of text, whole paragraphs, at least one: about two minutes of a voice."""


@dataclass(frozen=True, slots=True)
class ListView:
    """A numbered list, told a page at a time."""

    name: str
    """What is listed, for the prompt."""
    items: Sequence[Item]
    empty: str
    """What is said where there is nothing."""
    top: int = 0
    """The first item of the page."""
    at: int = 0
    """The item that was opened last."""
    story: str = ""
    """Id of the story that the list is about."""
    query: str = ""
    """The search whose hits they are."""

    @property
    def page(self) -> Sequence[Item]:
        """The items that are told now."""
        return self.items[self.top : self.top + PAGE]

    @property
    def prompt(self) -> str:
        """Where one is."""
        last = min(self.top + PAGE, len(self.items))
        return f"{self.name}, {self.top + 1} to {last} of {len(self.items):,}" if self.items else f"{self.name}, none"

    def moved(self, step: int) -> ListView | None:
        """A page on or back; None where there is none."""
        top = self.top + step * PAGE
        return replace(self, top=top) if 0 <= top < len(self.items) else None

    def beside(self, article: str, step: int) -> tuple[ListView, str] | None:
        """The list at the item with the next article or the one before, and its id; None at the end of the list.

        No more items are looked at than it takes: of a long list each page is read from the library.
        """
        at = self.at
        ids = articles_of(self.items[at]) if self.items else ()
        place = ids.index(article) + step if article in ids else -1
        while not 0 <= place < len(ids):
            at += step
            if not 0 <= at < len(self.items):
                return None
            ids = tuple(id for id in articles_of(self.items[at]) if id != article)
            place = 0 if step > 0 else len(ids) - 1
        return replace(self, at=at), ids[place]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article, told a paragraph or a page at a time."""

    row: ArticleRow
    paragraphs: Sequence[tuple[int, str]]
    """(number of the block, what is said)."""
    start: int = 0
    """The first paragraph that was told last."""
    end: int = 0
    """The one after the last of them."""

    @property
    def prompt(self) -> str:
        """How far one is."""
        return f"article, paragraph {self.end} of {len(self.paragraphs)}"

    @property
    def is_over(self) -> bool:
        """Whether all has been told."""
        return self.end >= len(self.paragraphs)

    def told(self) -> list[str]:
        """What is said now."""
        return [text for _, text in self.paragraphs[self.start : self.end]]

    def on(self, *, page: bool) -> ArticleView:
        """The next paragraph, or as many as make a page."""
        end, letters = self.end, 0
        while end < len(self.paragraphs) and (end == self.end or (page and letters < LETTERS)):
            letters += len(self.paragraphs[end][1])
            end += 1
        return replace(self, start=self.end, end=end)

    def before(self) -> ArticleView:
        """The paragraph before what was told last; the first one where there is none."""
        start = max(0, self.start - 1)
        return replace(self, start=start, end=min(start + 1, len(self.paragraphs)))

    def at_block(self, block: int) -> ArticleView:
        """Before the paragraph of a block, nothing of it told yet."""
        found = next((at for at, (number, _) in enumerate(self.paragraphs) if number >= block), 0)
        return replace(self, start=found, end=found)


View = ListView | ArticleView
