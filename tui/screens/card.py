"""The card: what is known of an article, where it was found, and its earlier wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from index.models import Article, ArticleRow, Origin, Revision, Story
from tui import keys
from tui.messages import StoryOpened, Told
from tui.opening import folder_of, open_target, original_of
from tui.panes.card_page import card, comparison
from tui.panes.facts import Fact, FactRows
from tui.typeset import Paragraph
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList
from tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from index.library import Library


class CardScreen(Screen[StoryOpened | None]):
    """Closes with the story to open, or with None when the user goes back."""

    BINDINGS = keys.bindings("card")
    AUTO_FOCUS = "#card"

    def __init__(self, library: Library, article: Article, row: ArticleRow, story: Story | None) -> None:
        super().__init__()
        self.library = library
        self.article = article
        self._rows = FactRows(card(article, row, story, library.revisions(article.id)))

    def compose(self) -> ComposeResult:
        """The facts and the line at the foot."""
        yield RowList(id="card")
        yield KeyLine("card", "list", "anywhere")

    def on_mount(self) -> None:
        """Fills the list."""
        self.query_one(RowList).show(self._rows, 1)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        entry = self._rows.entries[event.index]
        wanted = entry.leads_to if isinstance(entry, Fact) else None
        if isinstance(wanted, Revision):
            changes = self.library.what_changed(self.article.id, wanted)
            self.app.push_screen(ComparisonScreen(comparison(wanted, changes)))
        elif isinstance(wanted, Story):
            self.dismiss(StoryOpened(wanted.id))
        elif isinstance(wanted, Origin):
            self.app.post_message(Told(open_target(folder_of(wanted.path))))
        elif isinstance(wanted, str):
            self.app.post_message(Told(open_target(wanted)))

    def action_open_original(self) -> None:
        """The address, else the file."""
        self.app.post_message(Told(open_original(self.article)))

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.dismiss(None)


def open_original(article: Article) -> str:
    """Opens an article's original; gives what happened in words."""
    target = original_of(article)
    return open_target(target) if target else f"its file is gone: {article.origins[0]}"


class ComparisonScreen(Screen[None]):
    """A page to read."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#comparison"

    def __init__(self, page: list[Paragraph]) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """The page and the line at the foot."""
        yield TextView(id="comparison")
        yield KeyLine("help", "text")

    def on_mount(self) -> None:
        """Sets the page."""
        self.query_one(TextView).show(self._page, ())

    def action_back(self) -> None:
        """Back to the card."""
        self.dismiss(None)
