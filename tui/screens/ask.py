"""A question before something that cannot be undone; the cursor stands on the answer that does nothing."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from tui import keys
from tui.panes.facts import Fact, FactRows
from tui.panes.summary_rows import Heading
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList


class AskScreen(Screen[bool]):
    """Closes with True only when the user chose to do it."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#ask"

    def __init__(self, question: str, explained: str, no: str, yes: str) -> None:
        super().__init__()
        self._rows = FactRows(
            [Heading(question), Heading(explained), Fact(no, leads_to=False), Fact(yes, leads_to=True)], labels=0
        )

    def compose(self) -> ComposeResult:
        """Question and answers."""
        yield RowList(id="ask")
        yield KeyLine("help", "list")

    def on_mount(self) -> None:
        """Fills the list."""
        self.query_one(RowList).show(self._rows)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        entry = self._rows.entries[event.index]
        self.dismiss(isinstance(entry, Fact) and entry.leads_to is True)

    def action_back(self) -> None:
        """Nothing is done."""
        self.dismiss(False)
