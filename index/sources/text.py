"""Plain text: scraped pages and saved articles, in whatever encoding they come."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from index.events import Skipped
from index.models import Origin, Raw
from index.sources.legacy import legacy_encoding
from index.sources.port import EMPTY, NOT_TEXT, Item, Reader, item_limit, read_whole

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF", b"SQLite format 3")
_CONTROLS = bytes([*range(0x08), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_MOST_CONTROLS = 0.02
"""Share of control characters above which bytes are no text: a damaged scrape has a few, a picture one in ten."""
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> str | None:
    """The text that bytes stand for; None if they are no text. Line ends and damaged letters stay as they are."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    if data.startswith(_MAGIC) or len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if _mostly_utf8(data):
            return data.decode("utf-8", "nutgraf.stray")
        return data.decode(legacy_encoding(data), "replace")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, known by zeros in every other byte; empty if it is none."""
    sample = data[:2000]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if half and even > 0.4 * half and odd < 0.05 * half else ""


def _mostly_utf8(data: bytes) -> bool:
    """True for UTF-8 that was damaged or mixed: more of its high bytes form letters than stand alone."""
    whole = sum(len(match) for match in _MULTIBYTE.findall(data))
    return whole > len(_HIGH.findall(data)) / 2


def _stray(error: UnicodeError) -> tuple[str, int]:
    """For `bytes.decode`: a byte that is no UTF-8 is read as Windows-1252, the usual stranger in it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error("nutgraf.stray", _stray)


def _recognises(_head: bytes, suffix: str) -> bool:
    return suffix in READER.suffixes


def _read(path: Path) -> Iterator[Item]:
    return read_whole(path, _parse, item_limit())


def _parse(data: bytes, origin: Origin, modified: float | None) -> Iterator[Item]:
    text = decode(data)
    if text is None:
        yield Skipped(str(origin), NOT_TEXT)
    elif not text.strip("\ufeff\x00 \t\r\n\f\v"):
        yield Skipped(str(origin), EMPTY)
    else:
        yield Raw(origin, text, modified=modified)


READER = Reader("text", (".txt", ".text"), _recognises, _read, largest=item_limit, parse=_parse)
