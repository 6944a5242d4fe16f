"""The search: what is found is opened, kept under a name, and says in its own sentences what it has to say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.widgets import Input

from index.hits import Hits
from index.models import SummaryLine
from tui import keys
from tui.answers import Question, Said
from tui.history import History
from tui.keymap import keymap_in
from tui.keys import Where
from tui.messages import Opened, StoryOpened, Told
from tui.panes.brief_rows import day_of
from tui.panes.browse_rows import Clock
from tui.panes.hit_rows import HitRows
from tui.panes.summary_rows import Entry, Heading, SummaryRows
from tui.render import many, title_of
from tui.screens.copying import copy_from
from tui.screens.naming import NamingScreen
from tui.screens.narrowing import NarrowingScreen
from tui.screens.query import NO_HITS
from tui.search_work import save_search
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.library import Library

SAYING = "WHAT THESE HITS SAY"


class SearchScreen(NarrowingScreen):
    """Closes with the article to open when a hit is opened, with None when the user goes back. It keeps its state."""

    BINDINGS = keys.bindings("search")
    AUTO_FOCUS = "#query"
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (120, "-beside")]  # noqa: RUF012  Textual declares it so

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(library, clock)
        self._history = History(tuple(reversed(library.searches.history())))
        self._open_when_found = False
        self._begins_with = ""
        self._says = False

    def on_mount(self) -> None:
        """A saved search may be what it begins with."""
        self.said.display = False
        self._show("", NO_HITS)
        if self._begins_with:
            self._put(self._begins_with)

    def begin(self, query: str) -> None:
        """Searches for this, the keyboard in the hits."""
        self._begins_with = query
        if self.is_mounted:
            self._put(query)

    def _put(self, query: str) -> None:
        if self.field.value == query:
            self.ask()
        self.field.value = query
        self.hits.focus()

    def on_descendant_focus(self) -> None:
        """Letters are no keys while one types."""
        typing = self.field.has_focus
        without = () if typing else ("search.next",)
        here: tuple[Where, ...] = ("times", "search") if self.time_bar.has_focus else ("search", "list")
        self.query_one(KeyLine).put(*here, "anywhere", without=without, typing=typing)
        self.put_notes()

    def write(self) -> None:
        """The keyboard in the query, all of it selected, so that the next letter begins another one."""
        if self.is_mounted:
            self.set_focus(self.field)
            self.field.action_select_all()  # it may have had the keyboard all along

    @property
    def said(self) -> RowList:
        """What the hits say."""
        return self.query_one("#said", RowList)

    @on(Input.Changed, "#query")
    def _typed_on(self, event: Input.Changed) -> None:
        self._open_when_found = False
        if event.value != self._history.shown:
            self._history = History(self._history.queries)

    def answered(self, hits: Hits) -> None:
        """Opens the first hit where the user could not wait; then says what they say."""
        if self._open_when_found and hits.hits:
            self._open(0)
        self._open_when_found = False
        self._say()

    @on(Input.Submitted, "#query")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._answered == self.field.value.strip() and self._suggestion:
            self.field.value = self._suggestion
        elif self._answered == self.field.value.strip():
            self.hits.action_choose()
        else:
            self._open_when_found = True

    @on(RowList.Chosen, "#hits")
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._open(event.index)

    def _open(self, index: int) -> None:
        rows = self.hits.rows
        if isinstance(rows, HitRows):
            self._remember()
            self.hits.focus()
            self.dismiss(Opened(rows.hits[index].row.id, query=self._answered))

    @on(RowList.Chosen, "#said")
    def _line_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        entry = self._line(event.index)
        if isinstance(entry, SummaryLine):
            self._remember()
            self.dismiss(Opened(entry.article, query=self._answered, sentence=entry.sentence))

    def _line(self, index: int) -> Entry | None:
        return self.said.rows.entries[index] if isinstance(self.said.rows, SummaryRows) else None

    def action_story(self) -> None:
        """The story of the hit under the cursor; of what they say, the one of its article."""
        line = self._line(self.said.cursor) if self.said.has_focus else None
        article = line.article if isinstance(line, SummaryLine) else self._article_here()
        row = next(iter(self.library.rows([article])), None) if article else None
        if row is not None and row.story:
            self._remember()
            self.dismiss(StoryOpened(row.story))
        else:
            self.app.post_message(Told("there is no story here"))

    def _article_here(self) -> str:
        return self.hits.rows.id_at(self.hits.cursor) if isinstance(self.hits.rows, HitRows) else ""

    def action_copy(self) -> None:
        """What these hits say: the sentence under the cursor with its citation. In the hits: the article's."""
        rows = self.hits.rows
        hit = rows.hits[self.hits.cursor] if isinstance(rows, HitRows) and len(rows) else None
        copy_from(self.app, self.library, self._line(self.said.cursor) if self.said.has_focus else hit)

    def on_key(self, event: events.Key) -> None:
        """While one types, ↓ and ↑ already move among the hits; ↑ above the first leafs through earlier searches."""
        if not self.field.has_focus or event.key not in ("down", "up"):
            return
        if event.key == "up" and self.hits.cursor == 0:
            self._leaf(self._history.older(self.field.value))
        elif event.key == "down" and self._history.at >= 0:
            self._leaf(self._history.newer())
        else:
            (self.hits.action_down if event.key == "down" else self.hits.action_up)()

    def _remember(self) -> None:
        if self._answered and len(self.hits.rows):
            self._history = self._history.with_query(self._answered)
            self.library.searches.remember(self._answered)

    def _leaf(self, history: History) -> None:
        if history != self._history:
            self._history = history
            self.field.value = history.shown
            self.field.cursor_position = len(history.shown)

    # what the hits say

    def action_say(self) -> None:
        """Shows or hides what the hits say."""
        self._says = not self._says
        self._say()

    def _say(self) -> None:
        here = self.said.has_focus
        self.said.display = self._says and bool(self._answered)
        if here and not self.said.display:
            self.hits.focus()
        if self.said.display:
            self._say_nothing("reading …")
            self._ask_what_they_say(self.question)

    def _say_nothing(self, why: str) -> None:
        self.said.show(SummaryRows([Heading(SAYING, why)], {}, {}, {}))

    @work(group="said", exclusive=True)
    async def _ask_what_they_say(self, question: Question) -> None:
        await self.searching.say(question)

    @on(Said)
    def _said(self, event: Said) -> None:
        event.stop()
        if event.question != self.question:
            return
        lines = event.summary.lines
        if not lines:
            self._say_nothing("nothing")
            return
        rows = self.library.rows(list(dict.fromkeys(id for line in lines for id in (line.article, *line.said_by))))
        names = {row.id: row.source or title_of(row) for row in rows}
        entries: list[Entry] = [Heading(SAYING, many(len(lines), "sentence")), *lines]
        self.said.show(SummaryRows(entries, names, {row.id: day_of(row) for row in rows}, {}))

    # keys

    def action_edit(self) -> None:
        """From the hits to the query and back."""
        (self.hits if self.field.has_focus else self.field).focus()

    def action_part(self, step: int) -> None:
        """Query, hits, and what they say where it is shown."""
        parts = [self.field, self.hits, *([self.said] if self.said.display else [])]
        at = next((n for n, part in enumerate(parts) if part.has_focus), 0)
        parts[(at + step) % len(parts)].focus()

    def action_save(self) -> None:
        """Asks for a name and keeps the search under it."""
        query = self.field.value.strip()
        if not query:
            self.app.post_message(Told("there is no search to keep yet"))
            return
        view = keymap_in(self.app).key("view.searches")

        def named(name: str | None) -> None:
            if name:
                save = partial(save_search, self.library, name, query, view, self.app.post_message)
                self.run_worker(save, thread=True, group="save")

        how = "enter keeps it, esc does not; another one of that name is replaced"
        self.app.push_screen(NamingScreen("KEEP THIS SEARCH AS", query, how), named)

    def action_back(self) -> None:
        """Back to reading; query and hits wait here."""
        self._remember()
        self.dismiss(None)
