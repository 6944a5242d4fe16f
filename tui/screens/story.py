"""A story: what its articles say in their own sentences, and the articles with outlet, agency and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.models import ArticleRow, Story, SummaryLine
from tui import dates, keys
from tui.messages import Opened
from tui.panes.brief_rows import day_of
from tui.panes.summary_rows import Entry, Heading, Member, SummaryRows, titled
from tui.render import Spans, many, title_of
from tui.screens.listing import ListScreen

if TYPE_CHECKING:
    from index.library import Library

SENTENCES = 5


class StoryRows(SummaryRows):
    """The headline of the story above its sentences and articles."""

    def __init__(self, story: Story, told: str, entries: list[Entry], rows: list[ArticleRow]) -> None:
        names = {row.id: row.source or title_of(row) for row in rows}
        super().__init__([Heading(story.headline, told), *entries], names, {row.id: day_of(row) for row in rows}, {})

    def _lay(self, entry: Entry, width: int) -> list[Spans]:
        if entry is self.entries[0] and isinstance(entry, Heading):
            return [*titled(entry, width), []]
        return super()._lay(entry, width)


def facts(story: Story, sources: int) -> str:
    """`4 articles · 2 sources · 9–10 Nov 2023`."""
    parts = [many(len(story.articles), "article"), many(sources, "source") if sources else ""]
    return " · ".join(part for part in (*parts, dates.days(story.first, story.last)) if part)


class StoryScreen(ListScreen[Opened | None]):
    """Closes with what is to be opened, or with None when the user goes back."""

    PLACE = "story"
    BINDINGS = keys.bindings("story")

    def __init__(self, library: Library, story: Story, cursor: int = 0) -> None:
        rows = library.rows(story.articles)
        lines = library.story_summary(story.id, SENTENCES).lines
        entries: list[Entry] = [Heading("ARTICLES"), *(Member(row, day_of(row)) for row in rows)]
        if lines:
            entries += [Heading("IN BRIEF"), *lines]
        told = facts(story, len({row.source for row in rows if row.source}))
        super().__init__(StoryRows(story, told, entries, rows), cursor)
        self.story = story

    def chosen(self, index: int) -> None:
        """A sentence opens its article there, an article from its place."""
        entry = self._rows.entries[index] if isinstance(self._rows, StoryRows) else None
        if isinstance(entry, SummaryLine):
            self.dismiss(Opened(entry.article, sentence=entry.sentence))
        elif isinstance(entry, Member):
            self.dismiss(Opened(entry.row.id))
