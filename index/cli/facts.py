"""`nutgraf --version`: what is installed here, and what the library is; for reports of problems."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from index.config import read_config
from index.library import default_folder, glance
from index.paths import user_path
from index.search.engines import facts, usable

if TYPE_CHECKING:
    from index.store.glance import Glance

_LIBRARY = "--library"


def lines(arguments: Sequence[str]) -> Iterator[str]:
    """The lines, the version first; never slow, and never in need of a library that is whole."""
    yield f"nutgraf {_version('nutgraf')}"
    yield f"Python {platform.python_version()} on {sys.platform}, Textual {_version('textual')}"
    yield from facts()
    yield from _library(glance(_folder(arguments)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


def _folder(arguments: Sequence[str]) -> Path:
    """The library that the arguments name, wherever among them, else the default one."""
    rest = iter(arguments)
    for argument in rest:
        named = next(rest, "") if argument == _LIBRARY else argument.removeprefix(f"{_LIBRARY}=")
        if named and (argument == _LIBRARY or named != argument):
            return user_path(named).absolute()
    return default_folder().absolute()


def _library(found: Glance) -> Iterator[str]:
    if found.problem:
        yield f"library {found.folder}: {found.problem}"
        return
    yield f"library {found.folder}: {found.articles:,} articles, {found.stories:,} stories, {_size(found.bytes)}"
    engine = usable(found.engine or read_config().options.engine)
    state = f"{found.waiting:,} articles behind" if found.waiting else "up to date"
    yield f"searched by {engine}; its index is {state if found.indexed or not found.articles else 'not there yet'}"


def _size(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.1f} MB"
