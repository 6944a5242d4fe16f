"""Who does the work of a build: the executor that the caller gave, or this thread, or processes of our own."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import redirect_stderr
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

from index.sources.limits import Limits, configure, limits

P = ParamSpec("P")
T = TypeVar("T")

AHEAD = 12
"""Jobs under way at once: enough to keep the workers busy, few enough to keep memory flat."""
FEW_JOBS = 2
"""Up to so many jobs are done in this thread: starting processes takes longer."""


class Inline(Executor):
    """An executor that does the work at once, in the caller's thread: a few files are not worth a process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as problem:  # the contract of a future: it carries whatever was raised
            future.set_exception(problem)
        return future


class Workers:
    """The executor of one build. Processes are started when a stage has enough to do, and serve the later stages."""

    def __init__(self, given: Executor | None = None) -> None:
        self._given = given
        self._own: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._own is not None:
            self._own.shutdown(wait=True, cancel_futures=True)

    def fit_for(self, jobs: int) -> Executor:
        """The executor for a stage of at least so many jobs."""
        if self._given is None and jobs <= FEW_JOBS:
            return Inline()
        if self._given is None and self._own is None:
            self._own = _processes()
        return self._given or self._own or Inline()


def ahead(calls: Iterator[Callable[[], T]], cancelled: Callable[[], bool]) -> Iterator[T]:
    """The results of calls, in order. Each step of `calls` starts some work and gives what waits for its result;
    a bounded number of them is taken ahead of the caller, so that the workers are never idle.
    """
    waiting: deque[Callable[[], T]] = deque()
    while not cancelled():
        waiting.extend(islice(calls, AHEAD - len(waiting)))
        if not waiting:
            return
        yield waiting.popleft()()


def _processes() -> ProcessPoolExecutor:
    """One a core. Spawned, not forked: the app has threads, and a fork would copy their locks.

    multiprocessing hands the number of the file behind standard error to a helper process; what Textual puts there
    while the app runs has -1 for it, which ends in a ValueError.
    """
    with redirect_stderr(sys.__stderr__):
        return ProcessPoolExecutor(
            os.cpu_count(), mp_context=get_context("spawn"), initializer=_begin, initargs=(limits(),)
        )


def _begin(parents: Limits) -> None:
    """A worker reads under its parent's limits; and as it would wait for work for ever, it ends with it."""
    configure(parents)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers itself
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=[parent], daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
