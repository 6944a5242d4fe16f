"""The vocabulary of what is found inside a story: copies, news, quotations, days. Every value names its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tie = Literal["copy", "rewrite"]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is another one's text, whole or worked over."""

    article: str
    original: str
    """Id of the article it follows: the earliest of that text, the agency's own where there is one."""
    tie: Tie
    shared: float
    """Share of the shorter text that stands in both, quotations and captions left out, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Who in a story speaks for himself."""

    copies: tuple[Copy, ...]
    groups: tuple[tuple[str, ...], ...]
    """Ids of articles; those of one group (one agency, one outlet, one text) count as one source."""

    @property
    def independent(self) -> int:
        """How many sources a story really has."""
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What an article adds to what was said before it."""

    article: str
    sentences: tuple[int, ...]
    """Numbers of the sentences that are new."""
    total: int
    """Sentences of the article."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to go to: a sentence of an article."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Carried:
    """A quotation as one article prints it."""

    spot: Spot
    text: str
    """What stands between the marks; the paragraphs of a long quotation are parted by a line break."""
    whole: bool
    """False when another article of the story prints more of it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, who said them, and who printed them."""

    text: str
    """The fullest wording."""
    speaker: str
    """Empty when it is not sure who speaks."""
    carried: tuple[Carried, ...]
    """Earliest article first."""

    @property
    def alone(self) -> bool:
        """True when one article alone has it."""
        return len({carried.spot.article for carried in self.carried}) == 1


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A day of which the articles of a story tell something."""

    day: str
    """ISO, cut to the month where only a month is named."""
    other: str
    """Another day that may be meant (a weekday ahead or behind); empty when it is sure."""
    text: str
    """The sentence that tells what happened, as it stands."""
    spot: Spot
    articles: tuple[str, ...]
    """Ids of all articles that name the day."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A row in the comparison of two articles: numbers of sentences that say the same, or one that stands alone."""

    left: int | None
    right: int | None


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
