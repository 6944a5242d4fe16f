"""A name to type in: under which a search is kept, of the file that something is written to."""

from __future__ import annotations

from tui.screens.typed import TypedScreen
from tui.widgets.field import Field


class NamingScreen(TypedScreen[str]):
    """Closes with the name; an empty one is none."""

    def __init__(self, heading: str, value: str, how: str, placeholder: str = "a name") -> None:
        super().__init__([(heading, "heading")], Field(value=value, placeholder=placeholder), *how.split("\n"))

    def taken(self, typed: str) -> str | None:
        """The name."""
        return typed.strip() or None
