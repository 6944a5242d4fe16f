"""The desk: browse, reader and summary side by side, or one at a time where it is narrow.

This class arranges the panes and moves the keyboard between them; what is opened and where back leads is in
`tui.screens.reading`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.keymap import keymap_in
from tui.messages import Recounted
from tui.panes.browse import BrowsePane
from tui.panes.views import LARGE
from tui.render import Spans, many, title_of
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine
from tui.work import count

if TYPE_CHECKING:
    from index.library import Library
    from index.marks import LibraryCounts
    from tui.panes.browse_rows import Clock
    from tui.panes.reader import ReaderPane
    from tui.panes.summary import SummaryPane
    from tui.trail import Pane

WIDE, MEDIUM = 120, 80
"""Columns from which three and two panes fit."""
TALL = 16
"""Rows from which there is room for head and foot; the stylesheet takes them away below."""
BAND = 3
"""The summary above the text takes one part of the height out of so many."""
PANES: tuple[Pane, ...] = ("browse", "reader", "summary")
PANES_OF: Mapping[str, Pane] = {"browse-list": "browse", "text": "reader", "summary": "summary"}
"""Id of what takes the keyboard → its pane."""


class Room(Container):
    """Holds widgets that cover it. Of a blank one Textual makes one line and not one for each row of the window."""

    BLANK = True


class Desk(Screen[None]):
    """The panes, their arrangement, head and foot."""

    BLANK = True

    AUTO_FOCUS = "#browse-list"

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keyboard. The two widgets that gain and lose it paint themselves: all of the screen takes 20 ms."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self.library = library
        self.browse = BrowsePane(library, clock)
        self._clock = clock
        self._is_furnished = False
        self.pane: Pane = "browse"
        self._counts: LibraryCounts | None = None
        self._progress = OneLine(id="progress")
        self._progress.display = False

    @cached_property
    def reader(self) -> ReaderPane:
        """Where an article is read."""
        from tui.panes.reader import ReaderPane

        return ReaderPane()

    @cached_property
    def summary(self) -> SummaryPane:
        """Where it is summed up."""
        from tui.panes.summary import SummaryPane

        return SummaryPane(self.library, self._clock)

    def compose(self) -> ComposeResult:
        """Head, list, progress, foot."""
        yield OneLine([(" nutgraf", "strong")], id="head")
        with Room(id="panes"):
            yield self.browse
            yield Room(id="desk")
        yield self._progress
        yield KeyLine("list", "browse", "desk", "anywhere")

    def on_mount(self) -> None:
        """Arranges before the first frame, so that nothing jumps."""
        self.browse.restore()
        self.rearrange()

    async def furnish(self) -> None:
        """Puts reader and summary there, after the first frame: with nothing to read in them it has no need of them,
        and they take 40 ms to import, to style and to paint.
        """
        self.summary.display = False
        await self.browse.furnish()
        await self.query_one("#desk").mount(self.summary, self.reader)
        self._is_furnished = True
        self.rearrange()

    def on_resize(self) -> None:
        """Another window, another arrangement; what is shown stays."""
        self.rearrange()

    @property
    def width_class(self) -> str:
        """`wide`, `medium` or `narrow`."""
        columns = self.app.size.width
        return "wide" if columns >= WIDE else "medium" if columns >= MEDIUM else "narrow"

    def prepare(self) -> None:
        """Takes on the classes of this size before there are widgets: afterwards each class styles all of them anew."""
        height = "-tall" if self.app.size.height >= TALL else "-short"
        self.update_classes({height: True, f"-{self.width_class}": True}, update=False)

    def rearrange(self) -> None:
        """What is seen, and where, at this size."""
        width = self.width_class
        self.update_classes({f"-{name}": width == name for name in ("wide", "medium", "narrow")})
        one = width == "narrow"
        self.query_one("#desk").display = not one or self.pane != "browse"
        self.browse.display = not one or self.pane == "browse"
        if self._is_furnished:
            self._show_article_panes(one=one)
        self.head()

    def _show_article_panes(self, *, one: bool) -> None:
        shows_summary = bool(self.summary.length and self.reader.article)
        self.reader.display = not one or self.pane == "reader"
        self.summary.display = shows_summary and (not one or self.pane == "summary")
        self.summary.set_band(self.app.size.height // BAND if self.width_class == "medium" else 0)

    def widget_of(self, pane: Pane) -> Widget:
        """What takes the keyboard in a pane."""
        if pane == "browse":
            return self.browse.listing
        return self.reader.text if pane == "reader" else self.summary

    def go(self, pane: Pane) -> None:
        """Moves the keyboard to a pane; where it is narrow, shows it."""
        if pane == "summary" and not self.summary.length:
            pane = "reader"
        self.pane = pane
        self.rearrange()
        self.foot()
        self.set_focus(self.widget_of(pane))  # `focus()` would wait its turn, and a key go astray

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click may move the keyboard too."""
        pane = PANES_OF.get(event.widget.id or "", self.pane)
        if pane != self.pane:
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
        facts = [] if self._counts is None else _facts(self._counts)
        facts = facts[:1] if self.width_class == "narrow" else facts
        keymap = keymap_in(self.app)
        search, ask = keymap.key("search"), keymap.key("help")
        right: Spans = [(search, "strong"), (" search   ", "faint"), (ask, "strong"), (" help ", "faint")]
        self.query_one("#head", OneLine).put([*name, ("   " + " · ".join(facts), "faint")], right)

    def recount(self) -> None:
        """Counts anew after something changed; a large library in a worker: it takes 15 ms with 100,000 articles."""
        if not self.library.is_larger(LARGE):
            self._counts = self.library.counts()
        else:
            work = partial(count, self.library, self.post_message)
            self.run_worker(work, thread=True, group="counts", exclusive=True)

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
            pictures = self.reader.pictured and self.library.config.options.pictures
            without = ["back.quit", *([] if self.reader.hidden else ["reader.folded"])]
            without += [] if pictures else ["reader.pictures"]
            line.put("reader", "text", "desk", "anywhere", right=where, without=without)
        elif self.pane == "browse":
            line.put("list", "browse", "desk", "anywhere", without=("back",))
        else:
            line.put("list", "summary", "desk", "anywhere", without=("back.quit",))

    def progress(self, words: str, keys: Spans | None = None) -> None:
        """What is being done, above the foot; empty takes the line away."""
        self._progress.display = bool(words)
        self._progress.put([(f" {words}", "accent")], keys)


def _facts(counts: LibraryCounts) -> list[str]:
    return [many(counts.articles, "article"), many(counts.stories, "story", "stories"), f"{counts.unread:,} unread"]
