"""The changed files as jobs for workers, and what comes back as parts of files, in the order of the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from index.build.derive import FileJob, FileResult, Outcome, content_hash, derive_all, derive_files
from index.build.workers import FEW_JOBS, Workers, ahead
from index.events import Skipped
from index.sources.limits import limits
from index.sources.pick import pick
from index.sources.port import Item, Reader, Unread, reason_of, too_large
from index.sources.walk import Found

FILES_A_JOB, ITEMS_A_JOB, BYTES_A_JOB = 8, 32, 4_000_000

_UNREAD = "above the limits of "

Changed = tuple[Found, str]
"""A file to be read, and the hash of its content when it was read last (empty: read it in any case)."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some outcomes of one file."""

    found: Found
    hash: str
    """Of the file's content; empty when it could not be read."""
    outcomes: Sequence[Outcome] | None
    """None when the content is as it was last time."""
    last: bool = True
    """True when nothing more of this file comes."""


@dataclass(frozen=True, slots=True)
class FilesJob:
    """Files with one article each: the worker reads them, too."""

    files: Sequence[FileJob]

    def start(self, executor: Executor) -> Future[list[FileResult]]:
        return executor.submit(derive_files, self.files)

    def parts(self, results: list[FileResult]) -> Iterator[Part]:
        for job, result in zip(self.files, results, strict=True):
            yield Part(job.found, result.hash, result.items)


@dataclass(frozen=True, slots=True)
class ItemsJob:
    """Some items of a container, which is read in this process as far as it must be."""

    found: Found
    hash: str
    items: Sequence[Item | Unread]
    last: bool

    def start(self, executor: Executor) -> Future[list[Outcome]]:
        return executor.submit(derive_all, self.items)

    def parts(self, outcomes: list[Outcome]) -> Iterator[Part]:
        yield Part(self.found, self.hash, outcomes, self.last)


Job = FilesJob | ItemsJob | Part
"""A part among the jobs is one that needed no work."""


def unread() -> str:
    """What stands for the hash of a file that was too large to be read at all. It holds as long as the limits do."""
    return f"{_UNREAD}{limits()}"


def is_outdated(content: str) -> bool:
    """True for the hash of a file that was not read under limits that are others now."""
    return content.startswith(_UNREAD) and content != unread()


def parts(changed: Iterable[Changed], workers: Workers, cancelled: Callable[[], bool]) -> Iterator[Part]:
    """Reads, cleans and ranks files, a bounded number of jobs ahead of the caller."""
    jobs = _jobs(changed)
    first = list(islice(jobs, FEW_JOBS + 1))
    executor = workers.fit_for(len(first))
    for some in ahead((_started(job, executor) for job in chain(first, jobs)), cancelled):
        yield from some


def _started(job: Job, executor: Executor) -> Callable[[], Iterable[Part]]:
    """A call that waits for the job's result and gives its parts."""
    if isinstance(job, Part):
        return lambda: [job]
    if isinstance(job, FilesJob):
        files = job.start(executor)
        return lambda: job.parts(files.result())
    items = job.start(executor)
    return lambda: job.parts(items.result())


def _jobs(changed: Iterable[Changed]) -> Iterator[Job]:
    files: list[FileJob] = []
    for found, known_hash in changed:
        reader = pick(found)
        if isinstance(reader, Skipped):
            yield Part(found, "", [reader])
        elif reader.largest and found.size > reader.largest():
            told = Skipped(found.path, too_large(reader.largest()))
            yield Part(found, unread(), None if known_hash == unread() else [told])
        elif reader.many:
            yield from _container(found, reader, known_hash)
        else:
            files.append(FileJob(found, reader, known_hash))
            if len(files) == FILES_A_JOB:
                yield FilesJob(files)
                files = []
    if files:
        yield FilesJob(files)


def _container(found: Found, reader: Reader, known_hash: str) -> Iterator[Job]:
    """The items of a container in portions. One that breaks off is not marked as read, so that the next run tries."""
    try:
        digest = content_hash(found.path)
        if digest == known_hash:
            yield Part(found, digest, None)
            return
        portion: list[Item | Unread] = []
        for following in _portions((reader.unread or reader.read)(Path(found.path))):
            if portion:
                yield ItemsJob(found, digest, portion, last=False)
            portion = following
        yield ItemsJob(found, digest, portion, last=True)
    except OSError as problem:
        yield Part(found, "", [Skipped(found.path, reason_of(problem))])


def _portions(items: Iterable[Item | Unread]) -> Iterator[list[Item | Unread]]:
    """Some items each, fewer where they are large."""
    portion: list[Item | Unread] = []
    size = 0
    for item in items:
        portion.append(item)
        size += _size(item)
        if len(portion) == ITEMS_A_JOB or size > BYTES_A_JOB:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _size(item: Item | Unread) -> int:
    """About how many bytes an item holds."""
    if isinstance(item, Unread):
        return len(item.data)
    return 0 if isinstance(item, Skipped) else len(item.text) + sum(len(block.text) for block in item.blocks)
