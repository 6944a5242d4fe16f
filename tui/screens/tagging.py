"""A line to type tags in, completed from those that there are."""

from __future__ import annotations

from collections.abc import Sequence

from tui.render import fit, one_line
from tui.screens.typed import WIDEST, TypedScreen
from tui.tags import completed, parted
from tui.widgets.completed_field import CompletedField


class TaggingScreen(TypedScreen[tuple[str, ...]]):
    """Closes with the tags that were typed."""

    def __init__(self, what: str, known: Sequence[str], had: Sequence[str]) -> None:
        known, had = [one_line(tag) for tag in known], [one_line(tag) for tag in had]
        super().__init__(
            [("TAGS OF  ", "heading"), (fit(what, WIDEST), "faint")],
            CompletedField(lambda typed: completed(typed, known, had), placeholder="energy, central asia, -old"),
            fit(f"now: {', '.join(had) or 'none'}", WIDEST),
            fit(f"there are: {', '.join(known) or 'none yet'}", WIDEST),
            "enter gives them; -tag takes one away; tab completes; commas between",
        )

    def taken(self, typed: str) -> tuple[str, ...]:
        """The tags, those to take away with their minus."""
        return parted(typed)
