"""The lines that a widget has painted: Textual's cache of them, without what a plain line has no need of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual._border import get_box
from textual._styles_cache import RenderLineCallback, StylesCache
from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style

if TYPE_CHECKING:
    from tui.widgets.paper import Paper


class LineCache(StylesCache):
    """For each line Textual asks for fifteen styles, which takes longer than to paint it: a quarter of the time from a
    key to its frame. They are the same for all lines, so they are asked for once; where a widget has more of them than
    a rule at its left, Textual paints it. Lines that are scrolled and stay in sight are not painted again.
    """

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._is_plain = self._is_moving = False

    def render(self, styles: StylesBase, size: Size, *rest: Any, **more: Any) -> list[Strip]:
        """As Textual does, but looks at the styles before."""
        rule = None if more.get("opacity", 1.0) != 1.0 else self._rule(styles, *rest[:2])
        self._is_plain, self._paper.edge = rule is not None, rule or []
        try:
            return super().render(styles, size, *rest, **more)
        finally:
            self._paper.edge = []

    def _rule(self, styles: StylesBase, base: Color, background: Color) -> list[Segment] | None:
        top, right, bottom, (left, colour) = styles.border
        effects = styles.tint.a or styles.text_opacity != 1.0 or styles.has_rule("hatch")
        edges = (top, right, bottom, *styles.outline)
        if effects or any(kind for kind, _ in edges) or any(styles.padding):
            return None
        inner, outer = self.get_inner_outer(base, background)
        return [get_box(left, inner, outer, Style(foreground=base + colour))[1][0]] if left else []

    def render_line(
        self, styles: StylesBase, y: int, size: Size, content: Size, padding: Any, base: Color, background: Color,
        line: RenderLineCallback, *rest: Any,
    ) -> Strip:  # fmt: skip
        """A line with the rule at its left. It ends before the scroll bar: what lies below it would be cut off again,
        which takes as long as to paint it."""
        if not self._is_plain or y >= content.height:
            return super().render_line(styles, y, size, content, padding, base, background, line, *rest)
        strip = line(y)
        missing = 0 if self._paper.show_vertical_scrollbar else size.width - strip.cell_length
        if missing <= 0:
            return strip
        inner, _ = self.get_inner_outer(base, background)
        return Strip([*strip, Segment(" " * missing, inner.rich_style)], size.width)

    def set_dirty(self, *regions: Region) -> None:
        """These lines are to be painted anew, unless they only move."""
        if not self._is_moving:
            super().set_dirty(*regions)

    @contextmanager
    def moving(self, lines: int, height: int) -> Iterator[None]:
        """What was painted stands so many lines higher from now on, and nothing that happens meanwhile alters it."""
        kept = ((y - lines, strip) for y, strip in self._cache.items() if y not in self._dirty_lines)
        self._cache = {y: strip for y, strip in kept if 0 <= y < height}
        self._dirty_lines.clear()
        self._is_moving = True
        try:
            yield
        finally:
            self._is_moving = False
