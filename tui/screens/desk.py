"""The desk: browse, reader and summary side by side, or one at a time where it is narrow.

This class arranges the panes and moves the keyboard between them; what is opened and where back leads is in
`tui.screens.reading`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.keymap import keymap_in
from tui.messages import Recounted
from tui.panes.browse import BrowsePane
from tui.panes.browse_rows import Clock
from tui.panes.reader import ReaderPane
from tui.panes.summary import SummaryPane
from tui.panes.views import LARGE
from tui.render import Spans, many, title_of
from tui.trail import Pane
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine
from tui.work import count

if TYPE_CHECKING:
    from index.library import Library, LibraryCounts

WIDE, MEDIUM = 120, 80
"""Columns from which three and two panes fit."""
PANES: tuple[Pane, ...] = ("browse", "reader", "summary")


class Desk(Screen[None]):
    """The panes, their arrangement, head and foot."""

    AUTO_FOCUS = "#browse-list"

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keyboard. The two widgets that gain and lose it paint themselves: all of the screen takes 20 ms."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self.library = library
        self.browse = BrowsePane(library, clock)
        self.reader = ReaderPane()
        self.summary = SummaryPane(library, clock)
        self.pane: Pane = "browse"
        self._counts: LibraryCounts | None = None

    def compose(self) -> ComposeResult:
        """Head, panes, progress, foot."""
        yield OneLine([(" nutgraf", "strong")], id="head")
        with Horizontal(id="panes"):
            yield self.browse
            with Container(id="desk"):
                yield self.summary
                yield self.reader
        yield OneLine(id="progress")
        yield KeyLine("list", "browse", "desk", "anywhere")

    def on_mount(self) -> None:
        """Arranges before the first frame, so that nothing jumps."""
        self.query_one("#progress").display = False
        self.browse.restore()
        self.rearrange()

    def on_resize(self) -> None:
        """Another window, another arrangement; what is shown stays."""
        self.rearrange()

    @property
    def width_class(self) -> str:
        """`wide`, `medium` or `narrow`."""
        columns = self.app.size.width
        return "wide" if columns >= WIDE else "medium" if columns >= MEDIUM else "narrow"

    def rearrange(self) -> None:
        """What is seen, and where, at this size."""
        width = self.width_class
        for name in ("wide", "medium", "narrow"):
            self.set_class(width == name, f"-{name}")
        one = width == "narrow"
        shows_summary = bool(self.summary.length and self.reader.article)
        self.browse.display = not one or self.pane == "browse"
        self.reader.display = not one or self.pane == "reader"
        self.summary.display = shows_summary and (not one or self.pane == "summary")
        self.query_one("#desk").display = not one or self.pane != "browse"
        self.summary.set_band(width == "medium")
        self.head()

    def widget_of(self, pane: Pane) -> Widget:
        """What takes the keyboard in a pane."""
        return {"browse": self.browse.listing, "reader": self.reader.text, "summary": self.summary}[pane]

    def go(self, pane: Pane) -> None:
        """Moves the keyboard to a pane; where it is narrow, shows it."""
        if pane == "summary" and not self.summary.length:
            pane = "reader"
        self.pane = pane
        self.rearrange()
        self.set_focus(self.widget_of(pane))  # `focus()` would wait its turn, and a key go astray

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click may move the keyboard too."""
        for pane in PANES:
            if event.widget is self.widget_of(pane):
                self.pane = pane
        self.foot()

    def action_pane(self, step: int) -> None:
        """The next pane that has something to show."""
        open_panes = [
            p for p in PANES if p == "browse" or (self.reader.article and (p == "reader" or self.summary.length))
        ]
        at = open_panes.index(self.pane) if self.pane in open_panes else 0
        self.go(open_panes[(at + step) % len(open_panes)])

    def head(self) -> None:
        """How much there is; where it is narrow, where one is."""
        name: Spans = [(" nutgraf", "strong")]
        if self.width_class == "narrow" and self.pane != "browse" and self.reader.row is not None:
            row = self.reader.row
            crumbs = [self.browse.view, *(["in brief"] if self.pane == "summary" else []), row.source, title_of(row)]
            trail = " › ".join(crumb for crumb in crumbs if crumb)
            self.query_one("#head", OneLine).put([(f" {trail}", "faint")])
            return
        counts = self._counts or self.recount()
        facts = [
            many(counts.articles, "article"),
            many(counts.stories, "story", "stories"),
            f"{counts.unread:,} unread",
        ]
        facts = facts[:1] if self.width_class == "narrow" else facts
        keymap = keymap_in(self.app)
        search, ask = keymap.key("search"), keymap.key("help")
        right: Spans = [(search, "strong"), (" search   ", "faint"), (ask, "strong"), (" help ", "faint")]
        self.query_one("#head", OneLine).put([*name, ("   " + " · ".join(facts), "faint")], right)

    def recount(self) -> LibraryCounts:
        """Counts anew after something changed; a large library in a worker, for it takes 15 ms with 100,000 articles.

        Gives what is known now.
        """
        if self._counts is None or self._counts.articles < LARGE:
            self._counts = self.library.counts()
        else:
            work = partial(count, self.library, self.post_message)
            self.run_worker(work, thread=True, group="counts", exclusive=True)
        return self._counts

    @on(Recounted)
    def _recounted(self, event: Recounted) -> None:
        event.stop()
        self._counts = event.counts
        self.head()

    def foot(self, found: str = "") -> None:
        """The keys that work where the keyboard is; in the reader, how far one is."""
        line = self.query_one(KeyLine)
        if self.pane == "reader" and self.reader.row is not None:
            seen = self.reader.text.seen
            left = round(self.reader.row.minutes * (1 - seen))
            where = found or (f"{seen:.0%} · {left} min left" if left else f"{seen:.0%}")
            without = ("back.quit",) if self.reader.hidden else ("back.quit", "reader.folded")
            line.put("reader", "text", "desk", "anywhere", right=where, without=without)
        elif self.pane == "browse":
            line.put("list", "browse", "desk", "anywhere", without=("back",))
        else:
            line.put("list", "summary", "desk", "anywhere", without=("back.quit",))

    def progress(self, words: str, keys: Spans | None = None) -> None:
        """What is being done, above the foot; empty takes the line away."""
        line = self.query_one("#progress", OneLine)
        line.display = bool(words)
        line.put([(f" {words}", "accent")], keys)
