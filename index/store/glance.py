"""A look at a library from outside: what is in its folder, without opening, making or mending anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryError
from index.paths import ARTICLES_DB, READING_DB, search_folder
from index.store.connection import look


@dataclass(frozen=True, slots=True)
class Glance:
    """What can be told of a folder."""

    folder: Path
    articles: int = 0
    stories: int = 0
    waiting: int = 0
    """Articles that the search index has not followed yet."""
    bytes: int = 0
    """Of all its files."""
    engine: str = ""
    """The one that the library chose; empty where it chose none."""
    indexed: bool = False
    """Whether there is a search index."""
    problem: str = ""
    """Why nothing is told; empty where something is."""


def glance(folder: Path) -> Glance:
    """Looks at a folder for some milliseconds; raises nothing, whatever is there."""
    try:
        if not folder.exists():
            return Glance(folder, problem="not there yet")
        if not (folder / ARTICLES_DB).is_file():
            return Glance(folder, problem="is not a library")
        size = sum(file.lstat().st_size for file in folder.rglob("*"))
        indexed = any(search_folder(folder).iterdir()) if search_folder(folder).is_dir() else False
        with closing(look(folder / ARTICLES_DB)) as articles:
            many, stories, waiting = (_count(articles, table) for table in ("articles", "stories", "pending"))
        return Glance(folder, many, stories, waiting, size, _engine(folder), indexed)
    except (OSError, sqlite3.Error, LibraryError) as problem:
        return Glance(folder, problem=f"cannot be read: {getattr(problem, 'strerror', '') or problem}")


def _engine(folder: Path) -> str:
    if not (folder / READING_DB).is_file():
        return ""
    with closing(look(folder / READING_DB)) as reading:
        found = reading.execute("SELECT value FROM settings WHERE name = 'engine'").fetchone()
    return str(found[0]) if found else ""


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
