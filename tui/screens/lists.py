"""Which list is shown, in what order, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.keymap import keymap_in
from tui.messages import Told, View
from tui.panes.group_rows import NoteList
from tui.panes.places import SINCE_SETTING
from tui.panes.views import MENU, OF_STORIES, ORDERS, VIEWS, order_name
from tui.screens.marking import MarkingDesk

if TYPE_CHECKING:
    from index.marks import Order


class ListsDesk(MarkingDesk):
    """The menus of views and orders."""

    def action_views(self) -> None:
        """All views, to choose from."""
        from tui.panes.facts import Fact
        from tui.panes.summary_rows import Heading
        from tui.screens.choice import ChoiceScreen

        keys = {view: str(number) for number, view in enumerate(MENU[:5], 1)}
        rows = [Fact(VIEWS[view].name, keys.get(view, ""), leads_to=view) for view in MENU]

        def chosen(view: str | None) -> None:
            if view:
                self.action_view(cast("View", view))

        self.app.push_screen(ChoiceScreen([Heading("WHAT TO LIST"), *rows], labels=4, now=self.browse.view), chosen)

    def action_sort(self) -> None:
        """The orders of this list, to choose from."""
        from tui.panes.facts import Fact
        from tui.panes.summary_rows import Heading
        from tui.screens.choice import ChoiceScreen

        if VIEWS[self.browse.view].of is None and self.browse.view != "stories":
            self.post_message(Told("this list has one order"))
            return
        orders = OF_STORIES if self.browse.view == "stories" else tuple(ORDERS)
        view, now = self.browse.view, self.browse.shelf.order
        rows = [Fact(order_name(view, one), "now" if one == now else "", leads_to=one or "own") for one in orders]

        def chosen(order: str | None) -> None:
            if order:
                self.browse.sort(cast("Order", "" if order == "own" else order))

        self.app.push_screen(ChoiceScreen([Heading("ORDER"), *rows], now=now or "own"), chosen)

    def action_forget(self) -> None:
        """Takes away the note or highlight under the cursor; of a saved search it is asked whether to forget it."""
        rows = self.browse.rows
        if isinstance(rows, NoteList) and len(rows):
            id = rows.marks[self.browse.listing.cursor].id
            if self.written(lambda: self.library.remove_highlights([id])):
                self.post_message(Told(f"taken away; {keymap_in(self.app).key('undo')} brings it back"))
                self.marked_anew()
        else:
            self.browse.forget_search()

    def on_unmount(self) -> None:
        """What is added from now on is new next time."""
        super().on_unmount()
        self.library.set_setting(SINCE_SETTING, self.library.newest())
