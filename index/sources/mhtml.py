"""Web pages saved as MHTML: a mail whose first HTML part is the page (RFC 2557), as browsers write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path

from index.events import Skipped
from index.models import Origin
from index.sources.html import LARGEST_PAGE, page
from index.sources.port import Item, Reader, read_whole

_HEADER = re.compile(
    rb"^(?:From:\s*<?Saved by|Snapshot-Content-Location:|X-MAF-|MIME-Version:)", re.IGNORECASE | re.MULTILINE
)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:From:\s*<?Saved by|Snapshot-Content-Location:|X-MAF-)", re.IGNORECASE | re.MULTILINE)
_HTML = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 20_000


def _recognises(head: bytes, suffix: str) -> bool:
    """By the header that browsers write; under our suffixes any mail with related parts is a page."""
    start = head[:4096]
    if suffix in READER.suffixes:
        return _HEADER.search(start) is not None or b"Content-Type:" in start
    return _SAVED.search(start) is not None and _RELATED.search(start) is not None


def _read(path: Path) -> Iterator[Item]:
    return read_whole(path, _parse, LARGEST_PAGE)


def _parse(data: bytes, origin: Origin, modified: float | None) -> Iterator[Item]:
    yield of_mhtml(data, origin, modified)


def _largest() -> int:
    return LARGEST_PAGE


def of_mhtml(data: bytes, origin: Origin, modified: float | None = None) -> Item:
    """The article of a page in MHTML, or why it has none."""
    from index.sources.mail_feed import message_of  # 20 ms

    message = message_of(BytesIO(data))
    part = _first_page(message) if message else None
    content = part.get_payload(decode=True) if part is not None else None
    if message is None or part is None or not isinstance(content, bytes) or not content.strip():
        return Skipped(str(origin), "no web page in it")
    url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    url = url if url.startswith(("http://", "https://")) else ""
    charset, captured = part.get_content_charset() or "", _captured(message)
    return page(content, origin, url=url, charset=charset, modified=modified, captured=captured)


def _captured(message: Message) -> datetime | None:
    """The moment of saving, which browsers write as the date of the mail; None where there is none that can be read."""
    try:
        return parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, OverflowError):
        return None


def _first_page(message: Message) -> Message | None:
    for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False):
        if part.get_content_type() in _HTML and not part.is_multipart():
            return part
    return None


READER = Reader("saved page (MHTML)", (".mhtml", ".mht"), _recognises, _read, largest=_largest, parse=_parse)
