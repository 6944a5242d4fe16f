"""The command line at the foot: what can be typed is listed above it, what was typed before comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui import keys
from tui.commands import MOST, SHORT, Way, ways
from tui.history import History
from tui.keys import Key
from tui.path_names import ways_on
from tui.render import Spans, fit, justify
from tui.screens.leaving import Leaving
from tui.widgets.field import Field
from tui.widgets.row_list import RowList


class WayRows:
    """The ways to go on, a line each."""

    def __init__(self, ways: Sequence[Way]) -> None:
        self._ways = ways

    def __len__(self) -> int:
        return len(self._ways)

    def heights(self, _width: int, /) -> int:
        """A line."""
        return 1

    def selectable(self, _index: int, /) -> bool:
        """All of them."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The command, and what it does."""
        way = self._ways[index]
        words = fit(way.words, max(0, width - len(way.text) - 3))
        return [justify([(way.text, "bold"), ("  ", "plain"), (words, "faint")], [], width)]


def _paths(typed: str) -> list[Way]:
    """The files and folders that can stand after a command that takes one."""
    name, space, rest = typed.lstrip(":").partition(" ")
    takes = space and SHORT.get(name, name) in ("add", "w")
    return [Way(f"{name} {path}", "") for path in ways_on(rest.lstrip())] if takes else []


class CommandScreen(ModalScreen[str | None], Leaving[str | None]):
    """Closes with the line that was typed, or with None."""

    BINDINGS = keys.bindings("command")
    AUTO_FOCUS = "#command"

    def __init__(self, rows: Sequence[Key], values: Mapping[str, Sequence[str]], history: Sequence[str]) -> None:
        super().__init__()
        self._rows, self._values = rows, values
        self._history = History(tuple(history))
        self._ways: list[Way] = []
        self._at = -1
        self._own = ""
        """What was completed, as it was typed."""
        self._put_by_us = ""

    def compose(self) -> ComposeResult:
        """The list, and below it the line."""
        yield RowList(id="ways", can_focus=False)
        with Horizontal(id="command-line"):
            yield Static(":", id="command-sign")
            yield Field(id="command", placeholder="a command · tab completes · esc leaves")

    def on_mount(self) -> None:
        """How it can go on is shown before anything is typed."""
        self._list("")

    @property
    def _field(self) -> Field:
        return self.query_one("#command", Field)

    @on(Input.Changed, "#command")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._put_by_us:
            self._history = History(self._history.queries)
            self._list(event.value)

    def _list(self, typed: str) -> None:
        self._own, self._at, self._put_by_us = typed, -1, ""
        self._ways = _paths(typed) or ways(typed, self._rows, self._values)
        listing = self.query_one("#ways", RowList)
        listing.display = bool(self._ways)
        listing.styles.height = min(MOST, len(self._ways))
        listing.show(WayRows(self._ways))

    def _put(self, text: str) -> None:
        self._put_by_us = text
        self._field.value = text
        self._field.cursor_position = len(text)

    def action_complete(self, step: int) -> None:
        """The next way to go on; after the last one comes what was typed."""
        if self._ways:
            self._at = (self._at + 1 + step) % (len(self._ways) + 1) - 1
            self.query_one("#ways", RowList).cursor = max(0, self._at)
            self._put(self._ways[self._at].text if self._at >= 0 else self._own)

    def action_leaf(self, step: int) -> None:
        """Through earlier commands and back to what was typed."""
        history = self._history.older(self._field.value) if step < 0 else self._history.newer()
        if history != self._history:
            self._history = history
            self._put(history.shown)

    @on(RowList.Chosen, "#ways")
    def _clicked(self, event: RowList.Chosen) -> None:
        event.stop()
        self._put(self._ways[event.index].text)

    @on(RowList.Moved, "#ways")
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()

    @on(Input.Submitted, "#command")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Nothing is done."""
        self.dismiss(None)
