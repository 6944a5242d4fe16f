"""A list for any number of rows: rows come from a lazy source, and only the seen ones are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui import keys
from tui.render import Span, Spans, wrapped
from tui.widgets.paper import Paper
from tui.widgets.rows import NoRows, Rows, Tops


@dataclass(eq=False, repr=False)
class OfRow(Message):
    """Something happened to a row of a list."""

    list: RowList
    index: int

    @property
    def control(self) -> RowList:
        """The list, for `@on` with a selector."""
        return self.list


class RowList(Paper):
    """A cursor over rows of one or more lines. The row under the cursor has a bright rule at its left."""

    BINDINGS = keys.bindings("list")

    cursor: reactive[int] = reactive(0, repaint=False)

    always_bright = False
    """True where the cursor is moved from another widget too."""
    hides_cursor = False
    """True where the cursor means nothing until the keyboard is here."""

    class Moved(OfRow):
        """The cursor is on another row."""

    class Chosen(OfRow):
        """The user wants to open a row."""

    def __init__(self, rows: Rows | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.rows: Rows = rows or NoRows()
        self._tops = Tops(0, 1)
        self._laid_for = -1
        self._last: tuple[int, int, list[Spans]] | None = None
        """Index, width and lines of the row that was painted last: its next line is asked for next."""
        self._said = ""

    def say(self, words: str) -> None:
        """What stands there while there are no rows."""
        if words != self._said:
            self._said = words
            self.refresh()

    def show(self, rows: Rows, cursor: int = 0) -> None:
        """Other rows, the cursor on the one given or on the nearest that can be selected."""
        self.rows = rows
        self._lay_out()
        self.set_reactive(RowList.cursor, -1)
        self.refresh()
        self.cursor = self._selectable_from(min(max(0, cursor), max(0, len(rows) - 1)), 1)
        if self.cursor:
            self.call_after_refresh(self._reveal)  # rows that first outgrow the window cannot be scrolled before

    def keep(self, rows: Rows, cursor: int) -> None:
        """Fresh rows, the cursor's row now at `cursor`: on the screen it does not move, and nothing is told."""
        before = self._tops.of(self.cursor) - self.scroll_offset.y if len(self.rows) else 0
        self.rows = rows
        self._lay_out()
        self.set_reactive(RowList.cursor, self.validate_cursor(cursor))
        self.jump(max(0, self._tops.of(self.cursor) - before))
        self.refresh()

    def renew(self) -> None:
        """Paints the same rows again after their state changed."""
        self._lay_out()
        self.refresh()

    def repaint(self, wanted: Callable[[int], bool]) -> None:
        """Paints those of the seen rows anew of which something has changed."""
        first, seen = round(self.scroll_offset.y), self.height_seen
        for index in range(max(0, self._tops.row_at(first)), min(len(self.rows), self._tops.row_at(first + seen) + 1)):
            if wanted(index):
                self._repaint_row(index)

    def _repaint_row(self, index: int) -> None:
        self._last = None
        self.refresh_lines(self._tops.of(index), self._tops.of(index + 1) - self._tops.of(index))

    def on_resize(self) -> None:
        """Another width may need other heights."""
        self._lay_out()
        self.call_after_refresh(self._reveal)

    def _lay_out(self) -> None:
        self._tops = Tops(len(self.rows), self.rows.heights(self.columns - 1))
        self.set_length(self._tops.lines)
        self._laid_for = self.columns

    def render_line(self, y: int) -> Strip:
        """One line of the row that stands there."""
        if self._laid_for != self.columns:
            self._lay_out()
        line = y + self.scroll_offset.y
        index = self._tops.row_at(line)
        if not len(self.rows) and self._said:
            said = wrapped(self._said, self.columns - 2, self.height_seen)
            return self.painted([("  ", "plain"), (said[y], "faint")] if y < len(said) else [])
        if not 0 <= index < len(self.rows):
            return self.painted([])
        lines = self._lines(index, self._laid_for - 1)
        within = line - self._tops.of(index)
        text = lines[within] if within < len(lines) else []
        return self.painted([self._rule(index, seen=bool(text)), *text])

    def _lines(self, index: int, width: int) -> list[Spans]:
        if self._last is None or self._last[:2] != (index, width):
            self._last = (index, width, self.rows.lines(index, width))
        return self._last[2]

    def refresh(self, *regions: Region, **options: Any) -> Self:
        """What was painted last may have changed."""
        self._last = None
        return super().refresh(*regions, **options)

    def _rule(self, index: int, *, seen: bool) -> Span:
        bright = self.has_focus or self.always_bright
        if index != self.cursor or not seen or (self.hides_cursor and not bright):
            return (" ", "plain")
        return ("▌", "accent" if bright else "rule")

    def validate_cursor(self, cursor: int) -> int:
        """Never outside the rows."""
        return min(max(0, cursor), max(0, len(self.rows) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Keeps the cursor in sight; only the two rows that look different now are painted."""
        self._reveal()
        for index in (before, cursor):
            if 0 <= index < len(self.rows):
                self._repaint_row(index)
        if len(self.rows):
            self.post_message(self.Moved(self, cursor))

    def _reveal(self) -> None:
        if not len(self.rows):
            return
        top, bottom = self._tops.of(self.cursor), self._tops.of(self.cursor + 1)
        first, seen = self.scroll_offset.y, self.height_seen
        if self._selectable_from(0, 1) == self.cursor:
            top = 0
        if top < first:
            self.jump(top)
        elif bottom > first + seen:
            self.jump(min(top, bottom - seen))

    def _selectable_from(self, index: int, step: int) -> int:
        at = index
        while 0 <= at < len(self.rows):
            if self.rows.selectable(at):
                return at
            at += step
        return self.cursor if 0 <= self.cursor < len(self.rows) else 0

    def _move(self, rows: int) -> None:
        target = min(max(0, self.cursor + rows), max(0, len(self.rows) - 1))
        self.cursor = self._selectable_from(target, 1 if rows > 0 else -1)

    def _rows_in(self, lines: int) -> int:
        last = min(self._tops.of(self.cursor) + lines, self._tops.of(len(self.rows)) - 1)
        return max(1, self._tops.row_at(max(0, last)) - self.cursor)

    def action_down(self) -> None:
        """The next row."""
        self._move(1)

    def action_up(self) -> None:
        """The row before."""
        self._move(-1)

    def action_page(self, direction: int) -> None:
        """As many rows as are seen."""
        self._move(direction * self._rows_in(self.height_seen))

    def action_half(self, direction: int) -> None:
        """Half as many rows as are seen."""
        self._move(direction * self._rows_in(self.height_seen // 2))

    def action_top(self) -> None:
        """The first row."""
        self.cursor = self._selectable_from(0, 1)

    def action_bottom(self) -> None:
        """The last row."""
        self.cursor = self._selectable_from(len(self.rows) - 1, -1)

    def action_choose(self) -> None:
        """Opens the row under the cursor."""
        if len(self.rows) and self.rows.selectable(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click selects; a click on the selected row opens it."""
        index = self._tops.row_at(event.y + self.scroll_offset.y)
        if not (0 <= index < len(self.rows) and self.rows.selectable(index)):
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index

    def on_focus(self) -> None:
        """The rule brightens."""
        self._repaint_cursor()

    def on_blur(self) -> None:
        """The rule dims."""
        self._repaint_cursor()

    def _repaint_cursor(self) -> None:
        if self.cursor < len(self.rows):
            self._repaint_row(self.cursor)
