"""The user's last steps, each with what undoes it, in reading.db: undo works after a restart, too."""

from __future__ import annotations

import json
import sqlite3
import threading
import uuid
from dataclasses import dataclass
from typing import Any

from index.store.database import Database

KEPT = 200
"""Steps that can be undone."""
Operation = tuple[str, Any]
"""What undoes a part of a step: a name, and what it takes, as JSON. The façade answers to it with a method
`_undo_NAME`, which must not write to the journal."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the user's."""

    number: int
    words: str
    """What was done, for the notice."""
    inverse: tuple[Operation, ...]

    @property
    def of_stories(self) -> bool:
        """True where stories were put together or apart: they are to be read anew."""
        return any(name == "arranged" for name, _ in self.inverse)


class JournalStore:
    """Steps, the newest last. Each running copy undoes its own steps first, and never those of a copy beside it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.one_at_a_time = threading.Lock()
        """Held while a step is taken back: of two threads the second takes the step before."""
        self._session = uuid.uuid4().hex
        self._began = self._last()

    def _last(self) -> int:
        found = self._database.connection.execute("SELECT max(number) FROM reading.journal").fetchone()[0]
        return int(found or 0)

    def add(self, connection: sqlite3.Connection, words: str, *inverse: Operation) -> None:
        """Writes down a step within the transaction that makes it; the oldest ones go."""
        (number,) = connection.execute(
            "INSERT INTO reading.journal (session, words, inverse) VALUES (?, ?, ?) RETURNING number",
            (self._session, words, json.dumps(inverse, ensure_ascii=False)),
        ).fetchone()
        connection.execute("DELETE FROM reading.journal WHERE number <= ?", (number - KEPT,))

    def newest(self) -> Step | None:
        """The step to undo next: of this session, then those made before it began. None when there is none."""
        found = self._database.connection.execute(
            "SELECT number, words, inverse FROM reading.journal WHERE session = ? OR number <= ?"
            " ORDER BY session = ? DESC, number DESC LIMIT 1",
            (self._session, self._began, self._session),
        ).fetchone()
        if found is None:
            return None
        number, words, inverse = found
        return Step(number, words, tuple((name, argument) for name, argument in json.loads(inverse)))

    @staticmethod
    def drop(connection: sqlite3.Connection, step: Step) -> bool:
        """Takes a step out; False when another copy has undone it meanwhile."""
        return connection.execute("DELETE FROM reading.journal WHERE number = ?", (step.number,)).rowcount > 0
