"""What stands inside a story of a library in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index import kinship
from index.findings import Carried, Fresh, Mention, Named, Quotation, Spot, TimelineRow
from index.kinship import Near, Why
from index.overviews import Inside
from index.stories.copies import sources
from index.stories.novelty import novelty

if TYPE_CHECKING:
    from index.models import Article, Story


class FakeInside:
    """Reads the articles of a story side by side."""

    def story(self, id: str) -> Story:
        raise NotImplementedError

    def article(self, id: str) -> Article:
        raise NotImplementedError

    def inside(self, story: str) -> Inside:
        """Whatever an article says stands in every chapter."""
        articles = [one for id in self.story(story).articles if (one := self.article(id)).sentences]
        spots = {one.id: (Spot(one.id, 0), one.sentence(0)) for one in articles}
        said = tuple(Quotation(text, text, (Carried(spot, text, True),)) for spot, text in spots.values())
        days = tuple(TimelineRow(text, text, text, spot, (spot.article,)) for spot, text in spots.values())
        named = tuple(Named(text, "name", (text,), (Mention(spot, 0, 1),)) for spot, text in spots.values())
        return Inside(story, sources(articles), novelty(articles), said, days, names=named)

    def what_is_new(self, story: str, read: Sequence[str] | None = None) -> tuple[Fresh, ...]:
        return novelty([self.article(id) for id in self.story(story).articles], read)

    def kindred(self, story: str) -> tuple[Why, tuple[Near, ...], tuple[kinship.Link, ...]]:
        return Why(story, 1.0, 0.5, ()), (), ()
