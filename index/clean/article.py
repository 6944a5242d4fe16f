"""The one way in: `clean()` makes an article of what a source found, or says why it cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.clean import agencies, bylines, dates, language, outlets, sentences, spaces, title
from index.clean.blocks import Labelled, of_blocks, of_page, of_record
from index.clean.dateline import Dateline, dateline
from index.clean.identity import article_id
from index.clean.lines import paragraphs
from index.clean.region import words_in
from index.clean.safety import safe
from index.clean.stamps import told_part
from index.events import Skipped
from index.models import LINED, READ, Article, Block, Published, Raw, Role, Sentence

_WRAPPED_URL = re.compile(r"\$?\s*(https?://[^\s$]+)\s*\$?")
_MARKUP = re.compile(r"\\[,;:! ]?")
_SAVED = (".html", ".htm", ".xhtml", ".xht", ".mhtml", ".mht", ".eml", ".emlx")
_MOSTLY = READ | {Role.LINKS, Role.NOTICE}
_LEAST_PAGE = 4
"""Words of running text without which a page is no article."""


def clean(raw: Raw) -> Article | Skipped:
    """Labels the paragraphs of an item, finds its sentences and reads its metadata."""
    where = str(raw.origin)
    labelled = _labelled(raw)
    if labelled is None:
        return Skipped(where, "no text" if raw.title.strip() else "empty")
    if sum(words_in(b.text) for b in labelled.blocks if b.role in READ) < (1 if _is_record(raw) else _LEAST_PAGE):
        return Skipped(where, "no text that reads like an article")
    body, address = _body(labelled), _url(raw, labelled)
    tongue = language.language(body, raw.language)
    beside = [block for block in labelled.blocks if block.role not in _MOSTLY]
    facts = _Facts(raw, labelled, beside, address, tongue)
    return Article(
        id=article_id(address, body),
        origins=(raw.origin,),
        title=labelled.headline.text or title.first_words(body.split("\n", 1)[0]),
        outlet=facts.outlet(),
        agency=facts.agency(),
        authors=facts.authors(),
        published=facts.published(),
        place=facts.dateline.place if facts.dateline else "",
        url=address,
        language=tongue,
        blocks=labelled.blocks,
        sentences=_sentences(labelled.blocks, tongue),
    )


def _texts(labelled: Labelled, *roles: Role) -> list[str]:
    return [block.text for block in labelled.blocks if block.role in roles]


def _url(raw: Raw, labelled: Labelled) -> str:
    """The source's own address, else the one that stands alone on a line of the page."""
    if raw.url.strip():
        return safe(raw.url).strip()
    lines = reversed(_texts(labelled, Role.LINKS, Role.NOTICE))
    return next((_MARKUP.sub("", match[1]) for line in lines if (match := _WRAPPED_URL.fullmatch(line))), "")


def _body(labelled: Labelled) -> str:
    return "\n".join(spaces.unmarked(b.text) for b in labelled.blocks if b.role in READ)


def _is_record(raw: Raw) -> bool:
    """True when the text is the article alone: a record of a data set, or told fields beside it."""
    return raw.record or any((raw.title, raw.outlet, raw.authors, raw.published)) or bool(raw.blocks)


def _labelled(raw: Raw) -> Labelled | None:
    if raw.blocks:
        return _of_blocks(raw)
    lines = paragraphs(raw.text)
    if not lines:
        return None
    return of_record(lines, safe(raw.title)) if _is_record(raw) else of_page(lines)


def _of_blocks(raw: Raw) -> Labelled | None:
    """Blocks whose roles the format told: only made safe, with the headline taken from them if no field tells it."""
    blocks = [Block(b.role, _plain(b)) for b in raw.blocks]
    blocks = [b for b in blocks if b.text]
    if not blocks:
        return None
    first = next((b.text for b in blocks if b.role is Role.TITLE), "")
    lines = [b.text for b in blocks]
    if all(b.role in READ for b in blocks):
        quoted = [at for at, b in enumerate(blocks) if b.role is Role.QUOTE]
        return of_record(lines, safe(raw.title) or first, quoted if len(quoted) < len(blocks) else ())
    return of_blocks(blocks, safe(raw.title) or first)


def _plain(block: Block) -> str:
    text = safe(block.text)
    if block.role in LINED:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return spaces.tidy(text)


def _sentences(blocks: Sequence[Block], tongue: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(number, start, end)
        for number, block in enumerate(blocks)
        if block.role in READ
        for start, end in _split(block.text, tongue)
    )


