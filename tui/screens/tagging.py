"""A line to type tags in, completed from those that there are."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.suggester import Suggester

from tui.render import fit, one_line
from tui.screens.typed import WIDEST, TypedScreen
from tui.widgets.field import Field


def parted(typed: str) -> tuple[str, ...]:
    """What was typed as tags: parted by commas, and where there is none, by spaces."""
    parts = typed.split(",") if "," in typed else typed.split()
    tidy = (" ".join(part.split()) for part in parts)
    return tuple(dict.fromkeys(tag for tag in tidy if tag.strip("-")))


def completed(typed: str, known: Sequence[str], had: Sequence[str]) -> str:
    """What was typed with its last tag completed, after a minus from those that can be taken away; else empty."""
    at = max(typed.rfind(","), -1 if "," in typed else typed.rfind(" ")) + 1
    at += len(typed[at:]) - len(typed[at:].lstrip())
    minus = typed[at : at + 1] == "-"
    begun = typed[at + minus :]
    found = next((tag for tag in (had if minus else known) if tag.casefold().startswith(begun.casefold())), "")
    return typed[: at + minus] + found if begun and found else ""


class _Completion(Suggester):
    def __init__(self, known: Sequence[str], had: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known, self._had = known, had

    async def get_suggestion(self, value: str) -> str | None:
        return completed(value, self._known, self._had) or None


class _TagField(Field):
    """Completed by tab, as in a shell, and by the arrow to the right."""

    async def on_key(self, event: events.Key) -> None:
        """Tab goes nowhere else."""
        if event.key == "tab":
            event.prevent_default().stop()
            self.action_cursor_right() if self.cursor_position < len(self.value) else self._complete()

    def _complete(self) -> None:
        if self._suggestion:
            self.value = self._suggestion
            self.cursor_position = len(self.value)


class TaggingScreen(TypedScreen[tuple[str, ...]]):
    """Closes with the tags that were typed."""

    def __init__(self, what: str, known: Sequence[str], had: Sequence[str]) -> None:
        known, had = [one_line(tag) for tag in known], [one_line(tag) for tag in had]
        super().__init__(
            [("TAGS OF  ", "heading"), (fit(what, WIDEST), "faint")],
            _TagField(placeholder="energy, central asia, -old", suggester=_Completion(known, had)),
            fit(f"now: {', '.join(had) or 'none'}", WIDEST),
            fit(f"there are: {', '.join(known) or 'none yet'}", WIDEST),
            "enter gives them; -tag takes one away; tab completes; commas between",
        )

    def taken(self, typed: str) -> tuple[str, ...]:
        """The tags, those to take away with their minus."""
        return parted(typed)
