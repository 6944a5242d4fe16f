"""A page to write a note on."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from tui.keymap import keymap_in
from tui.render import fit
from tui.screens.leaving import Leaving
from tui.screens.typed import WIDEST
from tui.widgets.key_line import KeyLine
from tui.widgets.note_area import NoteArea
from tui.widgets.one_line import OneLine


class NotingScreen(Leaving[str | None]):
    """Closes with the words, which may be none, or with None when the user goes back."""

    AUTO_FOCUS = "NoteArea"

    def __init__(self, words: str, what: str) -> None:
        super().__init__()
        self._words, self._what = words, what

    def compose(self) -> ComposeResult:
        """What the note is on, and room for several lines."""
        yield OneLine([("NOTE ON  ", "heading"), (fit(self._what, WIDEST), "faint")])
        yield NoteArea(self._words)
        keymap = keymap_in(self.app)
        keep, line = keymap.key("note.keep"), keymap.key("note.line")
        told = f"{keep} keeps it, {line} makes a new line; no words take a note away"
        yield Static(told, markup=False, classes="told")
        yield KeyLine("note", "anywhere")

    def on_mount(self) -> None:
        """Signs are typed here."""
        self.query_one(KeyLine).put("note", "anywhere", typing=True)

    @on(NoteArea.Kept)
    def _kept(self, event: NoteArea.Kept) -> None:
        event.stop()
        self.dismiss(event.words.strip())

    def action_back(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
