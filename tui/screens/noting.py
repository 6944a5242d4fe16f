"""A line to write a note in."""

from __future__ import annotations

from tui.render import fit
from tui.screens.typed import WIDEST, TypedScreen
from tui.widgets.field import Field


class NotingScreen(TypedScreen[str]):
    """Closes with the words, which may be none."""

    def __init__(self, words: str, what: str) -> None:
        super().__init__(
            [("NOTE ON  ", "heading"), (fit(what, WIDEST), "faint")],
            Field(value=words, placeholder="your own words"),
            "enter keeps it, esc does not; no words take a note away",
        )

    def taken(self, typed: str) -> str:
        """The words."""
        return typed.strip()
