"""Textual's palette of commands, where there is room for it."""

from __future__ import annotations

from textual import events
from textual.command import CommandPalette

from tui.screens.leaving import Leaving

ROOM = (24, 8)
"""Columns and rows that it needs: its list of no lines cannot be paged, and a key would end the app."""


def has_room(columns: int, rows: int) -> bool:
    """Whether the palette can be shown in a window of this size."""
    return columns >= ROOM[0] and rows >= ROOM[1]


class Palette(CommandPalette, Leaving[None]):
    """Closes when the window becomes too small for it, and is laid out as if it were not until then."""

    DEFAULT_CSS = "Palette > Vertical, Palette #--results { min-width: 24; }"

    def on_resize(self, event: events.Resize) -> None:
        """Looks whether there is still room."""
        if not has_room(*event.size) and self.is_current:
            self.dismiss(None)
