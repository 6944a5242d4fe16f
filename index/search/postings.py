"""One state of a Whoosh index, read in whole blocks: postings, lengths, columns. Reads only; documents are numbered
over all segments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pickle import loads
from typing import Any

from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.util.numeric import byte_to_length

from index.search.scoring import normaliser
from index.search.terms_file import TermsFile


@dataclass(frozen=True, slots=True)
class Postings:
    """Where one term stands in one field."""

    numbers: list[int]
    """Documents, ascending."""
    frequencies: list[float]
    values: list[bytes]
    """Encoded places of each document; `places` reads one."""


NOWHERE = Postings([], [], [])


def places(value: bytes) -> list[int]:
    """The positions of a term in one document (Whoosh's `Positions` format: a count, then pickled differences)."""
    return list(accumulate(loads(value[4:] if value.endswith(b".") else value[4:] + b".")))


class Snapshot:
    """What a search reads: stays the same whatever is written meanwhile."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.leaves: list[tuple[Any, int]] = list(reader.leaf_readers()) if reader.doc_count_all() else []
        self._terms = [(TermsFile(leaf), offset) for leaf, offset in self.leaves]
        self.deleted = frozenset(
            number + offset
            for leaf, offset in self.leaves
            if leaf.has_deletions()
            for number in range(leaf.doc_count_all())
            if leaf.is_deleted(number)
        )
        self.count: int = reader.doc_count()
        self._postings: dict[tuple[str, str], Postings] = {}
        self._columns: dict[str, list[Any]] = {}
        self._norms: dict[str, list[float]] = {}
        self._numbers: dict[str, int] = {}

    def documents(self) -> Iterator[int]:
        """The numbers of all documents."""
        return (number for number in range(self.reader.doc_count_all()) if number not in self.deleted)

    def postings(self, field: str, term: str) -> Postings:
        """Where a term stands; read once, as a query is typed letter by letter."""
        key = (field, term)
        found = self._postings.get(key)
        if found is None:
            if len(self._postings) > 2_000:
                self._postings.clear()
            found = self._postings[key] = self._read(field, term)
        return found

    def _read(self, field: str, term: str) -> Postings:
        numbers: list[int] = []
        frequencies: list[float] = []
        values: list[bytes] = []
        key = term.encode("utf-8", "replace")
        for leaf, offset in self._terms:
            info = leaf.find(field, key)
            if info is not None:
                ids, weights, places_ = leaf.read(info)
                numbers += [number + offset for number in ids] if offset else ids
                frequencies += weights
                values += places_
        if not self.deleted.isdisjoint(numbers):
            kept = [at for at, number in enumerate(numbers) if number not in self.deleted]
            numbers, frequencies = [numbers[at] for at in kept], [frequencies[at] for at in kept]
            values = [values[at] for at in kept]
        return Postings(numbers, frequencies, values) if numbers else NOWHERE

    def norms(self, field: str) -> list[float]:
        """The length normaliser of each document, from the lengths that Whoosh keeps in a byte each."""
        if field not in self._norms:
            average = self.reader.field_length(field) / max(1, self.reader.doc_count_all())
            table = [normaliser(byte_to_length(byte), average) for byte in range(256)]
            self._norms[field] = [table[byte] for leaf, _ in self.leaves for byte in _lengths(leaf, field)]
        return self._norms[field]

    def column(self, name: str) -> list[Any]:
        """One value for each document."""
        if name not in self._columns:
            values: list[Any] = []
            for leaf, _ in self.leaves:
                values += leaf.column_reader(name).load()
            self._columns[name] = values
        return self._columns[name]

    def numbers(self) -> Mapping[str, int]:
        """The number of each document by its id."""
        if not self._numbers:
            keys = self.column("key")
            self._numbers = {str(keys[number], "utf-8"): number for number in self.documents()}
        return self._numbers

    def languages(self) -> tuple[str, ...]:
        """The languages of the archive, sorted."""
        return tuple(sorted({str(code, "ascii", "replace") for code in self.column("language")}))


def _lengths(leaf: Any, field: str) -> bytes:
    """The length of each document's text, in a byte each. Whoosh reads one at a time, which takes 50 times as long."""
    count = leaf.doc_count_all()
    column = leaf._perdoc._cached_reader(f"_{field}_len", LENGTHS_COLUMN)
    known = bytes(column._dbfile.get(column._basepos, min(count, column._count))) if column is not None else b""
    return known.ljust(count, b"\0")


def day_number(day: date, *, opening: bool) -> int:
    """A day as a number that sorts, 20231109; as the opening of a range it includes the month or the year that is all
    that is known of some articles (20231100, 20230000)."""
    if opening and day.day == 1:
        return day.year * 10_000 + (0 if day.month == 1 else day.month * 100)
    return day.year * 10_000 + day.month * 100 + day.day
