"""Long work: its events as they happen, and the report at its end."""

from __future__ import annotations

import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

import click

from index.cli.output import on_one_line, record, say, show, talks_to_a_terminal
from index.errors import LibraryError, UsageError
from index.events import Counts, Event, Finished, Folded, Progress, Skipped, Updated
from index.library import Library

SOME_SKIPPED, STOPPED = 1, 130
NAMES_SHOWN = 10
"""Items that are named for each reason; `--json` names them all."""
_TOLD = (
    ("read", "read"), ("updated", "updated"), ("unchanged", "unchanged"), ("folded", "already there, folded"),
    ("gone", "gone from their files, kept"), ("skipped", "skipped"),
)  # fmt: skip

Cancelled = Callable[[], bool]


def must_exist(paths: Sequence[Path]) -> None:
    """Raises `UsageError` for a path that is not there, before anything is opened or made."""
    for path in paths:
        try:
            path.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise UsageError(f"there is no file or folder {path}", subject=path) from None
        except (OSError, ValueError):
            continue  # it is there or cannot be looked at; the run says why it is skipped


def back_up(library: Library) -> None:
    """The day's copy of what the user did; that it cannot be written is told and stops nothing."""
    try:
        library.back_up()
    except LibraryError as problem:
        say(on_one_line(str(problem)))


def suggest(library: Library) -> None:
    """Says once how a library that has grown big is searched faster."""
    if better := library.better_engine():
        say(better)


def follow(start: Callable[[Cancelled], Iterator[Event]], as_json: bool) -> int:
    """Runs long work to its end and returns the exit code. Ctrl-C stops it in good order; what was stored stays."""
    named = _Named()
    last = Finished(Counts(), 0.0, cancelled=True)
    with _stopped_by_the_user() as cancelled:
        for event in start(cancelled):
            named.take(event)
            if isinstance(event, Finished):
                last = event
            _tell(event, as_json)
    if not as_json:
        _report(last, named)
    if cancelled():
        return STOPPED
    return SOME_SKIPPED if named.skipped else 0


@dataclass(slots=True)
class _Named:
    """What is named at the end of a run: of each reason the first few, so that memory stays flat."""

    skipped: dict[str, list[str]] = field(default_factory=dict)
    updated: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    """Of each reason."""

    def take(self, event: Event) -> None:
        """Keeps the name of an item that is worth one."""
        if isinstance(event, Skipped):
            self.count[event.reason] += 1
            _keep(self.skipped.setdefault(event.reason, []), event.origin)
        elif isinstance(event, Updated):
            _keep(self.updated, event.origin)
        elif isinstance(event, Folded):
            _keep(self.folded, f"{event.origin} → {event.into}" + (f" ({event.remark})" if event.remark else ""))

    def groups(self, counts: Counts) -> Iterator[tuple[str, int, list[str]]]:
        """Words, how many, and the first of their names: the reasons last, the commonest first."""
        yield "updated", counts.updated, self.updated
        yield "already there, folded", counts.folded, self.folded
        for reason, number in sorted(self.count.items(), key=lambda each: (-each[1], each[0])):
            yield reason, number, self.skipped[reason]


def _keep(names: list[str], name: str) -> None:
    if len(names) < NAMES_SHOWN:
        names.append(name)


def check(library: Library, as_json: bool) -> int:
    """Everything that is wrong with a library; nothing if all is well. What the index has yet to follow is no fault."""
    catch_up(library)
    wrong = 0
    for problem in library.check():
        wrong += 1
        if as_json:
            record({"subject": problem.subject, "reason": problem.reason})
        else:
            show(f"{on_one_line(problem.subject)}: {on_one_line(problem.reason)}")
    counts = library.counts()
    if wrong:
        say(f"{_many(wrong, 'problem')}; nutgraf rebuild makes anew what can be made anew")
    else:
        say(f"all well: {_many(counts.articles, 'article')} in {_many(counts.stories, 'story', 'stories')}")
    return SOME_SKIPPED if wrong else 0


def prune(library: Library, yes: bool) -> int:
    """Removes the articles that are gone, once the user has said so."""
    gone = library.gone()
    for row in gone:
        say(f"  {on_one_line(row.title)}  {on_one_line(str(row.origin))}")
    if not gone:
        say("no article is gone from its files")
        return 0
    if not yes and not click.confirm(f"Remove {_many(len(gone), 'article')} from the library?", err=True):
        return STOPPED
    say(f"removed {_many(library.prune(), 'article')}")
    catch_up(library)
    return 0


def catch_up(library: Library) -> None:
    """Does what an earlier run left undone, so that nobody is answered from a stale index.

    What hinders it (another process that writes, a full disk) is told, and the answer comes from what there is.
    """
    if library.behind():
        with _stopped_by_the_user() as cancelled:
            try:
                for event in library.catch_up(cancelled=cancelled):
                    _tell(event, as_json=False)
            except LibraryError as problem:
                say(f"not everything is up to date: {on_one_line(str(problem))}")


@contextmanager
def _stopped_by_the_user() -> Iterator[Cancelled]:
    """A flag that Ctrl-C sets; a second Ctrl-C interrupts at once, as ever."""
    flag = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        flag.set()
        signal.signal(signal.SIGINT, before)

    if threading.current_thread() is not threading.main_thread():
        yield flag.is_set  # signals belong to the main thread
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield flag.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(event: Event, as_json: bool) -> None:
    if as_json:
        _record(event)
    elif talks_to_a_terminal():
        sys.stderr.write(_status(event))
        sys.stderr.flush()


def _record(event: Event) -> None:
    if isinstance(event, Progress):
        record({"event": "progress", "stage": event.stage, "done": event.done, "total": event.total})
    elif isinstance(event, Skipped):
        record({"event": "skipped", "origin": event.origin, "reason": event.reason})
    elif isinstance(event, Updated | Folded):
        record({"event": "updated" if isinstance(event, Updated) else "folded", **asdict(event)})
    else:
        figures = {"seconds": round(event.seconds, 3), "cancelled": event.cancelled}
        record({"event": "finished", **asdict(event.counts), **figures})


def _status(event: Event) -> str:
    """One line that is written over by the next; the last one wipes it out."""
    if not isinstance(event, Progress):
        return "\r\x1b[K" if isinstance(event, Finished) else ""
    total = f" of {event.total:,}" if event.total is not None else ""
    return f"\r\x1b[K{event.stage} {event.done:,}{total}"


def _report(last: Finished, named: _Named) -> None:
    counts = asdict(last.counts)
    told = [f"{counts[name]:,} {words}" for name, words in _TOLD if counts[name]]
    say(", ".join(told or ["nothing to read"]) + f" ({last.seconds:.1f} s)")
    for words, number, names in named.groups(last.counts):
        if number:
            say(f"  {number:,} × {on_one_line(words)}")
        for name in names:
            say(f"      {on_one_line(name)}")
        if number > len(names):
            say(f"      … and {number - len(names):,} more")
    if last.cancelled:
        say("stopped; what was read so far is kept")


def _many(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"
