"""From one article to the next: of the list, of the story, unread, with the words that were searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.messages import FoundHere, Opened, Told
from tui.screens.ahead import AheadDesk

if TYPE_CHECKING:
    from tui.trail import Step


class OnwardDesk(AheadDesk):
    """Opens an article and goes on from it; whoever goes on keeps the way back."""

    _trail: tuple[Step, ...] = ()
    """Where one came from, the last step at the end."""

    def open(self, wanted: Opened, trail: tuple[Step, ...]) -> None:
        """Shows an article in the reader with the keyboard in it, and marks it as read once it has been seen."""
        self._trail = trail
        if self.shown != wanted.article or wanted.query != self.query_text:
            self.show_article(wanted.article, opened=True, query=wanted.query)
        self.opened = True
        self.browse.select(wanted.article)
        self.go("reader")
        if wanted.sentence is not None:
            self.call_after_refresh(self.reader.text.light, wanted.sentence)
        elif wanted.query:
            self.call_after_refresh(self._to_first_match)
        if not self.library.unwritable():
            self.call_after_refresh(self.mark, [wanted.article], True)

    def action_neighbour(self, step: int) -> None:
        """The next article of the list."""
        self._go_on(step)

    def _to_first_match(self) -> None:
        if self.reader.text.marks:
            self.action_match(1)

    def action_match(self, step: int) -> None:
        """The next marked words, else the next unread article."""
        if self.pane == "reader" and self.reader.text.marks:
            self.reader.to_mark(step)
        else:
            self._go_on(step, unread=True)

    @on(FoundHere)
    def _found_here(self, event: FoundHere) -> None:
        self.announce(event.words)

    def on_text_view_at_end(self) -> None:
        """Paging on leads to the next unread article."""
        self._go_on(1, unread=True)

    def _go_on(self, step: int, *, unread: bool = False) -> None:
        article = self.browse.step(step, unread=unread)
        if not article:
            self.post_message(Told("no more articles this way"))
        elif self.pane == "browse":
            self.browse.select(article)
        else:
            self.open(Opened(article), self._trail)

    def action_sibling(self, step: int) -> None:
        """The next article of the same story."""
        story = self.story_of(self.reader.row)
        at = story.articles.index(self.shown) + step if story is not None else -1
        if story is not None and 0 <= at < len(story.articles):
            self.open(Opened(story.articles[at]), self._trail)
        else:
            self.post_message(Told("no more articles in this story"))

    def action_preview_page(self, direction: int) -> None:
        """Pages the article beside the list; at its end the next unread one."""
        self.preview()
        text = self.reader.text
        if direction > 0 and text.seen >= 1:
            self._go_on(1, unread=True)
        else:
            text.action_page(direction)

    def action_preview_line(self, direction: int) -> None:
        """Scrolls the article beside the list."""
        self.preview()
        self.reader.text.action_line(direction)
