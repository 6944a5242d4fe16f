"""What stands in an archive: zip, tar and single packed files, one member after the other and never all at once.

Nothing is written under a member's own name, so a name with `..` or a leading slash can do no harm.
"""

from __future__ import annotations

import calendar
import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, BinaryIO, Literal, Self, cast

from index.sources.limits import limits

Kind = Literal["zip", "tar", "gz", "bz2", "xz"]

BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, struct.error, ValueError,
          NotImplementedError, RuntimeError)  # fmt: skip
"""What the standard library raises on damaged archives (a wrong password is a RuntimeError)."""
_END_OF_ZIP, _END_OF_ZIP64 = b"PK\x05\x06", b"PK\x06\x06"
_TAIL = 66_000
"""Bytes from the end in which a zip's last record stands: 22, and a comment of 65,535 at most."""
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (_END_OF_ZIP, "zip"),
    (b"\x1f\x8b\x08", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
)
_USTAR = slice(257, 262)


class _Header(tarfile.TarInfo):
    """A header of a tar. One that is none ends the archive with a reason; the library would end without a word."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # the two blocks of zeros that end every tar
            raise
        except tarfile.HeaderError as problem:
            raise tarfile.ReadError(str(problem)) from problem


class TooMuch(Exception):
    """An archive unpacks to more than the limits allow; the message says which."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, or the reason why it is none."""

    name: str
    """As the archive gives it: any text."""
    data: IO[bytes] | None
    """To be read before the next member is asked for; None where `reason` tells why not."""
    modified: float
    """Seconds since 1970; a zip knows no time zone and is read as UTC, alike on every machine."""
    packed: int = 0
    """Bytes in the archive; 0 where the archive is packed as a whole."""
    reason: str = ""


def kind_of(head: bytes) -> Kind | None:
    """The kind of archive that begins so."""
    if head[_USTAR] == b"ustar":
        return "tar"
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def members(path: Path, kind: Kind, name: str) -> Iterator[Member]:
    """The members of an archive in their order; `name` is that of the archive. Raises `TooMuch`, OSError, `BROKEN`."""
    with path.open("rb") as file:
        if kind == "zip":
            yield from _of_zip(file)
        elif kind == "tar":
            yield from _of_tar(file)
        else:
            yield from _of_packed(file, kind, name)


def _of_zip(file: BinaryIO) -> Iterator[Member]:
    if _entries(file) > limits().entries:
        raise TooMuch(f"more than {limits().entries:,} entries")
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            modified = _time_of(info)
            if info.flag_bits & 1:
                yield Member(info.filename, None, modified, reason="encrypted")
                continue
            try:
                with archive.open(info) as data:
                    yield Member(info.filename, data, modified, max(1, info.compress_size))
            except BROKEN:
                yield Member(info.filename, None, modified, reason="damaged")


def _entries(file: BinaryIO) -> int:
    """How many entries a zip has, at least, before `zipfile` makes an object of each: told by its last record, and by
    the size of its directory, which cannot lie. Zero where there is no such record."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    file.seek(0)
    at, at64 = tail.rfind(_END_OF_ZIP), tail.rfind(_END_OF_ZIP64)
    if at64 >= 0 and len(tail) >= at64 + 48:
        count, directory = struct.unpack_from("<QQ", tail, at64 + 32)
    elif at >= 0 and len(tail) >= at + 16:
        count, directory = struct.unpack_from("<HI", tail, at + 10)
    else:
        return 0
    return int(max(count, min(directory, size) // 1000))  # an entry takes 46 bytes and its name


def _time_of(info: zipfile.ZipInfo) -> float:
    try:
        return float(calendar.timegm((*info.date_time, 0, 0, 0)))
    except (ValueError, OverflowError):
        return 0.0


def _of_tar(file: IO[bytes]) -> Iterator[Member]:
    with tarfile.open(fileobj=file, mode="r|", errors="surrogateescape", tarinfo=_Header) as archive:
        for number, info in enumerate(archive, 1):
            archive.members.clear()  # type: ignore[attr-defined]  # it would keep every header it has passed
            if number > limits().entries:
                raise TooMuch(f"more than {limits().entries:,} entries")
            if info.isdir():
                continue
            if not info.isreg():
                yield Member(info.name, None, info.mtime, reason="a link or a device, not a file")
            else:
                yield Member(info.name, archive.extractfile(info), max(0.0, float(info.mtime)))


def _of_packed(file: BinaryIO, kind: Kind, name: str) -> Iterator[Member]:
    """A tar inside a packed file, or the one file that it packs, named as the archive without its last suffix."""
    size = file.seek(0, 2)
    file.seek(0)
    with _unpacking(file, kind) as stream:
        data = BufferedReader(Bounded(stream, size), 65_536)
        if kind_of(data.peek(512)[:512]) == "tar":
            yield from _of_tar(data)
        else:
            yield Member(_inner_name(name), data, 0.0)


def _inner_name(name: str) -> str:
    last = name.rpartition("/")[2]
    stem, dot, suffix = last.rpartition(".")
    return stem if dot and suffix.lower() in ("gz", "bz2", "xz") else last


@contextmanager
def _unpacking(file: BinaryIO, kind: Kind) -> Iterator[IO[bytes]]:
    import bz2

    if kind == "gz":
        with gzip.GzipFile(fileobj=file) as stream:
            yield cast("IO[bytes]", stream)
    elif kind == "bz2":
        with bz2.BZ2File(file) as stream:
            yield cast("IO[bytes]", stream)
    else:
        with lzma.LZMAFile(file) as stream:
            yield cast("IO[bytes]", stream)


class Bounded(RawIOBase):
    """A stream that raises `TooMuch` when it has given more than the limits allow for its packed size."""

    def __init__(self, stream: IO[bytes], packed: int) -> None:
        self._stream, self._packed, self._given = stream, packed, 0

    def readable(self) -> bool:
        """True: it is made to be read."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fills a buffer; the contract of the standard library."""
        view = memoryview(buffer)  # type: ignore[arg-type]  # the stubs of 3.11 know no Buffer
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._given += len(data)
        check(self._given, self._packed)
        return len(data)


def check(given: int, packed: int) -> None:
    """Raises `TooMuch` where so many packed bytes became too many."""
    allowed = limits()
    if given > allowed.unpacked:
        raise TooMuch(f"unpacks to more than {allowed.unpacked / 1_000_000:,g} MB")
    if packed and given > allowed.item and given > allowed.ratio * packed:
        raise TooMuch(f"unpacks to more than {allowed.ratio} times its size: a bomb")
