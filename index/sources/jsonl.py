"""JSON lines: a data set with an article a line, as archives and corpora come (https://jsonlines.org)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.events import Skipped
from index.models import Origin
from index.sources.encoding import encoding_of
from index.sources.fields import Record, item_of, key_of
from index.sources.limits import limits
from index.sources.port import EMPTY, HEAD, Item, Reader, too_large, unique_key

_BOM = b"\xef\xbb\xbf"


def _recognises(head: bytes, suffix: str) -> bool:
    """A first line that is a whole JSON object, whatever the suffix; a cut or broken one only under our suffixes."""
    whole = len(head) < HEAD
    head = head.removeprefix(_BOM).lstrip()
    if suffix in READER.suffixes:
        return not head.startswith(b"<") and (b"\x00" not in head or _wide(head) != "")
    if not head.startswith(b"{"):
        return False
    line, line_end, _ = head.partition(b"\n")
    return (whole or bool(line_end)) and isinstance(_parsed(line), dict)


def _read(path: Path) -> Iterator[Item]:
    """A record after the other; only one line at a time is in memory, and the keys, to tell doubles apart."""
    keys: set[str] = set()
    number = 0
    modified = path.stat().st_mtime
    with _opened(path) as readline:
        for number, line in _lines(readline):
            place = f"{path}#{number}"
            if line is None:
                yield Skipped(place, f"line {number}: {too_large()}")
                continue
            record = _parsed(line)
            if not isinstance(record, dict):
                yield Skipped(place, f"line {number}: " + ("broken JSON" if record is None else "not a record"))
                continue
            origin = Origin(str(path), unique_key(key_of(record), number, keys))
            yield item_of(record, origin, modified)
    if number == 0:
        yield Skipped(str(path), EMPTY)


def _wide(head: bytes) -> str:
    """The codec of a file in UTF-16 or UTF-32 that begins with an object; empty for all others."""
    codec = encoding_of(head) or ""
    wide = codec.startswith(("utf-16", "utf-32")) and head.decode(codec, "replace").lstrip("\ufeff \t\r\n")[:1] == "{"
    return codec if wide else ""


@contextmanager
def _opened(path: Path) -> Iterator[Callable[[int], bytes]]:
    """A way to read the lines of a file, those of a wide encoding as UTF-8."""
    with path.open("rb") as file:
        wide = _wide(file.read(HEAD))
        file.seek(0)
        if not wide:
            yield file.readline
            return
    with path.open(encoding=wide, errors="replace", newline="\n") as text:
        yield lambda most: text.readline(most).encode("utf-8", "replace")


def _lines(readline: Callable[[int], bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Lines that are not blank, with their numbers from 1; None stands for one that is too long to hold."""
    number = 0
    most = limits().item
    while line := readline(most + 1):
        number += 1
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = readline(most)
            yield number, None
        elif content := line.removeprefix(_BOM).strip():
            yield number, content


def _parsed(line: bytes) -> Record | list[object] | str | float | bool | None:
    """What a line holds; None if it is no JSON."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    try:
        value: Record | list[object] | str | float | bool | None = json.loads(text, strict=False)
    except (ValueError, RecursionError):  # brackets nested by the thousand exhaust the stack
        return None
    return value


READER = Reader("JSON lines", (".jsonl", ".ndjson"), _recognises, _read, many=True)
