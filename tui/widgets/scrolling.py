"""Lines that are scrolled by keys and wheel; whoever shows them keeps the place."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tui.widgets.paper import Paper


class Scrolling(Paper):
    """By line, half a page, page, to both ends."""

    @abstractmethod
    def scroll_lines(self, lines: int) -> None:
        """So many lines on, back where it is negative; never beyond the ends."""

    @abstractmethod
    def at_end(self) -> None:
        """The user pages on where there is no more."""

    @property
    def last_top(self) -> int:
        """The last line that can be the first one seen."""
        return max(0, self.virtual_size.height - self.height_seen)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel keeps the place as the keys do."""
        event.prevent_default().stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel keeps the place as the keys do."""
        event.prevent_default().stop()
        self.scroll_lines(-3)

    def action_line(self, direction: int) -> None:
        """A line."""
        self.scroll_lines(direction)

    def action_page(self, direction: int) -> None:
        """A page less two lines, so that the eye finds its place again."""
        if direction > 0 and self.scroll_offset.y >= self.last_top:
            self.at_end()  # nothing is left to scroll: painting it all again would come before the next text
            return
        self.scroll_lines(direction * max(1, self.height_seen - 2))

    def action_half(self, direction: int) -> None:
        """Half a page."""
        self.scroll_lines(direction * max(1, self.height_seen // 2))

    def action_top(self) -> None:
        """The beginning."""
        self.scroll_lines(-self.virtual_size.height)

    def action_bottom(self) -> None:
        """The end."""
        self.scroll_lines(self.virtual_size.height)
