"""A line to type tags in, completed from those that there are."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Input

from tui import keys
from tui.render import fit, one_line
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine

WIDEST = 66
"""Columns of what is tagged, and of the tags that are offered."""


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


class TaggingScreen(Screen[tuple[str, ...] | None]):
    """Closes with the tags that were typed, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#tags"

    def __init__(self, what: str, known: Sequence[str], had: Sequence[str]) -> None:
        super().__init__()
        self._what = what
        self._known = [one_line(tag) for tag in known]
        self._had = [one_line(tag) for tag in had]

    def compose(self) -> ComposeResult:
        """What is tagged, its tags, the line, and those that there are."""
        yield OneLine([("TAGS OF  ", "heading"), (fit(self._what, WIDEST), "faint")], id="naming")
        completion = _Completion(self._known, self._had)
        yield _TagField(id="tags", placeholder="energy, central asia, -old", suggester=completion)
        yield OneLine([(fit(f"now: {', '.join(self._had) or 'none'}", WIDEST), "faint")], classes="how")
        yield OneLine([(fit(f"there are: {', '.join(self._known) or 'none yet'}", WIDEST), "faint")], classes="how")
        yield OneLine(
            [("enter gives them, -tag takes one away, tab completes, a comma parts them", "faint")], classes="how"
        )
        yield KeyLine("help")

    @on(Input.Submitted, "#tags")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(parted(event.value))

    def action_back(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
