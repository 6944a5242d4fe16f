"""The line at the foot: the keys that work here, made from the table, and where one is in the text."""

from __future__ import annotations

from collections.abc import Collection

from textual.strip import Strip
from textual.widget import Widget

from tui import keys
from tui.keymap import keymap_in
from tui.looks import looks_in
from tui.render import Spans, justify, key_hints, width_of
from tui.widgets.paper import strip_of


class KeyLine(Widget):
    """Hints for the places that have the keyboard now."""

    ALLOW_SELECT = False

    def __init__(self, *places: keys.Where) -> None:
        super().__init__(classes="key-line")
        self._places = places
        self._right = ""
        self._without: Collection[str] = ()
        self._typing = False
        self._chosen: tuple[object, Spans] | None = None
        """What the hints were chosen for last, and they."""

    @property
    def places(self) -> tuple[keys.Where, ...]:
        """Whose keys it shows, the nearest first."""
        return self._places

    def put(self, *places: keys.Where, right: str = "", without: Collection[str] = (), typing: bool = False) -> None:
        """Other places have the keyboard, or another word stands at the right; `without` does nothing now."""
        said = (places, right, without, typing)
        if said != (self._places, self._right, self._without, self._typing):
            self._places, self._right, self._without, self._typing = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Hints at the left, as many as fit; help is never pushed out."""
        right = [(self._right, "faint")] if self._right else []
        width = self.size.width
        left = self._hints(width - 14 - width_of(right)) if y == 0 else []
        line = justify(left, right, width - 1) if y == 0 else []
        return strip_of(line, looks_in(self.app), width, self.rich_style)

    def _hints(self, room: int) -> Spans:
        """The same ones are not chosen again while one scrolls: that takes 0.5 ms."""
        wanted = (self._places, room, tuple(self._without), self._typing, keymap_in(self.app))
        if self._chosen is None or self._chosen[0] != wanted:
            rows = wanted[-1].rows
            hints = keys.hints(*self._places, without=self._without, rows=rows, typing=self._typing)
            last = [hint for hint in hints if hint[1] == "help"]
            spans = key_hints([hint for hint in hints if hint not in last], room)
            self._chosen = wanted, [(" ", "plain"), *spans, ("   ", "plain"), *key_hints(last, 12)]
        return self._chosen[1]
