"""What a reader of one file format promises, and the words for what cannot be read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.events import Skipped
from index.models import Origin, Raw
from index.sources.limits import limits

HANDED_OUT = 4_000_000
"""Bytes of an item that is handed out unread at most. Some jobs are under way at once: memory stays bounded."""
HEAD = 65_536
"""Bytes of a file that a reader sees before it decides; the whole file where there are fewer."""

NOT_AN_ARTICLE = "not an article file"
EMPTY = "empty"
NOT_TEXT = "not text"

DAMAGED = "damaged"
ENCRYPTED = "encrypted"

_UNFIT_IN_KEYS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_LONGEST_KEY = 500

Item = Raw | Skipped
Parse = Callable[[bytes, Origin, float | None], Iterator[Item]]
"""Bytes, where they stand and the time of their file → the items in them."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Items of a container still as they stand there: whoever cleans them reads them first, in any process."""

    parse: Parse
    """At module level, or a partial of such a function: it can be sent to a worker. Raises nothing but OSError."""
    data: bytes
    origin: Origin
    modified: float | None

    def items(self) -> Iterator[Item]:
        """What stands in the bytes."""
        try:
            yield from self.parse(self.data, self.origin, self.modified)
        except OSError as problem:
            yield Skipped(str(self.origin), reason_of(problem))


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format. Its functions are plain and at module level, so that a worker process can be handed a reader."""

    name: str
    """In words for the user: `text`, `JSON lines`."""
    suffixes: tuple[str, ...]
    """In lower case, with the dot."""
    recognises: Callable[[bytes, str], bool]
    """Called with the first `HEAD` bytes of a file and its suffix in lower case. Never raises."""
    read: Callable[[Path], Iterator[Item]]
    """The items of a file, one after the other, in bounded memory. May raise OSError and nothing else: what is wrong
    with an item is a `Skipped`. Called in the main process or in a worker, never from two threads for one file."""
    many: bool = False
    """True for a container of items: it is read in the main process and its items are handed out in batches."""
    largest: Callable[[], int] | None = None
    """Bytes above which a file is skipped for its size alone; None for what is read piece by piece. Told before the
    file is read for its hash."""
    parse: Parse | None = None
    """The same as `read` for bytes that are here already, no more than `largest`, and the time of their file: spares
    the members of an archive a file each."""
    within: Callable[[Path, int], Iterator[Item]] | None = None
    """The same as `read` for formats that hold files in turn, with how many containers stand around this one: what is
    nested too deep is named and not opened."""
    unread: Callable[[Path], Iterator[Item | Unread]] | None = None
    """The same as `read` for a container of what takes long to read, such as web pages, which it hands out unread."""


def reason_of(error: OSError) -> str:
    """Why the system did not let a file be read, in words for the user."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "no longer there"
    return (error.strerror or type(error).__name__).lower()


def too_large(most: int = 0) -> str:
    """The words for an item above the limit of this process, or above another one."""
    return f"larger than {(most or limits().item) / 1_000_000:g} MB"


def item_limit() -> int:
    """Bytes of one item at most, in this process: what most formats have as `Reader.largest`."""
    return limits().item


def read_whole(path: Path, parse: Parse, most: int) -> Iterator[Item]:
    """What a format makes of all bytes of a file, unless they are more than `most`. May raise OSError."""
    with path.open("rb") as file:
        data, modified = file.read(most + 1), os.fstat(file.fileno()).st_mtime
    if len(data) > most:
        yield Skipped(str(path), too_large(most))
    else:
        yield from parse(data, Origin(str(path)), modified)


def needs(extra: str) -> str:
    """The words for a format whose library is not installed: the line to type."""
    return f"needs: pip install 'nutgraf[{extra}]'"


def unique_key(name: str, number: int, keys: set[str]) -> str:
    """A name fit to be the key of an item inside a file, and no other's: a second one gets its number beside it."""
    key = _UNFIT_IN_KEYS.sub(" ", name).strip()[:_LONGEST_KEY] or str(number)
    if key in keys:
        key = f"{key}@{number}"
    keys.add(key)
    return key
