"""The text of a file, whole or as a stream, in whatever encoding it comes."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from index.events import Skipped
from index.models import Origin
from index.sources.legacy import legacy_encoding
from index.sources.port import EMPTY, NOT_TEXT, Item
from index.sources.text import decode

STRAY = "nutgraf.stray"
"""The error handler that `text` registers: a byte that is no UTF-8 is read as Windows-1252."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CUT = 4
"""Bytes at the end of a beginning that may be a cut letter."""


def encoding_of(head: bytes) -> str | None:
    """The codec of a file that begins with these bytes; UTF-8 where they are plain ASCII, None if they are no text."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    text = decode(head)
    if text is None:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        if b"\x00" in head[:200] and head.decode(name, "replace") == text:
            return name
    try:
        head[:-_CUT].decode("utf-8")
    except UnicodeDecodeError as problem:
        around = head[max(0, problem.start - 20_000) : problem.start + 30_000]
        return "utf-8" if _is_utf8(head, text) else legacy_encoding(around)
    return "utf-8"


def _is_utf8(head: bytes, text: str) -> bool:
    """True for UTF-8 with a few strangers in it: that is how it was decoded."""
    return head.decode("utf-8", STRAY) == text


def text_of(data: bytes, origin: Origin) -> str | Skipped:
    """The text of a file that is one item, or why it is none."""
    text = decode(data)
    if text is None:
        return Skipped(str(origin), NOT_TEXT)
    return text if text.strip("\ufeff\x00 \t\r\n\f\v") else Skipped(str(origin), EMPTY)


def parse_text(
    items: Callable[[str, Origin, float | None], Iterator[Item]], data: bytes, origin: Origin, modified: float | None
) -> Iterator[Item]:
    """For `Reader.parse` of a format that is text: what `items` makes of the text that the bytes stand for."""
    text = text_of(data, origin)
    if isinstance(text, Skipped):
        yield text
    else:
        yield from items(text, origin, modified)
