"""EPUB (https://www.w3.org/TR/epub-33/): every chapter-like document of the spine is an article of the book."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from index.clean import dates
from index.clean.bylines import is_byline
from index.clean.page import is_header
from index.clean.region import words_in
from index.events import Skipped
from index.models import READ, Block, Origin, Raw, Role
from index.sources.html_decode import page_text
from index.sources.markup import blocks_of_html, joined
from index.sources.packed_xml import NO_ZIP, part, texts, xml
from index.sources.port import DAMAGED, ENCRYPTED, Item, Reader, unique_key

_CONTAINER, _RIGHTS = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = (".xhtml", ".html", ".htm", ".xml")
_FRONT = re.compile(
    r"\b(?:cover|nav|toc|contents?|table of contents|title ?page|copyright|colophon|imprint|dedication|half ?title"
    r"|inhalt|inhaltsverzeichnis|impressum|sommaire|índice|indice)\b",
    re.IGNORECASE,
)
_FRONT_TYPE = re.compile(rb"""epub:type\s*=\s*["'][^"']*\b(?:toc|cover|titlepage|copyright-page|landmarks)\b""")
_SHORT = 250
"""Words; a document that is named like front matter and has more is a chapter all the same."""
_HEAD = 5
"""Blocks at the beginning of a chapter in which who and when is said."""
_CALIBRE = re.compile(r"This article was downloaded by calibre from (https?://\S+)")
_MENU = re.compile(r"^\W*(?:Next|Section menu|Main menu|Previous)(?:\W+(?:Next|Section menu|Main menu|Previous))+\W*$")
_ISSUE = re.compile(r"\s*(?:\[[^\[\]]*\d{4}[^\[\]]*\]|[,–—-] (?=[^,–—]*\d{4})[\w ,.]+)$")
"""The day of the issue, which calibre and publishers write behind the name of a newspaper."""
_OPF = "{http://www.idpf.org/2007/opf}"
_LEAST = 20
"""Words of a chapter; what has fewer is a half title or a picture."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What the package document says."""

    title: str
    authors: str
    published: str
    language: str
    documents: tuple[str, ...]
    """Names in the zip, in reading order."""
    contents: frozenset[str]
    """Those that the package itself calls a table of contents."""
    left_out: tuple[str, ...] = ()
    """Pages in the zip that the reading order does not name."""


def _recognises(head: bytes, suffix: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (suffix == ".epub" or b"mimetypeapplication/epub+zip" in head[:100])


def _read(path: Path) -> Iterator[Item]:
    with path.open("rb") as file:
        try:
            with zipfile.ZipFile(file) as archive:
                yield from _chapters(archive, path)
        except NO_ZIP as problem:
            yield Skipped(str(path), f"{DAMAGED}: {problem}")


def _chapters(archive: zipfile.ZipFile, path: Path) -> Iterator[Item]:
    book, keys, modified = _book(archive), set[str](), path.stat().st_mtime
    sealed = _sealed(archive)
    if not book.documents:
        yield Skipped(str(path), "a book without chapters")
    for name in book.left_out:
        yield Skipped(f"{path}#{name}", "not in the book's reading order")
    for number, name in enumerate(book.documents, 1):
        origin = Origin(str(path), unique_key(name, number, keys))
        try:
            data = b"" if name in sealed else part(archive, name)
        except KeyError:
            yield Skipped(str(origin), "the book names it and does not hold it")
        except NO_ZIP as problem:
            yield Skipped(str(origin), f"{DAMAGED}: {problem}")
        else:
            sealing = Skipped(str(origin), ENCRYPTED) if name in sealed else None
            yield sealing or _chapter(data, origin, book, modified)


def _chapter(data: bytes, origin: Origin, book: _Book, modified: float) -> Item:
    text = page_text(data) or ""
    blocks = blocks_of_html(text)
    count = sum(words_in(block.text) for block in blocks if block.role in READ)
    heading = next((block.text for block in blocks if block.role is Role.HEADING), "")
    named = _FRONT.search(posixpath.basename(origin.key).replace("_", " ")) or _FRONT.search(heading)
    if origin.key in book.contents or (count < _SHORT and (named or _FRONT_TYPE.search(data))):
        return Skipped(str(origin), "not an article: front matter of a book")
    if count < _LEAST:
        return Skipped(str(origin), "not an article: a page with hardly a word")
    title = heading or _title(text)
    blocks = _with_title(tuple(map(_told_apart, blocks)), title)
    signed = any(block.role is Role.BODY and is_byline(block.text) for block in blocks[:_HEAD])
    dated = any(dates.dates(block.text) and is_header(block.text) for block in blocks[:_HEAD])
    address = next((found[1] for block in blocks if (found := _CALIBRE.match(block.text))), "")
    return Raw(
        origin, joined(blocks), title=title, outlet=book.title, authors="" if signed else book.authors,
        published="" if dated else book.published, url=address, language=book.language, modified=modified,
        blocks=blocks,
    )  # fmt: skip


def _told_apart(block: Block) -> Block:
    """What calibre writes around each article of a newspaper is no part of it."""
    beside = block.role is Role.BODY and (_CALIBRE.match(block.text) or _MENU.search(block.text))
    return Block(Role.LINKS, block.text) if beside else block


def _with_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks with the first heading as what it is, the headline."""
    at = next((at for at, block in enumerate(blocks) if block.role is Role.HEADING and block.text == title), -1)
    return blocks if at < 0 else (*blocks[:at], Block(Role.TITLE, title), *blocks[at + 1 :])


def _title(text: str) -> str:
    found = re.search(r"<title[^>]*>([^<]{1,300})</title>", text, re.IGNORECASE)
    return " ".join(joined(blocks_of_html(found[1])).split()) if found else ""


def _book(archive: zipfile.ZipFile) -> _Book:
    """The package document; a book whose package cannot be read has its documents in the order of their names."""
    names = archive.namelist()
    package = _package_name(archive, names)
    root = xml(part(archive, package)) if package else None
    if root is None:
        return _Book("", "", "", "", _by_name(names), frozenset())
    items = {str(each.get("id")): each for each in root.iterfind("{*}manifest/{*}item")}
    listed = [items.get(str(each.get("idref"))) for each in root.iterfind("{*}spine/{*}itemref")]
    base = posixpath.dirname(package)
    spine = dict.fromkeys(_place(base, each) for each in listed if each is not None)
    contents = frozenset(_place(base, each) for each in items.values() if "nav" in str(each.get("properties")).split())
    documents = tuple(spine) or tuple(name for name in _by_name(names) if name != package)
    return _Book(
        _ISSUE.sub("", next(iter(texts(root, "title")), "")),
        ", ".join(name for name in texts(root, "creator") if name.strip().lower() != "calibre"),
        _published(root),
        next(iter(texts(root, "language")), ""),
        documents,
        contents,
        tuple(name for name in _by_name(names) if name not in {*documents, *contents, package}),
    )


def _published(root: Any) -> str:
    """When the book appeared; the dates of its making and of changes are others (OPF 2.0.1, 2.2.7)."""
    found = ((str(each.get(f"{_OPF}event") or "publication"), each.text or "") for each in root.iterfind(".//{*}date"))
    return next((text for event, text in found if event == "publication"), "")


def _package_name(archive: zipfile.ZipFile, names: list[str]) -> str:
    found = xml(part(archive, _CONTAINER)) if _CONTAINER in names else None
    told = "" if found is None else next((str(each.get("full-path")) for each in found.iterfind(".//{*}rootfile")), "")
    return told if told in names else next((name for name in sorted(names) if name.endswith(".opf")), "")


def _by_name(names: list[str]) -> tuple[str, ...]:
    return tuple(n for n in sorted(names) if n.lower().endswith(_PAGES) and not n.startswith("META-INF/"))


def _place(base: str, item: Any) -> str:
    return posixpath.normpath(posixpath.join(base, unquote(str(item.get("href")))))


def _sealed(archive: zipfile.ZipFile) -> frozenset[str]:
    """The documents that a rights scheme has encrypted."""
    root = xml(part(archive, _RIGHTS)) if _RIGHTS in archive.namelist() else None
    found = () if root is None else root.iterfind(".//{*}CipherReference")
    return frozenset(unquote(str(each.get("URI"))) for each in found)


READER = Reader("e-book", (".epub",), _recognises, _read, many=True)
