"""Archives as they were counted last, a file for each language: a cache that makes it needless to read all sketches.

A file is a few long rows of numbers, one after the other, then a line of JSON that tells their lengths, then the length
of that line and a checksum of all that stands before. It takes the place of the one before at once and whole. It is
mapped into memory: all of it is read once for the checksum, and only what is looked at needs to stay.
"""

from __future__ import annotations

import json
import mmap
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.stories.archive import Archive, Counts
from index.stories.joined import Part
from index.stories.rows import KINDS, WIDTHS, Row, Rows

_ROWS = [part for kind, width in zip(KINDS, WIDTHS, strict=True) for part in (("<i8", 1), (kind, width))]
_PARTS = [("<i8", 1), ("<i8", 1), *_ROWS, ("<i4", 1), ("u1", 1), ("u1", 1), ("u1", 1)]
"""What the numbers of each part are, and how many belong together; the last one are the names."""
_END = struct.Struct("<II")
_STALE = 600
"""Seconds after which a file that was not finished never will be."""


class Kept(NamedTuple):
    """An archive, and the last of the sketches that are counted in it."""

    archive: Archive
    last: int


def load(file: Path) -> Kept | None:
    """What `save` wrote; None where there is nothing, or nothing whole. 60 ms for 100,000 articles."""
    try:
        with file.open("rb") as opened:
            held = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
        length, checksum = _END.unpack(held[-_END.size :])
        whole = len(held) - _END.size
        if crc32(held[:whole]) != checksum:
            return None
        form, last, sizes = json.loads(bytes(held[whole - length : whole]))
    except (OSError, ValueError, struct.error):
        return None
    return Kept(_archive(held, sizes), last) if form == _form(file) else None


def _form(file: Path) -> str:
    return f"nutgraf archive 1 {file.stem}"


def _archive(held: memoryview, sizes: Sequence[int]) -> Archive:
    days, words, *rows, terms, once, again, names = _parts(held, sizes)
    each = [Row(values, starts) for starts, values in zip(rows[::2], rows[1::2], strict=True)]
    return Archive(Rows(names.tobytes().decode().split("\n"), days, words, each), Counts(terms, once, again))


def _parts(held: memoryview, sizes: Sequence[int]) -> Iterator[NDArray[Any]]:
    begin = 0
    for (kind, width), size in zip(_PARTS, sizes, strict=True):
        numbers = np.frombuffer(held[begin : begin + size], kind)
        yield numbers.reshape(-1, width) if width > 1 else numbers
        begin += _padded(size)


def save(file: Path, last: int, make: Callable[[], tuple[Sequence[str], Sequence[Part]]]) -> bool:
    """Writes what `make` gives: the names of the articles, and the other parts.

    False where the disk is full or cannot be written, or another process is writing it.
    """
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        with new.open("xb") as opened:
            names, parts = make()
            _write(opened, [_form(file), last], [*parts, [np.frombuffer("\n".join(names).encode(), np.uint8)]])
        new.replace(file)
    except FileExistsError:
        with suppress(OSError):
            if time.time() - new.stat().st_mtime > _STALE:
                new.unlink()
        return False
    except OSError:
        with suppress(OSError):
            new.unlink()
        return False
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    return True


def _write(opened: BinaryIO, head: Sequence[str | int], parts: Sequence[Part]) -> None:
    sizes, checksum = [], 0
    for (kind, _), part in zip(_PARTS, parts, strict=True):
        sizes.append(0)
        for piece in part:
            data = np.ascontiguousarray(piece, kind).reshape(-1).view("u1").data
            checksum = crc32(data, checksum)
            sizes[-1] += opened.write(data)
        rest = bytes(_padded(sizes[-1]) - sizes[-1])
        checksum = crc32(rest, checksum)
        opened.write(rest)
    line = json.dumps([*head, sizes]).encode()
    opened.write(line + _END.pack(len(line), crc32(line, checksum)))


def _padded(size: int) -> int:
    """Up to where the next part begins, so that its numbers stand where processors like them."""
    return size + -size % 8
