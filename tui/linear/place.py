"""Where one is in the linear reader, and how that is told: what all its commands build on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from index.errors import NothingFound
from index.events import Event, Finished, Progress, Skipped
from index.marks import Highlight
from index.models import ArticleRow, Story, SummaryLine
from tui.linear.items import Item, Point, articles_of
from tui.linear.telling import told
from tui.linear.views import ArticleView, ListView, View
from tui.render import many

if TYPE_CHECKING:
    from index.library import Library

EMPTY = "The library is empty. add PATH adds a file or a folder, samples adds five sample articles."


class Place:
    """A trail of lists and articles; the last one is where one is."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._trail: list[View] = [ListView("stories", library.story_list(), EMPTY)]
        self.stopped = False
        """Set from outside to stop what takes long."""

    @property
    def prompt(self) -> str:
        """Where one is."""
        return self._trail[-1].prompt

    def _tell(self) -> Iterator[str]:
        view = self._trail[-1]
        if isinstance(view, ListView):
            rows = self._rows(view)
            for number, item in enumerate(view.page, view.top + 1):
                if isinstance(item, Point) and item.under:
                    yield item.under
                yield f"{number}. {told(item, rows)}"
            if not view.items:
                yield view.empty
        else:
            yield from view.told()
            if view.is_over:
                yield "End of the article. J: the next one; h: back; s: what it says in short."

    def _rows(self, view: ListView) -> dict[str, ArticleRow]:
        kinds = (Story, SummaryLine, Highlight)
        ids = [id for item in view.page if isinstance(item, kinds) for id in articles_of(item)]
        return {row.id: row for row in self._library.rows(list(dict.fromkeys(ids)))}

    def _enter(self, view: View) -> Iterator[str]:
        """Another list; where it is empty one stays where one was, with the numbers that were told there."""
        if self._trail and isinstance(view, ListView) and not view.items:
            yield view.empty
            return
        self._trail.append(view)
        yield from self._tell()

    def _turn(self, view: View | None, otherwise: str) -> Iterator[str]:
        if view is None:
            yield otherwise
        else:
            self._trail[-1] = view
            yield from self._tell()

    def _item(self, number: str) -> Item:
        lists = [view for view in self._trail if isinstance(view, ListView)]
        items = lists[-1].items if lists else ()
        if not number.isdecimal() or not 1 <= int(number) <= len(items):
            raise NothingFound(f"there is no number {number or '(which one?)'} in the list", subject=number)
        return items[int(number) - 1]

    def _targets(self, number: str) -> tuple[str, ...]:
        """Ids of the articles that are meant, at least one."""
        view = self._trail[-1]
        if not number and isinstance(view, ArticleView):
            return (view.row.id,)
        if not (articles := articles_of(self._item(number))):
            raise NothingFound(f"number {number} is no article", subject=number)
        return articles

    def _named(self, rest: str) -> tuple[str, str]:
        """(number, what stands after it); in an article no number is asked for, all of it is words."""
        if isinstance(self._trail[-1], ArticleView):
            return "", rest
        number, _, words = rest.partition(" ")
        return number, words.strip()

    def _follow(self, start: Callable[[], Iterator[Event]], *, quiet: bool = False) -> Iterator[str]:
        stage = ""
        for event in start():
            if isinstance(event, Progress) and event.stage != stage:
                stage = event.stage
                yield f"{stage.capitalize()}."
            elif isinstance(event, Skipped) and not quiet:
                yield f"Skipped: {event.origin}: {event.reason}."
            elif isinstance(event, Finished) and not quiet:
                counts, stopped = event.counts, "Stopped. " if event.cancelled else ""
                yield f"{stopped}{many(counts.read, 'new article')}, {counts.folded} folded, {counts.skipped} skipped."
