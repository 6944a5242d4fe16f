"""One line to type in: the name under which a search is kept."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from tui import keys
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine


class NamingScreen(Screen[str | None]):
    """Closes with the name, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#name"

    def __init__(self, query: str) -> None:
        super().__init__()
        self._query = query

    def compose(self) -> ComposeResult:
        """What is kept, and the line for its name, which begins as the query itself."""
        yield OneLine([("KEEP THIS SEARCH AS", "heading")], id="naming")
        yield Field(value=self._query, id="name", placeholder="a name")
        yield OneLine(
            [("enter keeps it, esc does not; another one of that name is replaced", "faint")], id="naming-how"
        )
        yield KeyLine("help")

    @on(Input.Submitted, "#name")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Nothing is kept."""
        self.dismiss(None)
