"""A line to write a note in."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from tui import keys
from tui.render import fit
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine

WIDEST = 66
"""Columns of the name of what is noted."""


class NotingScreen(Screen[str | None]):
    """Closes with the words, which may be none, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#note"

    def __init__(self, words: str, what: str) -> None:
        super().__init__()
        self._words = words
        self._what = what

    def compose(self) -> ComposeResult:
        """What it is about, and the line."""
        yield OneLine([("NOTE ON  ", "heading"), (fit(self._what, WIDEST), "faint")], id="naming")
        yield Field(value=self._words, id="note", placeholder="your own words")
        yield OneLine([("enter keeps it, esc does not; no words take a note away", "faint")], id="naming-how")
        yield KeyLine("help")

    @on(Input.Submitted, "#note")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())

    def action_back(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
