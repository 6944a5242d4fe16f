"""What else there is to know of an article in the linear reader: its origin, its links, what was folded away."""

from __future__ import annotations

from collections.abc import Iterator

from index.models import LINED, SHOWN, Role
from tui import dates
from tui.linear.chapters import Chapters
from tui.linear.items import Point
from tui.linear.views import ListView
from tui.render import many, source, title_of


class Facts(Chapters):
    """The commands that tell about an article, and change nothing."""

    def _info(self, number: str) -> Iterator[str]:
        id = self._targets(number)[0]
        row, article = self._library.row(id), self._library.article(id)
        yield f"{title_of(row)}."
        by = f"; by {', '.join(row.authors)}" if row.authors else ""
        yield f"From {source(row) or 'an outlet that is not named'}{by}."
        when = f"{dates.dated(row.published)}, from its {row.published.found_in}" if row.published else "not known"
        yield f"Date: {when}. Language: {row.language}. {many(row.words, 'word')}, {many(row.minutes, 'minute')}."
        yield from (f"File: {origin}" for origin in article.origins)
        yield f"Address: {row.url or 'none'}"
        if revisions := self._library.revisions(id):
            yield f"{many(len(revisions), 'earlier wording')}."
        tags = ", ".join(self._library.reading(id).tags)
        yield f"Tags: {tags or 'none'}."

    def _links(self, number: str) -> Iterator[str]:
        found = self._library.links(self._targets(number)[0])
        rows = [Point(link.url if link.text == link.url else f"{link.text}: {link.url}") for link in found]
        yield from self._enter(ListView("links", rows, "No links are known of this article."))

    def _folded(self, number: str) -> Iterator[str]:
        shown = SHOWN | LINED | {Role.CAPTION, Role.TITLE}
        blocks = [block for block in self._library.article(self._targets(number)[0]).blocks if block.role not in shown]
        yield from (f"{block.role.value.capitalize()}: {block.text}" for block in blocks)
        if not blocks:
            yield "Nothing was folded away."
