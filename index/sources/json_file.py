"""JSON files: an array of records, an object that holds such an array, or one record.

That is how data sets, news interfaces, JSON Feed (https://www.jsonfeed.org/version/1.1/) and the exports of wallabag
and Readwise come.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.events import Skipped
from index.models import Origin, Raw
from index.sources.fields import Record, folded_name, has_text, is_known, item_of, key_of, url_of
from index.sources.json_stream import BrokenJson, Scanner
from index.sources.limits import limits
from index.sources.port import EMPTY, Item, Reader, too_large, unique_key

_LISTS = frozenset({
    "articles", "items", "entries", "results", "docs", "documents", "data", "records", "news", "stories", "posts",
    "hits", "list", "rows", "bookmarks", "graph",
})  # fmt: skip
"""Names under which an object holds its records."""
_WRAPPERS = frozenset({"response", "result", "data", "hits", "feed", "payload", "d"})
"""Names under which an object holds the object that holds the list."""
_DEEPEST = 4
_SPACE = re.compile(rb"[\s\xef\xbb\xbf]*")
_UTF16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"{\x00", "utf-16-le"), (b"[\x00", "utf-16-le"),
          (b"\x00{", "utf-16-be"), (b"\x00[", "utf-16-be"))  # fmt: skip
_NO_RECORDS = "no list of articles in it"


def _recognises(head: bytes, suffix: str) -> bool:
    """An array of objects under any suffix; an object that is no line of JSON lines under our suffixes."""
    if head[:2] in dict(_UTF16):
        return suffix in READER.suffixes
    start = _SPACE.match(head)
    body = head[start.end() :] if start else head
    if suffix in READER.suffixes:
        return body[:1] in (b"[", b"{") and not _is_lines(body)
    return re.match(rb"\[\s*\{\s*\"", body) is not None or (b"jsonfeed.org/version" in body[:2000] and body[:1] == b"{")


def _is_lines(body: bytes) -> bool:
    """True when a whole object stands on the first line and another begins below it."""
    line, _, rest = body.partition(b"\n")
    if not rest.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read(path: Path) -> Iterator[Item]:
    modified = path.stat().st_mtime
    with path.open("rb") as file:
        mark = file.read(2)
        file.seek(0)
        scanner = Scanner(file, dict(_UTF16).get(mark, "utf-8-sig"))
        if not scanner.peek():
            yield Skipped(str(path), EMPTY)
            return
        yield from _Records(scanner, str(path), modified).items()


@dataclass(slots=True)
class _Records:
    """One way through a file; the records come out as they are met."""

    scanner: Scanner
    path: str
    modified: float
    number: int = 0
    keys: set[str] = field(default_factory=set)

    def items(self) -> Iterator[Item]:
        try:
            yield from self._list() if self.scanner.peek() == "[" else self._object(0, "")
        except BrokenJson as problem:
            place = f"{self.path}#{self.number + 1}" if self.number else self.path
            yield Skipped(place, f"{problem}; what follows could not be read" if self.number else str(problem))
            return
        if not self.number:
            yield Skipped(self.path, _NO_RECORDS)
        elif self.scanner.peek():
            yield Skipped(f"{self.path}#{self.number + 1}", "broken JSON; what follows could not be read")

    def _list(self, outlet: str = "") -> Iterator[Item]:
        for _ in self.scanner.elements():
            yield self._item(self.scanner.value(), outlet)

    def _item(self, value: object, outlet: str, key: str = "") -> Item:
        self.number += 1
        if not isinstance(value, dict):
            return Skipped(f"{self.path}#{self.number}", "not a record")
        origin = Origin(self.path, unique_key(key_of(value) or key, self.number, self.keys))
        item = item_of(value, origin, self.modified)
        return replace(item, outlet=outlet) if outlet and isinstance(item, Raw) and not item.outlet else item

    def _object(self, depth: int, outlet: str) -> Iterator[Item]:
        """The records in an object; the object itself where it is one."""
        own: Record = {}
        before, start = self.number, self.scanner.passed
        for name in self.scanner.members():
            opens, plain = self.scanner.peek(), folded_name(name)
            if opens == "[" and plain in _LISTS:
                yield from self._list(_outlet_of(own) or outlet)
            elif opens == "{" and plain in _WRAPPERS and depth < _DEEPEST:
                yield from self._object(depth + 1, outlet)
            else:
                value = self.scanner.value()
                if isinstance(value, dict) and not is_known(name) and has_text(value) and not has_text(own):
                    yield self._item(value, outlet, key=name)
                    start = self.scanner.passed
                    continue
                own[name] = value
            if self.scanner.passed - start > limits().item and self.number == before:
                raise BrokenJson(too_large())
        if self.number == before and (has_text(own) or url_of(own)):
            origin = Origin(self.path, "" if depth == 0 else unique_key(key_of(own), 1, self.keys))
            self.number += 1
            yield item_of(own, origin, self.modified)


def _outlet_of(head: Record) -> str:
    """The name of the feed that an object is, for articles that name no outlet; empty if it is no feed."""
    version, title = head.get("version"), head.get("title")
    return title.strip() if isinstance(version, str) and "jsonfeed.org" in version and isinstance(title, str) else ""


READER = Reader("JSON", (".json",), _recognises, _read, many=True)
