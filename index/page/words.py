"""An article's own page or note once more: the words of its file with the anchors and pictures among them.

Where a paragraph of the article stands word for word in the page, what is inside it is the article's. Nothing is opened
but the article's file, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.clean.safety import safe
from index.clean.spaces import unmarked
from index.models import LINED, SHOWN, Article, Role
from index.page.file import opened

_SILENT = frozenset({"script", "style", "noscript", "template", "head"})
_DATA = re.compile(r"data:image/[\w.+-]{1,40};base64,([A-Za-z0-9+/=\s]{40,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture where it stands in the page."""

    at: int
    """Offset in the words of the page."""
    address: str
    """As the page has it."""
    words: str
    """What stands in place of it (`alt`); empty where nothing does."""
    figure: str
    """The caption of the figure that it is in; empty where there is none."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a file says, in the order of the page."""

    file: Path
    words: str
    """A space for any white space."""
    anchors: tuple[tuple[int, int, str], ...]
    """Half-open ranges of words, each with its address."""
    images: tuple[Image, ...]
    stored: Mapping[str, bytes]
    """Pictures in one file with the page, by their address."""
    data: tuple[str, ...]
    """Pictures that are written into the page, in base64; `data:,N` is the address of number N."""


def is_read(role: Role) -> bool:
    """Whether a paragraph of this role may hold anything of the article's own."""
    return role in SHOWN or role in LINED or role is Role.CAPTION


def page_words(article: Article) -> PageWords | None:
    """The article's first file that is a page or a note; None where there is none that can be read."""
    for origin in article.origins:
        path = Path(origin.path)
        markup, stored = ("", {}) if origin.key else opened(path)
        if markup:
            return _read(path, stored, *_without_data(markup))
    return None


def _without_data(markup: str) -> tuple[str, list[str]]:
    """The page with the numbers of its pictures in place of their data: no parser takes 10 MB of an attribute."""
    data: list[str] = []

    def kept(found: re.Match[str]) -> str:
        data.append(found[1])
        return f"data:,{len(data) - 1}"

    return _DATA.sub(kept, markup), data


def located(article: Article, page: PageWords) -> Iterator[tuple[int, int, int]]:
    """(number of the block, where its words begin in the page, where they end), of those that stand there."""
    at = 0
    for number, block in enumerate(article.blocks):
        if is_read(block.role) and block.text:
            words = unmarked(block.text)
            found = page.words.find(words, at)
            found = page.words.find(words) if found < 0 else found
            if found >= 0:
                at = found + len(words)
                yield number, found, at


class _Collector:
    """Takes the words of a page and remembers where what stands."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.anchors: list[tuple[int, int, str]] = []
        self.images: list[Image] = []
        self._open: list[tuple[int, str]] = []

    def take(self, text: str) -> None:
        piece = " ".join(safe(f"|{text}|").split())[1:-1]
        piece = piece.lstrip() if self.pieces and self.pieces[-1].endswith(" ") else piece
        self.pieces += [piece] if piece else []
        self.length += len(piece)

    def open(self, element: Any) -> None:
        if element.tag == "a" and element.get("href"):
            self._open.append((self.length, element.get("href")))
        elif element.tag == "img" and element.get("src"):
            words, figure = " ".join(safe(element.get("alt") or "").split()), _figure(element)
            self.images.append(Image(self.length, element.get("src").strip(), words, figure))

    def close(self, element: Any) -> None:
        if element.tag == "a" and element.get("href") and self._open:
            start, href = self._open.pop()
            self.anchors.append((start, self.length, href))


def _figure(image: Any) -> str:
    figure = next(image.iterancestors("figure"), None)
    found = figure.find(".//figcaption") if figure is not None else None
    return " ".join(safe("".join(found.itertext())).split()) if found is not None else ""


def _read(path: Path, stored: Mapping[str, bytes], markup: str, data: list[str]) -> PageWords:
    from index.sources.html_tree import tree

    collected, root = _Collector(), tree(markup)
    if root is not None:
        _walk(root, collected)
    words = "".join(collected.pieces)
    anchors = tuple(_trimmed(words, *anchor) for anchor in collected.anchors)
    return PageWords(path, words, anchors, tuple(collected.images), stored, tuple(data))


def _walk(root: Any, collected: _Collector) -> None:
    """In the order of the page; without recursion, for pages nest as deep as they like."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        if done:
            collected.close(element)
            collected.take(element.tail or "")
        elif not isinstance(element.tag, str) or element.tag in _SILENT:
            collected.take(element.tail or "")
        else:
            collected.open(element)
            collected.take(" " if element.tag == "br" else element.text or "")
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]


def _trimmed(text: str, start: int, end: int, href: str) -> tuple[int, int, str]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip()), href
