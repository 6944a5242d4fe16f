"""CSV and TSV with a row of names: data sets, and the lists that Instapaper, Pocket, Readwise and Raindrop export.

Read as a stream; the delimiter is the one that parts the first row into the most names that an article's fields have.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TextIO

from index.events import Skipped
from index.models import Origin
from index.sources.encoding import STRAY, encoding_of
from index.sources.fields import Record, folded_name, is_known, item_of, key_of
from index.sources.limits import limits
from index.sources.port import EMPTY, HEAD, NOT_TEXT, Item, Reader, too_large, unique_key

_DELIMITERS = (",", "\t", ";", "|")
_CERTAIN = 3
"""Known names in the first row that tell a table under any suffix."""
_SHOWN_NAMES = 8


def _recognises(head: bytes, suffix: str) -> bool:
    """Under our suffixes any text; under others a first row of known names."""
    if suffix in READER.suffixes:
        return not head.lstrip().startswith(b"<") and encoding_of(head) is not None
    first = head.split(b"\n", 1)[0]
    if suffix not in ("", ".txt", ".text") or len(first) > 2000 or not any(d.encode() in first for d in _DELIMITERS):
        return False
    names = _names(first.decode("utf-8-sig", "replace"), _delimiter(first.decode("utf-8-sig", "replace")))
    return len(names) >= _CERTAIN and sum(map(is_known, names)) >= _CERTAIN and all(len(name) < 40 for name in names)


def _read(path: Path) -> Iterator[Item]:
    modified = path.stat().st_mtime
    with path.open("rb") as file:
        head = file.read(HEAD)
    encoding = encoding_of(head)
    if encoding is None:
        yield Skipped(str(path), NOT_TEXT)
        return
    with path.open(encoding=encoding, errors=STRAY if encoding == "utf-8" else "replace", newline="") as lines:
        yield from _rows(path, lines, modified)


def _rows(path: Path, file: TextIO, modified: float) -> Iterator[Item]:
    """A row after the other; the row of names is told from its place."""
    lines = _Lines(file)
    first = next((line for line in lines if line.strip("\ufeff\x00 \t\r\n")), "")
    if not first:
        yield Skipped(str(path), EMPTY)
        return
    delimiter = _delimiter(first)
    names = _names(first, delimiter)
    if not any(map(is_known, names)):
        yield Skipped(str(path), f"no column of an article's fields: {', '.join(names[:_SHOWN_NAMES])[:200]}")
        return
    csv.field_size_limit(limits().item)  # one limit for the whole process; the library's own is 128 KB, a long article
    yield from _items(path, csv.reader(lines, delimiter=delimiter), names, modified)
    for place in lines.too_long:
        yield Skipped(f"{path}#line {place}", f"line {place}: {too_large()}")


def _items(path: Path, rows: Iterator[list[str]], names: list[str], modified: float) -> Iterator[Item]:
    keys: set[str] = set()
    broken = False
    for number, values in _numbered(rows):
        if isinstance(values, csv.Error):
            yield Skipped(f"{path}#{number}", f"row {number}: {_words(values)}")
            broken = True
            continue
        if broken and len(values) != len(names):  # still the lines of what was to be one field
            continue
        broken = False
        if any(value.strip() for value in values[len(names) :]):
            yield Skipped(f"{path}#{number}", f"row {number}: more fields than there are names; the rest was not read")
        if any(value.strip() for value in values):
            yield _item(path, dict(zip(names, values, strict=False)), keys, number, modified)


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows below that of the names, with their numbers; for one that cannot be read, the reason."""
    values: list[str] | csv.Error
    for number in count(2):
        try:
            values = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            values = problem
        yield number, values


def _item(path: Path, record: Record, keys: set[str], number: int, modified: float) -> Item:
    record = {name: value for name, value in record.items() if value not in ("", "null", "NULL", "None", "nan", "NaN")}
    return item_of(record, Origin(str(path), unique_key(key_of(record), number, keys)), modified)


def _words(problem: csv.Error) -> str:
    return "a field too large, or a quotation mark that is never closed" if "limit" in str(problem) else str(problem)


def _delimiter(first: str) -> str:
    """The delimiter of a table by its first row; the earlier of `_DELIMITERS` where two part it alike."""
    parted = {delimiter: _names(first, delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda d: (sum(map(is_known, parted[d])), len(parted[d])))


def _names(first: str, delimiter: str) -> list[str]:
    """The names of the columns; of two that are alike the first keeps its name."""
    try:
        row = next(csv.reader([first.strip("\ufeff\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []
    seen: set[str] = set()
    return [unique_key(name if folded_name(name) else f"column {at}", at, seen) for at, name in enumerate(row)]


class _Lines:
    """The lines of a file, but for those that are too long to hold."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._number = 0
        self.too_long: list[int] = []
        """Their numbers, from 1."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        longest = limits().item
        while line := self._file.readline(longest):
            self._number += 1
            if len(line) < longest or line.endswith("\n"):
                return line.replace("\x00", "")
            self.too_long.append(self._number)
            while line and not line.endswith("\n"):
                line = self._file.readline(longest)
        raise StopIteration


READER = Reader("CSV", (".csv", ".tsv", ".tab"), _recognises, _read, many=True)
