"""What a reader of one file format promises, and the words for what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.events import Skipped
from index.models import Raw

LARGEST = 10_000_000
"""Bytes of one item. A long novel has a tenth of that; what is larger is no article and would cost memory."""

HEAD = 65_536
"""Bytes of a file that a reader sees before it decides; the whole file where there are fewer."""

NOT_AN_ARTICLE = "not an article file"
EMPTY = "empty"
NOT_TEXT = "not text"
TOO_LARGE = f"larger than {LARGEST // 1_000_000} MB"

Item = Raw | Skipped


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


def reason_of(error: OSError) -> str:
    """Why the system did not let a file be read, in words for the user."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "no longer there"
    return (error.strerror or type(error).__name__).lower()
