"""The rows of the browse pane: the tree of stories and the plain list of articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from index.models import ArticleRow, Origin, Story
from tui.render import Spans, article_in_list, article_in_story, story_in_list, wrapped

if TYPE_CHECKING:
    from index.library import Library

Clock = Callable[[], datetime]

NEAR, FAR = 1000, 4000
"""Rows that are looked through for an article of unknown date, and for one among others of the same date."""
GRAF = 2
"""Lines of the sentence that tells a story."""
GRAF_FROM = 42
"""Columns from which that sentence stands under the headline: in fewer it would be a stump."""
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
        try:
            row = self._articles[index]
        except KeyError:  # it was removed a moment ago, and the fresh list is on its way
            return removed("")
        return self._fresh.get(row.id, row)

    def renew(self, row: ArticleRow) -> None:
        """An article changed; it stays where it stands, for nothing moves unless asked."""
        self._fresh[row.id] = row

    def at(self, index: int) -> tuple[str, str]:
        """(article, story) of a row."""
        row = self.row(index)
        return row.id, row.story

    def touches(self, index: int, articles: Collection[str]) -> bool:
        """Whether a row shows one of these articles."""
        return self.row(index).id in articles

    def find(self, article: str, wanted: ArticleRow | None = None) -> int | None:
        """Where an article stands; None when it is not listed.

        The list goes by date, so a few looks find the day; undated articles are many, and looked through up to a bound.
        """
        if wanted is None:
            return next((i for i in range(min(len(self), NEAR)) if self._articles[i].id == article), None)
        day = _moment(wanted)
        at = bisect_left(range(len(self)), True, key=lambda i: _moment(self._articles[i]) <= day)
        for index in range(at, min(len(self), at + FAR)):
            row = self._articles[index]
            if row.id == article:
                return index
            if _moment(row) < day:
                break
        return None


def _moment(row: ArticleRow) -> tuple[str, str]:
    when = row.published.when if row.published else ""
    return when[:10], when


def removed(article: str) -> ArticleRow:
    """What stands for an article that is no longer there until the list is fetched anew."""
    return ArticleRow(article, Origin(""), "(removed)", "", "", (), None, "", "", 0, "", gone=True, read=True)


class StoryTree:
    """Stories with their articles under them; a story of one is shown as its article."""

    def __init__(self, stories: Sequence[Story], library: Library, clock: Clock) -> None:
        self.stories = stories
        self._library = library
        self._clock = clock
        self._rows: dict[str, ArticleRow] = {}
        self._grafs: dict[str, str] = {}
        few = sum(len(story.articles) for story in stories) <= UNFOLDED_UP_TO
        self.unfolded = {story.id for story in stories} if few else set[str]()
        self.opened = ""
        self._nodes: list[tuple[int, int]] = []
        self._holders: dict[str, int] = {}
        """Article → number of its story, made when first asked for."""
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
            return article_in_story(row, width, is_open=row.id == self.opened)
        if len(story.articles) == 1:
            lines = article_in_list(rows[0], min(width, 71), self._clock(), is_open=rows[0].id == self.opened)
            return [line for line in lines if line]
        graf = wrapped(self._graf(story), width - 2, GRAF) if width >= GRAF_FROM else []
        return story_in_list(story, rows, width, self._clock(), graf, unfolded=story.id in self.unfolded)

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
        self._build()

    def unfold(self) -> None:
        """Lays the rows out anew after `unfolded` was changed."""
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

    def find(self, article: str, _wanted: ArticleRow | None = None) -> int | None:
        """The row of an article, or of the story that hides it."""
        if not self._holders:
            self._holders = {id: n for n, story in enumerate(self.stories) for id in story.articles}
        holder = self._holders.get(article)
        if holder is None:
            return None
        top = bisect_left(self._nodes, (holder, -1))
        if self.stories[holder].id not in self.unfolded or len(self.stories[holder].articles) == 1:
            return top
        return top + 1 + self.stories[holder].articles.index(article)
