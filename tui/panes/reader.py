"""The reader: one article as a well-set page, and the line to find something in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.models import Role
from tui import keys
from tui.messages import FoundHere, LinkChosen, SearchWanted
from tui.panes.annotated import annotated, spans_of
from tui.panes.article_page import find, folded_away, paragraphs
from tui.panes.link_numbers import numbered
from tui.widgets.field import Field
from tui.widgets.selecting import SentenceText

if TYPE_CHECKING:
    from index.marks import Highlight
    from index.models import Article, ArticleRow, Story
    from index.page.links import Link
    from tui.typeset import Paragraph
    from tui.widgets.text_view import Mark


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
        self.highlights: Sequence[Highlight] = ()
        """What the user marked and noted in it, as it stands today."""
        self.tags: Sequence[str] = ()
        self.links: Sequence[Link] = ()
        """The links that are numbered now; none until asked for."""
        self.text = SentenceText(id="text")
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
        self._finding, self.links = False, ()
        self.field.display = False
        self.text.show(self._page(), article.sentences, place, article.language)
        self._show_highlights()
        self.text.mark(marks)

    def prepare(self, article: Article, row: ArticleRow, story: Story | None) -> None:
        """Sets the page of an article that may be shown next."""
        self.text.prepare(paragraphs(article, row, story, folded=False), article.language)

    def renew(self, row: ArticleRow, story: Story | None) -> None:
        """The same article with fresh metadata."""
        self.row, self._story = row, story
        self.text.replace(self._page())

    def annotate(self, highlights: Sequence[Highlight], tags: Sequence[str]) -> None:
        """The same article with other highlights, notes and tags."""
        self.highlights, self.tags = highlights, tags
        self.text.replace(self._page())
        self._show_highlights()

    def _show_highlights(self) -> None:
        self.text.highlights(spans_of(self.article, self.highlights) if self.article is not None else ())

    def clear(self) -> None:
        """No article."""
        self.article = self.row = None
        self.text.show((), ())

    def _page(self) -> list[Paragraph]:
        if self.article is None or self.row is None:
            return []
        page = paragraphs(self.article, self.row, self._story, folded=self._folded)
        return numbered(annotated(page, self.article, self.highlights, self.tags), self.links)

    def number(self, links: Sequence[Link]) -> None:
        """Numbers these links in the text; none takes the numbers away."""
        self.links = links
        self.text.replace(self._page())
        self.text.link([(link.block, link.start, link.end) for link in links])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's
        """While no links are numbered, the keys of numbers are the desk's."""
        return action != "link" or bool(self.links)

    def on_key(self, event: events.Key) -> None:
        """One binding cannot tell nine keys apart."""
        if self.links and event.key in "123456789" and not self.field.has_focus:
            event.stop()
            self.post_message(LinkChosen(int(event.key)))

    def action_link(self) -> None:
        """From the palette, where no number is typed: the first one."""
        self.post_message(LinkChosen(1))

    @property
    def hidden(self) -> bool:
        """Whether there is anything that cleaning folded away."""
        return self.article is not None and folded_away(self.article) > 0

    @property
    def pictured(self) -> bool:
        """Whether it has a picture, to be had or not."""
        return self.article is not None and any(block.role is Role.CAPTION for block in self.article.blocks)

    def action_folded(self) -> None:
        """Shows or hides what cleaning folded away; the place is kept."""
        self._folded = not self._folded
        self.text.replace(self._page())

    def action_find(self) -> None:
        """Opens the line to find in this text."""
        self.field.display = True
        self.field.value = ""
        self.screen.set_focus(self.field)

    def back(self) -> bool:
        """Ends selecting, closes the line to find, or takes away what it marked; False when there is neither."""
        if self.text.selecting:
            self.text.cancel()
            return True
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
            self.to_mark(1)
            if not self.text.marks:
                self.post_message(FoundHere("not in this text" if event.value else ""))

    def to_mark(self, step: int) -> None:
        """To the next of the marked words, and says which of them it is."""
        if number := self.text.go_to_mark(step):
            self.post_message(FoundHere(f"match {number} of {len(self.text.marks)}"))

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.field.display = False
        self.text.focus()
