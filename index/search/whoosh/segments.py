"""Writes Whoosh's own file format from lists of words: postings are kept by term while articles come in, and each term
is written once, in blocks of a thousand articles where Whoosh takes 128.

Six times as fast as `add_document`, which makes an object of every word, sorts all postings and checks each one again.
Any Whoosh of the pinned version reads the outcome.
"""

from __future__ import annotations

import gc
import heapq
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate, groupby, pairwise
from pickle import dumps
from struct import Struct
from typing import Any

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC
from whoosh.reading import SegmentReader
from whoosh.util.numeric import length_to_byte

from index.search.whoosh.terms_file import FIELD, LENGTH, LONG, SHORT, SIZE, TAIL, TERM, TRIPLE, Block, TermsFile

_BLOCK = 1_024
"""Articles in one block of postings."""
_FEW = 16
_PICKLE = b"\x80\x03"
"""How a pickle begins."""
_COUNT = Struct("!I")

Term = tuple[str, bytes, list[int], list[float], list[bytes]]
"""A field and a term in it; articles, ascending; how often it stands there; its encoded places there."""


class Cancelled(Exception):
    """A merge was stopped; nothing of it stays."""


@contextmanager
def uncollected() -> Iterator[None]:
    """A batch makes millions of lists and no circles of them: to look for circles takes a fifth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class Segment:
    """A new segment, in place of what a Whoosh writer would gather itself. Commit through the writer."""

    def __init__(self, writer: Any) -> None:
        self._writer = writer
        self._pool: defaultdict[str, defaultdict[str, Block]] = defaultdict(lambda: defaultdict(lambda: ([], [], [])))
        self._merged: Iterator[Term] | None = None
        self._singles: dict[int, bytes] = {}
        writer.pool.cleanup()
        writer.pool = self
        writer.fieldwriter = _Terms(writer.fieldwriter)

    def add(self, texts: Mapping[str, Sequence[str]], columns: Mapping[str, object]) -> None:
        """An article: the words of each of its fields, in order, and one value for each column."""
        writer, schema = self._writer, self._writer.schema
        number = writer.docnum
        writer.perdocwriter.start_doc(number)
        for name in sorted(texts):
            field = schema[name]
            self._add_words(self._pool[name], number, texts[name])
            writer.perdocwriter.add_field(name, field, None, len(texts[name]) if field.scorable else 0)
        for name in sorted(columns):
            writer.perdocwriter.add_column_value(name, schema[name].column_type, columns[name])
        writer.perdocwriter.finish_doc()
        writer.docnum += 1
        writer._added = True

    def _add_words(self, field: defaultdict[str, Block], number: int, words: Sequence[str]) -> None:
        stands: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            if word in stands:
                stands[word].append(place)
            else:
                stands[word] = [place]
        for word, places in stands.items():
            numbers, weights, values = field[word]
            numbers.append(number)
            weights.append(float(len(places)))
            values.append(self._single(places[0]) if len(places) == 1 else _encoded(places))

    def _single(self, place: int) -> bytes:
        """Most words stand in an article once, and few places are many words'."""
        value = self._singles.get(place)
        if value is None:
            value = self._singles[place] = _encoded([place])
        return value

    def merge(self, segments: Sequence[Any], cancelled: Callable[[], bool]) -> None:
        """All articles of some segments that were not deleted. The commit raises `Cancelled` when it is stopped."""
        writer, sources = self._writer, []
        names = set(writer.schema.names())
        for segment in segments:
            reader = SegmentReader(writer.storage, writer.schema, segment)
            first = writer.docnum
            sources.append((reader, first, writer.write_per_doc(names, reader)))
        self._merged = _merged(sources, cancelled)
        writer._added = True

    # what a Whoosh writer asks of its pool

    def iter_postings(self) -> Iterator[Term]:
        """Every term, in the order of the file."""
        if self._merged is not None:
            yield from self._merged
            return
        for name in sorted(self._pool):
            encoded = sorted((word.encode("utf-8", "replace"), postings) for word, postings in self._pool[name].items())
            for word, (numbers, weights, values) in encoded:
                yield name, word, numbers, weights, values

    def cleanup(self) -> None:
        """There are no files to remove."""


def _encoded(places: Sequence[int]) -> bytes:
    """Places as Whoosh's `Positions` format has them, a count, then the pickled differences; as pickle writes bytes."""
    differences = [place - before for place, before in zip(places, (0, *places), strict=False)]
    return _pickled(_COUNT.pack(len(places)) + dumps(differences, 2))


def _pickled(data: bytes) -> bytes:
    """What pickle makes of bytes, without its frame."""
    size = len(data)
    return b"%b%c%b" % (SHORT, size, data) if size < 256 else b"%b%b%b" % (LONG, SIZE.pack(size), data)


