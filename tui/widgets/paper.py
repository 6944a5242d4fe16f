"""What the line widgets share: looks from the stylesheet, and one place where spans become a strip."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.render import LOOKS, Span, segments

COMPONENTS = frozenset(f"look--{look}" for look in LOOKS)


def looks_of(widget: Widget) -> dict[str, Style]:
    """The style of every look on this widget, as the stylesheet has it now."""
    return {look: widget.get_component_rich_style(f"look--{look}", partial=True) for look in LOOKS}


def strip_of(spans: Iterable[Span], looks: dict[str, Style], width: int, base: Style) -> Strip:
    """Spans as one line of exactly `width` cells."""
    return Strip(segments(spans, looks)).adjust_cell_length(width, base).apply_style(base)


class Paper(ScrollView, can_focus=True, inherit_bindings=False):
    """A widget that paints only the lines that are seen, whatever their number."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._looks: dict[str, Style] | None = None
        self._base: Style | None = None

    @property
    def looks(self) -> dict[str, Style]:
        """The style of every look."""
        if self._looks is None:
            self._looks = looks_of(self)
        return self._looks

    def notify_style_update(self) -> None:
        """Forgets the looks when theme, focus or classes change."""
        self._looks = self._base = None
        super().notify_style_update()

    @property
    def columns(self) -> int:
        """Cells that a line may fill."""
        return max(1, self.scrollable_content_region.width)

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

    def jump(self, line: int) -> None:
        """Puts a line at the top at once: a reader's eye should not be carried past text."""
        self.scroll_to(y=line, animate=False)

    def painted(self, spans: Iterable[Span]) -> Strip:
        """A line of this widget."""
        if self._base is None:
            self._base = self.rich_style  # worth keeping: asking for it costs as much as painting the line
        return strip_of(spans, self.looks, self.columns, self._base)
