"""The lines that a widget has painted: Textual's cache of them, without what a plain line has no need of."""

from __future__ import annotations

from typing import Any

from rich.segment import Segment
from textual._border import get_box
from textual._styles_cache import RenderLineCallback, StylesCache
from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style


class LineCache(StylesCache):
    """For each line Textual asks for fifteen styles, which takes longer than to paint it: a quarter of the time from a
    key to its frame. They are the same for all lines, so they are asked for once; where a widget has more of them than
    a rule at its left, Textual paints it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._left: list[Segment] | None = None
        """What stands in front of every line; None where Textual is to paint."""

    def render(self, styles: StylesBase, size: Size, *rest: Any, **more: Any) -> list[Strip]:
        """As Textual does, but looks at the styles before."""
        self._left = None if more.get("opacity", 1.0) != 1.0 else self._rule(styles, *rest[:2])
        return super().render(styles, size, *rest, **more)

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
        """A line with the rule at its left."""
        if self._left is None or y >= content.height:
            return super().render_line(styles, y, size, content, padding, base, background, line, *rest)
        strip, (inner, _) = line(y), self.get_inner_outer(base, background)
        if (missing := content.width - strip.cell_length) < 0:
            strip = strip.crop(0, content.width)
        pad = [Segment(" " * missing, inner.rich_style)] if missing > 0 else []
        return Strip([*self._left, *strip, *pad], size.width)
