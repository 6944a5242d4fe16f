"""JSON lines: a data set with an article a line, as archives and corpora come (https://jsonlines.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.events import Skipped
from index.models import Origin
from index.sources.fields import Record, item_of, key_of
from index.sources.limits import limits
from index.sources.port import EMPTY, HEAD, Item, Reader, too_large, unique_key

_BOM = b"\xef\xbb\xbf"


def _recognises(head: bytes, suffix: str) -> bool:
    """A first line that is a whole JSON object, whatever the suffix; a cut or broken one only under our suffixes."""
    whole = len(head) < HEAD
    head = head.removeprefix(_BOM).lstrip()
    if suffix in READER.suffixes:
        return not head.startswith(b"<") and b"\x00" not in head
    if not head.startswith(b"{"):
        return False
    line, line_end, _ = head.partition(b"\n")
    return (whole or bool(line_end)) and isinstance(_parsed(line), dict)


def _read(path: Path) -> Iterator[Item]:
    """A record after the other; only one line at a time is in memory, and the keys, to tell doubles apart."""
    keys: set[str] = set()
    number = 0
    modified = path.stat().st_mtime
    with path.open("rb") as file:
        for number, line in _lines(file):
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


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines that are not blank, with their numbers from 1; None stands for one that is too long to hold."""
    number = 0
    most = limits().item
    while line := file.readline(most + 1):
        number += 1
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = file.readline(most)
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
