"""The vocabulary of what is found inside a story: copies, news, quotations, days, numbers, names.

Every value names its sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
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

    @property
    def originals(self) -> dict[str, str]:
        """Copy → the article whose text it is. A rewrite is a text of its own."""
        return {copy.article: copy.original for copy in self.copies if copy.tie == "copy"}

    def in_words(self, wrote: Mapping[str, str], printed: Mapping[str, str]) -> str:
        """`AFP, carried by 4; 2 own reports`; empty where nobody carries what another wrote.

        `wrote` has agency or outlet of each article, `printed` its outlet.
        """
        over = {copy.article: copy.original for copy in self.copies}
        texts: dict[str, list[str]] = {}
        for id in over:
            first = over[id]
            while first in over:
                first = over[first]
            texts.setdefault(first, [first]).append(id)
        carried = {one: {printed[id] for id in ids} - {wrote[one]} for one, ids in texts.items()}
        told = [f"{wrote[one]}, carried by {len(others)}" for one, others in carried.items() if others]
        tied = {id for one, ids in texts.items() if carried[one] for id in ids}
        own = sum(tied.isdisjoint(group) for group in self.groups)
        return "; ".join([*told, f"{own} own report{'s' * (own != 1)}"] if told else [])


@dataclass(frozen=True, slots=True)
class Fresh:
    """What an article adds to what was said before it."""

    article: str
    sentences: tuple[int, ...]
    """Numbers of the sentences that are new."""
    total: int
    """Sentences of the article."""

    def in_words(self, *, first: bool = False) -> str:
        """`3 new of 41`; of the first article of a story, to which nothing is earlier, that it is the first."""
        return "first here" if first else f"{len(self.sentences)} new of {self.total}"


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
class Mention:
    """Some words of a sentence."""

    spot: Spot
    start: int
    end: int
    """Half-open range of characters in the sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one article states it."""

    mention: Mention
    """The number with its hedge and its unit: `at least 12`, `$1.2 million`."""
    text: str
    """These words, as they stand."""
    sentence: str
    """The sentence, as it stands."""
    value: float
    """The number; for a hedged one the number that is named."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A quantity that the articles of a story possibly state differently: what is meant is for the reader to judge."""

    subject: str
    """What is counted, in words of the first sentence; empty where none stand beside it."""
    fate: str
    """What befell the people counted: killed, injured, arrested, missing, evacuated; empty for anything else."""
    unit: str
    """`%`, `points`, a sign of money, or empty."""
    figures: tuple[Figure, ...]
    """At most one for each article, earliest first; not all of them agree."""

    @property
    def label(self) -> str:
        """What is counted and what befell it, as far as known: `people · killed`."""
        return " · ".join(dict.fromkeys(filter(None, (self.subject, self.fate))))

    @property
    def course(self) -> str:
        """The different figures in the order in which they appeared: `7 → 9 → 12`."""
        texts: dict[float, str] = {}
        for figure in self.figures:
            texts.setdefault(figure.value, figure.text)
        return " → ".join(texts.values())


Kind = Literal["person", "place", "organisation", "name"]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody, some place or something that a story names."""

    name: str
    """The form that stands for all: the full name that is used most, without titles."""
    kind: Kind
    """`name` where the words around it do not make sure what it is."""
    variants: tuple[str, ...]
    """Every spelling that was met, `name` first, then the most frequent."""
    mentions: tuple[Mention, ...]
    """In text order, the earliest article first."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that name it."""
        return tuple(dict.fromkeys(mention.spot.article for mention in self.mentions))
