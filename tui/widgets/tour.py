"""The tour of the first run: one line that says what to try next, goes on when it was tried, and leaves at one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.keymap import Keymap
from tui.render import Spans
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tui.app import NutgrafApp

LOOKS_EVERY = 0.25
"""Seconds between two looks at whether a step was done; nothing is painted unless it was."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try."""

    words: Callable[[Keymap], str]
    done: Callable[[NutgrafApp], bool]


STEPS: tuple[Step, ...] = (
    Step(
        lambda k: f"{k.key('list.down')} and {k.key('list.up')} move, {k.key('list.open')} opens a story or an article",
        lambda app: app.desk.opened,
    ),
    Step(
        lambda k: f"{k.key('text.page_down')} pages, then goes to the next unread; {k.key('pane.next')} to the summary",
        lambda app: app.desk.pane == "summary",
    ),
    Step(
        lambda k: f"its sentences are those of the text: {k.key('list.open')} goes there, {k.key('back')} to the list",
        lambda app: app.desk.pane == "browse",
    ),
    Step(lambda k: f"{k.key('search')} searches everything, as you type", lambda app: app.screen.id == "search"),
    Step(
        lambda k: f"{k.key('help')} lists all keys, {k.key('command')} and {k.key('palette')} all actions by name",
        lambda app: app.screen is not app.desk and app.screen.id != "search",
    ),
)


class Tour(OneLine):
    """Shown under the head of the desk until it is done or dismissed."""

    def __init__(self, ended: Callable[[], None]) -> None:
        super().__init__(id="tour")
        self._ended = ended
        self._at = 0

    def on_mount(self) -> None:
        """The first step; then it looks now and then."""
        self._say()
        self.set_interval(LOOKS_EVERY, self.look)

    @property
    def step(self) -> int:
        """Which step it is at, from 0."""
        return self._at

    def look(self) -> None:
        """Goes on when the step was done; after the last one the tour is over for good."""
        app: NutgrafApp = self.app  # type: ignore[assignment]  # it stands in no other app
        if self._at < len(STEPS) and STEPS[self._at].done(app):
            self._at += 1
            if self._at == len(STEPS):
                self._ended()
            else:
                self._say()

    def _say(self) -> None:
        app: NutgrafApp = self.app  # type: ignore[assignment]  # as above
        words = STEPS[self._at].words(app.keymap)
        left: Spans = [(f" {self._at + 1}/{len(STEPS)} ", "accent"), (words, "plain")]
        self.put(left, [(app.keymap.key("tour.end"), "strong"), (" no tour ", "faint")])
