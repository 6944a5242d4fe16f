"""mbox: many mails in one file (RFC 4155), as Thunderbird, Apple Mail and Google Takeout write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.events import Skipped
from index.models import Origin
from index.sources.mail import is_mail, items_of, largest_mail
from index.sources.port import EMPTY, Item, Reader, unique_key

_FROM = re.compile(rb"From (?:.*\d{4}\s*|- .*|\S+@\S+.*)$")
"""The line before a mail: `From someone@example.org Thu Nov  9 10:00:00 2023`."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_ID = re.compile(rb"^message-id:\s*<?([^\s<>]+)", re.IGNORECASE | re.MULTILINE)
_LINE = 1 << 20


def _recognises(head: bytes, _suffix: str) -> bool:
    first, _, rest = head.partition(b"\n")
    return _FROM.match(first.rstrip(b"\r")) is not None and is_mail(rest.lstrip(b">"))


def _read(path: Path) -> Iterator[Item]:
    yield from _within(path, 0)


def _within(path: Path, level: int) -> Iterator[Item]:
    keys: set[str] = set()
    number = 0
    modified = path.stat().st_mtime
    with path.open("rb") as file:
        for number, (data, whole) in enumerate(_mails(file), 1):
            head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
            found = _ID.search(head)
            key = found[1].decode("utf-8", "replace") if found else ""
            origin = Origin(str(path), unique_key(key, number, keys))
            yield from items_of(data, origin, modified, level=level, whole=whole)
    if not number:
        yield Skipped(str(path), EMPTY)


def _mails(file: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each mail without its `From ` line, and whether it is whole; of a huge one the beginning, where text stands."""
    held: list[bytes] = []
    most, size, blank, begun = largest_mail(), 0, True, False
    while line := file.readline(_LINE):
        if blank and _FROM.match(line.rstrip(b"\r\n")):
            if begun:
                yield _unquoted(held), size <= most
            held, size, begun = [], 0, True
        elif size <= most:
            held.append(line)
            size += len(line)
        blank = not line.strip()
    if begun:
        yield _unquoted(held), size <= most


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED.sub(rb"\1", b"".join(lines))


READER = Reader("mbox", (".mbox", ".mbx"), _recognises, _read, many=True, within=_within)
