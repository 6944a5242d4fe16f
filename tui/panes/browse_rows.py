"""The rows of the browse pane: the tree of stories and the plain list of articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from index.models import ArticleRow, Story
from tui.render import Spans, article_in_list, article_in_story, story_in_list

if TYPE_CHECKING:
    from index.library import Library

Clock = Callable[[], datetime]

UNFOLDED_UP_TO = 30
"""A library of so few articles shows all of them under their stories; a larger one would bury its stories."""


class ArticleList:
    """Articles, newest first, asked for as they are seen."""

    def __init__(self, articles: Sequence[ArticleRow], clock: Clock) -> None:
        self._articles = articles
        self._clock = clock
        self._fresh: dict[str, ArticleRow] = {}
        self.opened = ""

    def __len__(self) -> int:
        return len(self._articles)

    def heights(self, width: int) -> int:
        """One line where it is wide, else three."""
        return 1 if width >= 72 else 3

    def selectable(self, _index: int, /) -> bool:
        """Every row is an article."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The row as set."""
        row = self.row(index)
        return article_in_list(row, width, self._clock(), is_open=row.id == self.opened)

    def row(self, index: int) -> ArticleRow:
        """The article at this place, as it is now."""
        row = self._articles[index]
        return self._fresh.get(row.id, row)

    def renew(self, row: ArticleRow) -> None:
        """An article changed; it stays where it stands, for nothing moves unless asked."""
        self._fresh[row.id] = row

    def at(self, index: int) -> tuple[str, str]:
        """(article, story) of a row."""
        row = self.row(index)
        return row.id, row.story

    def find(self, article: str) -> int | None:
        """Where an article stands, looked for in the first thousand rows only: further down it costs too much."""
        return next((i for i in range(min(len(self), 1000)) if self._articles[i].id == article), None)


class StoryTree:
    """Stories with their articles under them; a story of one is shown as its article."""

    def __init__(self, stories: Sequence[Story], library: Library, clock: Clock) -> None:
        self.stories = stories
        self._library = library
        self._clock = clock
        self._rows: dict[str, ArticleRow] = {}
        few = sum(len(story.articles) for story in stories) <= UNFOLDED_UP_TO
        self.unfolded = {story.id for story in stories} if few else set[str]()
        self.opened = ""
        self._nodes: list[tuple[int, int]] = []
        self._build()

    def _build(self) -> None:
        self._nodes = []
        for number, story in enumerate(self.stories):
            self._nodes.append((number, -1))
            if story.id in self.unfolded and len(story.articles) > 1:
                self._nodes.extend((number, member) for member in range(len(story.articles)))

    def __len__(self) -> int:
        return len(self._nodes)

    def heights(self, width: int) -> Sequence[int]:
        """A story has its headline on one or two lines, a line of facts and, when folded, an empty line below."""
        return [self._height(at, number, member, width) for at, (number, member) in enumerate(self._nodes)]

    def _height(self, at: int, number: int, member: int, width: int) -> int:
        ends_story = at + 1 == len(self._nodes) or self._nodes[at + 1][0] != number
        if member >= 0:
            return 2 if ends_story else 1
        headline = self.stories[number].headline
        longest = width - 2
        two = len(headline) > longest or (not headline.isascii() and cell_len(headline) > longest)
        return (3 if two else 2) + ends_story

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
            return article_in_story(row, width, is_open=row.id == self.opened)
        if len(story.articles) == 1:
            lines = article_in_list(rows[0], min(width, 71), self._clock(), is_open=rows[0].id == self.opened)
            return [line for line in lines if line]
        return story_in_list(story, rows, width, self._clock(), unfolded=story.id in self.unfolded)

    def _rows_of(self, story: Story) -> list[ArticleRow]:
        missing = [article for article in story.articles if article not in self._rows]
        if missing:
            self._rows.update((row.id, row) for row in self._library.rows(missing))
        return [self._rows[article] for article in story.articles]

    def renew(self, row: ArticleRow) -> None:
        """An article changed."""
        self._rows[row.id] = row

    def at(self, index: int) -> tuple[str, str]:
        """(article, story) of a row; of a story it is the article that lent the headline."""
        number, member = self._nodes[index]
        story = self.stories[number]
        if member >= 0:
            return story.articles[member], story.id
        lead = next((row.id for row in self._rows_of(story) if row.title == story.headline), story.articles[0])
        return lead, story.id

    def is_story(self, index: int) -> bool:
        """True on the line of a story of several articles."""
        number, member = self._nodes[index]
        return member < 0 and len(self.stories[number].articles) > 1

    def fold(self, index: int, *, unfold: bool) -> None:
        """Shows or hides the articles of the story a row belongs to."""
        story = self.stories[self._nodes[index][0]].id
        (self.unfolded.add if unfold else self.unfolded.discard)(story)
        self._build()

    def is_unfolded(self, index: int) -> bool:
        """Whether the story a row belongs to shows its articles."""
        return self.stories[self._nodes[index][0]].id in self.unfolded

    def story_row(self, index: int) -> int:
        """The line of the story a row belongs to."""
        return index - self._nodes[index][1] - 1

    def step(self, index: int, direction: int) -> int | None:
        """The line of the next or previous story."""
        if direction < 0:
            before = self.story_row(index) - 1
            return self.story_row(before) if before >= 0 else None
        number = self._nodes[index][0]
        return next((i for i in range(index, len(self)) if self._nodes[i][0] > number), None)

    def find(self, article: str) -> int | None:
        """The row of an article, or of the story that hides it."""
        holder = next((n for n, story in enumerate(self.stories) if article in story.articles), None)
        if holder is None:
            return None
        member = self.stories[holder].articles.index(article)
        top = next(i for i, node in enumerate(self._nodes) if node[0] == holder)
        return self._nodes.index((holder, member)) if (holder, member) in self._nodes else top
