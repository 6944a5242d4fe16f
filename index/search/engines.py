"""Which engine a library searches with: the default one, or the one for big archives where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.search.engine import Engine

ENGINES = ("whoosh", "tantivy")
"""Every engine, the default one first."""
FAST = "tantivy"
"""The one for big archives."""
MANY_ARTICLES = 30_000
"""Above this the default engine takes longer than people like to wait."""
TO_INSTALL = "pip install 'nutgraf[fast]'"


def installed(name: str) -> bool:
    """True when an engine can be used here; costs no import of it."""
    return name == ENGINES[0] or find_spec(name) is not None


def usable(name: str) -> str:
    """The engine of a name, the default one where that is not installed or there is none of the name."""
    return name if name in ENGINES and installed(name) else ENGINES[0]


def facts() -> Iterator[str]:
    """What engines there are, for a report of what is installed."""
    from importlib.metadata import PackageNotFoundError, version  # 0.02 s, and the first frame does not need it

    for name, distribution in zip(ENGINES, ("whoosh3", "tantivy"), strict=True):
        try:
            yield f"search engine {name} {version(distribution)}"
        except PackageNotFoundError:
            yield f"search engine {name} is not installed; for more than {MANY_ARTICLES:,} articles: {TO_INSTALL}"


def opened(name: str, folder: Path, patience: float) -> Engine:
    """The index in a folder. Raises `IndexDamaged` and `LibraryError` as engines do."""
    if usable(name) == FAST:
        from index.search.tantivy.engine import TantivyEngine  # 0.03 s

        return TantivyEngine(folder, patience)
    from index.search.whoosh.engine import WhooshEngine  # 0.1 s

    return WhooshEngine(folder, patience)
