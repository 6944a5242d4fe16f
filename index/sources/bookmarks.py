"""Lists of links as HTML: what Pocket, Instapaper, Raindrop and every browser export. They hold no text of an article.

The format is Netscape's (https://learn.microsoft.com/previous-versions/windows/internet-explorer/aa753582(v=vs.85)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from index.events import Skipped
from index.sources.fields import LINK_ONLY
from index.sources.port import EMPTY, Item, Reader

_NETSCAPE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<!DOCTYPE NETSCAPE-Bookmark-file", re.IGNORECASE)
_EXPORT = re.compile(rb"<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>", re.IGNORECASE)
_LINK = re.compile(r"""<a\b[^<>]{0,500}?\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LINE = 1 << 20


def _recognises(head: bytes, _suffix: str) -> bool:
    return _NETSCAPE.match(head) is not None or _EXPORT.search(head[:2000]) is not None


def _read(path: Path) -> Iterator[Item]:
    """A reason for every link, so that none is lost without a word."""
    links = 0
    with path.open(encoding="utf-8", errors="replace") as file:
        while line := file.readline(_LINE):
            for match in _LINK.finditer(line):
                links += 1
                yield Skipped(f"{path}#{unescape(match[1])}", LINK_ONLY)
    if not links:
        yield Skipped(str(path), EMPTY)


READER = Reader("list of links", (), _recognises, _read, many=True)
