"""The links of an article, read from its file when somebody asks: addresses as they stand there, places in its text.

A page's links are found by the words around them: where a paragraph of the article stands word for word in the page,
the anchors inside it are the article's. Nothing is opened and nothing is fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from index.clean.safety import safe
from index.clean.spaces import places
from index.models import Article
from index.page.words import is_read, located, page_words

_BARE = re.compile(r"(?:https?://|mailto:)[^\s<>\"“”‘’«»\[\]{}|\\^`]+", re.I)
_TAIL = ".,;:!?'*_…"


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
        for match in _BARE.finditer(block.text) if is_read(block.role) else ():
            url = match.group().rstrip(_TAIL)
            url = url.rstrip(")") if "(" not in url else url
            if is_link(url):
                yield Link(url, url, number, match.start(), match.start() + len(url))


def _anchored(article: Article) -> Iterator[Link]:
    """Links of a page or a note."""
    page = page_words(article)
    for number, found, at in located(article, page) if page is not None else ():
        text = article.blocks[number].text
        place = places(text)
        for start, end, href in page.anchors if page is not None else ():
            url = _whole(href, article.url)
            if found <= start < end <= at and is_link(url):
                first, last = place[start - found], place[end - found - 1] + 1
                yield Link(text[first:last], url, number, first, last)


def _whole(href: str, base: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""
