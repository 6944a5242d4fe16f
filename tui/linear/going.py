"""Moving on and back, lists and searches of the linear reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from index.marks import View as Listed
from tui.linear.opening import Opening
from tui.linear.place import EMPTY
from tui.linear.views import ListView
from tui.render import many

HITS = 200
"""Hits of a search that are listed; more are counted."""
_LISTS = {"all": "No articles yet.", "unread": "Everything is read.", "starred": "Nothing is starred."}


class Going(Opening):
    """The commands that show another part of something, or something else."""

    def _next(self, _rest: str) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ListView):
            yield from self._turn(view.moved(1), "End of the list.")
        else:
            yield from self._read_on(view, page=False)

    def _page(self, _rest: str) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ListView):
            yield from self._next("")
        else:
            yield from self._read_on(view, page=True)

    def _before(self, _rest: str) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ListView):
            yield from self._turn(view.moved(-1), "This is the beginning of the list.")
        else:
            yield from self._turn(view.before(), "")

    def _again(self, _rest: str) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ListView):
            yield from self._tell()
        else:
            yield from self._open_article(view.row.id, anew=True)

    def _back(self, _rest: str) -> Iterator[str]:
        if len(self._trail) > 1:
            self._trail.pop()
            yield from self._tell()
        else:
            yield "This is where you began; quit leaves."

    def _stories(self, _rest: str) -> Iterator[str]:
        self._trail.clear()
        yield from self._enter(ListView("stories", self._library.stories(), EMPTY))

    def _list(self, name: str) -> Iterator[str]:
        self._trail.clear()
        rows = self._library.articles(cast(Listed, name))
        yield from self._enter(ListView(f"{name} articles", rows, _LISTS[name]))

    def _all(self, _rest: str) -> Iterator[str]:
        return self._list("all")

    def _unread(self, _rest: str) -> Iterator[str]:
        return self._list("unread")

    def _starred(self, _rest: str) -> Iterator[str]:
        return self._list("starred")

    def _search(self, words: str) -> Iterator[str]:
        if not words:
            yield "search takes words."
            return
        if self._library.behind():
            yield from self._follow(lambda: self._library.catch_up(cancelled=lambda: self.stopped), quiet=True)
        hits = self._library.search(words, limit=HITS)
        yield f"{many(hits.total, 'article')} found for {hits.understood or words}."
        yield from hits.notes
        if hits.suggestion:
            yield f"Did you mean {hits.suggestion}?"
        if hits.hits:
            yield from self._enter(ListView("hits", hits.hits, ""))
