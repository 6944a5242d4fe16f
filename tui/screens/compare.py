"""Two articles of a story side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.screen import Screen

from index.findings import Spot
from index.models import ArticleRow
from tui import keys
from tui.messages import Opened, StoryOpened, Told
from tui.panes.brief_rows import day_of
from tui.panes.compare_rows import CompareRows, only_here
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.render import fit, source, title_of
from tui.screens.choice import ChoiceScreen
from tui.screens.copying import copy_from
from tui.screens.listing import ListScreen
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from index.library import Library

Done = Callable[[Opened | StoryOpened | None], None]


class CompareScreen(ListScreen[Opened | StoryOpened | None]):
    """Closes with the sentence to open, or with None when the user goes back."""

    PLACE = "compare"
    BINDINGS = keys.bindings("compare")

    def __init__(self, library: Library, left: ArticleRow, right: ArticleRow) -> None:
        self._pairs = library.compare(left.id, right.id)
        super().__init__(CompareRows(library.article(left.id), library.article(right.id), self._pairs))
        self._library, self._left, self._right = library, left, right
        self.compared = (left.id, right.id)
        """Ids of the two articles."""

    @classmethod
    def choose(
        cls, screen: Screen[Any], library: Library, article: str, rows: Sequence[ArticleRow], done: Done
    ) -> None:
        """Asks which article of a story to compare with, where there are several to choose from."""
        one = next(row for row in rows if row.id == article)
        others = {row.id: row for row in rows if row.id != article}

        def chosen(other: str | None) -> None:
            if other:
                screen.app.push_screen(cls(library, one, others[other]), done)

        if len(others) == 1:
            chosen(next(iter(others)))
        elif others:
            facts = [
                Fact(title_of(row), right=day_of(row), leads_to=id, told=source(row)) for id, row in others.items()
            ]
            screen.app.push_screen(ChoiceScreen([Heading("COMPARE WITH", title_of(one)), *facts], labels=0), chosen)
        else:
            screen.app.post_message(Told("there is no other article in this story"))

    def compose(self) -> ComposeResult:
        """Whose column is whose, above the rows."""
        yield OneLine(id="compared")
        yield from super().compose()

    def on_resize(self) -> None:
        """The heads of the columns stand where the columns do."""
        both, left, right = only_here(self._pairs)
        column = (min(self.size.width - 4, 160) - 7) // 2
        alike = f"  = {both} alike"
        one = fit(f"{self._named(self._left)} · {left} only here", column - 2)
        other = fit(f"{self._named(self._right)} · {right} only here", column - 4 - len(alike))
        between = " " * max(1, column + 4 - cell_len(one) - 2)
        heads = [(f" ‹ {one}", "heading"), (between, "plain"), (f"› {other}", "heading")]
        self.query_one("#compared", OneLine).put(heads, [(alike, "faint")])

    @staticmethod
    def _named(row: ArticleRow) -> str:
        return source(row) or title_of(row)

    def chosen(self, index: int) -> None:
        """Goes to the sentence; of two, to the left one."""
        pair = self._pairs[index]
        if pair.left is not None:
            self.dismiss(Opened(self._left.id, sentence=pair.left))
        else:
            self.dismiss(Opened(self._right.id, sentence=pair.right))

    def action_right(self) -> None:
        """To the sentence of the right one."""
        pair = self._pairs[self.cursor] if self._pairs else None
        if pair is not None and pair.right is not None:
            self.dismiss(Opened(self._right.id, sentence=pair.right))
        else:
            self.app.post_message(Told("only the left one says this; enter goes there"))

    def action_copy(self) -> None:
        """The sentence with its citation, of two the left one."""
        pair = self._pairs[self.cursor] if self._pairs else None
        if pair is not None and pair.left is not None:
            copy_from(self.app, self._library, Spot(self._left.id, pair.left))
        elif pair is not None and pair.right is not None:
            copy_from(self.app, self._library, Spot(self._right.id, pair.right))

    def action_alone(self, step: int) -> None:
        """To the next sentence that one of them alone has."""
        at = self.cursor + step
        while 0 <= at < len(self._pairs):
            if self._pairs[at].left is None or self._pairs[at].right is None:
                self.put(self._rows, at)
                return
            at += step
        self.app.post_message(Told("no sentence this way that only one of them has"))
