"""The pictures of an article, as far as they are stored with it: in its own file, or in a file beside it.

A page that was saved with its pictures has them in a folder below it; a page in one file has them written into it
(RFC 2397), or as parts of one archive (MHTML). Nothing else is a picture of the article: no address is fetched, and no
file outside of the page's folder is opened.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from index.clean.spaces import unmarked
from index.models import Article, Role
from index.page.words import Image, PageWords, located, page_words

LARGEST = 20_000_000
"""Bytes of a picture that is opened. A photograph as a camera stores it has a third of that."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture."""

    words: str
    """Its caption, else what stands in place of it; empty where nothing does."""
    data: bytes
    """The file of the picture, unread; empty where it is not stored with the article."""


def pictures_of(article: Article) -> tuple[Picture, ...]:
    """In the order of the page: those with a caption of the article, and those among its paragraphs."""
    page = page_words(article)
    if page is None:
        return ()
    captions = {unmarked(block.text) for block in article.blocks if block.role is Role.CAPTION}
    among = [(start, end) for _, start, end in located(article, page)]
    first, last = (among[0][0], among[-1][1]) if among else (0, 0)
    return tuple(_pictures(page, captions, _below_headline(page, article.title, first), last))


def _below_headline(page: PageWords, title: str, first: int) -> int:
    """Where the article begins in the page: below its headline; where that is not found, within its first paragraph."""
    headline = page.words.rfind(title, 0, first) if title else -1
    return headline + len(title) if headline >= 0 else first + 1


def _pictures(page: PageWords, captions: set[str], first: int, last: int) -> Iterator[Picture]:
    for image in page.images:
        words = next((words for words in (image.figure, image.words) if words in captions), "")
        if words or first <= image.at <= last:
            yield Picture(words or image.figure or image.words, _data(page, image))


def _data(page: PageWords, image: Image) -> bytes:
    if image.address.startswith("data:"):
        number = image.address.removeprefix("data:,")
        return _decoded(page.data[int(number)]) if number.isdecimal() and int(number) < len(page.data) else b""
    if found := page.stored.get(image.address):
        return found if len(found) <= LARGEST else b""
    path = _beside(page.file, image.address)
    try:
        return path.read_bytes() if path is not None and path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def _decoded(text: str) -> bytes:
    if len(text) > LARGEST * 4 // 3:
        return b""
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""


def _beside(page: Path, address: str) -> Path | None:
    """A regular file in the folder of the page or below it; links that lead out of it lead nowhere."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("", "file") or parts.netloc:
            return None
        folder = page.parent.resolve()
        path = (folder / unquote(parts.path)).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None
    except (OSError, ValueError):
        return None
