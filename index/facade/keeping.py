"""Keeping what the user did: taking it elsewhere, bringing it back, dated copies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import UsageError
from index.facade.marking import Marking

if TYPE_CHECKING:
    from index.excerpts import Excerpt
    from index.marks import Imported

KIND = "nutgraf reading state"


class Keeping(Marking):
    """Export, import and backups of reading.db."""

    today: Callable[[], date] = staticmethod(date.today)
    """The day that backups are named after."""

    def state(self) -> dict[str, Any]:
        """Everything the user did, as JSON takes it: marks, tags, places, highlights, searches, what stories hold."""
        from index.store.state import read_state

        made = datetime.now(UTC).isoformat(timespec="seconds")
        return {"kind": KIND, "version": 1, "made": made, **read_state(self._stores.database.connection)}

    def import_state(self, file: Path) -> Imported:
        """Adds the state of a JSON export or of a backup to what is here; nothing is taken away, twice does no harm.

        Raises `UsageError` for a file that holds no such thing.
        """
        from index.store.pending import touched
        from index.store.state import read_backup, write_state

        state = read_backup(file) if file.suffix == ".db" else _read(file)
        with self._stores.database.marking() as connection:
            done = write_state(connection, state)
            tagged = {row["article"]: None for name in ("reading", "highlights") for row in state.get(name, ())}
            touched(connection, tagged)
        return done

    def excerpts(self) -> Iterator[Excerpt]:
        """Highlights and notes with their articles and places: articles in the order of their last mark."""
        from index.excerpts import excerpts

        return excerpts(self._stores)

    def back_up(self) -> Path | None:
        """Makes the day's copy of reading.db unless there is one; the last seven are kept. 10 ms for 10 MB.

        Raises `LibraryError` where it cannot be written.
        """
        from index.store.backups import back_up

        return back_up(self._stores.database.folder, self.today())

    def backups(self) -> list[Path]:
        """The copies that there are, the latest first."""
        from index.store.backups import backups

        return backups(self._stores.database.folder)


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as problem:
        raise UsageError(f"{file} cannot be read: {problem}", subject=file) from problem
    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise UsageError(f"{file} is no export of reading state", subject=file)
    if found.get("version") != 1:
        raise UsageError(f"{file} was written by a newer Nutgraf; please update", subject=file)
    return found
