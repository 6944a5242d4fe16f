"""The summary pane: what the article says in a few of its own sentences, and what its story says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from index.models import Article, ArticleRow, Story, SummaryLine
from tui.messages import Opened
from tui.panes.summary_rows import Entry, Heading, SummaryRows, paragraph_numbers
from tui.render import many
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.library import Library

LENGTHS = (0, 3, 7)
"""Sentences: off, short, long."""


class SummaryPane(RowList):
    """Sentences as rows; a chosen one is opened where it stands. As a band it gives every sentence one line."""

    hides_cursor = True

    def __init__(self, library: Library) -> None:
        super().__init__(id="summary")
        self.library = library
        self.length = 3
        self.band = False
        self._article: Article | None = None
        self._row: ArticleRow | None = None
        self._story: Story | None = None

    def give(self, article: Article | None, row: ArticleRow | None, story: Story | None) -> None:
        """Another article to tell about."""
        same = article is not None and self._article is not None and article.id == self._article.id
        self._article, self._row, self._story = article, row, story
        self._fill(self.cursor if same else 0)

    def use(self, length: int) -> None:
        """Another number of sentences."""
        self.length = length
        self._fill(0)

    def set_band(self, band: bool) -> None:
        """A band above the text, or a pane beside it."""
        if band != self.band:
            self.band = band
            self._fill(self.cursor)

    def _fill(self, cursor: int) -> None:
        entries = self._entries()
        numbers = {}
        if self._article is not None:
            numbers = {(self._article.id, s): n for s, n in paragraph_numbers(self._article).items()}
        self.show(SummaryRows(entries, self._names(entries), numbers, brief=self.brief), cursor)

    @property
    def brief(self) -> bool:
        """A band that nobody reads in is kept to one line a sentence."""
        return self.band and not self.has_focus

    def _entries(self) -> list[Entry]:
        if self._article is None or not self.length:
            return []
        lines = self.library.summary(self._article.id, self.length).lines
        told = f"{len(lines)} of {len(self._article.sentences)}"
        entries: list[Entry] = [Heading("IN BRIEF", told), *lines]
        if self._story is not None and len(self._story.articles) > 1:
            said = self.library.story_summary(self._story.id, 5).lines
            entries += [Heading("ITS STORY", many(len(self._story.articles), "article")), *said]
        return entries

    def _names(self, entries: list[Entry]) -> dict[str, str]:
        ids = list(dict.fromkeys(entry.article for entry in entries if isinstance(entry, SummaryLine)))
        own = self._article.id if self._article is not None else ""
        rows = self.library.rows(ids) if ids else []
        return {row.id: row.source or ("" if row.id == own else row.title) for row in rows}

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        entry = self.rows.entries[event.index] if isinstance(self.rows, SummaryRows) else None
        if isinstance(entry, SummaryLine):
            self.post_message(Opened(entry.article, sentence=entry.sentence))

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()

    def watch_has_focus(self, focused: bool) -> None:
        """A band opens while one reads in it, and closes again."""
        super().watch_has_focus(focused)
        if self.band:
            self._fill(self.cursor)
