"""Several lines to write a note in. What is pasted is text like any other: nothing in it can act."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from index.clean.safety import safe
from tui import keys

LINE_KEYS = ("enter", "shift+enter", "alt+enter", "ctrl+enter")
"""Keys that Textual would make a line of or swallow; here they do what the table says."""


class NoteArea(TextArea):
    """An area without a frame, whose cursor does not blink."""

    BINDINGS = keys.bindings("note")

    @dataclass
    class Kept(Message):
        """The note is written."""

        words: str

    def __init__(self, words: str) -> None:
        super().__init__(safe(words), compact=True, placeholder="your own words", highlight_cursor_line=False)
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """The table has these keys."""
        if event.key in LINE_KEYS:
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """With its lines, without what a terminal could take for a command."""
        event.prevent_default().stop()
        self.insert(safe(event.text))

    def action_keep(self) -> None:
        """Says what was written."""
        self.post_message(self.Kept(self.text))

    def action_line(self) -> None:
        """Another line."""
        self.insert("\n")
