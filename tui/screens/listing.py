"""A screen that is one list: the base of all that ends with what was chosen in it."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult

from tui.keys import Where
from tui.screens.leaving import Leaving
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList
from tui.widgets.rows import Rows

Result = TypeVar("Result")


class ListScreen(Leaving[Result]):
    """Rows and the line of keys; a screen of this kind says what choosing a row does."""

    PLACE: ClassVar[Where] = "help"
    """Whose keys the line at the foot shows, before those of lists; `BINDINGS` are to be of the same place."""
    AUTO_FOCUS = "RowList"

    def __init__(self, rows: Rows, cursor: int = 0) -> None:
        super().__init__()
        self._rows = rows
        self._cursor = cursor
        self._listing = RowList()

    def compose(self) -> ComposeResult:
        """The list, and the line at the foot."""
        yield self._listing
        yield KeyLine(self.PLACE, "list", "anywhere")

    def on_mount(self) -> None:
        """Fills the list."""
        self.put(self._rows, self._cursor)

    def put(self, rows: Rows, cursor: int = 0) -> None:
        """Shows other rows."""
        self._rows = rows
        self._listing.show(rows, cursor)

    @property
    def cursor(self) -> int:
        """The row the user is on, to come back to."""
        return self._listing.cursor

    @on(RowList.Chosen)
    def _row_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.chosen(event.index)

    @abstractmethod
    def chosen(self, index: int) -> None:
        """What choosing a row does."""

    def action_back(self) -> None:
        """Back to where the user came from; nothing is chosen."""
        self.dismiss(None)
