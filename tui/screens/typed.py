"""A screen that is one line to type in: the base of all that ends with what was typed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui import keys
from tui.render import Spans
from tui.screens.leaving import Leaving
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine

Result = TypeVar("Result")

WIDEST = 66
"""Columns of the words around the line that come from an article or from the user."""


class TypedScreen(Leaving[Result | None]):
    """A heading, the line, and words below it; closes with what was typed, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "Field"

    def __init__(self, heading: Spans, field: Field, *told: str) -> None:
        super().__init__()
        self._heading, self._field, self._told = heading, field, told

    def compose(self) -> ComposeResult:
        """What is asked for, the line for it, and what enter does."""
        yield OneLine(self._heading)
        yield self._field
        yield from (Static(words, markup=False, classes="told") for words in self._told)
        yield KeyLine("help")

    @abstractmethod
    def taken(self, typed: str) -> Result | None:
        """What the screen closes with."""

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(self.taken(event.value))

    def action_back(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
