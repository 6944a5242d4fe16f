"""Markdown (CommonMark with tables) and its front matter, as Obsidian's clipper, MarkDownload and Joplin write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.clean.spaces import CELL, tidy, unmarked, with_mark
from index.events import Skipped
from index.models import READ, Block, Origin, Role
from index.sources.encoding import parse_text
from index.sources.frontmatter import facts, parted
from index.sources.markup import blocks_of_html, joined, told_apart
from index.sources.port import EMPTY, Item, Reader, item_limit, read_whole
from index.sources.structure import Listing, code_text, lines_joined, listing, number_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_FIELD = re.compile(
    rb"(?:title|source|url|author|authors|date|published|created|tags|link|description)[ \t]*[:=]", re.I
)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I)
_NOTE_LINK = re.compile(r"!?\[\[(?:[^\[\]|\n]{0,300}\|)?([^\[\]|\n]{0,300})\]\]")
_MARKED = re.compile(r"==(?=\S)([^=]+?)(?<=\S)==|%%[^%]*%%")
_NOTE = re.compile(r"^( {0,3})(\[\^[^\]\s]{1,40}\]:)", re.MULTILINE)
"""The beginning of a note's text; CommonMark would take a note of one word for the address of a link."""
_ESCAPED = re.compile(r"\n( {0,3})\\(?=\[\^)")
_CALLOUT = re.compile(r"^\[!\w+\][+-]?\s*")
_EXCERPT = frozenset({"excerpt", "summary"})
"""Headings under which clippers quote the page's own description."""
_LONGEST = 300_000
"""Characters; parsing takes up to a second for every 100,000, and what is longer is no clipping but a book."""


_BRACKETS = 4_000_000
"""Squared and summed over the paragraphs: the end of each bracket is looked for through the rest of its paragraph."""
_BLANK_LINE = re.compile(r"\n\s*\n")


def _recognises(head: bytes, suffix: str) -> bool:
    """Under our suffixes any text; a text of another name by its front matter."""
    if suffix in READER.suffixes:
        return _PAGE.match(head) is None
    start = head.removeprefix(b"\xef\xbb\xbf")[:2000]
    if suffix not in ("", ".txt", ".text") or not start.startswith((b"---\n", b"---\r\n", b"+++\n", b"+++\r\n")):
        return False
    return any(_FIELD.match(line) for line in start.splitlines()[1:6])


def _read(path: Path) -> Iterator[Item]:
    return read_whole(path, _parse, item_limit())


def _parse(data: bytes, origin: Origin, modified: float | None) -> Iterator[Item]:
    return parse_text(_items_of, data, origin, modified)


def _items_of(text: str, origin: Origin, modified: float | None) -> Iterator[Item]:
    fields, body = parted(text)
    raw = facts(fields, origin, modified)
    if not body.strip():
        reason = ("a link without text" if raw.url else "no text after its fields") if fields else EMPTY
        yield Skipped(str(origin), reason)
    elif len(body) > _LONGEST or sum(part.count("[") ** 2 for part in _BLANK_LINE.split(body)) > _BRACKETS:
        yield replace(raw, text=body)
    else:
        blocks = blocks_of_markdown(body)
        yield replace(raw, text=joined(blocks), blocks=blocks) if blocks else Skipped(str(origin), "no text in it")


def blocks_of_markdown(text: str) -> tuple[Block, ...]:
    """The paragraphs of a Markdown text with their roles; links, emphasis and pictures reduced to their words."""
    from markdown_it import MarkdownIt  # 40 ms

    escaped = _NOTE.sub(r"\n\1\\\2", text)
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(escaped)
    return told_apart(_roles(list(_blocks(tokens))))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    around: list[str] = []
    lists: list[Listing] = []
    rows: list[list[str]] = []
    mark = ""
    for token in tokens:
        if token.nesting == 1:
            around.append(token.tag)
            mark = _opened(token, lists) or mark
        elif token.nesting == -1:
            around.pop()
            if token.tag in ("ul", "ol"):
                lists.pop()
            elif token.type == "table_close":
                yield from _table(rows)
                rows = []
        elif token.type == "inline" and "table" in around:
            rows[-1].append(unmarked(_words(token)))
        elif token.type == "inline":
            yield from _inline(token, around, mark)
        elif token.type == "html_block":
            yield from blocks_of_html(token.content)
        elif token.type in ("fence", "code_block") and (code := code_text(_ESCAPED.sub(r"\1", token.content))):
            yield Block(Role.CODE, code)
        mark = "" if token.nesting == 0 or token.type == "list_item_close" else mark
        rows += [[]] if token.type == "tr_open" else []


def _opened(token: Token, lists: list[Listing]) -> str:
    """Keeps count of the lists; the bullet or number of an item that begins."""
    if token.tag in ("ul", "ol"):
        attributes = {name: str(value) for name, value in token.attrs.items()}
        lists.append(listing(token.tag, attributes, len(lists)))
    return lists[-1].mark(number_of(token.info)) if token.type == "list_item_open" else ""


def _table(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """Whoever writes a table in Markdown means one, however long its cells are."""
    if lines := [CELL.join(row).strip() for row in rows if any(row)]:
        yield Block(Role.TABLE, "\n".join(lines))


def _inline(token: Token, around: Sequence[str], mark: str) -> Iterator[Block]:
    children = [child for child in token.children or () if child.type not in ("softbreak", "hardbreak")]
    if children and all(child.type == "image" or not child.content.strip() for child in children):
        for picture in children:
            yield from _block(Role.CAPTION, picture.content)
        return
    role = Role.BODY
    if around and around[-1][0] == "h":
        role = Role.TITLE if around[-1] == "h1" else Role.HEADING
    elif "blockquote" in around:
        role = Role.QUOTE
    words = _words(token)
    yield from _block(role, with_mark(mark if words and role in READ else "", words))


def _block(role: Role, text: str) -> Iterator[Block]:
    if text := tidy(text):
        yield Block(role, text)


def _words(token: Token) -> str:
    """The words of a paragraph as a reader sees them."""
    parts = []
    for child in token.children or ():
        if child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content[:3] == "<br"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "text_special"):
            parts.append(" ".join(f"|{child.content}|".split())[1:-1])
    text = _NOTE_LINK.sub(r"\1", "".join(parts))
    text = _CALLOUT.sub("", _MARKED.sub(lambda match: match[1] or "", text), count=1)
    return lines_joined([row for line in text.split("\n") if (row := " ".join(line.split()))])


def _roles(blocks: Sequence[Block]) -> Iterator[Block]:
    """The first heading of the first level is the title, later ones are headings; a quoted excerpt is a deck."""
    titled = excerpt = False
    for block in blocks:
        role = block.role
        if role is Role.TITLE and titled:
            role = Role.HEADING
        titled = titled or role is Role.TITLE
        if role in (Role.HEADING, Role.TITLE):
            excerpt = block.text.lower() in _EXCERPT
            role = Role.NOTICE if excerpt else role
        elif excerpt:
            excerpt = role is Role.QUOTE
            role = Role.DECK if excerpt else role
        yield Block(role, block.text)


READER = Reader(
    "Markdown", (".md", ".markdown", ".mdown", ".mkd"), _recognises, _read, largest=item_limit, parse=_parse
)
