"""Completing the path of a file or a folder as it is typed."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from index.paths import user_path
from tui.render import one_line

MOST = 5000
"""Names of a folder that are looked at: a few milliseconds."""


def completed(typed: str) -> str:
    """The path with its last part completed to the first name that begins so; empty where there is none."""
    found = ways_on(typed) if typed else []
    return found[0] if found and found[0] != typed else ""


def ways_on(typed: str) -> list[str]:
    """The paths that begin as what was typed, by name, a folder with its slash.

    Names that cannot be typed are left out, and so are hidden ones, unless a dot is typed.
    """
    begun = typed.rpartition(os.sep)[2]
    head = typed.removesuffix(begun)
    if typed == "~":
        return []
    return sorted(
        head + (f"{name}{os.sep}" if is_folder else name)
        for name, is_folder in _names(user_path(head))
        if name.startswith(begun) and (begun or not name.startswith(".")) and one_line(name) == name
    )


def _names(folder: Path) -> list[tuple[str, bool]]:
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir()) for entry in islice(entries, MOST)]
    except OSError:
        return []
