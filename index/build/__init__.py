"""The way of all articles into the library, as one generator of events.

    walk ─► changed files ─► workers: read, clean, rank ─► store, a batch a transaction      intake
         ─► stories of what changed                                                          group
         ─► the search index follows                                                         follow

A stop at any moment leaves a smaller whole library, the stories of the last complete run, and an index that
catches up at the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from index.build.follow import Index, follow
from index.build.group import group
from index.build.intake import Intake
from index.build.workers import Workers
from index.events import Event, Finished, Progress
from index.store.stores import Stores

EVERY = 0.05
"""Seconds between two progress events: more would cost a front end more than the work itself."""


@dataclass(slots=True)
class Throttle:
    """Lets progress pass at most every `EVERY` seconds, and every other event at once."""

    clock: Callable[[], float] = time.monotonic
    last: float = float("-inf")

    def passes(self, event: Event) -> bool:
        """True when an event should go on to the front end."""
        if not isinstance(event, Progress):
            return True
        if event.done != event.total and self.clock() - self.last < EVERY:
            return False
        self.last = self.clock()
        return True


def build(
    stores: Stores,
    index: Index,
    paths: Sequence[Path],
    *,
    executor: Executor | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    anew: bool = False,
) -> Iterator[Event]:
    """Brings the library up to date with the files at or below `paths`.

    `anew` reads unchanged files too and groups all articles afresh. Without an executor a handful of files is done in
    this thread and more in processes of our own. Yields `Progress`, `Skipped`, `Updated`, `Folded`, and last
    `Finished`. Raises `LibraryError` when the library cannot be written.
    """
    began, throttle = time.monotonic(), Throttle()
    intake = Intake(stores, paths, anew)
    with Workers(executor) as workers:
        stages = (
            intake.run(workers, cancelled),
            group(stores, anew, workers, cancelled),
            follow(stores, index, cancelled),
        )
        for stage in stages:
            if not cancelled():
                yield from filter(throttle.passes, stage)
    yield Finished(intake.counts, time.monotonic() - began, cancelled())
