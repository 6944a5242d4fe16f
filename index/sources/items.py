"""The items of some files, read in this process: for what needs no library, or looks at one file again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.events import Skipped
from index.sources.pick import pick
from index.sources.port import Item, reason_of
from index.sources.walk import Found, walk


def items(paths: Sequence[Path]) -> Iterator[Item]:
    """Every item at or under the paths, and a reason for everything that is none. Raises nothing."""
    for found in walk(paths):
        if isinstance(found, Skipped):
            yield found
        else:
            yield from _read(found)


def _read(found: Found) -> Iterator[Item]:
    reader = pick(found)
    if isinstance(reader, Skipped):
        yield reader
        return
    try:
        yield from reader.read(Path(found.path))
    except OSError as problem:
        yield Skipped(found.path, reason_of(problem))
