"""Which list was shown last, in what order, and where one stood in each: from one session to the next."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.panes.views import ORDERS, VIEWS, Shelf

if TYPE_CHECKING:
    from index.library import Library
    from index.marks import Order
    from tui.messages import View

VIEW_SETTING, CURSOR_SETTING = "view", "cursor"
VALUE_SETTING, PLACES_SETTING, ORDERS_SETTING = "view within", "places", "orders"
SINCE_SETTING = "seen until"
"""Where the library ended when the app was left last."""


@dataclass(slots=True)
class Places:
    """What is remembered of the lists."""

    view: View = "stories"
    value: str = ""
    cursor: str = ""
    """The article under the cursor, or beside a list without articles."""
    since: str = "0"
    """Where the library ended at the end of the last session."""
    orders: dict[str, Order] = field(default_factory=dict)
    """View → its order."""
    places: dict[str, str] = field(default_factory=dict)
    """Key of a shelf → the article or group that the cursor was left on."""

    @property
    def shelf(self) -> Shelf:
        """The one that was shown last."""
        return self.shelf_of(self.view, self.value)

    def shelf_of(self, view: View, value: str = "") -> Shelf:
        """A view in the order that it was given last."""
        return Shelf(view, value, self.orders.get(view, ""))


def read_places(library: Library) -> Places:
    """As it was left; what is damaged counts as not there."""
    setting = library.setting
    view: View = next((view for view in VIEWS if view == setting(VIEW_SETTING)), "stories")
    within = any(described.within == view for described in VIEWS.values())
    kept = _read(setting(ORDERS_SETTING)).items()
    orders: dict[str, Order] = {name: order for name, stored in kept for order in ORDERS if order == stored}
    value, since = setting(VALUE_SETTING) if within else "", setting(SINCE_SETTING) or "0"
    return Places(view, value, setting(CURSOR_SETTING), since, orders, _read(setting(PLACES_SETTING)))


def write_places(library: Library, places: Places) -> None:
    """For next time; where the library ends is written when the app is left."""
    kept = {VIEW_SETTING: places.view, VALUE_SETTING: places.value, CURSOR_SETTING: places.cursor,
            ORDERS_SETTING: json.dumps(places.orders), PLACES_SETTING: json.dumps(places.places)}  # fmt: skip
    for name, value in kept.items():
        library.set_setting(name, value)


def _read(stored: str) -> dict[str, str]:
    try:
        found = json.loads(stored or "{}")
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}
