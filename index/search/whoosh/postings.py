"""One state of a Whoosh index, read in whole blocks: postings, lengths, columns. Reads only; documents are numbered
over all segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pickle import loads
from typing import Any, TypeVar

import numpy as np  # 0.1 s; the engine is imported by the first search or build
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length

from index.search.scoring import normaliser
from index.search.whoosh import columns
from index.search.whoosh.scores import Numbers
from index.search.whoosh.terms_file import Head, Places, TermsFile

T = TypeVar("T")

_HELD = 2_000_000
"""So many postings are kept for the next letter of a query: 16 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Where one term stands in one field."""

    numbers: Numbers
    """Documents, ascending."""
    frequencies: NDArray[np.float32]
    stands: Sequence[Places]
    """Where its places are, block by block."""
    starts: Sequence[int]
    """Of each block, how many postings are before it."""
    kept: NDArray[np.intp] | None = None
    """Where some articles are deleted: which of the postings are left."""

    def places(self, at: int) -> list[int]:
        """The positions of the term in the document of one posting."""
        number = at if self.kept is None else int(self.kept[at])
        block = bisect_right(self.starts, number) - 1
        return places(self.stands[block][number - self.starts[block]])


NOWHERE = Postings(np.zeros(0, np.int32), np.zeros(0, np.float32), (), ())


def places(value: bytes) -> list[int]:
    """The positions of a term in one document (Whoosh's `Positions` format: a count, then pickled differences)."""
    return list(accumulate(loads(value[4:] if value.endswith(b".") else value[4:] + b".")))


class Snapshot:
    """What a search reads: stays the same whatever is written meanwhile."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.leaves: list[tuple[Any, int]] = list(reader.leaf_readers()) if reader.doc_count_all() else []
        self._terms = [(TermsFile(leaf), offset) for leaf, offset in self.leaves]
        self.size: int = reader.doc_count_all()
        """Numbers of documents, those of deleted ones included."""
        self.count: int = reader.doc_count()
        self._alive = self._living() if self.count < self.size else None
        self._postings: dict[tuple[str, str], Postings] = {}
        self._held = 0
        self._kept: dict[str, Any] = {}

    def _living(self) -> NDArray[np.bool_]:
        alive = np.ones(self.size, np.bool_)
        for leaf, offset in self.leaves:
            for number in range(leaf.doc_count_all()) if leaf.has_deletions() else ():
                alive[number + offset] = not leaf.is_deleted(number)
        return alive

    def documents(self) -> Numbers:
        """The numbers of all documents."""
        every = np.arange(self.size, dtype=np.int32)
        return every if self._alive is None else every[self._alive]

    def postings(self, field: str, term: str) -> Postings:
        """Where a term stands; read once, as a query is typed letter by letter."""
        key = (field, term)
        found = self._postings.get(key)
        if found is None:
            found = self._read(field, term)
            self._held += len(found.numbers) + 100
            if self._held > _HELD:
                self._postings.clear()
                self._held = 0
            self._postings[key] = found
        return found

    def _read(self, field: str, term: str) -> Postings:
        numbers: list[Numbers] = []
        often: list[NDArray[np.float32]] = []
        stands: list[Places] = []
        key = term.encode("utf-8", "replace")
        for leaf, offset in self._terms:
            info = leaf.find(field, key)
            for head, where in leaf.blocks(info) if info is not None else ():
                numbers.append(_numbers(head, offset))
                often.append(_frequencies(head))
                stands.append(where)
        if not numbers:
            return NOWHERE
        starts = list(accumulate(map(len, numbers[:-1]), initial=0))
        found, frequencies = np.concatenate(numbers), np.concatenate(often)
        if self._alive is None or self._alive[found].all():
            return Postings(found, frequencies, stands, starts)
        kept = np.flatnonzero(self._alive[found])
        return Postings(found[kept], frequencies[kept], stands, starts, kept)

    def norms(self, field: str) -> NDArray[np.float64]:
        """The length normaliser of each document, from the lengths that Whoosh keeps in a byte each."""

        def read() -> NDArray[np.float64]:
            average = self.reader.field_length(field) / max(1, self.size)
            table = np.array([normaliser(byte_to_length(byte), average) for byte in range(256)])
            found: NDArray[np.float64] = table[
                _joined([columns.lengths(leaf, field) for leaf, _ in self.leaves], np.uint8)
            ]
            return found

        return self._once(f"{field} norms", read)

    def _once(self, name: str, read: Callable[[], T]) -> T:
        """What is read once, by the first who asks."""
        if name not in self._kept:
            self._kept[name] = read()
        kept: T = self._kept[name]
        return kept

    def days(self) -> NDArray[np.int32]:
        """When each document was published, as a number (20231109); 0 if unknown."""
        return self._once(
            "days", lambda: _joined([columns.numbers(leaf, "published") for leaf, _ in self.leaves], np.int32)
        )

    def between(self, first: int, last: int) -> Numbers:
        """The documents published from one day to another, ascending; a look-up in the sorted days."""
        order = self._once("by day", lambda: np.argsort(self.days(), kind="stable").astype(np.int32))
        days = self._once("sorted days", lambda: self.days()[order])
        found = np.sort(order[np.searchsorted(days, first, "left") : np.searchsorted(days, last, "right")])
        return found if self._alive is None else found[self._alive[found]]

    def keys(self) -> NDArray[np.object_]:
        """The id of each document."""
        return self._once("keys", lambda: np.array(self._texts("key"), object))

    def places_by_outlet(self) -> NDArray[np.int32]:
        """For each document the place of its outlet among all by name; those of unknown ones last."""

        def read() -> NDArray[np.int32]:
            outlets = self._texts("outlet_name")
            place = {outlet: at for at, outlet in enumerate(sorted({*outlets} - {""}))}
            return np.array([place.get(outlet, self.size) for outlet in outlets], np.int32)

        return self._once("outlets", read)

    def _texts(self, name: str) -> list[str]:
        return [text for leaf, _ in self.leaves for text in columns.texts(leaf, name)]

    def places_by_key(self) -> NDArray[np.int32]:
        """For each document its place among all by id: what breaks ties."""

        def read() -> NDArray[np.int32]:
            places = np.empty(self.size, np.int32)
            places[np.argsort(self.keys().astype(np.str_), kind="stable")] = np.arange(self.size, dtype=np.int32)
            return places

        return self._once("places", read)

    def numbers(self) -> Mapping[str, int]:
        """The number of each document by its id."""

        def read() -> dict[str, int]:
            documents = self.documents()
            return dict(zip(self.keys()[documents].tolist(), documents.tolist(), strict=True))

        return self._once("numbers", read)

    def languages(self) -> tuple[str, ...]:
        """The languages of the archive, sorted."""
        return tuple(sorted({code for leaf, _ in self.leaves for code in columns.codes(leaf, "language")[0] if code}))

    def in_languages(self, codes: Sequence[str]) -> NDArray[np.bool_]:
        """For each document whether it is in one of some languages."""
        wanted = []
        for leaf, _ in self.leaves:
            names, refs = columns.codes(leaf, "language")
            wanted.append(np.array([name in codes for name in names], np.bool_)[refs])
        return _joined(wanted, np.bool_)


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _numbers(head: Head, offset: int) -> Numbers:
    differences = head[0]
    if len(differences) == 1:
        return np.array((differences[0] + offset,), np.int32)
    numbers: Numbers = np.cumsum(np.asarray(differences), dtype=np.int32)
    return numbers + np.int32(offset) if offset else numbers


def _frequencies(head: Head) -> NDArray[np.float32]:
    differences, often = head
    if often is None:
        return np.ones(len(differences), np.float32)
    return (
        np.frombuffer(often, np.uint8).astype(np.float32) if isinstance(often, bytes) else np.array(often, np.float32)
    )
