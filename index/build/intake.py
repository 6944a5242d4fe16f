"""From files to stored articles: only what changed is opened, workers do the work, batches are one transaction each."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from time import monotonic

from index.build.derive import Outcome
from index.build.jobs import Changed, Part, is_outdated, parts
from index.build.place import Verdict, place
from index.build.workers import Workers
from index.events import Counts, Event, Folded, Progress, Skipped, Updated
from index.sources.walk import Found, walk
from index.store.files import FileState
from index.store.stores import Stores

A_BATCH = 200
"""Articles in one transaction."""
A_WHILE = 2.0
"""Seconds after which fewer are stored, too: a book may take one, and who looks on, or stops, wants what is there."""
A_LOOK = 500
"""Files whose state is asked for at once."""


class Intake:
    """One run over some paths. Single use."""

    def __init__(self, stores: Stores, paths: Sequence[Path], anew: bool) -> None:
        self._stores, self._anew = stores, anew
        self._roots = [os.path.abspath(path) for path in paths]  # noqa: PTH100  # resolve() would follow links
        self._tally: Counter[str] = Counter()
        self._batch: list[Part] = []
        self._stored = monotonic()
        """When the last batch was."""
        self._seen: set[str] = set()
        """Every file that the walk met."""
        self._keys: set[str] = set()
        """Items met so far in the file that is being stored."""
        self._reason = ""
        """Of the first item skipped in it."""
        self._done = 0
        self._placed: list[Updated | Folded] = []
        """Articles of the last batch that are worth a word."""

    @property
    def counts(self) -> Counts:
        """What became of everything so far."""
        return Counts(**self._tally)

    def run(self, workers: Workers, cancelled: Callable[[], bool]) -> Iterator[Event]:
        """Stores what is new or changed, and notes what is gone once everything was seen."""
        changed: list[Changed] = []
        for event in self._survey(changed):
            self._tally["skipped"] += 1
            yield event
        for part in parts(changed, workers, cancelled):
            yield from self._take(part, len(changed))
        yield from self._store()
        if not cancelled():
            self._note_gone()

    def _survey(self, changed: list[Changed]) -> Iterator[Skipped]:
        """Looks at every file's size, time and inode; opens none."""
        every = walk([Path(root) for root in self._roots])
        while some := list(islice(every, A_LOOK)):
            states = self._stores.files.states([each.path for each in some if isinstance(each, Found)])
            yield from self._told_apart(some, states, changed)

    def _told_apart(
        self, some: Sequence[Found | Skipped], states: Mapping[str, FileState], changed: list[Changed]
    ) -> Iterator[Skipped]:
        for found in some:
            if isinstance(found, Skipped):
                yield found
                continue
            self._seen.add(found.path)
            state = states.get(found.path)
            if self._anew or state is None:
                changed.append((found, ""))
            elif not state.like(found.size, found.mtime_ns, found.inode) or is_outdated(state.hash):
                changed.append((found, state.hash))
            elif state.reason:
                yield from self._told_again(state)
            else:
                self._tally["unchanged"] += 1

    def _told_again(self, state: FileState) -> list[Skipped]:
        """What was skipped in a file that is as it was."""
        self._tally["unchanged"] += self._stores.files.has_articles(state.path)
        return self._stores.files.skipped(state)

    def _take(self, part: Part, files: int) -> Iterator[Event]:
        skipped = [outcome for outcome in self._outcomes(part) if isinstance(outcome, Skipped)]
        self._tally["skipped"] += len(skipped)
        self._tally["unchanged"] += part.outcomes is None and not skipped  # else it was counted as it was told again
        yield from skipped
        self._batch.append(part)
        self._done += len(part.outcomes or ())
        articles = sum(len(part.outcomes or ()) for part in self._batch)
        if articles >= A_BATCH or (articles and monotonic() - self._stored >= A_WHILE):
            yield from self._store()
        yield Progress("reading", self._done, max(files, self._done) if files > 1 else None)

    def _outcomes(self, part: Part) -> Sequence[Outcome]:
        """What a part holds; of a file that is as it was, what was skipped in it then."""
        if part.outcomes is not None:
            return part.outcomes
        state = self._stores.files.state(part.found.path)
        return self._told_again(state) if state and state.reason else []

    def _store(self) -> Sequence[Updated | Folded]:
        """Writes the batch, all of it or nothing."""
        batch, self._batch = self._batch, []
        with self._stores.database.transaction() as connection:
            for part in batch:
                self._store_items(part, connection)
                if part.last:
                    self._finish(part, connection)
        self._stored = monotonic()
        placed, self._placed = self._placed, []
        return placed

    def _store_items(self, part: Part, connection: sqlite3.Connection) -> None:
        if part.outcomes is not None and part.hash and not self._keys and not self._reason:  # the first of its file
            self._stores.files.forget_skipped(connection, part.found.path)
        skipped = [item for item in part.outcomes or () if isinstance(item, Skipped)]
        self._stores.files.put_skipped(connection, part.found.path, skipped if part.hash else ())
        self._reason = self._reason or next((item.reason for item in skipped), "")
        for item in part.outcomes or ():
            if not isinstance(item, Skipped):
                self._count(place(self._stores, connection, item, anew=self._anew))
                self._keys.add(item.article.origins[0].key)

    def _count(self, verdict: Verdict) -> None:
        if isinstance(verdict, str):
            self._tally[verdict] += 1
        else:
            self._tally["updated" if isinstance(verdict, Updated) else "folded"] += 1
            self._placed.append(verdict)

    def _finish(self, part: Part, connection: sqlite3.Connection) -> None:
        """A file was read to its end: what it held before and holds no longer is let go."""
        keys, self._keys = self._keys, set()
        reason, self._reason = self._reason, ""
        path, files = part.found.path, self._stores.files
        if part.outcomes is not None and part.hash:
            self._tally["gone"] += files.forget(connection, path, sorted(files.keys(path).keys() - keys))
        if part.hash:
            found, state = part.found, files.state(path) if part.outcomes is None else None
            reason = state.reason if state else reason
            files.put(connection, FileState(path, found.size, found.mtime_ns, found.inode, part.hash, reason))

    def _note_gone(self) -> None:
        """Lets go of files that are no longer there. A folder missing whole may be a drive that is not mounted."""
        files = self._stores.files
        missing = [
            path
            for root in self._roots
            for path in files.known_below(root)
            if path not in self._seen and (Path(root).exists() or path == root) and _is_gone(path)
        ]
        with self._stores.database.transaction() as connection:
            for path in dict.fromkeys(missing):
                self._tally["gone"] += files.forget(connection, path, sorted(files.keys(path)))
                files.drop(connection, path)


def _is_gone(path: str) -> bool:
    """True when there surely is no such file; a folder that may not be entered says nothing."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
