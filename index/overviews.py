"""What is put together for one view: all that is found in a story, who says what, and everything about somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.findings import Differing, Fresh, Mention, Named, Quotation, Sources, TimelineRow
from index.models import ArticleRow


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells a story: an outlet, or else an agency, with all its articles."""

    source: str
    """As it is named; the title of its article where nobody is named."""
    articles: tuple[str, ...]
    first: str
    """ISO time of its first article; empty when undated."""
    lag: int | None
    """Minutes after the first of all tellers, in whole days where only days are known; None when undated."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that a story speaks of, and where each teller does."""

    words: str
    """A name, or a phrase as it is written most often."""
    kind: Literal["person", "place", "organisation", "name", "phrase"]
    cells: tuple[tuple[Mention, ...], ...]
    """One for each teller, in their order; empty where it does not speak of it. One mention for each sentence."""

    @property
    def told_by(self) -> tuple[int, ...]:
        """Numbers of the tellers that speak of it; with one alone, it is `only in` that one."""
        return tuple(at for at, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, slots=True)
class WhoSaysWhat:
    """Tellers against aspects: who speaks of what, and who does not."""

    tellers: tuple[Teller, ...] = ()
    """First to publish first; undated ones last."""
    aspects: tuple[Aspect, ...] = ()
    """What most tellers speak of first, what one alone has last."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a reading of all articles of a story, side by side, shows."""

    story: str
    sources: Sources
    fresh: tuple[Fresh, ...]
    """One for each article, earliest first."""
    quotations: tuple[Quotation, ...]
    timeline: tuple[TimelineRow, ...] = ()
    coverage: tuple[tuple[str, int], ...] = ()
    """ISO days with the number of articles that appeared on them."""
    numbers: tuple[Differing, ...] = ()
    """What is possibly stated differently."""
    names: tuple[Named, ...] = ()
    """What most articles name first."""
    says: WhoSaysWhat = WhoSaysWhat()

    def told(self) -> dict[str, str]:
        """What a row of each article says of it: `rewrite · 3 new of 41`; the first of all is `first here`."""
        ties = {copy.article: copy.tie for copy in self.sources.copies}
        first = self.fresh[0].article if len(self.fresh) > 1 and self.fresh[0].article not in ties else ""
        return {
            one.article: " · ".join(filter(None, [ties.get(one.article, ""), one.in_words(first=one.article == first)]))
            for one in self.fresh
        }


def under_originals(articles: Sequence[str], over: Mapping[str, str]) -> list[str]:
    """Ids with those that `over` ties to an original right after it; what follows a copy comes after that copy."""
    below: dict[str, list[str]] = {}
    for id in articles:
        below.setdefault(over.get(id, ""), []).append(id)
    ordered: list[str] = []
    waiting = [id for id in reversed(articles) if over.get(id, "") not in articles]
    while waiting:
        ordered.append(waiting.pop())
        waiting += reversed(below.get(ordered[-1], []))
    return ordered


@dataclass(frozen=True, slots=True)
class InStory:
    """A story as far as it names something."""

    story: str
    headline: str
    articles: tuple[str, ...]
    """Ids of its articles that do, earliest first."""


@dataclass(frozen=True, slots=True)
class About:
    """Everything in the library that names somebody or something."""

    name: str
    query: str
    """What was searched for: the name and its variants as phrases; it can be typed into the search as it is."""
    articles: tuple[ArticleRow, ...]
    """Latest first, undated last."""
    stories: tuple[InStory, ...]
    """Latest first."""
    coverage: tuple[tuple[str, int], ...]
    """ISO days with the number of articles, in order; undated ones are left out."""
