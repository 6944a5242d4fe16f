"""Sentences that have something in common, each leading to its place."""

from __future__ import annotations

from index.findings import Spot
from tui import keys
from tui.messages import Opened, StoryOpened
from tui.panes.facts import Fact, FactRows
from tui.panes.story_rows import Rows
from tui.panes.summary_rows import Heading
from tui.screens.listing import ListScreen


class SentencesScreen(ListScreen[Opened | StoryOpened | None]):
    """Closes with the sentence to open, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")

    def __init__(self, words: str, rows: Rows) -> None:
        self._entries = [Heading(words), *rows]
        super().__init__(FactRows(self._entries, labels=0), 1)

    def chosen(self, index: int) -> None:
        """Opens it."""
        entry = self._entries[index]
        if isinstance(entry, Fact) and isinstance(entry.leads_to, Spot):
            self.dismiss(Opened(entry.leads_to.article, sentence=entry.leads_to.sentence))
