"""WARC, the format of web archives (ISO 28500): every page that was answered with status 200 is an item."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from index.events import Skipped
from index.models import Origin
from index.sources.limits import limits
from index.sources.port import DAMAGED, Item, Reader, Unread, needs, too_large, unique_key

_PAGES = ("text/html", "application/xhtml+xml")
_GZIP = b"\x1f\x8b"


def _recognises(head: bytes, _suffix: str) -> bool:
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def _read(path: Path) -> Iterator[Item]:
    for item in _unread(path):
        if isinstance(item, Unread):
            yield from item.items()
        else:
            yield item


def _unread(path: Path) -> Iterator[Item | Unread]:
    try:
        from index.sources.warc_records import UNREADABLE, records  # 60 ms, and a rare format
    except ImportError:
        yield Skipped(str(path), needs("warc"))
        return
    others: Counter[str] = Counter()
    keys: set[str] = set()
    with path.open("rb") as file:
        number = 0
        try:
            for number, record in enumerate(records(file), 1):
                if kind := _other(record):
                    others[kind] += 1
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield _page(record, Origin(str(path), unique_key(url.strip("<>"), number, keys)), url.strip("<>"))
        except UNREADABLE:
            yield Skipped(str(path), f"{DAMAGED}: the archive breaks off after {number} records")
    if others:
        told = ", ".join(f"{count} × {kind}" for kind, count in sorted(others.items()))
        yield Skipped(str(path), f"{others.total()} records that are no pages: {told}")


def _other(record: Any) -> str:
    """What a record is if it is no page; empty for a page."""
    if record.rec_type != "response" or record.http_headers is None:
        return str(record.rec_type)
    status = record.http_headers.get_statuscode()
    if status != "200":
        return f"status {status}"
    kind = (record.http_headers.get_header("Content-Type") or "no type").partition(";")[0].strip().lower()
    return "" if kind in _PAGES else kind


def _page(record: Any, origin: Origin, url: str) -> Item | Unread:
    from index.sources import html  # as `pick` does; the page reader knows nothing of archives

    data = record.content_stream().read(limits().item + 1)
    if len(data) > limits().item:
        return Skipped(str(origin), too_large())
    charset = (record.http_headers.get_header("Content-Type") or "").partition("charset=")[2].strip("\"' ;")
    captured = _moment(record.rec_headers.get_header("WARC-Date") or "")
    return Unread(partial(html.parse, url=url, charset=charset, captured=captured), data, origin, None)


def _moment(when: str) -> datetime | None:
    """The time of capture; None where the record tells none that can be read."""
    try:
        return datetime.fromisoformat(when)
    except ValueError:
        return None


READER = Reader("web archive", (".warc",), _recognises, _read, many=True, unread=_unread)
