"""The brief: what happened in the last days, the screen one opens in the morning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from index.models import SummaryLine
from tui import keys
from tui.messages import Briefed, Opened, StoryOpened
from tui.panes.brief_rows import BriefRows, Chapter
from tui.panes.summary_rows import Heading, SummaryRows
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList
from tui.work import brief

if TYPE_CHECKING:
    from index.library import Library

WORDS = 1200
"""Words of all its sentences together: what one reads in five minutes."""


class BriefScreen(Screen[Opened | StoryOpened | None]):
    """Closes with what is to be opened, or with None when the user goes back."""

    BINDINGS = keys.bindings("brief")
    AUTO_FOCUS = "#brief"

    def __init__(self, library: Library, cursor: int = 0) -> None:
        super().__init__()
        self.library = library
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """One list: stories, each with its sentences."""
        yield RowList(id="brief")
        yield KeyLine("brief", "list", "anywhere")

    def on_mount(self) -> None:
        """Asks for it."""
        self.query_one(RowList).show(SummaryRows([Heading("THE BRIEF", "reading …")], {}, {}, {}))
        self.run_worker(partial(brief, self.library, WORDS, self.post_message), thread=True, group="brief")

    @on(Briefed)
    def _briefed(self, event: Briefed) -> None:
        event.stop()
        self.query_one(RowList).show(BriefRows(event.stories), self._cursor)

    @property
    def cursor(self) -> int:
        """The row the user is on, to come back to."""
        return self.query_one(RowList).cursor

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        rows = self.query_one(RowList).rows
        entry = rows.entries[event.index] if isinstance(rows, BriefRows) else None
        if isinstance(entry, SummaryLine):
            self.dismiss(Opened(entry.article, sentence=entry.sentence))
        elif isinstance(entry, Chapter):
            self.dismiss(StoryOpened(entry.story))

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.dismiss(None)
