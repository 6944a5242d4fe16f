"""How much of a file is looked at: what keeps time and memory bounded, whatever somebody put into an archive.

The values belong to a process: the front end sets them once from the user's settings, and hands them to each worker
process when it starts. They travel no other way, so that a reader stays a plain function of a path.
"""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The table `[limits]` of the settings, with its defaults."""

    item: int = 10 * _MB
    """Bytes of one item, and of one line of a data set. A long novel has a tenth of that."""
    entries: int = 1_000_000
    """Entries of one archive; each costs half a kilobyte of memory while the archive is read."""
    unpacked: int = 20_000 * _MB
    """Bytes that one archive may unpack to, all its members together."""
    ratio: int = 200
    """How many times its packed size a member or an archive may become. News text packs to a fifth, repetitive
    records to a fiftieth; a bomb has a thousand and more. What unpacks to less than `item` is never held against it."""
    pages: int = 500
    """Pages of one PDF. A book in print has fewer, and each page costs a twentieth of a second."""
    letters: int = 100_000
    """Letters of one page of a PDF. A broadsheet has a third of that."""
    nesting: int = 2
    """Archives in archives: 2 reads a zip in a zip, 1 only the outer one."""


_current = Limits()


def limits() -> Limits:
    """The limits of this process."""
    return _current


def configure(chosen: Limits) -> None:
    """Sets the limits of this process; for the front end at its start, and for a worker's initializer."""
    global _current
    _current = chosen
