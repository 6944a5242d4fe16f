"""What is asked and what it finds: the line to type in, the hits, and the narrowing of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Input, Static

from index.errors import NothingFound
from index.hits import Facets, Hits
from tui.messages import Faceted, Failed, Found, Opened, Question
from tui.panes.browse_rows import Clock
from tui.panes.facet_rows import LISTED, facet_line, facet_rows
from tui.panes.hit_rows import HitRows
from tui.render import many, one_line
from tui.screens.choice import ChoiceScreen
from tui.screens.leaving import Leaving
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine
from tui.widgets.row_list import RowList
from tui.work import Searching

if TYPE_CHECKING:
    from index.hits import Sort
    from index.library import Library

LIMIT = 200
"""Hits that are listed; how many more there are is said."""
NOTHING = "no article has it; word* finds what begins so, word~ what is spelt alike"
HOW = (
    "words are searched together; a OR b finds either, -word leaves it out",
    '"a phrase"   word*   word~   a NEAR/5 b   title:word   outlet:AP',
    'since:2023-11   until:2024   date:"last week"   is:unread   has:note',
    "↑ brings an earlier search back; esc goes back to reading",
)
"""What is said before anything is asked."""
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "outlet")


class QueryScreen(Leaving[Opened | None]):
    """Asks as one types and shows the answer to the newest question only."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__()
        self.library = library
        self.searching = Searching(library, self.post_message)
        self._clock = clock
        self.question = Question("")
        self._answered = ""
        self._suggestion = ""
        self._facets = Facets((), (), ())
        self._narrowed: list[str] = []
        """The queries before each narrowing, to go back to."""

    def compose(self) -> ComposeResult:
        """The query on top, how it was understood, the hits, what they say."""
        with Horizontal(id="query-line"):
            yield Static("/", id="query-sign", markup=False)
            yield Field(id="query", placeholder='words  "a phrase"  -not  title:word  outlet:AP  since:2023-11')
            yield OneLine(id="query-total")
        yield OneLine(id="understood")
        yield OneLine(id="facet-line")
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

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.ask()

    def ask(self, **other: Any) -> None:
        """Asks what stands in the line; `other` are fields of the question that change."""
        self.question = replace(self.question, text=self.field.value.strip(), **other)
        self.query_one("#facet-line", OneLine).put([])
        self._facets = Facets((), (), ())
        if not self.question.text:
            self.workers.cancel_group(self, "search")
            self._show("", Hits((), 0, ""))
            self.answered(Hits((), 0, ""))
            return
        self._ask_library(self.question)

    @work(group="search", exclusive=True)
    async def _ask_library(self, question: Question) -> None:
        await self.searching.ask(question, LIMIT)

    @on(Found)
    def _found(self, event: Found) -> None:
        event.stop()
        if event.question == self.question:
            self._show(event.question.text, event.hits)
            self.answered(event.hits)

    def answered(self, hits: Hits) -> None:
        """The newest question has its answer, and it is shown."""

    @on(Faceted)
    def _faceted(self, event: Faceted) -> None:
        event.stop()
        if event.question == self.question:
            self._facets = event.facets
            self.query_one("#facet-line", OneLine).put(facet_line(event.facets, self.size.width - 4))

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self.query_one("#notes", Static).update(one_line(event.reason))
        self.query_one("#notes", Static).display = True

    def _show(self, text: str, hits: Hits) -> None:
        self._answered = text
        asked = self.question
        signs = ("" if asked.sort == "relevance" else asked.sort, "exact" * asked.strict, "recent" * asked.recent)
        total = [(" · ".join([many(hits.total, "article"), *filter(None, signs)]), "faint")] if text else []
        self.query_one("#query-total", OneLine).put([], total)
        self.query_one("#understood", OneLine).put([("  " + hits.understood, "faint")])
        notes = list(hits.notes)
        if hits.total > len(hits.hits):
            notes.append(f"the first {len(hits.hits)} are listed")
        self._suggestion = hits.suggestion
        if text and not hits.total and not notes and not hits.suggestion:
            notes.append(NOTHING)
        if hits.suggestion:
            notes.append(f"did you mean {hits.suggestion}? enter searches for it")
        notes = notes if text else list(HOW)
        self.query_one("#notes", Static).update("\n".join(one_line(note) for note in notes))
        self.query_one("#notes", Static).display = bool(notes)
        self.hits.show(HitRows(hits.hits, self._clock))

    def action_sort(self) -> None:
        """The next order."""
        self.ask(sort=SORTS[(SORTS.index(self.question.sort) + 1) % len(SORTS)])

    def action_strict(self) -> None:
        """All the words as they stand, or their variants and most of them too."""
        self.ask(strict=not self.question.strict)

    def action_recent(self) -> None:
        """What is new is preferred, or not."""
        self.ask(recent=not self.question.recent)

    def action_narrow(self) -> None:
        """Outlets, stories and months of what was found, to choose from."""
        headlines: dict[str, str] = {}
        for story, _ in self._facets.stories[:LISTED]:
            with suppress(NothingFound):
                headlines[story] = self.library.story(story).headline
        self.app.push_screen(ChoiceScreen(facet_rows(self._facets, headlines)), self._narrow)

    def _narrow(self, words: str | None) -> None:
        if words:
            self._narrowed.append(self.field.value)
            self.field.value = f"{self.field.value} {words}"

    def action_widen(self) -> None:
        """The query as it was before it was narrowed."""
        if self._narrowed:
            self.field.value = self._narrowed.pop()
