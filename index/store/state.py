"""All of reading.db as plain values, and back: for export, import, and what a backup holds."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.marks import Imported
from index.store.connection import look

Rows = list[dict[str, Any]]
State = dict[str, Rows]
"""Table → rows, each a value by column."""
_OF_THIS_LIBRARY = frozenset(("touched", "journal", "settings", "searched"))
"""Tables that mean nothing elsewhere: what an index has not followed, undo, sizes of panes, what was typed."""
_NAME = re.compile(r"[a-z_]+")


def tables(connection: sqlite3.Connection, schema: str = "reading") -> dict[str, list[str]]:
    """The tables that are worth taking along, with their columns."""
    names = connection.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' ORDER BY name")
    kept = [
        name for (name,) in names if _NAME.fullmatch(name) and name not in _OF_THIS_LIBRARY and name[:7] != "sqlite_"
    ]
    return {name: _columns(connection, schema, name) for name in kept}


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]


def read_state(connection: sqlite3.Connection, schema: str = "reading") -> State:
    """Everything the user did, in a stable order."""
    found: State = {}
    for table, columns in tables(connection, schema).items():
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {schema}.{table} ORDER BY 1, 2")
        found[table] = [_loaded(dict(zip(columns, row, strict=True))) for row in rows]
    return found


def read_backup(path: Path) -> State:
    """What a backup holds. Raises `UsageError` for a file that is none."""
    try:
        with closing(look(path, frozen=True)) as connection:
            state = read_state(connection, "main")
    except sqlite3.Error as problem:
        raise UsageError(f"{path} is no backup of what you read: {problem}", subject=path) from problem
    if "reading" not in state:
        raise UsageError(f"{path} is no backup of what you read", subject=path)
    return state


def write_state(connection: sqlite3.Connection, state: Mapping[str, Any]) -> Imported:
    """Adds state to what is there, within a transaction: nothing is taken away, and twice does no harm.

    Tags come together, a star or a read mark stays, a saved search of the same name stays as it is here. Raises
    `UsageError` for values that no reading state has.
    """
    try:
        counts = {table: _write(connection, table, columns, list(state.get(table, ()))) for table, columns in
                  tables(connection).items()}  # fmt: skip
    except (TypeError, ValueError, KeyError, AttributeError, sqlite3.IntegrityError, sqlite3.InterfaceError) as problem:
        raise UsageError(f"this is no reading state: {problem}") from problem
    query = "SELECT count(*) FROM json_each(?) s WHERE s.value NOT IN (SELECT id FROM main.articles)"
    articles = sorted({str(row["article"]) for table in ("reading", "highlights") for row in state.get(table, ())})
    (unknown,) = connection.execute(query, (json.dumps(articles),)).fetchone()
    return Imported(counts.get("reading", 0), counts.get("highlights", 0), counts.get("searches", 0), unknown)


def _write(connection: sqlite3.Connection, table: str, columns: Iterable[str], rows: Rows) -> int:
    written = 0
    for row in rows:
        values = {column: row[column] for column in columns if column in row}
        if table == "reading":
            values = _joined(connection, values)
        if table == "highlights" and _is_there(connection, values):
            continue
        values.pop("id", None)
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        verb = "REPLACE" if table == "reading" else "IGNORE"
        stored = [_stored(value) for value in values.values()]
        done = connection.execute(f"INSERT OR {verb} INTO reading.{table} ({names}) VALUES ({marks})", stored)
        written += done.rowcount
    return written


def _joined(connection: sqlite3.Connection, values: dict[str, Any]) -> dict[str, Any]:
    """What comes in together with what is here."""
    query = "SELECT read_at, starred, tags, place FROM reading.reading WHERE article = ?"
    found = connection.execute(query, (values["article"],)).fetchone()
    read_at, starred, tags, place = found or ("", 0, "[]", 0)
    return {
        "article": str(values["article"]),
        "read_at": read_at or str(values.get("read_at", "")),
        "starred": int(bool(starred or values.get("starred"))),
        "tags": list(dict.fromkeys([*json.loads(tags), *map(str, values.get("tags", ()))])),
        "place": place or int(values.get("place", 0)),
    }


def _is_there(connection: sqlite3.Connection, values: Mapping[str, Any]) -> bool:
    query = "SELECT 1 FROM reading.highlights WHERE article = ? AND text = ? AND note = ? AND made = ?"
    wanted = [str(values[name]) for name in ("article", "text", "note", "made")]
    return connection.execute(query, wanted).fetchone() is not None


def _loaded(row: dict[str, Any]) -> dict[str, Any]:
    return {name: json.loads(value) if name in ("tags", "seen") else value for name, value in row.items()}


def _stored(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
