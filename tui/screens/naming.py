"""One line to type in: the name under which a search is kept, the file that something is written to."""

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
    """Closes with what was typed, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#name"

    def __init__(self, heading: str, value: str, how: str, placeholder: str = "a name") -> None:
        super().__init__()
        self._heading, self._value, self._how, self._placeholder = heading, value, how, placeholder

    def compose(self) -> ComposeResult:
        """What is asked for, the line for it, and what enter does."""
        yield OneLine([(self._heading, "heading")], id="naming")
        yield Field(value=self._value, id="name", placeholder=self._placeholder)
        yield OneLine([(self._how, "faint")], id="naming-how")
        yield KeyLine("help")

    @on(Input.Submitted, "#name")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Nothing is kept."""
        self.dismiss(None)
