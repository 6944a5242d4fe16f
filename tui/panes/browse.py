"""The browse pane: where one chooses, in stories, articles, searches, tags, notes, outlets and months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input

from tui import keys
from tui.messages import CountWanted, Opened, Previewed, SearchChosen, StoryOpened, Told
from tui.panes.group_rows import GroupList, NoteList
from tui.panes.saved_rows import SavedList
from tui.panes.shelves import Shelves
from tui.panes.story_tree import StoryTree
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.models import ArticleRow


class BrowsePane(Shelves):
    """It tells what the cursor stands on and what is opened; it opens nothing itself."""

    BINDINGS = keys.bindings("browse")

    def renew(self, rows: list[ArticleRow], opened: str) -> None:
        """These articles changed, this one is open: painted anew, nothing moves."""
        changed = {self.rows.opened, opened, *(row.id for row in rows)}
        for row in rows:
            self.rows.renew(row)
        self.rows.opened = opened
        self.listing.repaint(lambda index: self.rows.touches(index, changed))

    def select(self, article: str) -> None:
        """Puts the cursor on an article that was opened from elsewhere, if it is listed."""
        if article != self.current[0] and (at := self.rows.find(article)) is not None:
            self.listing.cursor = at

    @property
    def targets(self) -> tuple[str, ...]:
        """The articles that an action is meant for: those that are picked, else the one under the cursor."""
        return tuple(self.picked) or tuple(filter(None, self.current[:1]))

    @property
    def meant(self) -> tuple[str, ...]:
        """The same, but on a story's line all of its articles: what is read or unread is the story."""
        article, story = self.current
        whole = isinstance(self.rows, StoryTree) and self.rows.is_story(self.listing.cursor)
        return self.library.story(story).articles if article and whole and not self.picked else self.targets

    def shown(self) -> list[str]:
        """Ids of all articles that the list holds; 0.1 s for 100,000."""
        if isinstance(self.rows, StoryTree):
            return self.rows.stories.articles()
        return self.listed.rows.ids() if self.listed.rows is not None else []

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        if len(self.rows):  # other rows may be shown since it was told: the row under the cursor counts
            self.post_message(Previewed(*self.current))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        rows, at = self.rows, event.index
        if at >= len(rows):
            return
        if isinstance(rows, SavedList):
            self.post_message(SearchChosen(rows.searches[at]))
        elif isinstance(rows, GroupList):
            self.show_within(rows.groups[at][0])
        elif isinstance(rows, NoteList):
            self._open_note(rows, at)
        elif isinstance(rows, StoryTree) and rows.is_story(at):
            if rows.is_unfolded(at):
                self.post_message(StoryOpened(rows.at(at)[1]))
            else:
                self._fold(at, unfold=True)
        else:
            self.post_message(Opened(rows.at(at)[0]))

    def _open_note(self, rows: NoteList, at: int) -> None:
        mark = rows.marks[at]
        if not self.library.rows([mark.article]):
            self.post_message(Told("its article is not in the library any more"))
            return
        today = next((each for each in self.library.highlights_of(mark.article) if each.id == mark.id), mark)
        self.post_message(Opened(mark.article, sentence=today.first if today.first >= 0 else None))

    def _fold(self, index: int, *, unfold: bool) -> None:
        if isinstance(self.rows, StoryTree):
            self.rows.fold(index, unfold=unfold)
            self.listing.show(self.rows, index)
            self._look_for_copies([self.rows.story(index)])

    def back(self) -> bool:
        """One step back: out of the line to filter, what is picked, what is within another view; up the tree."""
        if self.field.has_focus or self.picked:
            self.clear_filter() if self.field.has_focus else self.pick_none()
            return True
        if self.shelf.outer is not None:
            self.show_view(self.shelf.outer)
            return True
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

    def step(self, direction: int, *, unread: bool = False, reach: int = 1000) -> str:
        """The next article in this direction, or the next unread one; empty when there is none within so many rows."""
        at, many = self.listing.cursor, 1  # most often the first one is it
        while reach > 0:
            within = range(at + direction, at + direction * (min(many, reach) + 1), direction)
            articles = [self._lone(index) for index in within if 0 <= index < len(self.rows)]
            articles = [article for article in articles if article]
            if found := self.library.first_unread(articles) if unread else next(iter(articles), ""):
                return found
            at, many, reach = at + direction * many, many * 8, reach - many
        return ""

    def _lone(self, index: int) -> str:
        """The article of a row; empty on the line of a story, and where rows are no articles."""
        on_story = isinstance(self.rows, StoryTree) and self.rows.is_story(index)
        return "" if on_story else self.rows.at(index)[0]

    def action_story(self, direction: int) -> None:
        """To the next or previous story; in a plain list, article."""
        if isinstance(self.rows, StoryTree):
            if len(self.rows) and (at := self.rows.step(self.listing.cursor, direction)) is not None:
                self.listing.cursor = at
        else:
            self.listing.cursor += direction

    def action_pick(self) -> None:
        """Picks the article under the cursor, all of a story on its line, or lets go of them; then the next row."""
        article, story = self.current
        if not article:
            return
        at, rows = self.listing.cursor, self.rows
        whole = isinstance(rows, StoryTree) and rows.is_story(at)
        self.pick(self.library.story(story).articles if whole else (article,))
        after = rows.step(at, 1) if whole and isinstance(rows, StoryTree) else at + 1
        self.listing.cursor = at if after is None else after

    def pick(self, articles: Sequence[str]) -> None:
        """Picks these articles, or lets go of them if all of them are picked."""
        if all(article in self.picked for article in articles):
            for article in articles:
                del self.picked[article]
        else:
            self.picked |= dict.fromkeys(articles)
        self.head()
        self.listing.renew()

    def pick_none(self) -> None:
        """Lets go of all that is picked."""
        self.picked.clear()
        self.head()
        self.listing.renew()

    def action_filter(self) -> None:
        """Opens the line to filter what is listed."""
        self.field.display = True
        self.screen.set_focus(self.field)

    def action_clear_filter(self) -> None:
        """Shows everything again."""
        if not self.shelf.words:
            self.post_message(Told("nothing is filtered"))
        self.clear_filter()

    def on_key(self, event: events.Key) -> None:
        """Down leads from the line to filter into the list."""
        if event.key == "down" and self.field.has_focus:
            event.stop()
            self.screen.set_focus(self.listing)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.narrow(event.value)

    @on(Input.Submitted, "#filter")
    def _filtered(self, event: Input.Submitted) -> None:
        event.stop()
        self.field.display = bool(event.value)
        self.screen.set_focus(self.listing)

    def forget_rows(self) -> None:
        """Reads the seen rows anew, after many articles changed; nothing moves."""
        self.rows.forget()
        self.listing.refresh()

    def forget_search(self) -> None:
        """Asks whether to forget the saved search under the cursor."""
        from tui.screens.choice import AskScreen

        if not isinstance(self.rows, SavedList) or not len(self.rows):
            self.post_message(Told("only saved searches, notes and highlights are taken away here"))
            return
        saved = self.rows.searches[self.listing.cursor]

        def answered(wanted: str | None) -> None:
            if wanted:
                self.library.searches.forget(saved.name)
                self.post_message(CountWanted())

        question = AskScreen(f"Forget the search {saved.name}?", saved.query, "Keep it", "Forget it")
        self.app.push_screen(question, answered)
