"""Finding files: folders are walked in a fixed order and every file in them is accounted for.

Left alone without a word: hidden files and folders, and the files that tell about a folder rather than stand in it
(README, SOURCES, LICENSE, CHANGELOG without a suffix or in Markdown), and a library of ours that lies in the folder.
Everything else is `Found` or `Skipped`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.events import Skipped
from index.paths import ARTICLES_DB, READING_DB
from index.sources.port import EMPTY, NOT_AN_ARTICLE, reason_of

_ABOUT_A_FOLDER = frozenset({"readme", "sources", "license", "licence", "copying", "changelog", "contributing"})
_ABOUT_SUFFIXES = frozenset({"", ".md", ".rst"})
_A_LIBRARY = frozenset({ARTICLES_DB, READING_DB})
"""A folder with these holds what was made of articles, not articles."""
_FOREIGN = frozenset({
    ".7z", ".a", ".aac", ".ai", ".aiff", ".apk", ".avi", ".avif", ".bmp", ".c", ".cc", ".class", ".cpp",
    ".cs", ".css", ".db", ".deb", ".dll", ".dmg", ".dylib", ".exe", ".flac", ".gif", ".go", ".h", ".heic", ".hpp",
    ".ico", ".img", ".ipynb", ".iso", ".jar", ".java", ".jpeg", ".jpg", ".js", ".lock", ".lua", ".m4a", ".m4v",
    ".map", ".mid", ".mjs", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".mpg", ".o", ".ogg", ".opus", ".otf",
    ".parquet", ".php", ".pl", ".png", ".psd", ".py", ".pyc", ".pyd", ".pyi", ".rar", ".rb", ".rpm", ".rs", ".sh",
    ".so", ".sql", ".sqlite", ".sqlite3", ".svg", ".swift", ".tif", ".tiff", ".ts", ".tsx", ".ttf", ".wasm", ".wav",
    ".webm", ".webp", ".wma", ".wmv", ".woff", ".woff2", ".zst",
})  # fmt: skip
"""Suffixes of pictures, sound, programs and databases: told by name, so that no scan ever opens them."""

_UP = frozenset({"", ".", ".."})

_KINDS = {
    stat.S_IFIFO: "a pipe, not a file",
    stat.S_IFSOCK: "a socket, not a file",
    stat.S_IFCHR: "a device, not a file",
    stat.S_IFBLK: "a device, not a file",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file that may be an article; nobody has opened it yet."""

    path: str
    """Absolute; undecodable bytes as surrogate escapes."""
    size: int
    """Bytes."""
    mtime_ns: int
    inode: int
    named: bool = False
    """True when the user named this very file, not a folder around it."""

    @property
    def suffix(self) -> str:
        """In lower case, with the dot; empty if there is none."""
        return suffix_of(self.path)


def suffix_of(path: str) -> str:
    """The last suffix of a path in lower case, with the dot; empty if there is none."""
    return os.path.splitext(path)[1].lower()


def walk(paths: Sequence[Path]) -> Iterator[Found | Skipped]:
    """Every file at or under the paths, once: in the order given, then by name. Opens no file, raises nothing."""
    roots = [os.path.abspath(path) for path in paths]
    named: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for root in dict.fromkeys(roots):
        status = _status(root)
        if isinstance(status, Skipped):
            yield status
        elif stat.S_ISDIR(status.st_mode):
            yield from _folder(root, named, folders)
        else:
            named.add(root)
            yield _file(root, status, named=True)


def _folder(root: str, named: set[str], folders: set[tuple[int, int]]) -> Iterator[Found | Skipped]:
    """A walk with its own stack: a tree may be deeper than Python's. Each folder is read once, whatever links to it."""
    stack = [root]
    while stack:
        path = stack.pop()
        status = _status(path)
        if isinstance(status, Skipped):
            yield status
        elif not stat.S_ISDIR(status.st_mode):
            if path not in named:
                yield _file(path, status)
        elif (place := (status.st_dev, status.st_ino)) not in folders:
            folders.add(place)
            names = _names(path)
            if isinstance(names, Skipped):
                yield names
            else:
                stack.extend(os.path.join(path, name) for name in reversed(names))
        elif os.path.islink(path):
            yield Skipped(path, "a link to a folder that is read already")


def is_article_name(name: str) -> bool | None:
    """What the name of a member says before anybody unpacks it: False for a picture, a program or a database, None
    for what is left alone without a word, True for everything else. The same rules as for files on the disk."""
    parts = name.replace("\\", "/").split("/")
    if any(_left_alone(part) for part in parts[-1:]) or any(part.startswith(".") for part in parts if part not in _UP):
        return None
    return suffix_of(parts[-1]) not in _FOREIGN


def _names(folder: str) -> list[str] | Skipped:
    """The entries of a folder that are looked at, in order."""
    try:
        names = os.listdir(folder)
    except OSError as error:
        return Skipped(folder, f"the folder cannot be read: {reason_of(error)}")
    return [] if _A_LIBRARY.issubset(names) else sorted(name for name in names if not _left_alone(name))


def _left_alone(name: str) -> bool:
    low = name.lower()
    if low.partition(".")[0] not in _ABOUT_A_FOLDER:  # as are nearly all
        return name.startswith(".")
    stem, suffix = os.path.splitext(low)
    return stem in _ABOUT_A_FOLDER and suffix in _ABOUT_SUFFIXES


def _status(path: str) -> os.stat_result | Skipped:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return Skipped(path, "a link to nothing" if os.path.islink(path) else "there is no such file or folder")
    except OSError as error:
        return Skipped(path, reason_of(error))
    except ValueError:
        return Skipped(path, "not a path")


def _file(path: str, status: os.stat_result, named: bool = False) -> Found | Skipped:
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path, _KINDS.get(stat.S_IFMT(status.st_mode), "not a file"))
    if status.st_size == 0:
        return Skipped(path, EMPTY)
    if suffix_of(path) in _FOREIGN:
        return Skipped(path, NOT_AN_ARTICLE)
    return Found(path, status.st_size, status.st_mtime_ns, status.st_ino, named)
