"""mbox: many mails in one file (RFC 4155), as Thunderbird, Apple Mail and Google Takeout write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.events import Skipped
from index.models import Origin
from index.sources.mail import is_mail, items_of, largest_mail
from index.sources.mail_feed import LONGEST_LINE, message_of
from index.sources.mail_parts import header
from index.sources.port import EMPTY, Item, Reader, unique_key

_FROM = re.compile(rb"From (?:.*\d{4}\s*|- .*|\S+@\S+.*)$")
"""The line before a mail: `From someone@example.org Thu Nov  9 10:00:00 2023`."""
_QUOTED = re.compile(rb">+From ")
_ID = re.compile(r"[^\s<>]+")


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
        box = _Mailbox(file)
        while box.has_more():
            number += 1
            message = message_of(box.mail())
            found = _ID.search(header(message, "Message-ID")) if message else None
            origin = Origin(str(path), unique_key(found[0] if found else "", number, keys))
            yield from items_of(message, origin, modified, level=level, whole=box.whole)
    if not number:
        yield Skipped(str(path), EMPTY)


class _Mailbox:
    """The mails of a file, each as the lines that follow its `From ` line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._is_blank = True
        """Whether the line before was blank: only then one that begins with `From ` opens a mail."""
        self._is_open = False
        self.whole = True
        """False where the last mail was larger than the limit, and its end not given."""

    def has_more(self) -> bool:
        """True at the first line of another mail."""
        if not self._is_open:
            for _ in self._lines():
                pass
        return self._is_open

    def mail(self) -> Iterator[bytes]:
        """The lines of one mail, to be read to their end; of a huge one the beginning, where text stands."""
        self._is_open, size = False, 0
        for line in self._lines():
            if size <= largest_mail():
                yield line[1:] if _QUOTED.match(line) else line
            size += len(line)
        self.whole = size <= largest_mail()

    def _lines(self) -> Iterator[bytes]:
        """The lines before the next mail."""
        while line := self._file.readline(LONGEST_LINE):
            if self._is_blank and _FROM.match(line.rstrip(b"\r\n")):
                self._is_open, self._is_blank = True, False
                return
            self._is_blank = not line.strip()
            yield line


READER = Reader("mbox", (".mbox", ".mbx"), _recognises, _read, many=True, within=_within)