def _split(text: str, tongue: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph; neither a list's bullet or number nor that of a note is one of their words."""
    first = spaces.words_at(text)
    words = text[first:]
    found = sentences.split(words, tongue)
    return [(first + start, first + start + spaces.words_end(words[start:end])) for start, end in found]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the fields and the blocks tell, each question asked of the surest source first."""

    raw: Raw
    labelled: Labelled
    beside: Sequence[Block]
    """The blocks that tell about the article; neither its text nor links."""
    url: str
    language: str

    def _texts(self, *roles: Role) -> list[str]:
        return [block.text for block in self.beside if block.role in roles]

    @property
    def _order(self) -> dates.Order:
        """What stands first in 9/6/2017, by the language of the article and the country of its address."""
        return dates.order_of(self.language, self.url)

    @property
    def dateline(self) -> Dateline | None:
        found = self._texts(Role.DATELINE)
        return dateline(f"{found[0]} Report") if found else None

    def outlet(self) -> str:
        told = " ".join(safe(self.raw.outlet).split())
        of_bio = next((name for text in self._texts(Role.BIO) if (name := outlets.of_biography(text))), "")
        return told or of_bio or self.labelled.headline.site or outlets.of_url(self.url)

    def authors(self) -> tuple[str, ...]:
        told = self._people(safe(self.raw.authors), told=True)
        if told:
            return told
        said = [line for line in self.labelled.header if bylines.is_byline(line)]
        for line in sorted(said, key=lambda line: not bylines.says_by(line)):
            if names := self._people(line, told=False):
                return names
        return ()

    def _people(self, text: str, *, told: bool) -> tuple[str, ...]:
        """The people named in a byline; the outlet signs, too, and is none."""
        outlet = title.key(self.outlet())
        return tuple(name for name in bylines.people(text, told=told) if title.key(name) != outlet)

    def agency(self) -> str:
        signed = self.dateline.agency if self.dateline else ""
        by = (agencies.agency(line) for line in (self.raw.authors, *self.labelled.header))
        credits = (
            agencies.agency(text, sure=True) for text in self._texts(Role.RIGHTS, Role.CREDIT)[:6] if len(text) < 200
        )
        pictures = (agencies.of_picture(text) for text in self._texts(Role.CAPTION))
        return next((name for name in (signed, *by, agencies.agency(self.raw.outlet), *credits, *pictures) if name), "")

    def published(self) -> Published | None:
        """The surest date that is possible: none lies after the file's own time."""
        for read in (self._in_field, self._in_headline, self._in_header, self._in_dateline, self._in_url,
                     self._in_captions, self._of_file):  # fmt: skip
            found = read()
            if found and not dates.is_after(found.when, self.raw.modified):
                return found
        return None

    def _in_field(self) -> Published | None:
        return dates.field(safe(self.raw.published), self._order)

    def _in_url(self) -> Published | None:
        return dates.in_url(self.url)

    def _of_file(self) -> Published | None:
        """Only a saved page and a mail have a file's time that is about when they appeared; a scrape may be a copy."""
        return dates.of_file(self.raw.modified) if self.raw.origin.path.lower().endswith(_SAVED) else None

    def _in_headline(self) -> Published | None:
        for text in self._texts(Role.TITLE)[:2]:
            if title.stamp(text):
                return dates.first(title.stamp(text), "title line")
        return None

    def _in_header(self) -> Published | None:
        lines = sorted(self.labelled.header, key=lambda line: not told_part(line))  # those last that tell a change
        parts = (told_part(line) or line for line in lines)
        return next((found for part in parts if (found := dates.first(part, "byline", self._order))), None)

    def _in_dateline(self) -> Published | None:
        """The dateline's day; a dateline without a year takes that of the address."""
        if not self.dateline or not self.dateline.day:
            return None
        address = dates.in_url(self.url)
        when = dates.day_of_year(self.dateline.day, int(address.when[:4])) if address else None
        told = Published(when.isoformat(), "day", "dateline") if when else None
        return dates.first(self.dateline.day, "dateline") or told

    def _in_captions(self) -> Published | None:
        """The latest day in the first pictures' captions: pictures are older than the text, or as old."""
        days = [found.when for text in self._texts(Role.CAPTION) for found in dates.dates(text)[:2]]
        return Published(max(days).isoformat(), "day", "caption (inferred)") if days else None
