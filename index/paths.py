"""Every place on disk that Nutgraf uses; nothing else in the project spells a file name of its own.

One library is one folder: `articles.db` and `reading.db` beside `search/`, which can always be made again.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from index.errors import LibraryError

APP = "nutgraf"
LIBRARY_VARIABLE = "NUTGRAF_LIBRARY"
"""Environment variable that names the library to use in place of the default one."""
ARTICLES_DB = "articles.db"
"""What the sources said and what was derived from it."""
READING_DB = "reading.db"
"""What the user did; nothing can rebuild it."""
SEARCH = "search"
"""Folder of the full-text index: a cache."""
ARCHIVES = "archives"
"""Folder of what grouping counted of all articles: a cache."""
BACKUPS = "backups"
"""Folder of dated copies of reading.db."""


def default_folder() -> Path:
    """The library that is meant when none is named: NUTGRAF_LIBRARY, else the platform's folder for user data."""
    named = os.environ.get(LIBRARY_VARIABLE)
    if named:
        return user_path(named)
    return platformdirs.user_data_path(APP, appauthor=False)


def user_path(typed: str | Path) -> Path:
    """The path that a user wrote, `~` for the home folder; where there is no such user, `~name` is a name."""
    path = Path(typed)
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):
        return path


def search_folder(folder: Path) -> Path:
    """The full-text index of a library."""
    return folder / SEARCH


def archive_file(folder: Path, language: str) -> Path:
    """What grouping counted of a library's articles of one language."""
    return folder / ARCHIVES / language


def config_file() -> Path:
    """The user's settings; the file need not exist."""
    return platformdirs.user_config_path(APP, appauthor=False) / "config.toml"


def copied_file() -> Path:
    """What was copied last where there is no clipboard."""
    return platformdirs.user_state_path(APP, appauthor=False) / "copied.txt"


def seeds_folder() -> Path:
    """The five articles of the first run: inside the package in a wheel, beside it in a checkout.

    Raises `LibraryError` where an installation lacks them.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise LibraryError("this installation lacks the sample articles; install nutgraf again", subject=package)
