"""What the line widgets share: the width and the inks of a line, and one place where spans become a strip."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tui.looks import Looks, looks_in
from tui.render import Span, segments
from tui.widgets.bar import Bar
from tui.widgets.line_cache import LineCache


def strip_of(spans: Iterable[Span], looks: Looks, width: int, base: Style) -> Strip:
    """Spans as one line of exactly `width` cells."""
    return _filled(segments(spans, {look: base + style for look, style in looks.items()}), width, base)


def _filled(line: list[Segment], width: int, base: Style) -> Strip:
    cells = sum(segment.cell_length for segment in line)
    if cells > width:
        return Strip(line, cells).crop(0, width)
    return Strip([*line, Segment(" " * (width - cells), base)] if cells < width else line, width)


class Paper(ScrollView, can_focus=True, inherit_bindings=False):
    """A widget that paints only the lines that are seen, whatever their number."""

    ALLOW_SELECT = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._styles_cache = self._lines_painted = LineCache(self)
        self.edge: list[Segment] = []
        """What stands in front of each line while lines are painted."""
        self._inks: tuple[Looks, Style, Looks] | None = None
        """Looks and own style that lines were painted in last, and both together."""
        self._width = 0
        """Cells of a line while lines are painted: asking for it costs as much as painting one."""

    @property
    def looks(self) -> Looks:
        """The style of every look."""
        return looks_in(self.app)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """Textual makes it, and leaves nobody a choice of which."""
        bar = super().vertical_scrollbar
        if not isinstance(bar, Bar):
            bar.__class__ = Bar
        return bar

    @property
    def columns(self) -> int:
        """Cells that a line may fill."""
        return self._width or max(1, self.scrollable_content_region.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paints lines; what is the same for all of them is asked for once."""
        self._width = self.columns
        self._put_on(self.looks, self.rich_style)
        try:
            return super().render_lines(crop)
        finally:
            self._width = 0

    def _put_on(self, looks: Looks, own: Style) -> Looks:
        if self._inks is None or self._inks[0] is not looks or self._inks[1] != own:
            self._inks = looks, own, {look: own + style for look, style in looks.items()}
        return self._inks[2]

    @property
    def height_seen(self) -> int:
        """Lines that are seen."""
        return max(1, self.scrollable_content_region.height)

    def set_length(self, lines: int) -> None:
        """Tells the scroll bar how long the whole is.

        Only a bar that comes or goes, or a widget as high as its lines, needs a new layout: that paints all of it.
        """
        size = Size(self.columns, lines)
        comes_or_goes = self.styles.overflow_y == "auto" and (lines > self.height_seen) != self.show_vertical_scrollbar
        if comes_or_goes or self.styles.auto_dimensions:
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = lines

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lines that stay in sight move."""
        with self._lines_painted.moving(round(new_value) - round(old_value), self.size.height):
            super().watch_scroll_y(old_value, new_value)

    def jump(self, line: int) -> None:
        """Puts a line at the top at once: a reader's eye should not be carried past text."""
        self.scroll_to(y=line, animate=False)

    def painted(self, spans: Iterable[Span]) -> Strip:
        """A line of this widget."""
        _, own, inks = self._inks or (None, self.rich_style, self._put_on(self.looks, self.rich_style))
        return _filled([*self.edge, *segments(spans, inks)], self.columns + len(self.edge), own)
