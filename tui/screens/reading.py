"""What is shown, and what the user does with it: read marks, stars, the place in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from index.errors import NothingFound, NutgrafError
from tui.messages import Previewed, Told, View
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from index.models import Article, ArticleRow, Story
    from tui.panes.views import Listed
    from tui.trail import Pane
    from tui.widgets.text_view import Mark, TextView

PREVIEW_PAUSE = 0.04
"""Seconds from a movement to the article beside it: the list is painted first, and a key held down (30 a second) does
not set every article that it passes."""
SEEN = 500
"""Changed articles that are painted one by one; after more of them all rows are read anew."""
PLACE_PAUSE = 1.0
"""Seconds after the last movement until the place is written; it is also written when an article is left."""


class ReadingDesk(Desk):
    """Shows articles and writes the user's marks when they change: each is one small write (about 1 ms)."""

    opened = False
    """True when the reader's article was opened, False while it is only looked at from the list."""
    query_text = ""
    """The search whose words are marked in it."""
    _place_timer: Timer | None = None
    _preview: str = ""
    """The article to be looked at as soon as the list has been painted; empty when there is none."""
    _preview_timer: Timer | None = None
    _announced: tuple[int, str] = (-1, "")
    """What the foot says, and at which sentence."""

    @property
    def shown(self) -> str:
        """Id of the article in the reader; empty if there is none."""
        return self.reader.article.id if self.reader.article is not None else ""

    @property
    def targets(self) -> tuple[str, ...]:
        """Ids of what a mark is meant for: the articles picked in the list, else the one under the cursor or open."""
        return self.browse.targets if self.pane == "browse" else tuple(filter(None, (self.shown,)))

    @property
    def target(self) -> str:
        """Id of the article that a mark is meant for; empty if there is none."""
        return self.browse.current[0] if self.pane == "browse" else self.shown

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        event.stop()
        moved_here = self.pane == "browse"  # opened from elsewhere, it takes the cursor along
        self._preview = event.article if moved_here and event.article != self.shown else ""
        if self._preview_timer is not None:
            self._preview_timer.stop()
        self._preview_timer = self.set_timer(PREVIEW_PAUSE, self.preview)

    def preview(self) -> None:
        """Shows what the cursor stands on, now."""
        article, self._preview = self._preview, ""
        if article and article != self.shown:
            self.show_article(article, opened=False)

    def go(self, pane: Pane) -> None:
        """What the cursor stands on is there before the keyboard is."""
        self.preview()
        super().go(pane)

    def show_article(self, article_id: str, *, opened: bool, query: str = "") -> None:
        """Puts an article into the reader and the summary, at the place where it was left."""
        self.save_place()
        self._preview = ""
        try:
            article, row = self.article_of(article_id), self.library.row(article_id)
        except NothingFound as error:
            self.post_message(Told(str(error)))
            return
        marks = self.library.highlights(article_id, query) if query else ()
        place = 0 if query else self.library.reading(article_id).place
        self.opened, self.query_text = opened, query
        self._fill(article, row, place, marks)

    def article_of(self, id: str) -> Article:
        """Raises `NothingFound` for one that is not in the library."""
        return self.library.article(id)

    def _fill(self, article: Article, row: ArticleRow, place: int, marks: tuple[Mark, ...]) -> None:
        story = self.story_of(row)
        self.reader.highlights = self.library.highlights_of(article.id)
        self.reader.tags = self.library.reading(article.id).tags
        self.reader.show(article, row, story, place, marks)
        self.summary.give(article, story)
        self.reader.text.sign(self.summary.own_sentences)
        self.browse.renew([row], row.id)
        self.rearrange()
        self.foot()

    def story_of(self, row: ArticleRow | None) -> Story | None:
        """The story of an article; None before stories are computed."""
        try:
            return self.library.story(row.story) if row is not None and row.story else None
        except NothingFound:
            return None

    def loaded(self, listed: Listed) -> None:
        """A fresh list; what is shown stays and gets its fresh story."""
        self.recount()
        self.browse.give(listed)
        if self.shown and not self.library.rows([self.shown]):
            self._clear()
        elif self.shown:
            row = self.library.row(self.shown)
            story = self.story_of(row)
            self.reader.renew(row, story)
            self.summary.give(self.reader.article, story)
            self.browse.renew([row], row.id)
        elif self.browse.wanted and not self.browse.current[0] and self.library.rows([self.browse.wanted]):
            self.show_article(self.browse.wanted, opened=False)
        self.rearrange()

    def _clear(self) -> None:
        """The article that was shown has been removed."""
        self.opened = False
        self.reader.clear()
        self.summary.give(None, None)
        if self.pane != "browse":
            self.go("browse")
        if self.browse.current[0]:
            self.show_article(self.browse.current[0], opened=False)

    # what the user does

    def mark(self, articles: Sequence[str], read: bool) -> None:
        """Read or unread."""
        if self.written(lambda: self.library.mark_read(articles, read)):
            self.changed(articles)

    def written(self, write: Callable[[], object]) -> bool:
        """Writes something; what hinders it (a full disk, another copy) is told. False where nothing changed."""
        try:
            return bool(write())
        except NutgrafError as hindrance:
            self.post_message(Told(str(hindrance)))
            return False

    def changed(self, articles: Sequence[str]) -> None:
        """Shows these articles as they are now; nothing moves."""
        self.browse.renew(self.library.rows(articles[:SEEN]), self.shown)
        if len(articles) > SEEN:
            self.browse.forget_rows()
        self.recount()
        self.head()

    def save_place(self) -> None:
        """Writes where the user is in the article that is open."""
        if self.opened and self.shown:
            self.library.set_place(self.shown, self.reader.text.place)

    def on_unmount(self) -> None:
        """Quitting is leaving the article too."""
        self.save_place()
        self.browse.remember()

    def on_text_view_scrolled(self, event: TextView.Scrolled) -> None:
        """Says how far one is, and writes it down when one stays."""
        place, words = self._announced
        self.foot(words if event.place == place else "")
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(PLACE_PAUSE, self.save_place)

    def announce(self, words: str) -> None:
        """Says at the foot where in the text one was taken, as long as one stays there."""
        self._announced = (self.reader.text.place, words)
        self.foot(words)

    def action_view(self, view: View) -> None:
        """Stories, all, unread or starred articles; the cursor stays on its article."""
        self.browse.show_view(view, self.browse.current[0])
        self.go("browse")
