"""Archives of articles: zip, tar (gz, bz2, xz) and single packed files, whatever of our formats stands in them.

member ─ limits ─► private temporary file ─ pick ─► its own reader ─► items, their origins as `archive.zip#member`
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from index.events import Skipped
from index.models import Origin
from index.sources.limits import limits
from index.sources.members import BROKEN, Kind, Member, TooMuch, check, kind_of, members
from index.sources.port import (
    DAMAGED,
    EMPTY,
    HANDED_OUT,
    HEAD,
    NOT_AN_ARTICLE,
    Item,
    Reader,
    Unread,
    reason_of,
    too_large,
    unique_key,
)  # fmt: skip
from index.sources.walk import Found, is_article_name, suffix_of

_SUFFIXES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")
_OTHER_ZIPS = (".xlsx", ".pptx", ".odt", ".ods", ".odp", ".cbz", ".whl", ".xpi", ".crx", ".kmz")
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/")
"""Names at the beginning of zips that are documents, not archives."""
_LARGEST_FILE = 60_000_000
"""Bytes of a member that is one item: a page with its pictures written into it; its reader judges what it holds."""
_CHUNK = 1 << 20


def _recognises(head: bytes, suffix: str) -> bool:
    kind = kind_of(head)
    if kind == "zip":
        return suffix not in _OTHER_ZIPS and not any(name in head[:300] for name in _OFFICE)
    return kind is not None or suffix in _SUFFIXES


def _read(path: Path) -> Iterator[Item]:
    with TemporaryDirectory(prefix="nutgraf-") as folder:  # mode 0700
        yield from _read_on(_Archive(path, "", Path(folder)).items(path, path.name))


def _unread(path: Path) -> Iterator[Item | Unread]:
    with TemporaryDirectory(prefix="nutgraf-") as folder:
        yield from _Archive(path, "", Path(folder)).items(path, path.name)


def _read_on(items: Iterable[Item | Unread]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Unread):
            yield from item.items()
        else:
            yield item


def inside(path: Path, key: str, found: Iterable[Member], level: int) -> Iterator[Item]:
    """What files hold that stand in another: in `path`, at `key` in it, with `level` containers around them. Every one
    of them is an item or a reason. For readers of formats that hold files, such as mail."""
    with TemporaryDirectory(prefix="nutgraf-") as folder:
        yield from _read_on(_Archive(path, f"{key}#" if key else "", Path(folder), level).of(found))


@dataclass(slots=True)
class _Spent:
    """What an archive and all archives in it have unpacked so far."""

    bytes: int = 0


@dataclass(slots=True)
class _Archive:
    """One archive on its way through; an archive inside it is another."""

    path: Path
    """Of the outermost archive, which stands in every origin."""
    prefix: str
    """Keys of the archives around this one, each with `#` behind it."""
    folder: Path
    """For temporary files, private to this user."""
    level: int = 1
    keys: set[str] = field(default_factory=set)
    spent: _Spent = field(default_factory=_Spent)

    def items(self, file: Path, name: str) -> Iterator[Item | Unread]:
        """The items of all members. What breaks the archive as a whole is the last, with its reason."""
        with file.open("rb") as opened:
            kind = kind_of(opened.read(HEAD))
        if kind is None:
            yield self._whole("not an archive, whatever its name says")
            return
        try:
            yield from self._members(file, kind, name)
        except TooMuch as limit:
            yield self._whole(str(limit))
        except OSError as problem:  # gzip says so of a damaged stream; the file itself was opened just now
            yield self._whole(f"{DAMAGED}: {reason_of(problem)}")
        except BROKEN:
            yield self._whole(f"{DAMAGED}: the archive breaks off or is none")

    def _whole(self, reason: str) -> Skipped:
        return Skipped(str(Origin(str(self.path), self.prefix.rstrip("#"))), reason)

    def _members(self, file: Path, kind: Kind, name: str) -> Iterator[Item | Unread]:
        yield from self.of(each for each in members(file, kind, name) if is_article_name(each.name) is not None)

    def of(self, found: Iterable[Member]) -> Iterator[Item | Unread]:
        """What members hold, each of them accounted for."""
        for number, member in enumerate(found, 1):
            key = self.prefix + unique_key(member.name, number, self.keys)
            if member.data is None or is_article_name(member.name) is False:
                yield Skipped(f"{self.path}#{key}", member.reason or NOT_AN_ARTICLE)
            else:
                yield from self._member(member, member.data, key)

    def _member(self, member: Member, data: IO[bytes], key: str) -> Iterator[Item | Unread]:
        """What one member holds. Its reader may be any, so it is told the suffix that it knows."""
        place, where = self.folder / f"{self.level}{_plain_suffix(member.name)}", f"{self.path}#{key}"
        taken = self._taken(member, data, place)
        if isinstance(taken, str):
            yield Skipped(where, taken)
            return
        try:
            yield from self._inside(*taken, place, member, key)
        except OSError as problem:
            yield Skipped(where, reason_of(problem))

    def _taken(self, member: Member, data: IO[bytes], place: Path) -> tuple[Reader, bytes] | str:
        """The reader of a member and its bytes, which lie at `place` if the reader wants a file; or why there is none.

        A file costs 0.1 ms, which is more than reading a short text takes.
        """
        from index.sources.pick import reader_for  # which knows this module

        try:
            head = data.read(HEAD)
            if not head:
                return EMPTY
            reader = reader_for(Found(str(place), len(head), 0, 0), head)
            if reader is None:
                return NOT_AN_ARTICLE
            most = _most_of(reader)
            chunks = self._chunks(head, data, member.packed, most)
            content = b"".join(chunks) if reader.parse else b""
            size = len(content) if reader.parse else _written(chunks, place, member.modified)
        except TooMuch as limit:
            if not member.packed or self.spent.bytes > limits().unpacked:
                raise
            return str(limit)
        except BROKEN:
            if not member.packed:
                raise
            return DAMAGED
        return (reader, content) if size <= most else too_large(most)

    def _chunks(self, chunk: bytes, data: IO[bytes], packed: int, most: int) -> Iterator[bytes]:
        """The bytes of a member up to a little more than `most`. Raises `TooMuch` and what its stream raises."""
        given = 0
        while chunk and given <= most:
            given += len(chunk)
            self.spent.bytes += len(chunk)
            check(given, packed)
            check(self.spent.bytes, 0)
            yield chunk
            chunk = data.read(_CHUNK)

    def _inside(self, reader: Reader, content: bytes, place: Path, member: Member, key: str) -> Iterator[Item | Unread]:
        if reader.parse:
            whole = Unread(reader.parse, content, Origin(str(self.path), key), member.modified)
            yield from [whole] if len(content) <= HANDED_OUT else whole.items()
        elif reader is not READER:
            items = reader.within(place, self.level) if reader.within else reader.read(place)
            yield from (self._renamed(item, str(place), key) for item in items)
        elif self.level >= limits().nesting:
            yield Skipped(f"{self.path}#{key}", f"an archive inside {self.level} others")
        else:
            inner = _Archive(self.path, f"{key}#", self.folder, self.level + 1, spent=self.spent)
            yield from inner.items(place, member.name)

    def _renamed(self, item: Item, place: str, key: str) -> Item:
        """An item of the temporary file, under the name that the member has for the user."""
        if isinstance(item, Skipped):
            own = item.origin.removeprefix(place)
            return Skipped(f"{self.path}#{key}{own}", item.reason.replace(place, key))
        own = f"#{item.origin.key}" if item.origin.key else ""
        return replace(item, origin=Origin(str(self.path), key + own))


def _most_of(reader: Reader) -> int:
    """Bytes that a member may have for its reader."""
    if reader.many:
        return limits().unpacked
    return reader.largest() if reader.largest else max(_LARGEST_FILE, limits().item)


def _written(chunks: Iterable[bytes], place: Path, modified: float) -> int:
    """Writes a file with the time of its member, and gives its size in bytes."""
    place.unlink(missing_ok=True)  # ext4 flushes a file that is cut and written again to the disk: 3 ms a member
    with place.open("wb") as file:
        size = sum(map(file.write, chunks))
    os.utime(place, (modified, modified))
    return size


def _plain_suffix(name: str) -> str:
    """The suffix of a member's name if it is fit for a file of ours; `.warc.gz` keeps both of its parts."""
    suffix = suffix_of(name)
    if suffix == ".gz":
        suffix = suffix_of(name[: -len(suffix)]) + suffix
    letters = suffix.replace(".", "")
    return suffix if letters.isascii() and letters.isalnum() and len(suffix) < 20 else ""


READER = Reader("archive", _SUFFIXES, _recognises, _read, many=True, unread=_unread)
