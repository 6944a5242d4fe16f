"""The folder of an index: private to its owner, checked before anything in it is opened, because opening a Whoosh index
runs pickles; and the plain files kept beside it: its format and its vocabulary."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from index.errors import LibraryError
from index.search.engine import IndexDamaged

LOCK = "MAIN_WRITELOCK"
"""The file that Whoosh locks, too. Never removed: a process that waits for it waits for this very file."""
_FORMAT = "format"
_WORDS = "words"
_WRITER = "writer"


def prepare(folder: Path, form: str) -> bool:
    """Makes or checks the folder; True when there is no index in it. `form` names what may be inside.

    Raises `LibraryError` for a folder or file that others may write, `IndexDamaged` for one of another form.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        check(folder)
        entries = sorted(folder.iterdir())
        alone = not folder.lstat().st_mode & 0o077
        for entry in entries:
            with suppress(FileNotFoundError):  # another process, writing, has just replaced it
                check(entry, alone=alone)
        if all(entry.name in (LOCK, _WRITER) for entry in entries):
            return True
    except OSError as error:
        raise LibraryError(f"the search index cannot be used: {error}", subject=folder) from error
    if form_of(folder) != form:
        raise IndexDamaged(f"the search index is not of the form {form}", subject=folder)
    return False


def form_of(folder: Path) -> str:
    """Of what form the index in a folder is; empty if there is none or it does not say."""
    try:
        return (folder / _FORMAT).read_text("utf-8", "replace")
    except OSError:
        return ""


def mark(folder: Path, form: str) -> None:
    """Tells of what form the index in a folder is."""
    (folder / _FORMAT).write_text(form, "utf-8")


def check(path: Path, *, alone: bool = False) -> None:
    """Raises `LibraryError` unless it is ours, no link, and writable by nobody else. Systems without owners (Windows)
    have nothing to check.

    `alone`: its folder lets nobody else in, so that a group may stand in its mode (umask 002, usual on Linux).
    """
    status = path.lstat()
    owner = getattr(os, "geteuid", None)
    if stat.S_ISLNK(status.st_mode):
        raise LibraryError(f"{path} is a link; the search index must be a folder of its own", subject=path)
    if owner is not None and status.st_uid != owner():
        raise LibraryError(f"{path} belongs to another user", subject=path)
    if owner is not None and status.st_mode & (0o002 if alone else 0o022):
        raise LibraryError(f"{path} can be written by other users", subject=path)


def wipe(folder: Path) -> None:
    """Removes an index, so that a new one can be built in its place; a folder that is not ours is left alone. To be
    called with its lock held."""
    try:
        check(folder)
        for entry in sorted(folder.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != LOCK:
                entry.unlink()
    except OSError as error:
        raise LibraryError(f"the search index cannot be removed: {error}", subject=folder) from error


def read_words(folder: Path) -> set[str] | None:
    """Every word ever indexed; None if the list is not there. Words no longer in any article do no harm."""
    try:
        text = (folder / _WORDS).read_text("utf-8", "replace")
    except FileNotFoundError:
        return None
    words = set(text.split("\n"))
    words.discard("")
    return words


def add_words(folder: Path, words: Iterable[str]) -> None:
    """Appends words to the list; written before the index, so that the list is never short of a word. Begins a line of
    its own, whatever a full disk left of the last one."""
    with (folder / _WORDS).open("a", encoding="utf-8", newline="\n") as file:
        file.write("".join(f"\n{word}" for word in words) + "\n")


def write_words(folder: Path, words: Iterable[str]) -> None:
    """Puts a new list in place of the old one at once."""
    fresh = folder / f"{_WORDS}.new"
    fresh.write_text("".join(f"{word}\n" for word in words), "utf-8", newline="\n")
    fresh.replace(folder / _WORDS)


def sign(folder: Path) -> None:
    """Tells other processes who is writing, for the words of an error."""
    (folder / _WRITER).write_text(str(os.getpid()), "ascii")


def writer(folder: Path) -> str:
    """Who signed last, in words; empty if nobody did."""
    try:
        number = (folder / _WRITER).read_text("ascii", "replace")
    except OSError:
        return ""
    return f"process {number}" if number.isdecimal() else ""
