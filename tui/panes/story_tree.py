"""The rows of the browse pane: stories with their articles under them, copies folded under their original."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from index.models import ArticleRow, Story
from tui.panes.browse_rows import Clock, picked_in, removed
from tui.render import Spans, article_in_list, article_in_story, story_in_list, wrapped

if TYPE_CHECKING:
    from index.library import Library

GRAF = 2
"""Lines of the sentence that tells a story."""
GRAF_FROM = 42
"""Columns from which that sentence stands under the headline: in fewer it would be a stump."""


class StoryTree:
    """Stories with their articles under them; a story of one is shown as its article."""

    def __init__(
        self, stories: Sequence[Story], library: Library, clock: Clock, unfolded: set[str] | None = None,
        copies: Mapping[str, Mapping[str, str]] | None = None, *, shows_copies: bool = False,
    ) -> None:  # fmt: skip
        self.stories = stories
        self._library = library
        self._clock = clock
        self._rows: dict[str, ArticleRow] = {}
        self._grafs: dict[str, str] = {}
        self.unfolded = set[str]() if unfolded is None else unfolded
        """Ids of the stories whose articles are shown."""
        self.copies: Mapping[str, Mapping[str, str]] = copies or {}
        """Story → copy → the article that it is a copy of, for the stories of which that is known."""
        self.shows_copies = shows_copies
        self.opened = ""
        self.picked: Collection[str] = ()
        self._nodes: list[tuple[int, int]] = []
        self._holders: dict[str, int] = {}
        """Article → number of its story, made when first asked for."""
        self.build()

    def build(self) -> None:
        """Lays the rows out anew, after something was unfolded or copies became known."""
        self._nodes = []
        for number, story in enumerate(self.stories):
            self._nodes.append((number, -1))
            if story.id in self.unfolded and len(story.articles) > 1:
                self._nodes.extend((number, member) for member in self._members(story))

    def _members(self, story: Story) -> Iterator[int]:
        """Articles in the order of the story; copies below their original, or not at all."""
        copies = self.copies.get(story.id, {})
        for at, article in enumerate(story.articles):
            if article not in copies:
                yield at
                if self.shows_copies:
                    yield from (n for n, other in enumerate(story.articles) if copies.get(other) == article)

    def _copies_of(self, story: Story, article: str) -> int:
        return sum(original == article for original in self.copies.get(story.id, {}).values())

    def __len__(self) -> int:
        return len(self._nodes)

    def heights(self, width: int) -> Sequence[int]:
        """A story has its headline on one or two lines, where it is wide the sentence that tells it, and its facts."""
        return [self._height(at, number, member, width) for at, (number, member) in enumerate(self._nodes)]

    def _height(self, at: int, number: int, member: int, width: int) -> int:
        ends_story = at + 1 == len(self._nodes) or self._nodes[at + 1][0] != number
        if member >= 0:
            return 2 if ends_story else 1
        headline = self.stories[number].headline
        graf = GRAF if width >= GRAF_FROM and len(self.stories[number].articles) > 1 else 0
        longest = width - 2
        two = len(headline) > longest or (not headline.isascii() and cell_len(headline) > longest)
        return (3 if two else 2) + graf + ends_story

    def selectable(self, _index: int, /) -> bool:
        """Stories and articles alike."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """A story or one of its articles, as set."""
        number, member = self._nodes[index]
        story = self.stories[number]
        rows = self._rows_of(story)
        if member >= 0:
            row = rows[member]
            hidden = 0 if self.shows_copies else self._copies_of(story, row.id)
            is_copy = row.id in self.copies.get(story.id, {})
            is_open = row.id == self.opened
            lines = article_in_story(row, width, is_open=is_open, hidden=hidden, is_copy=is_copy)
            return picked_in(lines, row.id in self.picked)
        if len(story.articles) == 1:
            lines = article_in_list(rows[0], min(width, 71), self._clock(), is_open=rows[0].id == self.opened)
            return picked_in([line for line in lines if line], rows[0].id in self.picked)
        graf = wrapped(self._graf(story), width - 2, GRAF) if width >= GRAF_FROM else []
        lines = story_in_list(story, rows, width, self._clock(), graf, unfolded=story.id in self.unfolded)
        return picked_in(lines, all(article in self.picked for article in story.articles))

    def _graf(self, story: Story) -> str:
        if story.id not in self._grafs:
            line = self._library.nut_graf(story.id)
            self._grafs[story.id] = line.text if line is not None else ""
        return self._grafs[story.id]

    def _rows_of(self, story: Story) -> list[ArticleRow]:
        missing = [article for article in story.articles if article not in self._rows]
        if missing:
            self._rows.update((row.id, row) for row in self._library.rows(missing))
        return [self._rows.get(article) or removed(article) for article in story.articles]

    def renew(self, row: ArticleRow) -> None:
        """An article changed."""
        self._rows[row.id] = row

    def forget(self) -> None:
        """Many articles changed: all are read anew."""
        self._rows.clear()

    def at(self, index: int) -> tuple[str, str]:
        """(article, story) of a row; of a story it is the article that lent the headline."""
        number, member = self._nodes[index]
        story = self.stories[number]
        if member >= 0:
            return story.articles[member], story.id
        lead = next((row.id for row in self._rows_of(story) if row.title == story.headline), story.articles[0])
        return lead, story.id

    def touches(self, index: int, articles: Collection[str]) -> bool:
        """Whether a row shows one of these articles, or the story of one."""
        number, member = self._nodes[index]
        shown = self.stories[number].articles
        return shown[member] in articles if member >= 0 else not set(shown).isdisjoint(articles)

    def is_story(self, index: int) -> bool:
        """True on the line of a story of several articles."""
        number, member = self._nodes[index]
        return member < 0 and len(self.stories[number].articles) > 1

    def fold(self, index: int, *, unfold: bool) -> None:
        """Shows or hides the articles of the story a row belongs to."""
        story = self.stories[self._nodes[index][0]].id
        (self.unfolded.add if unfold else self.unfolded.discard)(story)
        self.build()

    def is_unfolded(self, index: int) -> bool:
        """Whether the story a row belongs to shows its articles."""
        return self.stories[self._nodes[index][0]].id in self.unfolded

    def story_row(self, index: int) -> int:
        """The line of the story a row belongs to."""
        return self._top(self._nodes[index][0])

    def number(self, index: int) -> int:
        """Which of the stories a row belongs to."""
        return self._nodes[index][0]

    def place(self, story: str) -> int | None:
        """The line of a story."""
        return next((self._top(number) for number, each in enumerate(self.stories) if each.id == story), None)

    def _top(self, number: int) -> int:
        return bisect_left(self._nodes, number, key=lambda node: node[0])

    def step(self, index: int, direction: int) -> int | None:
        """The line of the next or previous story."""
        if direction < 0:
            before = self.story_row(index) - 1
            return self.story_row(before) if before >= 0 else None
        number = self._nodes[index][0]
        return next((i for i in range(index, len(self)) if self._nodes[i][0] > number), None)

    def find(self, article: str, /) -> int | None:
        """The row of an article, or of the story that hides it."""
        if not self._holders:
            self._holders = {id: n for n, story in enumerate(self.stories) for id in story.articles}
        holder = self._holders.get(article)
        if holder is None:
            return None
        top, story = self._top(holder), self.stories[holder]
        shown = article if self.shows_copies else self.copies.get(story.id, {}).get(article, article)
        wanted = (holder, story.articles.index(shown)) if shown in story.articles else (holder, -1)
        last = min(len(self._nodes), top + 1 + len(story.articles))
        return next((at for at in range(top, last) if self._nodes[at] == wanted), top)
