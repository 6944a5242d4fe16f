"""One writer at a time: the lock of an index, and who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryBusy
from index.search.folder import LOCK, check, sign, writer


@contextmanager
def alone(folder: Path, patience: float) -> Iterator[None]:
    """Keeps every other writer out, those of other processes included; readers go on. The system frees the lock of a
    process that dies.

    Waits `patience` seconds, then raises `LibraryBusy` with who is writing; `LibraryError` for a folder that others may
    write, `OSError` where it cannot be used.
    """
    from whoosh.util.filelock import FileLock, try_for

    check(folder)
    lock = FileLock(str(folder / LOCK))
    if not try_for(lock.acquire, timeout=patience, delay=0.1):
        raise LibraryBusy(f"{writer(folder) or 'another process'} is writing to the search index", subject=folder)
    try:
        sign(folder)
        yield
    finally:
        lock.release()
