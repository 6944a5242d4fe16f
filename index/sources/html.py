"""Saved web pages: HTML and XHTML, plain, gzip'd or in one file with their pictures (SingleFile)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from index.clean.region import words_in
from index.events import Skipped
from index.models import READ, Block, Origin, Raw
from index.sources.html_choose import chosen, signs
from index.sources.html_decode import page_text, unpacked
from index.sources.html_metadata import Facts, facts
from index.sources.html_pieces import Element, Piece, pieces
from index.sources.html_roles import blocks
from index.sources.html_saved import saved, seconds
from index.sources.html_tree import tree
from index.sources.limits import limits
from index.sources.port import EMPTY, NOT_TEXT, Item, Reader, read_whole, too_large

LARGEST_PAGE = 60_000_000
"""Bytes: SingleFile writes pictures into the page; their data is taken out before anything else is done."""
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)\b[^<]{0,2000}>", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|opml|package|ncx|urlset|sitemapindex)\b", re.IGNORECASE)
_DATA = re.compile(rb"data:[\w.+-]+/[\w.+;=-]+;base64,[A-Za-z0-9+/=\s]{200,}")
_MOST_ELEMENTS = 30_000
"""Large articles have a fifth. Some of trafilatura's steps take time that grows with the square of a page."""
_LEAST_WORDS = 20
_INDEX_LINKS = 30
_LINK = 0.8
_OUTWEIGH = 6
"""Times that the words of links outweigh the running text on an index page; a short piece of news has as many."""
_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|page (?:not|cannot be) found|not found|access denied|forbidden|error occurred"
    r"|just a moment|attention required|are you a robot|seite nicht gefunden|page introuvable|no encontrada",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"\b(?:log ?in|sign ?in|anmelden|connexion|iniciar sesión|accedi|inloggen)\b", re.IGNORECASE)
_SCRIPT_ONLY = re.compile(
    r"enable javascript|javascript (?:is )?(?:required|disabled)|needs? javascript", re.IGNORECASE
)


def page(
    data: bytes, origin: Origin, *, url: str = "", charset: str = "", modified: float | None = None,
    captured: datetime | None = None,
) -> Item:  # fmt: skip
    """The article of a page, or why it has none. `url`, `charset`, `captured`: what the container of the page says."""
    text = page_text(_DATA.sub(b"data:,", data), charset)
    if text is None:
        return Skipped(str(origin), NOT_TEXT)
    return of_text(text, origin, url=url, modified=modified, captured=captured)


def of_text(
    text: str, origin: Origin, *, url: str = "", modified: float | None = None, captured: datetime | None = None
) -> Item:
    """The article of a page that is decoded already, or why it has none.

    A file's time is kept only where a container or a note in the page tells that it is that of the saving: any other
    may be a copy.
    """
    root = tree(text) if text.strip("\ufeff\x00 \t\r\n") else None
    if root is None:
        return Skipped(str(origin), EMPTY)
    note = saved(text)
    captured = captured or note.when
    modified = seconds(captured) if captured else modified
    told = facts(root, url or note.url, modified, captured)
    body = root.find("body")
    found = pieces(root if body is None else body)
    read = _read_by_methods(root, found, told)
    kept = modified if captured or url or note.noted else None
    if reason := _no_article(found, read, told, text):
        return Skipped(str(origin), reason)
    return _raw(origin, told, read, kept)


def _raw(origin: Origin, told: Facts, read: tuple[Block, ...], modified: float | None) -> Raw:
    return Raw(
        origin,
        "",
        title=told.title,
        outlet=told.outlet,
        authors=told.authors,
        published=told.published,
        url=told.url,
        language=told.language,
        modified=modified,
        blocks=read,
    )


def _read_by_methods(root: Element, found: list[Piece], told: Facts) -> tuple[Block, ...]:
    asked = signs(found, main_text(root), told.body)
    return blocks(asked, chosen(asked), told.title)


def main_text(root: Element) -> str:
    """What trafilatura takes for the main text of a page; empty where it finds none, or would look for too long."""
    if next(islice(root.iter(), _MOST_ELEMENTS, None), None) is not None:
        return ""
    import logging

    from trafilatura import bare_extraction  # 0.5 s

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(root, include_comments=False, fast=True)
    except (RecursionError, ValueError, AttributeError, TypeError):  # on broken trees; the other methods remain
        return ""
    return (document.text or "") if document is not None and not isinstance(document, dict) else ""


def _no_article(found: list[Piece], read: tuple[Block, ...], told: Facts, text: str) -> str:
    """Why a page is no article; empty if it is one."""
    count = sum(words_in(block.text) for block in read if block.role in READ)
    if not told.is_article and _is_index(found, count, told):
        return "not an article: an index page"
    if count >= _LEAST_WORDS and (told.is_article or count >= 2 * _LEAST_WORDS):
        return ""
    whole = " ".join(piece.text for piece in found[:40])[:3000]
    if _ERROR.search(told.title) or (count < _LEAST_WORDS and _ERROR.search(whole[:400])):
        return "not an article: an error page"
    if "password" in text.lower() and _LOGIN.search(whole):
        return "not an article: a login page"
    if len(found) < _INDEX_LINKS and count < _LEAST_WORDS and (_SCRIPT_ONLY.search(text) or _is_shell(found, text)):
        return "not an article: an empty page that a script was to fill"
    return "" if count else "not an article: no running text"


def _is_index(found: list[Piece], count: int, told: Facts) -> bool:
    """True for the front page of a site, and for a page of many links and little else."""
    links = [words_in(piece.text) for piece in found if piece.link_share > _LINK]
    if _is_front(told.url) and not told.authors and sum(links) > count:
        return True
    return len(links) > _INDEX_LINKS and (
        count < _LEAST_WORDS or (sum(links) > _OUTWEIGH * count and not told.published)
    )


def _is_front(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) and not parts.path.strip("/") and not parts.query


def _is_shell(found: list[Piece], text: str) -> bool:
    return not found and "<script" in text


def _recognises(head: bytes, suffix: str) -> bool:
    if head.startswith(b"\x1f\x8b"):
        return suffix == ".gz" and _looks_like_html(unpacked(head) or b"")
    return (suffix in READER.suffixes and not head.startswith(b"%PDF-")) or _looks_like_html(head)


def _looks_like_html(head: bytes) -> bool:
    start = head[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"<") or _FEED.search(start[:1024]):
        return False
    return _MARKUP.match(re.sub(rb"^(?:\s*<(?:\?xml[^>]*\?|!--.*?--)>)+\s*", b"", start, flags=re.DOTALL)) is not None


def _read(path: Path) -> Iterator[Item]:
    return read_whole(path, parse, LARGEST_PAGE)


def parse(
    data: bytes, origin: Origin, modified: float | None, url: str = "", charset: str = "",
    captured: datetime | None = None,
) -> Iterator[Item]:  # fmt: skip
    """The article of a page's bytes, packed or not, or why it has none; the rest as `page` takes it."""
    whole = unpacked(data)
    if whole is None:
        yield Skipped(str(origin), "a broken gzip file")
    elif len(_DATA.sub(b"", whole)) > limits().item:
        yield Skipped(str(origin), too_large())
    else:
        yield page(whole, origin, url=url, charset=charset, modified=modified, captured=captured)


def _largest() -> int:
    return LARGEST_PAGE


READER = Reader(
    "web page", (".html", ".htm", ".xhtml", ".xht", ".shtml"), _recognises, _read, largest=_largest, parse=parse
)
