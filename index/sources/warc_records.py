"""The records of a web archive and whether it is whole. Imported only when one is met: its library takes 60 ms."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import SEEK_END, StringIO
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

UNREADABLE = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, zlib.error, ValueError, AttributeError)
"""What broken records raise; the last where a response has no address."""


class _Archive(ArchiveIterator):  # type: ignore[misc]  # ships no types
    """The library's own iterator, which ends at a broken place as it does at the end of the file."""

    whole = True
    """False where the last packed member was cut."""

    def close(self) -> None:
        packed = self.reader.decompressor if self.reader else None
        self.whole = self.whole and (packed is None or packed.eof)
        super().close()


def records(file: BinaryIO) -> Iterator[Any]:
    """The records in their order, each to be read before the next is asked for.

    Raises `UNREADABLE`, and EOFError where the file breaks off. What the library prints about broken archives is kept
    from the terminal, where an app may be drawing.
    """
    archive = _Archive(file)
    last: Any = None
    while True:
        with redirect_stderr(StringIO()):
            record = next(archive, None)
        if record is None:
            break
        if record.length is None:  # every record says how long it is (ISO 28500, 5.4), so its header was cut
            raise EOFError
        last = record.raw_stream
        yield record
    size = file.seek(0, SEEK_END)
    if not archive.whole or getattr(last, "limit", 0) > 0 or archive.offset < size:
        raise EOFError
    if archive.err_count:
        raise ValueError("a record is longer than it says")
