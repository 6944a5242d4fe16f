"""Moving on and back, lists and searches of the linear reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from index.marks import Group
from index.marks import View as Listed
from tui.linear.facts import Facts
from tui.linear.items import Counted
from tui.linear.place import EMPTY
from tui.linear.views import ListView
from tui.panes.places import SINCE_SETTING
from tui.render import many

HITS = 200
"""Hits of a search that are listed; more are counted."""
_LISTS: Mapping[Listed, tuple[str, str]] = {
    "all": ("all articles", "No articles yet."),
    "unread": ("unread articles", "Everything is read."),
    "starred": ("starred articles", "Nothing is starred."),
    "recent": ("recently read articles", "Nothing is read yet."),
    "new": ("articles that are new since last time", "Nothing was added since last time."),
}


class Going(Facts):
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
        yield from self._enter(ListView("stories", self._library.story_list(), EMPTY))

    def _list(self, view: Listed, value: str = "") -> Iterator[str]:
        self._trail.clear()
        name, empty = _LISTS[view]
        yield from self._enter(ListView(name, self._library.articles(view, value), empty))

    def _all(self, _rest: str) -> Iterator[str]:
        return self._list("all")

    def _unread(self, _rest: str) -> Iterator[str]:
        return self._list("unread")

    def _starred(self, _rest: str) -> Iterator[str]:
        return self._list("starred")

    def _recent(self, _rest: str) -> Iterator[str]:
        return self._list("recent")

    def _latest(self, _rest: str) -> Iterator[str]:
        return self._list("new", self._library.setting(SINCE_SETTING) or "0")

    def _groups(self, group: Group, name: str, empty: str) -> Iterator[str]:
        self._trail.clear()
        rows = [Counted(group, value, number) for value, number in self._library.counted(group)]
        yield from self._enter(ListView(name, rows, empty))

    def _tags(self, _rest: str) -> Iterator[str]:
        return self._groups("tag", "tags", "No tags yet; tag gives an article some.")

    def _outlets(self, _rest: str) -> Iterator[str]:
        return self._groups("outlet", "outlets", EMPTY)

    def _dates(self, _rest: str) -> Iterator[str]:
        return self._groups("month", "months", EMPTY)

    def _follow_index(self) -> Iterator[str]:
        """What was added last is searched, too."""
        if self._library.behind():
            yield from self._follow(lambda: self._library.catch_up(cancelled=lambda: self.stopped), quiet=True)

    def _search(self, words: str) -> Iterator[str]:
        if not words:
            yield "search takes words."
            return
        yield from self._follow_index()
        hits = self._library.search(words, limit=HITS)
        yield f"{many(hits.total, 'article')} found for {hits.understood or words}."
        yield from hits.notes
        if hits.suggestion:
            yield f"Did you mean {hits.suggestion}?"
        if hits.hits:
            yield from self._enter(ListView("hits", hits.hits, "", query=words))
