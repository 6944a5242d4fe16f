"""From paragraphs to labelled blocks: what is the article's own text, and what only stood beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.clean import agencies, furniture
from index.clean.dateline import dateline
from index.clean.page import Page, is_header
from index.clean.region import article_region, from_headline, is_ended, is_prose, words_in
from index.clean.spaces import unmarked, words_at
from index.clean.title import Headline, find, key, tidy
from index.models import READ, Block, Role

_RULED = re.compile(r"^[\s–—*_=~#|-]+(?=[^\W_])|(?<=\w)[\s–—*_=~#|-]+$")
_FEW = 60
"""Lines; a page with its menus has more."""
_KEPT = 0.7
"""Share of the running text of a short scrape that must be read; where less would be, it was no page with menus."""
_MENU = 3.5
"""Words a line; menus have less on average, tables and telegrams more."""
_HEAD, _SHORT = 5, 16
"""Lines in which who and when is said, and the words that such a line has at most."""
_HEADING_WORDS = 9
_QUOTE_MARKS = ("“", '"', "«", "„", "‘")


@dataclass(frozen=True, slots=True)
class Labelled:
    """The blocks of a text, its headline, and what else its lines tell."""

    blocks: tuple[Block, ...]
    headline: Headline
    header: tuple[str, ...] = ()
    """Lines between the headline and the text, and other bylines: where author and date are said."""


def of_record(lines: Sequence[str], title: str, quoted: Collection[int] = ()) -> Labelled:
    """Blocks of a text that its source says is the article: only what is plainly furniture is set apart.

    `quoted`: numbers of the lines that the source says are quotations.
    """
    told = key(tidy(title))
    headline = Headline(tidy(title), -1)
    roles: list[Role] = []
    plain = [unmarked(line) for line in lines]
    for at, line in enumerate(plain):
        role = furniture.kind(line)
        if at < 3 and told and key(line) == told and len(lines) > 1 and not _is_sentence(line):
            role = Role.TITLE
        elif role in (Role.CAPTION, Role.NOTICE) and words_in(line) > 60:
            role = Role.BODY
        elif role in (None, Role.LINKS) and at < 4 and words_in(line) < 16 and is_header(line):
            role = Role.BYLINE
        elif role is None:
            role = Role.BODY if words_at(lines[at]) or at in quoted else _heading_or_body(plain, at)
        roles.append(Role.QUOTE if role is Role.BODY and at in quoted else role)
    if not any(role in READ for role in roles):
        roles = [Role.BODY if words_in(line) > 3 else role for line, role in zip(plain, roles, strict=True)]
    return Labelled(_cut(lines, roles), headline, _header(lines, roles))


def of_page(lines: Sequence[str]) -> Labelled:
    """Blocks of a scrape of a whole page: the stretch that reads like an article, and what stands around it."""
    kinds = [furniture.kind(line) for line in lines]
    start, end = article_region(lines, kinds)
    headline = find(lines, kinds, start)
    if headline.line >= start:
        start = min(headline.line + 1, end)
    elif headline.line >= 0:
        start = from_headline(lines, kinds, headline.line, start)
    roles = Page(lines, kinds, headline, start, end).roles()
    if (len(lines) < _FEW or not READ.intersection(roles)) and _lost(lines, kinds, roles):
        roles = Page(lines, kinds, headline, headline.line + 1, len(lines)).roles()
        if _lost(lines, kinds, roles):
            return of_record(lines, headline.text)
    return Labelled(_cut(lines, roles), headline, _header(lines, roles))


def of_blocks(blocks: Sequence[Block], headline: str) -> Labelled:
    """Blocks whose roles the source told: who and when, the dateline and an agency's signature are to be found."""
    lines, roles = [block.text for block in blocks], [block.role for block in blocks]
    told = key(tidy(headline))
    for at, line in enumerate(lines[:_HEAD]):
        if roles[at] in (Role.BODY, Role.HEADING) and told and key(line) == told and not _is_sentence(line):
            roles[at] = Role.TITLE
        elif roles[at] is Role.BODY and words_in(line) < _SHORT and is_header(line):
            roles[at] = Role.BYLINE
    return Labelled(_cut(lines, roles), Headline(tidy(headline), -1), _header(lines, roles))


def _lost(lines: Sequence[str], kinds: Sequence[Role | None], roles: Sequence[Role]) -> bool:
    """True when too much of the running text would not be read."""
    text = [words_in(line) if kind is None and is_prose(line) else 0 for line, kind in zip(lines, kinds, strict=True)]
    read = sum(count for count, role in zip(text, roles, strict=True) if role in READ)
    menu = sum(map(words_in, lines)) < _MENU * len(lines)
    return read < _KEPT * sum(text) or (read == 0 and not menu)


def _is_sentence(line: str) -> bool:
    """A statement that ends as one: where it is the title too, the title was taken from the text. Headlines may ask."""
    return is_ended(line) and words_in(line) > 5 and not line.endswith("?")


def _header(lines: Sequence[str], roles: Sequence[Role]) -> tuple[str, ...]:
    return tuple(line for line, role in zip(lines, roles, strict=True) if role is Role.BYLINE)


def _heading_or_body(lines: Sequence[str], at: int) -> Role:
    """A short line without an end, and running text after it, is a heading."""
    line = lines[at]
    heading = words_in(line) <= _HEADING_WORDS and not is_ended(line) and not line.startswith(_QUOTE_MARKS)
    followed = at + 1 < len(lines) and words_in(lines[at + 1]) > 12
    return Role.HEADING if heading and followed and any(map(str.isalpha, line)) and len(line) < 80 else Role.BODY


def _cut(lines: Sequence[str], roles: Sequence[Role]) -> tuple[Block, ...]:
    """The blocks, with the dateline and an agency's signature cut off the first and the last paragraph."""
    blocks: list[Block] = []
    body = [at for at, role in enumerate(roles) if role is Role.BODY]
    first, last = (body[0], body[-1]) if body else (-1, -1)
    for at, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if at != first and at != last and role is not Role.HEADING:
            blocks.append(Block(role, line))
            continue
        if role is Role.HEADING:
            line = _RULED.sub("", line) or line
        found = dateline(line) if at == first else None
        if found:
            blocks.append(Block(Role.DATELINE, line[: found.end].rstrip()))
            line = line[found.end :].lstrip()
        tail = agencies.signed_tail(line) if at == last else len(line)
        if line[:tail].strip():
            blocks.append(Block(role, line[:tail].rstrip()))
        if line[tail:].strip():
            blocks.append(Block(Role.CREDIT, line[tail:].strip()))
    return tuple(blocks)
