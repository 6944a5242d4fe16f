"""The shelf that the browse pane shows: its rows, its heading, and the place in it, which is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from tui.messages import CopiesFound, Counted, CountWanted, Fetched, Told, View
from tui.panes.browse_rows import ArticleList, Clock
from tui.panes.group_rows import GroupList, NoteList
from tui.panes.list_pane import ListPane, Lists
from tui.panes.places import Places, read_places, write_places
from tui.panes.saved_rows import SavedList
from tui.panes.story_tree import StoryTree
from tui.panes.views import LARGE, VIEWS, Listed, Shelf, fetch
from tui.render import told_of_copies
from tui.work import fetch_list, find_copies

if TYPE_CHECKING:
    from index.library import Library
    from index.marks import Order
    from index.models import Story


class Shelves(ListPane):
    """Which shelf is shown, and where one was in it."""

    def __init__(self, library: Library, clock: Clock) -> None:
        super().__init__(library, clock)
        self._places = Places()
        self._is_given = False
        """Whether there ever were rows."""
        self._wanted = ""
        """The article that the cursor is to stand on as soon as there are rows."""

    # from one session to the next

    def restore(self) -> None:
        """The view of last time; its list follows with the stories."""
        self._places = read_places(self.library)
        self.shelf, self._wanted = self._places.shelf, self._places.cursor
        if self.view != "stories":
            self.rows = self._made(Listed(self.shelf))

    def remember(self) -> None:
        """Writes view, order, places and cursor for next time."""
        if self._is_given:
            self._keep_place()
            kept, article = self._places, self.current[0] or self.rows.opened
            kept.view, kept.value, kept.cursor = self.view, self.shelf.value, article or kept.cursor
            write_places(self.library, kept)

    def _keep_place(self) -> None:
        at = self.listing.cursor
        if len(self.rows):
            left = self.rows.groups[at][0] if isinstance(self.rows, GroupList) else self.current[0]
            self._places.places[self.listed.shelf.key] = left

    @property
    def since(self) -> str:
        """Where the library ended at the end of the last session."""
        return self._places.since

    @property
    def wanted(self) -> str:
        """The article of last time, for a view whose rows are no articles."""
        return self._wanted

    # what is shown

    def give(self, listed: Listed) -> None:
        """A fresh list, if it is that of the shelf; the cursor stays on its article and does not move."""
        self._is_given = True
        self._folding.renew()
        if listed.shelf == self.shelf:
            self._take(listed, stay=bool(len(self.rows)) and listed.shelf == self.listed.shelf)
        else:
            self._ask()

    def show_view(self, view: View, article: str = "", value: str = "") -> None:
        """Another view, the cursor on the article if it is there, else where it was left."""
        self._keep_place()
        self.picked.clear()
        self._wanted = article
        self.field.display = False
        self.field.value = ""
        self.shelf = replace(self._places.shelf_of(view, value), shows_copies=self._folding.shows_copies)
        self._ask()
        if view == "searches":
            self.post_message(CountWanted())

    def show_within(self, value: str) -> None:
        """The articles of a tag, an outlet or a month."""
        if inner := VIEWS[self.view].within:
            self.show_view(inner, value=value)

    def sort(self, order: Order) -> None:
        """Another order, kept for this view; the cursor stays on its article."""
        self._places.orders[self.view] = order
        self._change(replace(self.shelf, order=order))

    def narrow(self, words: str) -> None:
        """Only what has these words; the cursor stays on its article if that has them."""
        if words.strip() != self.shelf.words:
            self._change(replace(self.shelf, words=words.strip()))

    def clear_filter(self) -> None:
        """Everything again, the cursor where it is."""
        self.field.display = False
        self.field.value = ""
        self.narrow("")
        self.screen.set_focus(self.listing)

    def reload(self) -> None:
        """The same shelf fetched anew, the cursor on its article."""
        self._change(self.shelf)

    def _change(self, shelf: Shelf) -> None:
        self._wanted = self.current[0] or self._wanted
        self.shelf = shelf
        self._ask()

    def _ask(self) -> None:
        if not self.library.is_larger(LARGE):
            self._take(fetch(self.library, self.shelf, self.since))
            return
        work = partial(fetch_list, self.library, self.shelf, self.since, self.post_message)
        self.run_worker(work, thread=True, group="list", exclusive=True)

    @on(Fetched)
    def _fetched(self, event: Fetched) -> None:
        event.stop()
        if event.listed.shelf == self.shelf:
            self._take(event.listed)

    def _take(self, listed: Listed, *, stay: bool = False) -> None:
        at, opened = self.current[0] if stay else self._wanted, self.rows.opened
        if not isinstance(self.rows, SavedList) or listed.shelf.view != "searches" or not self.rows.counted:
            self.rows = self._made(listed)
        self.rows.opened, self.listed = opened, listed
        self.head()
        place = self._place(at)
        if stay:
            self.listing.keep(self.rows, self.listing.cursor if place is None else place)
        else:
            self.listing.show(self.rows, place or 0)
            self.remember()

    def _place(self, article: str) -> int | None:
        left = self._places.places.get(self.shelf.key, "")
        if isinstance(self.rows, GroupList):
            return self.rows.place(left)
        found = self.rows.find(article) if article else None
        return self.rows.find(left) if found is None and left else found

    def _made(self, listed: Listed) -> Lists:
        rows: Lists
        if listed.rows is not None:
            rows = ArticleList(listed.rows, self._clock)
        elif listed.groups is not None:
            rows = GroupList(listed.shelf.view, listed.groups)
        elif listed.highlights is not None:
            rows = NoteList(listed.highlights, listed.names or {}, self._clock())
        elif listed.shelf.view == "stories":
            rows = self._folding.tree(listed.stories)
            self._look_for_copies(rows.open_stories())
        else:
            rows = SavedList()
        rows.picked = self.picked
        return rows

    def _look_for_copies(self, stories: Sequence[Story]) -> None:
        """Asks which articles of the unfolded stories are copies, where that is not known."""
        if wanted := self._folding.unknown(stories):
            work = partial(find_copies, self.library, wanted, self.post_message)
            self.run_worker(work, thread=True, group="copies")

    @on(CopiesFound)
    def _copies_found(self, event: CopiesFound) -> None:
        event.stop()
        self._folding.copies |= event.copies
        if any(event.copies.values()):
            self._refold()

    def action_copies(self) -> None:
        """Shows copies below their original, or folds them into it."""
        if not isinstance(self.rows, ArticleList | StoryTree) or self.view == "recent":
            self.post_message(Told("copies are not folded in this list"))
            return
        self._folding.shows_copies = shows = not self._folding.shows_copies
        if isinstance(self.rows, StoryTree):
            self._refold()
        else:
            self._change(replace(self.shelf, shows_copies=shows))
        self.post_message(Told(told_of_copies(shown=shows)))

    def _refold(self) -> None:
        """The cursor stays on its article, or its story, and does not move."""
        rows, at = self.rows, self.listing.cursor
        if isinstance(rows, StoryTree) and len(rows):
            on_story, (article, story) = rows.story_row(at) == at, rows.at(at)
            self._folding.lay_out(rows)
            place = rows.place(story) if on_story else rows.find(article)
            self.listing.keep(rows, place or 0)

    def counted(self, event: Counted) -> None:
        """The saved searches, if they are what is looked at."""
        if self.view == "searches":
            at, opened = self.listing.cursor, self.rows.opened
            self.rows = SavedList(event.searches)
            self.rows.opened = opened
            self.head()
            self.listing.show(self.rows, at)
