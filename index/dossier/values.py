"""What a dossier is made of: lines with their places, and what was read out of them. All of it can become JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass

FORM = 1
"""Number of the JSON's form; goes up when a field changes its meaning."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and where it stands."""

    text: str
    article: str
    sentence: int
    block: int
    start: int
    end: int
    """The paragraph of the cleaned article, and the half-open range of characters in it."""


@dataclass(frozen=True, slots=True)
class Summed:
    """A line of the summary."""

    line: Line
    said_by: tuple[str, ...]
    """Ids of the other articles that say so."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as one article prints it."""

    quotation: str
    whole: bool
    line: Line
    """The sentence in which it begins."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A quotation with everybody who prints it."""

    text: str
    speaker: str
    """Empty when it is not sure who speaks."""
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """A row of the timeline."""

    day: str
    other: str
    """Another day that may be meant; empty when it is sure."""
    line: Line
    told_by: tuple[str, ...]
    """Ids of all articles that name the day."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity as one article states it."""

    figure: str
    """The number with its hedge and its unit, as it stands."""
    line: Line


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity that is possibly stated differently."""

    subject: str
    """What is counted; empty where no words for it stand beside the first figure."""
    stated: tuple[Stated, ...]
    """Earliest article first."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """That one source speaks of one thing."""

    teller: int
    """Its number in `Dossier.tellers`, from 0."""
    sentences: int
    """How many of its sentences do."""
    line: Line
    """The first of them."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A name or a phrase, and who speaks of it; who is not listed does not."""

    words: str
    kind: str
    """`person`, `place`, `organisation`, `name` or `phrase`."""
    told: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Voiced:
    """A source of the table of who says what."""

    source: str
    """The outlet or agency; the title of its article where neither is known."""
    first: str
    """ISO time of its first article; empty when undated."""
    lag: int | None
    """Minutes after the first of all; None when undated."""


@dataclass(frozen=True, slots=True)
class File:
    """A file in which an article was found."""

    path: str
    key: str
    sha256: str
    """Of the file's bytes in hexadecimal digits; empty when the file was gone already."""


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the table of sources."""

    article: str
    title: str
    outlet: str
    agency: str
    published: str
    found_in: str
    url: str
    language: str
    copy_of: str
    """Id of the article whose text it is; empty when it is its own."""
    tie: str
    """`copy`, `rewrite` or empty."""
    new: int
    total: int
    """Sentences that no earlier article says, of all."""
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is exported."""

    form: int
    story: str
    headline: str
    first: str
    last: str
    independent: int
    """How many of the sources speak for themselves."""
    summary: tuple[Summed, ...]
    timeline: tuple[Happened, ...]
    quotations: tuple[Voice, ...]
    sources: tuple[Source, ...]
    numbers: tuple[Counted, ...] = ()
    tellers: tuple[Voiced, ...] = ()
    """First to publish first."""
    says: tuple[Spoke, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values for `json.dumps`; `verify` reads them back."""
        return asdict(self)
