"""The list of the browse pane with its heading and the line to filter it: what is shown, wherever it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.keymap import keymap_in
from tui.messages import View
from tui.panes.browse_rows import ArticleList, Clock
from tui.panes.folding import Folding
from tui.panes.group_rows import GroupList, NoteList
from tui.panes.list_heading import heading
from tui.panes.saved_rows import SavedList
from tui.panes.story_tree import StoryTree
from tui.panes.views import VIEWS, Listed, Shelf
from tui.widgets.field import Field
from tui.widgets.one_line import OneLine
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.library import Library

NONE_LEFT = "nothing has these words"

Lists = ArticleList | SavedList | StoryTree | GroupList | NoteList


class ListPane(Vertical):
    """Heading, line to filter, list."""

    BLANK = True

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(id="browse")
        self.library = library
        self._clock = clock
        self.shelf = Shelf()
        """What is wanted; with a large library its rows follow a moment later."""
        self.listed = Listed(self.shelf)
        """What was fetched for it last."""
        self.picked: dict[str, None] = {}
        """Ids of the articles that the user picked, in his order."""
        self._heading = OneLine(id="browse-heading")
        self.field = Field(id="filter", placeholder="title or outlet")
        """Where one types what to keep of the list."""
        self.field.display = False
        self.listing = RowList(id="browse-list")
        """The list of the view that is shown."""
        self._folding = Folding(library, clock)
        self.rows: Lists = self._folding.tree(None)
        """What the list shows."""

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        yield self._heading
        yield self.listing

    async def furnish(self) -> None:
        """Adds the line to filter, hidden until asked for: after the first frame, for its styles take 4 ms."""
        await self.mount(self.field, before=self.listing)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.shelf.view

    @property
    def current(self) -> tuple[str, str]:
        """(article, story) under the cursor; empty ids when there is nothing."""
        return self.rows.at(self.listing.cursor) if len(self.rows) else ("", "")

    def on_descendant_focus(self) -> None:
        """The heading says where the keyboard is."""
        self.head(here=True)

    def on_descendant_blur(self) -> None:
        """And where it is not."""
        self.head(here=False)

    def head(self, *, here: bool | None = None) -> None:
        """What the list is called and how much it holds; where it holds nothing, why."""
        here = self.listing.has_focus if here is None else here
        number, whole = len(self.rows), self.listed.whole
        if isinstance(self.rows, StoryTree):
            number = len(self.rows.stories)
        copies = self.rows.articles.folded if isinstance(self.rows, ArticleList) else 0
        self._heading.put(*heading(self.shelf, number, whole, len(self.picked), copies, here=here))
        waits = isinstance(self.rows, SavedList) and not self.rows.counted
        fetched = self.listed.stories is not None or not isinstance(self.rows, StoryTree)
        empty = VIEWS[self.view].why_empty(keymap_in(self.app)) if fetched else ""
        self.listing.say(NONE_LEFT if self.shelf.words else "counting …" if waits else empty)