def _merged(
    sources: Sequence[tuple[Any, int, Mapping[int, int] | None]], cancelled: Callable[[], bool]
) -> Iterator[Term]:
    """The terms of several segments, each read when its turn comes, so that memory stays flat."""
    files = [TermsFile(reader) for reader, *_ in sources]
    terms = heapq.merge(*(_numbered(file, at) for at, file in enumerate(files)))
    try:
        for (name, word), group in groupby(terms, key=lambda term: term[:2]):
            if cancelled():
                raise Cancelled
            found: Block = ([], [], [])
            for _, _, at, info in group:
                _, first, moved = sources[at]
                numbers, weights, values = _moved(files[at].read(info), first, moved)
                found = (found[0] + numbers, found[1] + weights, found[2] + values)
            if found[0]:
                yield name, word, *found
    finally:
        for reader, *_ in sources:
            reader.close()


def _numbered(file: TermsFile, at: int) -> Iterator[tuple[str, bytes, int, bytes]]:
    return ((name, word, at, info) for name, word, info in file)


def _moved(block: Block, first: int, moved: Mapping[int, int] | None) -> Block:
    """Postings under the numbers of the new segment, without those of deleted articles."""
    numbers, weights, values = block
    if moved is None:
        return [first + number for number in numbers], weights, values
    kept = [at for at, number in enumerate(numbers) if number in moved]
    return [moved[numbers[at]] for at in kept], [weights[at] for at in kept], [values[at] for at in kept if values]


class _Terms:
    """Writes terms through the files of Whoosh's own field writer, and stands in its place."""

    def __init__(self, writer: Any) -> None:
        self._writer = writer

    @property
    def is_closed(self) -> bool:
        return bool(self._writer.is_closed)

    def close(self) -> None:
        self._writer.close()

    def add_postings(self, schema: Any, lengths: Any, terms: Iterable[Term]) -> None:
        """Every term of the segment. `lengths` reads the segment's lengths of texts."""
        try:
            self._write(schema, lengths, terms)
        except BaseException:  # the writer that called forgets them
            lengths.close()
            self.close()
            raise

    def _write(self, schema: Any, lengths: Any, terms: Iterable[Term]) -> None:
        at = self._writer._postfile.tell()
        for name, group in groupby(terms, key=lambda term: term[0]):
            field = self._writer._fieldmap.setdefault(name, len(self._writer._fieldmap))
            length = lengths.doc_field_length_reader(name)
            by_number = [length_to_byte(length(number)) for number in range(lengths.doc_count_all())]
            positions = schema[name].format.fixed_value_size() != 0
            for _, word, numbers, weights, values in group:
                sizes = [by_number[number] for number in numbers]
                data = _posted(numbers, weights, values if positions else None, sizes)
                self._writer._postfile.write(data)
                info = TERM.pack(0, sum(weights), len(numbers), min(sizes), max(sizes), max(weights), numbers[0],
                                  numbers[-1], at, len(data))  # fmt: skip
                self._writer._tindex.add(FIELD.pack(field) + word, info)
                at += len(data)


def _posted(numbers: list[int], weights: list[float], values: list[bytes] | None, sizes: list[int]) -> bytes:
    """The blocks of one term. Uncompressed: zlib would take half of the time of all indexing to save a third."""
    parts = [WHOOSH3_HEADER_MAGIC]
    for start in range(0, len(numbers), _BLOCK):
        inside = slice(start, start + _BLOCK)
        some, often, lengths = numbers[inside], weights[inside], sizes[inside]
        info = dumps((len(some), some[-1], max(often), 0, min(lengths), max(lengths)), 2)
        head = _PICKLE + _numbers(some) + _weights(often)
        placed = _placed(len(head), values[inside]) if values is not None else (b"N", TRIPLE)
        tail = TAIL.pack(len(info), len(head), len(some) if values is not None else 0)
        block = b"".join((info, head, *placed, tail))
        parts += (LENGTH.pack(-len(block) if start + _BLOCK >= len(numbers) else len(block)), block)
    return b"".join(parts)


def _placed(begin: int, values: list[bytes]) -> tuple[bytes, ...]:
    """A pickled tuple of places and the end of the pickle; then where each begins."""
    sizes = accumulate(map(len, values[:-1]), initial=begin + 1)
    return b"(", *values, b"t", TRIPLE, array("I", sizes).tobytes()


def _numbers(numbers: list[int]) -> bytes:
    """Pickled differences: an array is read at once, but for a few articles a tuple is smaller."""
    if len(numbers) == 1:
        return b"J%b\x85" % SIZE.pack(numbers[0])
    differences = (numbers[0], *(after - before for before, after in pairwise(numbers)))
    return dumps(differences if len(numbers) < _FEW else array("I", differences), 3)[2:-1]


def _weights(weights: list[float]) -> bytes:
    """Pickled frequencies, a byte each where they fit; nothing where all are one."""
    if max(weights) == 1.0 == min(weights):
        return b"N"
    if max(weights) < 256:
        return _pickled(bytes(map(int, weights)))
    return dumps(tuple(weights), 3)[2:-1]
