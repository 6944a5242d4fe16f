"""Narrowing what a search found by time, outlet and story, and taking it back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on

from index.errors import NothingFound
from tui.panes.browse_rows import Clock
from tui.panes.facet_rows import LISTED, facet_rows
from tui.screens.choice import ChoiceScreen
from tui.screens.query import QueryScreen
from tui.widgets.time_bar import TimeBar

if TYPE_CHECKING:
    from index.library import Library


class NarrowingScreen(QueryScreen):
    """What narrows a query is words of the query: they are seen, and can be changed like the others."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(library, clock)
        self._narrowed: list[tuple[str, str]] = []
        """The queries before and after each narrowing, to go back to."""

    def action_narrow(self) -> None:
        """Outlets, stories and months of what was found, to choose from."""
        headlines: dict[str, str] = {}
        for story, _ in self.facets.stories[:LISTED]:
            with suppress(NothingFound):
                headlines[story] = self.library.story(story).headline
        self.app.push_screen(ChoiceScreen(facet_rows(self.facets, headlines)), self._narrow)

    def action_time(self) -> None:
        """The keyboard on the bar of hits over time; months to choose from where there is no room for it."""
        if self.time_bar.columns:
            self.time_bar.focus()
        else:
            self.action_narrow()

    @on(TimeBar.Narrowed)
    def _by_time(self, event: TimeBar.Narrowed) -> None:
        event.stop()
        self._narrow(event.words)
        if self.time_bar.has_focus:
            self.hits.focus()

    def _narrow(self, words: str | None) -> None:
        if words:
            narrower = f"{self.field.value.strip()} {words}"
            self._narrowed.append((self.field.value, narrower))
            self.field.value = narrower

    def action_widen(self) -> None:
        """The query as it was before it was narrowed; else without what hides hits."""
        before, after = self._narrowed.pop() if self._narrowed else ("", "")
        if after and after == self.field.value:
            self.field.value = before
        elif self.shown.hidden is not None:
            self._narrowed.clear()
            self.field.value = self.shown.hidden.query
