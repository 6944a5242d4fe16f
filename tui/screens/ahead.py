"""What may be asked for next is made ready while nobody asks for anything."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.timer import Timer

from index.errors import NutgrafError
from tui.screens.reading import ReadingDesk

if TYPE_CHECKING:
    from index.models import Article, ArticleRow
    from tui.panes.views import Listed
    from tui.widgets.text_view import Mark

REST = 0.08
"""Seconds after an article was shown until the next one is made ready: not while one goes through a list."""
BREATH = 0.01
"""Seconds between one thing that is made ready and the next, none of which takes longer than 3 ms: a key that comes
then is answered before."""
KEPT = 8
"""Articles that are kept ready: those ahead, and those one comes from."""
REACH = 64
"""Rows in which the next unread article is looked for beforehand."""
GARBAGE = 10_000
"""New objects after which the collector stops a key, for 4 ms; it is run before, whenever nobody asks for anything."""
FULL = 20
"""Every so many rests the collector looks at everything, for 20 ms, else only at what is young, for 1 ms."""


class AheadDesk(ReadingDesk):
    """The next article of the list and the next unread one are read and set before they are wanted: half of the time
    from the key to the frame. The garbage of Python is collected in the same rest: elsewhere it stops a key for 5 ms.
    """

    _rests = 0
    _rest: Timer | None = None
    _chores: Iterator[None] = iter(())

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # whatever a desk takes
        self._ready: dict[str, Article] = {}

    def article_of(self, id: str) -> Article:
        """Made ready or not."""
        found = self._ready.pop(id, None) or super().article_of(id)
        self._ready[id] = found
        while len(self._ready) > KEPT:
            del self._ready[next(iter(self._ready))]
        return found

    def _fill(self, article: Article, row: ArticleRow, place: int, marks: tuple[Mark, ...]) -> None:
        super()._fill(article, row, place, marks)
        self._begin()

    def loaded(self, listed: Listed) -> None:
        """Another list, or other articles in it."""
        self._ready.clear()
        self.summary.forget()
        super().loaded(listed)
        self._begin()

    def _begin(self) -> None:
        self._chores = self._get_ready()
        self._go_ahead_in(REST)

    def _go_ahead_in(self, seconds: float) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(seconds, self._go_ahead)

    def _go_ahead(self) -> None:
        with suppress(NutgrafError):  # whoever asks for the article will be told
            if next(self._chores, self) is None:
                self._go_ahead_in(BREATH)

    def _get_ready(self) -> Iterator[None]:
        for unread in (False, True):
            id = self.browse.step(1, unread=unread, reach=REACH)
            yield
            if not id or id in self._ready:
                continue
            article, row = self.article_of(id), self.library.row(id)
            yield
            story = self.story_of(row)
            self.reader.prepare(article, row, story)
            yield
            self.summary.prepare(article, story)
            yield
        self._collect()

    def _collect(self) -> None:
        if not self._rests:
            gc.set_threshold(GARBAGE)
            gc.freeze()  # modules, classes, widgets: the collector would walk all of them now and then, for 0.05 s
        self._rests += 1
        gc.collect(2 if self._rests % FULL == 0 else 1)
