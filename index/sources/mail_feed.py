"""From the lines of a mail to its parts, in a third of the memory that the standard library takes for attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.errors import MessageError
from email.feedparser import BytesFeedParser
from email.message import Message
from itertools import dropwhile
from typing import BinaryIO

LONGEST_LINE = 1 << 20
"""Bytes that are read at once; lines of mail have 1,000 at most (RFC 5322, 2.1.1)."""
_CODED_PART = re.compile(rb"content-transfer-encoding:\s*base64\b", re.IGNORECASE)
_CODED = re.compile(rb"[A-Za-z0-9+/]{20,}={0,2}\s*")
_CHUNK = 65_536


def message_of(lines: Iterable[bytes]) -> Message | None:
    """The mail that lines are; None where it is too damaged to be told apart.

    The parser keeps every line as an object of its own. What is coded in base64, where line ends say nothing, is given
    to it in long lines: an attachment of 30 MB took 300 MB as it came.
    """
    parser = BytesFeedParser()
    try:
        for chunk in _chunks(dropwhile(lambda line: not line.strip(b"\r\n"), lines)):
            parser.feed(chunk)
        return parser.close()
    except (MessageError, ValueError, LookupError, RecursionError):  # parts nested by the thousand
        return None


def lines_of(file: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines of a file up to so many bytes."""
    left = most
    while left > 0 and (line := file.readline(min(LONGEST_LINE, left))):
        left -= len(line)
        yield line


def _chunks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces, without the line ends between the lines of what is coded."""
    held: list[bytes] = []
    size, is_coded = 0, False
    for line in lines:
        if line[:1] in b"cC" and _CODED_PART.match(line):
            is_coded = True
        elif line.startswith(b"--"):
            is_coded = False
        is_joined = is_coded and _CODED.fullmatch(line) is not None
        if held and not is_joined and held[-1][-1:] not in b"\r\n":
            held.append(b"\n")
        held.append(line.rstrip() if is_joined else line)
        size += len(line)
        if size > _CHUNK:
            yield b"".join(held) + (b"\n" if is_joined else b"")
            held, size = [], 0
    yield b"".join(held)
