"""The export of Omnivore: a zip of `metadata_*.json` (what was kept) and `content/<slug>.html` (its text)."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from index.events import Skipped
from index.models import Origin
from index.sources.fields import Record, item_of
from index.sources.limits import limits
from index.sources.port import DAMAGED, ENCRYPTED, NOT_AN_ARTICLE, Item, Reader, too_large, unique_key

_LISTS = re.compile(r"metadata_\d+_to_\d+\.json")
_MEMBER = re.compile(
    rb"PK\x03\x04.{26}(?:metadata_\d+_to_\d+\.json|(?:content|highlights)/[^/\x00]{0,300}\.(?:html|md))", re.DOTALL
)


def _recognises(head: bytes, _suffix: str) -> bool:
    """A zip whose first member is one of the export's, and that has a list of them near."""
    return _MEMBER.match(head) is not None and b"metadata_" in head


def _read(path: Path) -> Iterator[Item]:
    modified = path.stat().st_mtime
    try:
        with ZipFile(path) as archive:
            yield from _articles(path, archive, modified)
    except (BadZipFile, NotImplementedError, ValueError):
        yield Skipped(str(path), DAMAGED)


def _articles(path: Path, archive: ZipFile, modified: float) -> Iterator[Item]:
    keys: set[str] = set()
    number = 0
    names = frozenset(archive.namelist())
    left = dict.fromkeys(name for name in archive.namelist() if not name.endswith("/"))
    for name in sorted(name for name in names if _LISTS.fullmatch(name)):
        left.pop(name)
        data = _member(archive, name)
        records = _records(data) if isinstance(data, bytes) else data
        if isinstance(records, str):
            yield Skipped(f"{path}#{name}", records)
            continue
        for record in records:
            number += 1
            slug = str(record.get("slug") or record.get("id") or "")
            origin = Origin(str(path), unique_key(slug, number, keys))
            left.pop(_page_of(slug), None)
            yield _article(archive, names, record, slug, origin, modified)
    yield from (Skipped(f"{path}#{unique_key(name, 0, keys)}", _why_left(name)) for name in left)


def _page_of(slug: str) -> str:
    return f"content/{slug}.html"


def _why_left(name: str) -> str:
    """Why a file of the export was not read: articles are read, and what the user wrote beside them is not."""
    if name.startswith("highlights/"):
        return "highlights of an article, which are not taken over"
    return "a page that the export's list does not name" if name.startswith("content/") else NOT_AN_ARTICLE


def _article(
    archive: ZipFile, names: frozenset[str], record: Record, slug: str, origin: Origin, modified: float
) -> Item:
    """One article; the page that was kept with it is its text, whatever the list says."""
    told = {name: value for name, value in record.items() if name not in ("description", "content")}
    name = _page_of(slug)
    if name not in names:
        return item_of(told, origin, modified)
    data = _member(archive, name)
    if isinstance(data, str):
        return Skipped(str(origin), data)
    return item_of({**told, "content": data.decode("utf-8", "replace")}, origin, modified)


def _member(archive: ZipFile, name: str) -> bytes | str:
    """The bytes of a member, or why they cannot be had; no more is unpacked than one item may have."""
    try:
        with archive.open(name) as member:
            data = member.read(limits().item + 1)
    except RuntimeError:
        return ENCRYPTED
    except (BadZipFile, NotImplementedError, zlib.error, EOFError, ValueError):
        return DAMAGED
    return data if len(data) <= limits().item else too_large()


def _records(data: bytes) -> list[Record] | str:
    try:
        records = json.loads(data)
    except (ValueError, RecursionError):
        return "broken JSON"
    return [record for record in records if isinstance(record, dict)] if isinstance(records, list) else "not a list"


READER = Reader("Omnivore export", (), _recognises, _read, many=True)
