"""The columns of one Whoosh segment, each read as a whole: Whoosh reads one value at a time, which takes 50 times as
long."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import LENGTHS_COLUMN


def lengths(leaf: Any, field: str) -> NDArray[np.uint8]:
    """The length of each document's text, in a byte each as Whoosh codes it."""
    return _fixed(leaf._perdoc._cached_reader(f"_{field}_len", LENGTHS_COLUMN), np.dtype("u1"), leaf.doc_count_all())


def numbers(leaf: Any, name: str) -> NDArray[np.int32]:
    """A column of signed integers; 0 where a document has none."""
    column = leaf.column_reader(name, translate=False)
    return _fixed(column, np.dtype(">i4"), leaf.doc_count_all()).astype(np.int32)


def _fixed(column: Any, kind: np.dtype[Any], count: int) -> NDArray[Any]:
    """Values of one size; Whoosh leaves the defaults at the end out."""
    known = min(count, column._count) if column is not None else 0
    data = bytes(column._dbfile.get(column._basepos, known * kind.itemsize)) if known else b""
    return np.frombuffer(data.ljust(count * kind.itemsize, b"\0"), kind)


def texts(leaf: Any, name: str) -> list[str]:
    """A column of texts of any length."""
    column = leaf.column_reader(name, translate=False)
    ends = list(accumulate(column._lengths, initial=0))
    data = bytes(column._dbfile.get(column._basepos, ends[-1])) if ends[-1] else b""
    return [str(data[start:end], "utf-8") for start, end in pairwise(ends)]


def codes(leaf: Any, name: str) -> tuple[list[str], NDArray[np.uint16]]:
    """A column of few different texts: these texts, and for each document the number of its own."""
    column = leaf.column_reader(name, translate=False)
    count = leaf.doc_count_all()
    data = bytes(column._dbfile.get(column._basepos, count * column._itemsize))
    refs = np.frombuffer(data, np.dtype(f">u{column._itemsize}")).astype(np.uint16)
    return [str(value, "ascii", "replace") for value in column._uniques], refs
