"""What is shown, and what the user does with it: read marks, stars, the place in the text."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from index.errors import NothingFound
from index.models import Article, ArticleRow, Story
from tui.messages import Previewed, Told
from tui.panes.browse import View
from tui.panes.summary import LENGTHS
from tui.screens.desk import Desk
from tui.widgets.text_view import Mark, TextView

PLACE_PAUSE = 1.0
"""Seconds after the last movement until the place is written; it is also written when an article is left."""


class ReadingDesk(Desk):
    """Shows articles and writes the user's marks when they change: each is one small write (about 1 ms)."""

    opened = False
    """True when the reader's article was opened, False while it is only looked at from the list."""
    query_text = ""
    """The search whose words are marked in it."""
    _place_timer: Timer | None = None

    @property
    def shown(self) -> str:
        """Id of the article in the reader; empty if there is none."""
        return self.reader.article.id if self.reader.article is not None else ""

    @property
    def target(self) -> str:
        """Id of the article that a mark is meant for; empty if there is none."""
        return self.browse.current[0] if self.pane == "browse" else self.shown

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        event.stop()
        if event.article and event.article != self.shown:
            self.show_article(event.article, opened=False)

    def show_article(self, article_id: str, *, opened: bool, query: str = "") -> None:
        """Puts an article into the reader and the summary, at the place where it was left."""
        self.save_place()
        try:
            article, row = self.library.article(article_id), self.library.row(article_id)
        except NothingFound as error:
            self.post_message(Told(str(error)))
            return
        marks = self.library.highlights(article_id, query) if query else ()
        place = 0 if query else self.library.reading(article_id).place
        self.opened, self.query_text = opened, query
        self._fill(article, row, place, marks)

    def _fill(self, article: Article, row: ArticleRow, place: int, marks: tuple[Mark, ...]) -> None:
        story = self.story_of(row)
        self.reader.show(article, row, story, place, marks)
        self.summary.give(article, row, story)
        self.browse.renew([row], row.id)
        self.rearrange()
        self.foot()

    def story_of(self, row: ArticleRow | None) -> Story | None:
        """The story of an article; None before stories are computed."""
        try:
            return self.library.story(row.story) if row is not None and row.story else None
        except NothingFound:
            return None

    def loaded(self, stories: list[Story]) -> None:
        """Fresh stories; what is shown stays and gets its fresh story."""
        self.recount()
        self.browse.show_stories(stories)
        if self.shown:
            row = self.library.row(self.shown)
            story = self.story_of(row)
            self.reader.renew(row, story)
            self.summary.give(self.reader.article, row, story)
            self.browse.renew([row], row.id)
        self.rearrange()

    # what the user does

    def mark(self, article: str, read: bool) -> None:
        """Read or unread."""
        self.library.mark_read([article], read)
        self._renew(article)

    def _renew(self, article: str) -> None:
        self.browse.renew([self.library.row(article)], self.shown)
        self.recount()
        self.head()

    def action_mark(self, read: bool) -> None:
        """Read or unread."""
        if self.target:
            self.mark(self.target, read)

    def action_star(self) -> None:
        """A star, or none."""
        if self.target:
            self.library.star([self.target], not self.library.reading(self.target).starred)
            self._renew(self.target)

    def save_place(self) -> None:
        """Writes where the user is in the article that is open."""
        if self.opened and self.shown:
            self.library.set_place(self.shown, self.reader.text.place)

    def on_unmount(self) -> None:
        """Quitting is leaving the article too."""
        self.save_place()

    @on(TextView.Scrolled)
    def _scrolled(self) -> None:
        self.foot()
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(PLACE_PAUSE, self.save_place)

    def action_view(self, view: View) -> None:
        """Stories, all, unread or starred articles; the cursor stays on its article."""
        self.browse.show_view(view, self.browse.current[0])
        self.go("browse")

    def action_summary(self) -> None:
        """Off, short, long."""
        self.summary.use(LENGTHS[(LENGTHS.index(self.summary.length) + 1) % len(LENGTHS)])
        self.go(self.pane)
