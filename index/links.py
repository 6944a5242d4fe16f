"""The links of an article, read from its file when somebody asks: addresses as they stand there, places in its text.

A page's links are found by the words around them: where a paragraph of the article stands word for word in the page,
the anchors inside it are the article's. Nothing is opened and nothing is fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from index.clean.safety import safe
from index.clean.spaces import places, unmarked
from index.models import LINED, SHOWN, Article, Role
from index.sources.limits import limits

PAGES = frozenset({".html", ".htm", ".xhtml"})
NOTES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_BARE = re.compile(r"(?:https?://|mailto:)[^\s<>\"“”‘’«»\[\]{}|\\^`]+", re.I)
_TAIL = ".,;:!?'*_…"
_SILENT = frozenset({"script", "style", "noscript", "template", "head"})


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    """The words, as they stand in the article."""
    url: str
    """The whole address, harmless to show."""
    block: int
    """Index in `Article.blocks`."""
    start: int
    end: int
    """Half-open range of characters in that block's text."""


def is_link(url: str) -> bool:
    """Only http and https with a host, and mailto with an address: every other scheme starts some other program."""
    if not url.isprintable() or " " in url or safe(url) != url:
        return False
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) if parts.scheme in ("http", "https") else parts.scheme == "mailto" and "@" in url
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Whom an address leads to, in ASCII: letters that look like others (IDN, RFC 5890) are seen for what they are."""
    parts = urlsplit(url)
    host = parts.hostname or parts.path.rpartition("@")[2].partition("?")[0]
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode("ascii")


def links_of(article: Article) -> tuple[Link, ...]:
    """In text order. Reads the article's first file where it is a page or a note; raises nothing."""
    found = [*_anchored(article), *_written_out(article)]
    found.sort(key=lambda link: (link.block, link.start))
    apart: list[Link] = []
    for link in found:
        if not apart or apart[-1].block != link.block or link.start >= apart[-1].end:
            apart.append(link)
    return tuple(apart)


def _written_out(article: Article) -> Iterator[Link]:
    """Addresses that stand in the text themselves."""
    for number, block in enumerate(article.blocks):
        for match in _BARE.finditer(block.text) if _is_read(block.role) else ():
            url = match.group().rstrip(_TAIL)
            url = url.rstrip(")") if "(" not in url else url
            if is_link(url):
                yield Link(url, url, number, match.start(), match.start() + len(url))


def _is_read(role: Role) -> bool:
    return role in SHOWN or role in LINED or role is Role.CAPTION


def _anchored(article: Article) -> Iterator[Link]:
    """Links of a page or a note."""
    markup = next((text for origin in article.origins if not origin.key and (text := _markup(Path(origin.path)))), "")
    if not markup:
        return
    stream, anchors = _stream(markup)
    at = 0
    for number, block in enumerate(article.blocks):
        if not _is_read(block.role) or not block.text:
            continue
        words, place = unmarked(block.text), places(block.text)
        found = stream.find(words, at)
        found = stream.find(words) if found < 0 else found
        if found < 0:
            continue
        at = found + len(words)
        for start, end, href in anchors:
            url = _whole(href, article.url)
            if found <= start < end <= at and is_link(url):
                first, last = place[start - found], place[end - found - 1] + 1
                yield Link(block.text[first:last], url, number, first, last)


def _whole(href: str, base: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def _markup(path: Path) -> str:
    """The HTML of a file, where it is a page or a note that can be read and is no larger than an item may be."""
    if path.suffix.lower() not in PAGES | NOTES:
        return ""
    from index.sources.html_decode import page_text

    try:
        with path.open("rb") as file:
            data = file.read(limits().item + 1)
    except OSError:
        return ""
    text = page_text(data) or "" if len(data) <= limits().item else ""
    if text and path.suffix.lower() in NOTES:
        from markdown_it import MarkdownIt  # 40 ms

        return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    return text


def _stream(markup: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The words of a page, a space for any white space, and where in them its anchors stand."""
    from index.sources.html_tree import tree

    pieces: list[str] = []
    open_at: list[tuple[int, str]] = []
    anchors: list[tuple[int, int, str]] = []
    length = 0
    root = tree(markup)
    for kind, value in _events(root) if root is not None else ():
        if kind == "open":
            open_at.append((length, value))
        elif kind == "close" and open_at:
            start, href = open_at.pop()
            anchors.append((start, length, href))
        elif kind == "text":
            piece = " ".join(safe(f"|{value}|").split())[1:-1]
            piece = piece.lstrip() if pieces and pieces[-1].endswith(" ") else piece
            pieces += [piece] if piece else []
            length += len(piece)
    text = "".join(pieces)
    return text, [_trimmed(text, *anchor) for anchor in anchors]


def _trimmed(text: str, start: int, end: int, href: str) -> tuple[int, int, str]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip()), href


def _events(root: Any) -> Iterator[tuple[str, str]]:
    """Text and anchors of a tree, in the order of the page; without recursion, for pages nest as deep as they like."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        href = element.get("href") if element.tag == "a" else None
        if done:
            yield from [("close", "")] if href else []
            yield "text", element.tail or ""
        elif not isinstance(element.tag, str) or element.tag in _SILENT:
            yield "text", element.tail or ""
        else:
            yield from [("open", href)] if href else []
            yield "text", " " if element.tag == "br" else element.text or ""
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]
