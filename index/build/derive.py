"""What follows from one item, and the jobs that workers do: pure for each file, so they run in any process.

Raw ─ clean ─► Article ─ rank ─► Ranking ─ features ─► Derived
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.clean.altered import altered
from index.clean.article import clean
from index.clean.identity import text_key
from index.clean.spaces import unmarked
from index.events import Skipped
from index.models import READ, Raw
from index.sources.port import Item, Reader, Unread, reason_of
from index.sources.walk import Found
from index.store.articles import Derived
from index.stories.features import features
from index.summarise.article import rank

Outcome = Derived | Skipped


@dataclass(frozen=True, slots=True)
class FileJob:
    """A file to be read, cleaned and ranked in a worker."""

    found: Found
    reader: Reader
    known_hash: str
    """Hash of the content when it was read last; the file is left alone when it still has it."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of a file."""

    hash: str
    items: tuple[Outcome, ...] | None
    """None when the content is as it was."""


def derive_files(jobs: Sequence[FileJob]) -> list[FileResult]:
    """Does file jobs, one after the other."""
    return [_derive_file(job) for job in jobs]


def derive_all(items: Iterable[Item | Unread]) -> list[Outcome]:
    """Reads, cleans and ranks items that a container held; what was skipped before stays so."""
    read = (each for item in items for each in (item.items() if isinstance(item, Unread) else (item,)))
    return [item if isinstance(item, Skipped) else derive(item) for item in read]


def derive(raw: Raw) -> Outcome:
    """Cleans and ranks one item."""
    try:
        article = clean(raw)
        if isinstance(article, Skipped):
            return article
        read = "\n".join(unmarked(block.text) for block in article.blocks if block.role in READ)
        ranking = rank(article, last=altered(article, raw))
        return Derived(article, text_key(read), ranking, features(article).to_json())
    except Exception as problem:  # an article that trips our own code must not end the run of a hundred thousand others
        logging.getLogger(__name__).exception("%s", raw.origin)
        return Skipped(str(raw.origin), f"an error of Nutgraf itself ({type(problem).__name__}); please report it")


def content_hash(path: str) -> str:
    """Hash of a file's content, in hexadecimal. Raises OSError."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _derive_file(job: FileJob) -> FileResult:
    try:
        digest = content_hash(job.found.path)
        if digest == job.known_hash:
            return FileResult(digest, None)
        return FileResult(digest, tuple(derive_all(job.reader.read(Path(job.found.path)))))
    except OSError as problem:
        return FileResult("", (Skipped(job.found.path, reason_of(problem)),))
