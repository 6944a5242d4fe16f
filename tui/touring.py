"""The tour of the first run: shown until it was ended once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ahead import TypingAhead

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

TOUR_SETTING = "tour"


class Touring(TypingAhead):
    """An app that shows its desk around."""

    desk: MainScreen

    @property
    def had_tour(self) -> bool:
        """Whether the tour was ended once, by its last step or by its key."""
        return bool(self.library.setting(TOUR_SETTING))

    def tour(self) -> None:
        """Shows the tour, from the beginning."""
        from tui.widgets.tour import Tour

        self.library.set_setting(TOUR_SETTING, "")
        if not self.desk.query("#tour"):
            self.desk.mount(Tour(self.action_end_tour), after="#head")

    def action_end_tour(self) -> None:
        """Ends it for good; `:tour` brings it back."""
        self.library.set_setting(TOUR_SETTING, "done")
        self.desk.query("#tour").remove()
