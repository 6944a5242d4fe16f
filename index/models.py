"""The vocabulary, on one page: what an article, a story and a summary are. Imports nothing of the project."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """What a paragraph is for. Only `READ` roles have sentences that are summarised; nothing is ever dropped."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    RIGHTS = "rights"
    BIO = "bio"
    LINKS = "links"
    NOTICE = "notice"
    TABLE = "table"
    CODE = "code"


READ = frozenset({Role.BODY, Role.QUOTE})
"""The roles whose sentences are the article's own text."""
SHOWN = READ | {Role.HEADING}
"""The roles that make up the text as it is read."""
LINED = frozenset({Role.TABLE, Role.CODE})
"""The roles whose lines stay as they are: shown and searched with the text, but never summarised."""
Precision = Literal["year", "month", "day", "minute"]
"""How exactly a time is known."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where an item was found. `str(origin)` is `file` or `file#key`."""

    path: str
    """Absolute path of the file; undecodable bytes as surrogate escapes."""
    key: str = ""
    """The item's key inside the file; empty when the file is the item."""

    def __str__(self) -> str:
        return f"{self.path}#{self.key}" if self.key else self.path


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its role."""

    role: Role
    text: str
    """One line of plain text: no control characters, no line breaks (but in a table or code)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Offsets into one block's text: the substrate of summaries, highlights, novelty, quotes and copies."""

    block: int
    """Index of the block in `Article.blocks`."""
    start: int
    end: int
    """Half-open range of characters in that block's text."""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, and how that is known."""

    when: str
    """ISO 8601, cut at its precision: `2023`, `2023-11`, `2023-11-09`, `2023-11-09T18:30`."""
    precision: Precision
    found_in: str
    """In words: metadata, byline, dateline, title line, url, caption (inferred), file time (inferred), its story."""

    @property
    def inferred(self) -> bool:
        """True when no line of the article gives the date as its own; the screen marks it."""
        return "inferred" in self.found_in


@dataclass(frozen=True, slots=True)
class Raw:
    """An item as a source found it, before cleaning."""

    origin: Origin
    text: str
    """The text, decoded, lines as they were."""
    title: str = ""
    outlet: str = ""
    authors: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    """What the source's own fields say; empty where they say nothing. Not trusted blindly."""
    modified: float | None = None
    """Time of the file, seconds since 1970."""
    blocks: tuple[Block, ...] = ()
    """Paragraphs whose roles the format itself tells; where given they stand in place of `text`."""
    record: bool = False
    """True for a record of a data set: its text is the article alone, and no page around it."""


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article: labelled paragraphs, sentences, metadata."""

    id: str
    """Stable: a hash of the URL if there is one, else of the folded text."""
    origins: tuple[Origin, ...]
    """Every place where this article was found; the first one leads."""
    title: str
    outlet: str
    """Who published it; empty if unknown."""
    agency: str
    """Who wrote the wire copy (AFP, AP, Reuters); empty if unknown or none."""
    authors: tuple[str, ...]
    """People only."""
    published: Published | None
    place: str
    """Where the dateline says it was written; empty if it says nothing."""
    url: str
    language: str
    """ISO 639-1 code; `und` where it cannot be told."""
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    """Of the `READ` blocks, in text order."""

    def sentence(self, number: int) -> str:
        """The words of one sentence, exactly as they stand in its block."""
        at = self.sentences[number]
        return self.blocks[at.block].text[at.start : at.end]

    @property
    def text(self) -> str:
        """The text as it is read: body, quotations, headings, tables and code, a blank line between paragraphs."""
        return "\n\n".join(block.text for block in self.blocks if block.role in SHOWN | LINED)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """The light form that lists show; it never holds the text."""

    id: str
    origin: Origin
    title: str
    outlet: str
    agency: str
    authors: tuple[str, ...]
    published: Published | None
    """Its own date, or the one inferred from its story."""
    url: str
    language: str
    words: int
    """Of the text."""
    story: str
    """Id of its story; empty before stories are computed."""
    gone: bool
    """True when none of its files is there any more."""
    read: bool = False
    starred: bool = False
    copy_of: str = ""
    """Id of the article of its story whose text it carries; empty where the text is its own."""

    @property
    def minutes(self) -> int:
        """Reading time at 230 words a minute, a fair speed; at least one minute."""
        return max(1, round(self.words / 230))

    @property
    def source(self) -> str:
        """Whom to name for it: the outlet, else the agency; empty if neither is known."""
        return self.outlet or self.agency


@dataclass(frozen=True, slots=True)
class Ranking:
    """How much each sentence of an article tells, stored once, so that any length of summary costs nothing."""

    method: str
    scores: tuple[float, ...]
    """One for each of `Article.sentences`; only their order means anything."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One verbatim sentence and where it stands."""

    text: str
    article: str
    """Id of the article it stands in."""
    sentence: int
    """Its number in `Article.sentences`."""
    said_by: tuple[str, ...] = ()
    """Ids of the other articles of the story that carry the same statement."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Verbatim sentences in reading order."""

    lines: tuple[SummaryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event."""

    id: str
    """Stays the same while the story grows."""
    headline: str
    """The most typical headline of its articles, never an invented one."""
    articles: tuple[str, ...]
    """Ids, earliest first."""
    first: str
    last: str
    """ISO days of the earliest and latest dated article; empty when none is dated."""
    terms: tuple[str, ...]
    """What its articles have in common, most telling first."""
    sources: int = 0
    """Its independent sources: copies of one text, and all of one outlet or agency, count once; 0 if not counted."""


@dataclass(frozen=True, slots=True)
class BriefStory:
    """One story of a brief: what happened, and who reported it when."""

    story: Story
    summary: Summary
    articles: tuple[ArticleRow, ...]
    """Of the story, earliest first."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reported it, the first one first; articles of an unknown outlet name nobody."""
        return tuple(dict.fromkeys(row.source for row in self.articles if row.source))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with the library, or with the settings."""

    subject: str
    """A file (with the line, where one is known), an article or a part of the library."""
    reason: str
