"""What is asked and what it finds: the line to type in, the hits, and the narrowing of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Input, Static

from index.hits import Facets, Hits
from tui.answers import Faceted, Found, Question
from tui.keymap import keymap_in
from tui.messages import Failed, IndexWanted, Opened, StoryOpened, Told
from tui.panes.browse_rows import Clock
from tui.panes.hit_notes import notes_of
from tui.panes.hit_rows import HitRows
from tui.render import many, one_line, told_of_copies
from tui.screens.leaving import Leaving
from tui.search_work import Searching
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine
from tui.widgets.row_list import RowList
from tui.widgets.time_bar import TimeBar

if TYPE_CHECKING:
    from index.hits import Sort
    from index.library import Library

WAITING = 1.0
"""Seconds until a question is asked again while articles are being indexed."""
LIMIT = 200
"""Hits that are listed; how many more there are is said."""
NO_HITS = Hits((), 0, "")
NO_FACETS = Facets((), (), ())
HOW = (
    "words are searched together; a OR b finds either, -word leaves it out",
    '"a phrase"   word*   word~   a NEAR/5 b   title:word   outlet:AP',
    'since:2023-11   until:2024   date:"last week"   is:unread   has:note',
    "↑ brings an earlier search back; esc goes back to reading",
)
"""What is said before anything is asked."""
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "outlet")


class QueryScreen(Leaving[Opened | StoryOpened | None]):
    """Asks as one types and shows the answer to the newest question only."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self.library = library
        self.searching = Searching(library, self.post_message)
        self._clock = clock
        self.question = self._asked = Question("")
        self._answered = ""
        self._suggestion = ""
        self.facets = NO_FACETS
        """What the hits have in common, once it is counted."""
        self.shown = NO_HITS
        """The answer that is on the screen."""
        self._shows_copies = False

    def compose(self) -> ComposeResult:
        """The query on top, how it was understood, the hits, what they say."""
        with Horizontal(id="query-line"):
            yield Static("/", id="query-sign", markup=False)
            yield Field(id="query", placeholder='words  "a phrase"  -not  title:word  outlet:AP  since:2023-11')
            yield OneLine(id="query-total")
        yield OneLine(id="understood")
        yield TimeBar(id="facet-line")
        yield Static("", id="notes", markup=False)
        with Container(id="found"):
            yield RowList(id="said")
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

    @property
    def time_bar(self) -> TimeBar:
        """When it was published."""
        return self.query_one("#facet-line", TimeBar)

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.ask()

    def ask(self, **other: Any) -> None:
        """Asks what stands in the line; `other` are fields of the question that change."""
        self.question = replace(self.question, text=self.field.value.strip(), **other)
        if not self.question.text:
            self.workers.cancel_group(self, "search")
            self._show("", NO_HITS)
            self.answered(NO_HITS)
            return
        self._ask_library(self.question)

    @work(group="search", exclusive=True)
    async def _ask_library(self, question: Question) -> None:
        seen = self.hits.height_seen // HitRows.height(self.hits.columns) + 1
        await self.searching.ask(question, LIMIT, seen)

    @on(Found)
    def _found(self, event: Found) -> None:
        event.stop()
        if event.question == self.question:
            self._show(event.question.text, event.hits)
            self.answered(event.hits)
            if event.hits.waiting:
                self.app.post_message(IndexWanted())
                self.set_timer(WAITING, partial(self._ask_again, event.question))

    def _ask_again(self, question: Question) -> None:
        """More may be found by now; the cursor stays on its article."""
        if question == self.question and self.is_active:
            self._ask_library(question)

    def answered(self, hits: Hits) -> None:
        """The newest question has its answer, and it is shown."""

    @on(Faceted)
    def _faceted(self, event: Faceted) -> None:
        event.stop()
        if event.question == self.question:
            self._put_facets(event.facets)

    def _put_facets(self, facets: Facets) -> None:
        self.facets = facets
        self.time_bar.put(facets)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self.query_one("#notes", Static).update(one_line(event.reason))
        self.query_one("#notes", Static).display = True

    def _show(self, text: str, hits: Hits) -> None:
        asked, again = self.question, self.question == self._asked
        self._answered, self.shown, self._suggestion, self._asked = text, hits, hits.suggestion, asked
        signs = ("" if asked.sort == "relevance" else asked.sort, "exact" * asked.strict, "recent" * asked.recent)
        total = [(" · ".join([many(hits.total, "article"), *filter(None, signs)]), "faint")] if text else []
        self.query_one("#query-total", OneLine).put([], total)
        self.query_one("#understood", OneLine).put([("  " + hits.understood, "faint")])
        if not hits.total:
            self._put_facets(NO_FACETS)
        snippet = partial(self.library.snippet, hits=hits)
        rows = HitRows(hits.hits, self._clock, snippet, shows_copies=self._shows_copies)
        before = self.hits.rows if again else None
        at = rows.find(before.id_at(self.hits.cursor)) if isinstance(before, HitRows) else None
        if at is None:
            self.hits.show(rows)
        else:
            self.hits.keep(rows, at)
        self.put_notes()

    def put_notes(self) -> None:
        """What the user should know, with the keys that work where the keyboard is now."""
        rows, keymap, typing = self.hits.rows, keymap_in(self.app), self.field.has_focus
        copies = rows.folded if isinstance(rows, HitRows) else 0
        notes = notes_of(self.shown, keymap, copies, typing=typing) if self._answered else HOW
        self.query_one("#notes", Static).update("\n".join(one_line(note) for note in notes))
        self.query_one("#notes", Static).display = bool(notes)

    def action_sort(self) -> None:
        """The next order."""
        self.ask(sort=SORTS[(SORTS.index(self.question.sort) + 1) % len(SORTS)])

    def action_strict(self) -> None:
        """All the words as they stand, or their variants and most of them too."""
        self.ask(strict=not self.question.strict)

    def action_copies(self) -> None:
        """Shows copies of a text below the hit that has it, or folds them into it; the cursor stays on its article."""
        self._shows_copies = not self._shows_copies
        self._show(self._answered, self.shown)
        self.app.post_message(Told(told_of_copies(shown=self._shows_copies)))

    def action_recent(self) -> None:
        """What is new is preferred, or not."""
        self.ask(recent=not self.question.recent)
