"""The reader: one article as a well-set page, and the line to find something in it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.models import Article, ArticleRow, Story
from tui import keys
from tui.messages import SearchWanted
from tui.panes.article_page import find, folded_away, paragraphs
from tui.typeset import Paragraph
from tui.widgets.field import Field
from tui.widgets.text_view import Mark, TextView


class ReaderPane(Vertical):
    """Shows what it is given; where the user stands in it, it tells by `TextView.Scrolled`."""

    BINDINGS = keys.bindings("reader")

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.article: Article | None = None
        self.row: ArticleRow | None = None
        self._story: Story | None = None
        self._folded = False
        self._finding = False
        self.text = TextView(id="text")
        """The page."""
        self.field = Field(id="find", placeholder="find in this text · / searches the library")
        """Where one types what to find."""
        self.field.display = False

    def compose(self) -> ComposeResult:
        """The page, and below it the line to find in it, hidden until asked for."""
        yield self.text
        yield self.field

    def show(self, article: Article, row: ArticleRow, story: Story | None, place: int, marks: tuple[Mark, ...]) -> None:
        """Another article, at the place where it was left."""
        self.article, self.row, self._story, self._folded = article, row, story, False
        self._finding = False
        self.field.display = False
        self.text.show(self._page(), article.sentences, place)
        self.text.mark(marks)

    def renew(self, row: ArticleRow, story: Story | None) -> None:
        """The same article with fresh metadata."""
        self.row, self._story = row, story
        self.text.replace(self._page())

    def clear(self) -> None:
        """No article."""
        self.article = self.row = None
        self.text.show((), ())

    def _page(self) -> list[Paragraph]:
        if self.article is None or self.row is None:
            return []
        return paragraphs(self.article, self.row, self._story, folded=self._folded)

    @property
    def hidden(self) -> bool:
        """Whether there is anything that cleaning folded away."""
        return self.article is not None and folded_away(self.article) > 0

    def action_folded(self) -> None:
        """Shows or hides what cleaning folded away; the place is kept."""
        self._folded = not self._folded
        self.text.replace(self._page())

    def action_find(self) -> None:
        """Opens the line to find in this text."""
        self.field.display = True
        self.field.value = ""
        self.field.focus()

    def back(self) -> bool:
        """Closes the line to find, or takes away what it marked; False when there is neither."""
        finding = self.field.display or self._finding
        if self.field.display:
            self.field.display = False
            self.text.focus()
        if finding:
            self._finding = False
            self.text.mark(())
        return finding

    @on(Input.Changed, "#find")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value == "/":
            self.field.display = False
            self.text.focus()
            self.post_message(SearchWanted())
        elif self.article is not None and self.field.display:
            self._finding = True
            self.text.mark(find(self.article, event.value, folded=self._folded))
            self.text.go_to_mark(1)

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.field.display = False
        self.text.focus()
