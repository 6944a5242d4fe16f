"""Archives of articles: zip, tar (gz, bz2, xz) and single packed files, whatever of our formats stands in them.

member ─ limits ─► private temporary file ─ pick ─► its own reader ─► items, their origins as `archive.zip#member`
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.events import Skipped
from index.models import Origin
from index.sources.limits import limits
from index.sources.members import BROKEN, Kind, Member, TooMuch, check, kind_of, members
from index.sources.port import DAMAGED, EMPTY, HEAD, NOT_AN_ARTICLE, Item, Reader, reason_of, too_large, unique_key
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
        yield from _Archive(path, "", Path(folder)).items(path, path.name)


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

    def items(self, file: Path, name: str) -> Iterator[Item]:
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

    def _members(self, file: Path, kind: Kind, name: str) -> Iterator[Item]:
        for number, member in enumerate(members(file, kind, name), 1):
            wanted = is_article_name(member.name)
            if wanted is None:
                continue
            key = self.prefix + unique_key(member.name, number, self.keys)
            if member.data is None or not wanted:
                yield Skipped(f"{self.path}#{key}", member.reason or NOT_AN_ARTICLE)
            else:
                yield from self._member(member, key)

    def _member(self, member: Member, key: str) -> Iterator[Item]:
        """What one member holds. Its reader may be any, so it sees a file with the suffix that it knows."""
        place = self.folder / f"{self.level}{_plain_suffix(member.name)}"
        place.unlink(missing_ok=True)  # ext4 flushes a file that is cut and written again to the disk: 3 ms a member
        reader = self._extracted(member, place)
        where = f"{self.path}#{key}"
        if isinstance(reader, str):
            yield Skipped(where, reader)
            return
        os.utime(place, (member.modified, member.modified))
        try:
            yield from self._inside(reader, place, member.name, key)
        except OSError as problem:
            yield Skipped(where, reason_of(problem))

    def _extracted(self, member: Member, place: Path) -> Reader | str:
        """The reader of a member that now lies at `place`, or why there is none."""
        from index.sources.pick import reader_for  # which knows this module

        data = member.data
        if data is None:
            return member.reason
        try:
            head = data.read(HEAD)
            if not head:
                return EMPTY
            reader = reader_for(Found(str(place), len(head), 0, 0), head)
            if reader is None:
                return NOT_AN_ARTICLE
            most = limits().unpacked if reader.many else max(_LARGEST_FILE, limits().item)
            given = 0
            with place.open("wb") as file:
                while given <= most and head:
                    given += len(head)
                    check(given, member.packed)
                    check(self.spent.bytes + given, 0)
                    file.write(head)
                    head = data.read(_CHUNK)
        except TooMuch as limit:
            if not member.packed or self.spent.bytes + given > limits().unpacked:
                raise
            return str(limit)
        except BROKEN:
            if not member.packed:
                raise
            return DAMAGED
        self.spent.bytes += given
        return reader if given <= most else too_large()

    def _inside(self, reader: Reader, place: Path, name: str, key: str) -> Iterator[Item]:
        if reader is READER:
            if self.level >= limits().nesting:
                yield Skipped(f"{self.path}#{key}", f"an archive inside {self.level} others")
                return
            inner = _Archive(self.path, f"{key}#", self.folder, self.level + 1, spent=self.spent)
            yield from inner.items(place, name)
            return
        for item in reader.read(place):
            yield self._renamed(item, str(place), key)

    def _renamed(self, item: Item, place: str, key: str) -> Item:
        """An item of the temporary file, under the name that the member has for the user."""
        if isinstance(item, Skipped):
            own = item.origin.removeprefix(place)
            return Skipped(f"{self.path}#{key}{own}", item.reason.replace(place, key))
        own = f"#{item.origin.key}" if item.origin.key else ""
        return replace(item, origin=Origin(str(self.path), key + own))


def _plain_suffix(name: str) -> str:
    """The suffix of a member's name if it is fit for a file of ours; `.warc.gz` keeps both of its parts."""
    suffix = suffix_of(name)
    if suffix == ".gz":
        suffix = suffix_of(name[: -len(suffix)]) + suffix
    letters = suffix.replace(".", "")
    return suffix if letters.isascii() and letters.isalnum() and len(suffix) < 20 else ""


READER = Reader("archive", _SUFFIXES, _recognises, _read, many=True)
