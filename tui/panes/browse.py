"""The browse pane: stories, all, unread and starred articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from index.models import ArticleRow, Story
from tui import keys
from tui.messages import Counted, CountWanted, Opened, Previewed, SearchChosen, StoryOpened, View
from tui.panes.browse_rows import ArticleList, Clock, StoryTree
from tui.panes.saved_rows import SavedList
from tui.screens.choice import AskScreen
from tui.widgets.one_line import OneLine
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.library import Library

VIEW_SETTING, CURSOR_SETTING = "view", "cursor"

EMPTY: dict[View, str] = {
    "stories": "no stories yet",
    "all": "no articles yet",
    "unread": "everything is read",
    "starred": "nothing is starred; m gives a star",
    "searches": "none yet; m in the search keeps one",
}


class BrowsePane(Vertical):
    """Where one chooses. It tells what the cursor stands on and what is opened; it opens nothing itself."""

    BINDINGS = keys.bindings("browse")

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(id="browse")
        self.library = library
        self._clock = clock
        self.view: View = "stories"
        self._heading = OneLine(id="browse-heading")
        self.listing = RowList(id="browse-list")
        """The list of the view that is shown."""
        self._tree = StoryTree((), library, clock)
        self._list: ArticleList | SavedList | None = None
        self._remembered = ""

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        yield self._heading
        yield self.listing

    @property
    def rows(self) -> ArticleList | SavedList | StoryTree:
        """What the list shows."""
        return self._tree if self._list is None else self._list

    @property
    def current(self) -> tuple[str, str]:
        """(article, story) under the cursor; empty ids when there is nothing."""
        return self.rows.at(self.listing.cursor) if len(self.rows) else ("", "")

    def restore(self) -> None:
        """The view of last time; its list follows with the stories."""
        kept = self.library.setting(VIEW_SETTING)
        self.view = next((view for view in EMPTY if view == kept), "stories")
        self._remembered = self.library.setting(CURSOR_SETTING)
        self._list = SavedList() if self.view == "searches" else None

    def remember(self) -> None:
        """Writes view and cursor for next time."""
        if len(self.rows):
            self.library.set_setting(VIEW_SETTING, self.view)
            self.library.set_setting(CURSOR_SETTING, self.current[0])

    def give(self, stories: list[Story], view: View, rows: Sequence[ArticleRow] | None) -> None:
        """Fresh stories, and the list if it is that of the view; the cursor stays on its article and does not move."""
        had, at = len(self.rows), self.current[0] or self._remembered
        fresh = StoryTree(stories, self.library, self._clock)
        if self._tree.stories:
            fresh.unfolded |= self._tree.unfolded
            fresh.unfold()
        fresh.opened, self._tree = self.rows.opened, fresh
        if rows is not None and view == self.view:
            self._list = ArticleList(rows, self._clock)
            self._list.opened = fresh.opened
        self._head()
        place = self._find(at)
        if had:
            self.listing.keep(self.rows, self.listing.cursor if place is None else place)
        else:
            self.listing.show(self.rows, place or 0)

    def show_view(self, view: View, article: str = "") -> None:
        """Another view, the cursor on the article if it is there."""
        opened = self.rows.opened
        self.view = view
        self._list = self._list_of(view)
        self.rows.opened = opened
        self._head()
        self.listing.show(self.rows, self._find(article) or 0)
        self.remember()

    def _list_of(self, view: View) -> ArticleList | SavedList | None:
        if view == "searches":
            self.post_message(CountWanted())
            return SavedList()
        return None if view == "stories" else ArticleList(self.library.articles(view), self._clock)

    def counted(self, event: Counted) -> None:
        """The saved searches, if they are what is looked at."""
        if self.view == "searches":
            at = self.listing.cursor
            self._list = SavedList(event.searches)
            self._head()
            self.listing.show(self._list, at)

    def _find(self, article: str) -> int | None:
        if not article:
            return None
        known = self.library.rows([article])
        return self.rows.find(article, known[0]) if known else None

    def on_descendant_focus(self) -> None:
        """The heading says where the keyboard is."""
        self._head(here=True)

    def on_descendant_blur(self) -> None:
        """And where it is not."""
        self._head(here=False)

    def _head(self, *, here: bool | None = None) -> None:
        here = self.listing.has_focus if here is None else here
        number = len(self._tree.stories) if self._list is None else len(self._list)
        left = [(self.view.upper(), "here" if here else "heading")]
        waits = isinstance(self._list, SavedList) and not self._list.counted
        self._heading.put(
            left if number else [*left, (f"  {'counting …' if waits else EMPTY[self.view]}", "faint")],
            [(f"{number:,}", "faint")] if number else [],
        )

    def renew(self, rows: list[ArticleRow], opened: str) -> None:
        """These articles changed, this one is open: painted anew, nothing moves."""
        changed = {self.rows.opened, opened, *(row.id for row in rows)}
        for row in rows:
            self.rows.renew(row)
            self._tree.renew(row)
        self.rows.opened = self._tree.opened = opened
        self.listing.repaint(lambda index: self.rows.touches(index, changed))

    def select(self, article: str) -> None:
        """Puts the cursor on an article that was opened from elsewhere, if it is listed."""
        if article != self.current[0] and (at := self._find(article)) is not None:
            self.listing.cursor = at

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.post_message(Previewed(*self.rows.at(event.index)))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if isinstance(self._list, SavedList):
            self.post_message(SearchChosen(self._list.searches[event.index]))
            return
        article, story = self.rows.at(event.index)
        if isinstance(self.rows, StoryTree) and self.rows.is_story(event.index):
            if self.rows.is_unfolded(event.index):
                self.post_message(StoryOpened(story))
            else:
                self._fold(event.index, unfold=True)
            return
        self.post_message(Opened(article))

    def _fold(self, index: int, *, unfold: bool) -> None:
        self._tree.fold(index, unfold=unfold)
        self.listing.show(self._tree, index)

    def back(self) -> bool:
        """One step up the tree: from an article to its story, from an unfolded story to a folded one."""
        if not isinstance(self.rows, StoryTree) or not len(self.rows):
            return False
        at, tree = self.listing.cursor, self.rows
        top = tree.story_row(at)
        if top != at:
            self.listing.cursor = top
            return True
        if tree.is_story(at) and tree.is_unfolded(at):
            self._fold(at, unfold=False)
            return True
        return False

    def step(self, direction: int, wanted: Callable[[ArticleRow], bool]) -> str:
        """The next article in this direction that is wanted; empty when there is none within a thousand rows."""
        at = self.listing.cursor
        for _ in range(1000):
            at += direction
            if not 0 <= at < len(self.rows):
                return ""
            article = self.rows.at(at)[0]
            if not article:
                return ""
            lone = not isinstance(self.rows, StoryTree) or not self.rows.is_story(at)
            if lone and wanted(self.library.row(article)):
                return article
        return ""

    def action_story(self, direction: int) -> None:
        """To the next or previous story; in a plain list, article."""
        if isinstance(self.rows, StoryTree):
            if len(self.rows) and (at := self.rows.step(self.listing.cursor, direction)) is not None:
                self.listing.cursor = at
        else:
            self.listing.cursor += direction

    def action_forget(self) -> None:
        """Asks whether to forget the saved search under the cursor."""
        if not isinstance(self._list, SavedList) or not len(self._list):
            return
        saved = self._list.searches[self.listing.cursor]

        def answered(wanted: str | None) -> None:
            if wanted:
                self.library.searches.forget(saved.name)
                self.post_message(CountWanted())

        question = AskScreen(f"Forget the search {saved.name}?", saved.query, "Keep it", "Forget it")
        self.app.push_screen(question, answered)
