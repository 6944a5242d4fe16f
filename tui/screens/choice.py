"""Something to choose among a few: what narrows a search, a way to make summaries, the answer to a question."""

from __future__ import annotations

from collections.abc import Sequence

from tui import keys
from tui.panes.facts import Fact, FactRows
from tui.panes.summary_rows import Heading
from tui.screens.listing import ListScreen

COUNTS = 8
"""Columns of what stands before the choices, a count or a mark."""


class ChoiceScreen(ListScreen[str | None]):
    """Closes with what the chosen row leads to, or with None when the user goes back."""

    BINDINGS = keys.bindings("help")

    def __init__(self, rows: Sequence[Heading | Fact], *, labels: int = COUNTS, now: object = None) -> None:
        """The cursor begins on the row that leads to what is so `now`."""
        so = [at for at, row in enumerate(rows) if now and isinstance(row, Fact) and row.leads_to == now]
        super().__init__(FactRows(rows, labels=labels, sign=""), next(iter(so), 0))
        self._entries = rows

    def chosen(self, index: int) -> None:
        """Closes with it."""
        entry = self._entries[index]
        self.dismiss(str(entry.leads_to) if isinstance(entry, Fact) and entry.leads_to else None)


class AskScreen(ChoiceScreen):
    """A question before something that cannot be undone: closes with a word only when the user chose to do it.

    The cursor stands on the answer that does nothing.
    """

    def __init__(self, question: str, explained: str, no: str, yes: str) -> None:
        super().__init__(
            [Heading(question), Heading(explained), Fact(no, leads_to=""), Fact(yes, leads_to=yes)], labels=0
        )
