"""The card: what is known of an article, where it was found, and its earlier wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from index.models import Article, ArticleRow, Origin, Story
from index.wordings import Revision
from tui import keys
from tui.messages import StoryOpened, Told
from tui.opening import folder_of, open_target, original_of
from tui.panes.card_page import card, comparison
from tui.panes.facts import Fact, FactRows
from tui.screens.leaving import Leaving
from tui.screens.listing import ListScreen
from tui.typeset import Paragraph
from tui.widgets.key_line import KeyLine
from tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from index.library import Library


class CardScreen(ListScreen[StoryOpened | None]):
    """Closes with the story to open, or with None when the user goes back."""

    PLACE = "card"
    BINDINGS = keys.bindings("card")

    def __init__(self, library: Library, article: Article, row: ArticleRow, story: Story | None) -> None:
        self._entries = card(article, row, story, library.revisions(article.id))
        super().__init__(FactRows(self._entries), 1)
        self.library = library
        self.article = article

    def chosen(self, index: int) -> None:
        """An earlier wording is compared, a story opened, an origin shown where it lies."""
        entry = self._entries[index]
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


def open_original(article: Article) -> str:
    """Opens an article's original; gives what happened in words."""
    target = original_of(article)
    return open_target(target) if target else f"its file is gone: {article.origins[0]}"


class ComparisonScreen(Leaving[None]):
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
