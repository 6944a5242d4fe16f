"""What was found, by outlet, story and month, to narrow a search with one key."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from tui import keys
from tui.panes.facts import Fact, FactRows
from tui.panes.summary_rows import Heading
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

COUNTS = 8
"""Columns of the counts."""


class FacetScreen(Screen[str | None]):
    """Closes with the words to add to the query, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#facets"

    def __init__(self, rows: Sequence[Heading | Fact]) -> None:
        super().__init__()
        self._rows = FactRows(rows, labels=COUNTS)

    def compose(self) -> ComposeResult:
        """The rows and the line at the foot."""
        yield RowList(id="facets")
        yield KeyLine("help", "list")

    def on_mount(self) -> None:
        """Fills the list."""
        self.query_one(RowList).show(self._rows)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        entry = self._rows.entries[event.index]
        self.dismiss(str(entry.leads_to) if isinstance(entry, Fact) and entry.leads_to else None)

    def action_back(self) -> None:
        """Back to the hits."""
        self.dismiss(None)
