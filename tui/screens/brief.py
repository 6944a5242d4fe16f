"""The brief: what happened in the last days, the screen one opens in the morning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from index.models import SummaryLine
from tui import keys
from tui.answers import Briefed
from tui.messages import Opened, StoryOpened
from tui.panes.brief_rows import BriefRows, Chapter
from tui.panes.summary_rows import Entry, Heading, SummaryRows
from tui.screens.copying import copy_from
from tui.screens.listing import ListScreen
from tui.story_work import brief

if TYPE_CHECKING:
    from index.library import Library

WORDS = 1200
"""Words of all its sentences together: what one reads in five minutes."""
PERIODS = {1: "a day", 3: "three days", 7: "a week", 30: "a month", 365: "a year"}
"""Days up to the newest article, and how they are called."""
PERIOD_SETTING = "brief"
WEEK = 7


class BriefScreen(ListScreen[Opened | StoryOpened | None]):
    """Closes with what is to be opened, or with None when the user goes back."""

    PLACE = "brief"
    BINDINGS = keys.bindings("brief")

    def __init__(self, library: Library, cursor: int = 0) -> None:
        super().__init__(SummaryRows([Heading("THE BRIEF", "reading …")], {}, {}, {}), cursor)
        self.library = library
        kept = library.setting(PERIOD_SETTING)
        self._days = int(kept) if kept.isdigit() and int(kept) in PERIODS else WEEK

    def on_mount(self) -> None:
        """Asks for it."""
        super().on_mount()
        self._ask()

    def _ask(self) -> None:
        work = partial(brief, self.library, self._days, WORDS, self.post_message)
        self.run_worker(work, thread=True, group="brief", exclusive=True)

    @on(Briefed)
    def _briefed(self, event: Briefed) -> None:
        event.stop()
        if event.days == self._days:
            self.put(BriefRows(event.stories, PERIODS[self._days]), self._cursor)

    def chosen(self, index: int) -> None:
        """A sentence opens its article there, a headline its story."""
        entry = self._at(index)
        if isinstance(entry, SummaryLine):
            self.dismiss(Opened(entry.article, sentence=entry.sentence))
        elif isinstance(entry, Chapter):
            self.dismiss(StoryOpened(entry.story))

    def _at(self, index: int) -> Entry | None:
        return self._rows.entries[index] if isinstance(self._rows, BriefRows) else None

    def action_copy(self) -> None:
        """The sentence under the cursor with its citation."""
        copy_from(self.app, self.library, self._at(self.cursor))

    def action_period(self, step: int) -> None:
        """More days or fewer; the choice is kept."""
        periods = list(PERIODS)
        at = periods.index(self._days) + step
        if 0 <= at < len(periods):
            self._days, self._cursor = periods[at], 0
            self.library.set_setting(PERIOD_SETTING, str(self._days))
            self._ask()
