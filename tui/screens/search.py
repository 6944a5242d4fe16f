"""The search: a line to type in, and below it, as one types, the articles that match, each with its marked words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from index.models import Hit, Hits
from tui import keys
from tui.messages import Failed, Found, Opened
from tui.panes.browse_rows import Clock
from tui.render import Spans, hit_in_list, many, one_line
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine
from tui.widgets.row_list import RowList
from tui.work import Searching

if TYPE_CHECKING:
    from index.library import Library
    from index.search.engine import Sort

LIMIT = 200
"""Hits that are listed; how many more there are is said."""
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "outlet")


class HitRows:
    """Hits as rows of a list."""

    def __init__(self, hits: Sequence[Hit], clock: Clock) -> None:
        self.hits = hits
        self._clock = clock

    def __len__(self) -> int:
        return len(self.hits)

    def heights(self, width: int) -> int:
        """Headline, two lines of snippet and an empty one; where it is narrow the source has its own line."""
        return 4 if width >= 72 else 5

    def selectable(self, _index: int, /) -> bool:
        """Every hit."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The hit as set."""
        return hit_in_list(self.hits[index], width, self._clock())


class SearchScreen(Screen[Opened | None]):
    """Closes with the article to open when a hit is opened, with None when the user goes back. It keeps its state."""

    BINDINGS = keys.bindings("search")
    AUTO_FOCUS = "#query"

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self._searching = Searching(library, self.post_message)
        self._clock = clock
        self._sort: Sort = "relevance"
        self._answered = ""
        self._open_when_found = False

    def compose(self) -> ComposeResult:
        """The query on top, how it was understood, the hits."""
        with Horizontal(id="query-line"):
            yield Static("/", id="query-sign", markup=False)
            yield Field(id="query", placeholder='words  "a phrase"  -not  title:word  outlet:AP  since:2023-11')
            yield OneLine(id="query-total")
        yield OneLine(id="understood")
        yield Static("", id="notes", markup=False)
        hits = RowList(id="hits")
        hits.always_bright = True
        yield hits
        yield KeyLine("search", "list", "anywhere")

    @property
    def field(self) -> Input:
        """Where the query is typed."""
        return self.query_one("#query", Input)

    @property
    def hits(self) -> RowList:
        """What it found."""
        return self.query_one("#hits", RowList)

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._open_when_found = False
        self._ask()

    def _ask(self) -> None:
        text = self.field.value.strip()
        if not text:
            self.workers.cancel_group(self, "search")
            self._show("", Hits((), 0, ""))
            return
        self._ask_library(text, self._sort)

    @work(group="search", exclusive=True)
    async def _ask_library(self, text: str, sort: Sort) -> None:
        await self._searching.ask(text, sort, LIMIT)

    @on(Found)
    def _found(self, event: Found) -> None:
        event.stop()
        if event.text != self.field.value.strip() or event.sort != self._sort:
            return
        self._show(event.text, event.hits)
        if self._open_when_found and event.hits.hits:
            self._open(0)
        self._open_when_found = False

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self.query_one("#notes", Static).update(one_line(event.reason))

    def _show(self, text: str, hits: Hits) -> None:
        self._answered = text
        order = "" if self._sort == "relevance" else f" · {self._sort}"
        total = [(many(hits.total, "article") + order, "faint")] if text else []
        self.query_one("#query-total", OneLine).put([], total)
        self.query_one("#understood", OneLine).put([("  " + hits.understood, "faint")])
        notes = list(hits.notes)
        if hits.total > len(hits.hits):
            notes.append(f"the first {len(hits.hits)} are listed")
        self.query_one("#notes", Static).update("\n".join(one_line(note) for note in notes))
        self.query_one("#notes", Static).display = bool(notes)
        self.hits.show(HitRows(hits.hits, self._clock))

    @on(Input.Submitted, "#query")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._answered == self.field.value.strip():
            self.hits.action_choose()
        else:
            self._open_when_found = True

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._open(event.index)

    def _open(self, index: int) -> None:
        rows = self.hits.rows
        if isinstance(rows, HitRows):
            self.dismiss(Opened(rows.hits[index].row.id, query=self._answered))

    def on_key(self, event: events.Key) -> None:
        """While one types, ↑ and ↓ already move among the hits."""
        if self.field.has_focus and event.key in ("down", "up"):
            (self.hits.action_down if event.key == "down" else self.hits.action_up)()

    def action_edit(self) -> None:
        """From the hits to the query and back."""
        (self.hits if self.field.has_focus else self.field).focus()

    def action_sort(self) -> None:
        """The next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._ask()

    def action_back(self) -> None:
        """Back to reading; query and hits wait here."""
        self.dismiss(None)
