"""Reads the terms of one Whoosh segment and their postings, a whole block at a time, through a memory map.

The format is that of the pinned version, so Whoosh's own matchers read it, too. They go from posting to posting and
unpack a block as a whole; here articles and frequencies are arrays, and places are read for the articles asked for.

A block: its length, a pickled description, a pickled triple (differences of article numbers, frequencies, places) and,
behind its end, where no unpickling looks: the offset of each article's places, and `TAIL`.
"""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pickle import loads
from struct import Struct
from typing import Any

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC
from whoosh.reading import CorruptIndexError

LENGTH, FIELD, OFFSET, SIZE = Struct("!i"), Struct("!H"), Struct("=I"), Struct("<I")
TERM = Struct("!BfIBBfIIqi")
"""Of a term: postings inlined (never), total weight, articles, shortest and longest text, highest weight, first and
last article, place and length of its postings."""
TAIL = Struct("<HHH")
"""Of a block: bytes of its description; of differences and frequencies behind that; articles."""
PAIR, TRIPLE = b"\x86.", b"\x87."
"""What ends a pickle of the two or three things before it."""
SHORT, LONG = b"C", b"B"
"""How pickle begins bytes: their number follows in one byte or in four."""

Block = tuple[list[int], list[float], list[bytes]]
"""Articles, ascending; how often the term stands in each; its encoded places there, with pickle's own head."""
Head = tuple[Sequence[int], Sequence[float] | None]
"""Differences of article numbers; how often the term stands in each, None for once in every one."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the encoded places of one block's articles are."""

    file: _Map
    begin: int
    """Of the block's data, in the file."""
    table: int
    """Place of the offsets, in the file."""
    count: int
    """Of articles; 0 for a field that keeps no places."""

    def __getitem__(self, number: int) -> bytes:
        """Those of one article, counted from the block's first."""
        data = self.file.map
        start = self.begin + OFFSET.unpack_from(data, self.table + OFFSET.size * number)[0]
        if data[start] == SHORT[0]:
            return bytes(data[start + 2 : start + 2 + data[start + 1]])
        return bytes(data[start + 5 : start + 5 + SIZE.unpack_from(data, start + 1)[0]])

    def whole(self) -> list[bytes]:
        """Those of all articles, each with pickle's own head, for another segment to take over."""
        if not self.count:
            return []
        data = self.file.get(self.begin, self.table - self.begin)
        offsets = array("I", self.file.get(self.table, OFFSET.size * self.count))
        ends = [*offsets[1:], len(data) - len(b"t" + TRIPLE)]
        return [data[start:end] for start, end in zip(offsets, ends, strict=True)]


class TermsFile:
    """The terms and postings of a segment, as long as its Whoosh reader is open."""

    def __init__(self, leaf: Any) -> None:
        terms = leaf._terms
        self._fields: dict[str, int] = terms._fieldmap
        self._index = terms._tindex
        self._index.dbfile = _Map(self._index.dbfile)
        self._postings = terms._postfile = _Map(terms._postfile)

    def __iter__(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Field, term and where its postings are, in the order of the file."""
        names = {number: name for name, number in self._fields.items()}
        for key, info in self._index.items():
            yield names[FIELD.unpack_from(key)[0]], key[FIELD.size :], info

    def find(self, field: str, term: bytes) -> bytes | None:
        """Where the postings of a term are."""
        number = self._fields.get(field)
        found = self._index.get(FIELD.pack(number) + term) if number is not None else None
        return None if found is None else bytes(found)

    def blocks(self, info: bytes) -> Iterator[tuple[Head, Places]]:
        """The postings of a term, block by block; those of deleted articles are among them."""
        at, size = TERM.unpack(info)[-2:]
        end = at + size
        if self._postings.get(at, len(WHOOSH3_HEADER_MAGIC)) != WHOOSH3_HEADER_MAGIC:
            raise CorruptIndexError("a block of postings has no head")
        at += len(WHOOSH3_HEADER_MAGIC)
        data = self._postings.map
        while at < end:
            begin = at + LENGTH.size
            at = begin + abs(LENGTH.unpack_from(data, at)[0])
            described, headed, count = TAIL.unpack_from(data, at - TAIL.size)
            begin += described
            yield (
                loads(data[begin : begin + headed] + PAIR),
                Places(self._postings, begin, at - TAIL.size - OFFSET.size * count, count),
            )

    def read(self, info: bytes) -> Block:
        """The postings of a term as lists."""
        numbers: list[int] = []
        weights: list[float] = []
        values: list[bytes] = []
        for (differences, often), places in self.blocks(info):
            numbers += accumulate(differences)
            weights += [1.0] * len(differences) if often is None else often
            values += places.whole()
        return numbers, weights, values


class _Map:
    """A file as memory: reading a few bytes at a place costs a tenth of seeking there."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def get(self, at: int, length: int) -> bytes:
        return self.map[at : at + length]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def close(self) -> None:
        self.map.close()
        self._file.close()
