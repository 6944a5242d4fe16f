"""The rows of the browse pane: stories with their articles under them, copies folded under their original."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.panes.browse_rows import Clock, picked_in, removed
from tui.render import Spans, article_in_list, article_in_story, story_in_list, wrapped

if TYPE_CHECKING:
    from index.findings import Copy
    from index.library import Library
    from index.models import ArticleRow, Story
    from tui.panes.stories import Stories

GRAF = 2
"""Lines of the sentence that tells a story."""
KEPT = 2000
"""Rows of articles that are held: those of some screenfuls."""
GRAF_FROM = 42
"""Columns from which that sentence stands under the headline: in fewer it would be a stump."""


class StoryTree:
    """Stories with their articles under them; a story of one is shown as its article."""

    def __init__(
        self, stories: Stories, library: Library, clock: Clock, unfolded: set[str] | None = None,
        copies: Mapping[str, Mapping[str, Copy]] | None = None, *, shows_copies: bool = False,
    ) -> None:  # fmt: skip
        self.stories = stories
        self._library = library
        self._clock = clock
        self._rows: dict[str, ArticleRow] = {}
        self._grafs: dict[str, str] = {}
        self.unfolded = set[str]() if unfolded is None else unfolded
        """Ids of the stories whose articles are shown."""
        self.copies: Mapping[str, Mapping[str, Copy]] = copies or {}
        """Story → copy or rewrite → what it follows, for the stories of which that is known."""
        self.shows_copies = shows_copies
        self.opened = ""
        self.picked: Collection[str] = ()
        self._numbers = array("l")
        """For each row which of the stories it is of."""
        self._within = array("l")
        """And which of its articles; -1 on the line of the story."""
        self._folded = array("l", range(len(stories)))
        """The rows of all stories while none is unfolded."""
        self._heights: tuple[tuple[int, int], list[int]] = ((-1, -1), [])
        """Room for headlines and for the sentences below them, and what height that gives to each story."""
        self._open: dict[int, Story] = {}
        """The unfolded stories of several articles, by number: as they were when the rows were laid out."""
        self.build()

    def build(self) -> None:
        """Lays the rows out anew, after something was unfolded or copies became known."""
        self._open = {at: story for at, story in self._unfolded() if len(story.articles) > 1}
        self._numbers, self._within, after = array("l"), array("l"), 0
        for number, story in self._open.items():
            members = array("l", self._members(story))
            self._numbers.extend(self._folded[after : number + 1] + array("l", [number]) * len(members))
            self._within.extend(array("l", [-1]) * (number + 1 - after) + members)
            after = number + 1
        self._numbers.extend(self._folded[after:])
        self._within.extend(array("l", [-1]) * (len(self.stories) - after))

    def _unfolded(self) -> list[tuple[int, Story]]:
        """Those of several articles, in order."""
        places = (self.stories.place(story) for story in self.unfolded)
        return [(at, self.stories[at]) for at in sorted(at for at in places if at is not None)]

    def _node(self, index: int) -> tuple[int, int, Story]:
        """Which of the stories, which of its articles, and the story itself."""
        number = self._numbers[index]
        return number, self._within[index], self._open.get(number) or self.stories[number]

    def _members(self, story: Story) -> Iterator[int]:
        """Articles in the order of the story; rewrites below what they follow; copies there too, or not at all."""
        from index.overviews import under_originals  # with the findings of stories 15 ms, after the first frame

        ties = self.copies.get(story.id, {})
        numbers = {article: at for at, article in enumerate(story.articles)}
        for article in under_originals(story.articles, {id: tie.original for id, tie in ties.items()}):
            if self.shows_copies or not self._is_copy(story, article):
                yield numbers[article]

    def _is_copy(self, story: Story, article: str) -> bool:
        tie = self.copies.get(story.id, {}).get(article)
        return tie is not None and tie.tie == "copy" and tie.original in story.articles

    def _copies_of(self, story: Story, article: str) -> int:
        ties = self.copies.get(story.id, {}).values()
        return sum(tie.original == article and tie.tie == "copy" for tie in ties)

    def __len__(self) -> int:
        return len(self._numbers)

    def heights(self, width: int) -> Sequence[int]:
        """A story has its headline on one or two lines, where it is wide the sentence that tells it, and its facts.

        An empty line follows each story. 7 ms for 100,000, and where only stories were folded 0.5 ms.
        """
        room = longest, graf = width - 2, GRAF if width >= GRAF_FROM else 0
        if self._heights[0] != room:
            ways = zip(self.stories.lengths, self.stories.sizes, strict=True)
            self._heights = room, [3 + (length > longest) + (graf if size > 1 else 0) for length, size in ways]
        whole, heights, after = self._heights[1], list[int](), 0
        for number in self._open:
            members = bisect_right(self._numbers, number) - self._top(number) - 1
            heights += whole[after : number + 1]
            if members:
                heights[-1] -= 1
                heights += [1] * (members - 1) + [2]
            after = number + 1
        return heights + whole[after:]

    def selectable(self, _index: int, /) -> bool:
        """Stories and articles alike."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """A story or one of its articles, as set."""
        number, member, story = self._node(index)
        rows = self._rows_of(story)
        if member >= 0:
            row = rows[member]
            hidden = 0 if self.shows_copies else self._copies_of(story, row.id)
            tie = self.copies.get(story.id, {}).get(row.id)
            is_open = row.id == self.opened
            lines = article_in_story(row, width, is_open=is_open, hidden=hidden, tie=tie.tie if tie else "")
            return picked_in(lines, row.id in self.picked)
        if self.stories.sizes[number] == 1:
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
        if any(article not in self._rows for article in story.articles):
            if len(self._rows) > KEPT:
                self._rows.clear()
                self._grafs.clear()
            self._rows.update((row.id, row) for row in self._library.rows(story.articles))
        return [self._rows.get(article) or removed(article) for article in story.articles]

    def renew(self, row: ArticleRow) -> None:
        """An article changed."""
        self._rows[row.id] = row

    def forget(self) -> None:
        """Many articles changed: all are read anew."""
        self._rows.clear()

    def at(self, index: int) -> tuple[str, str]:
        """(article, story) of a row; of a story it is the article that lent the headline."""
        _, member, story = self._node(index)
        if member >= 0:
            return story.articles[member], story.id
        lead = next((row.id for row in self._rows_of(story) if row.title == story.headline), story.articles[0])
        return lead, story.id

    def touches(self, index: int, articles: Collection[str]) -> bool:
        """Whether a row shows one of these articles, or the story of one."""
        _, member, story = self._node(index)
        return story.articles[member] in articles if member >= 0 else not set(story.articles).isdisjoint(articles)

    def is_story(self, index: int) -> bool:
        """True on the line of a story of several articles."""
        return self._within[index] < 0 and self.stories.sizes[self._numbers[index]] > 1

    def fold(self, index: int, *, unfold: bool) -> None:
        """Shows or hides the articles of the story a row belongs to."""
        story = self._node(index)[2].id
        (self.unfolded.add if unfold else self.unfolded.discard)(story)
        self.build()

    def is_unfolded(self, index: int) -> bool:
        """Whether the story a row belongs to shows its articles."""
        return self._node(index)[2].id in self.unfolded

    def story_row(self, index: int) -> int:
        """The line of the story a row belongs to."""
        return self._top(self._numbers[index])

    def story(self, index: int) -> Story:
        """The story a row belongs to."""
        return self._node(index)[2]

    def open_stories(self) -> list[Story]:
        """Those whose articles are shown."""
        return list(self._open.values())

    def place(self, story: str) -> int | None:
        """The line of a story."""
        number = self.stories.place(story)
        return None if number is None else self._top(number)

    def _top(self, number: int) -> int:
        return bisect_left(self._numbers, number)

    def step(self, index: int, direction: int) -> int | None:
        """The line of the next or previous story."""
        if direction < 0:
            before = self.story_row(index) - 1
            return self.story_row(before) if before >= 0 else None
        after = bisect_right(self._numbers, self._numbers[index])
        return after if after < len(self) else None

    def find(self, article: str, /) -> int | None:
        """The row of an article, or of the story that hides it."""
        holder = self.stories.holder(article)
        if holder is None:
            return None
        top, story = self._top(holder), self._open.get(holder)
        if story is None:
            return top
        hides = not self.shows_copies and self._is_copy(story, article)
        shown = self.copies[story.id][article].original if hides else article
        wanted = story.articles.index(shown) if shown in story.articles else -1
        last = bisect_right(self._numbers, holder)
        return next((at for at in range(top, last) if self._within[at] == wanted), top)
