"""Opens an article's original with what the platform has for it, never through a shell, and only on a key."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from index.models import Article

_TEXTS = ".txt .text .md .rst .rtf .pdf .epub .docx .odt .eml .mbox .htm .html .xhtml .mht .mhtml"
_DATA = ".json .jsonl .ndjson .csv .tsv .xml .rss .atom .opml .zip .gz .tar .tgz"
PASSIVE = frozenset(f"{_TEXTS} {_DATA}".split())
"""Endings of files that are shown when they are opened. Anything else a platform might run: its folder is opened."""


def address_of(article: Article) -> str:
    """Its web address, where it is one that a browser may be handed; empty otherwise."""
    return article.url if is_address(article.url) else ""


def is_address(url: str) -> bool:
    """Only http and https with a host: every other scheme starts some other program."""
    if not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def original_of(article: Article) -> str:
    """What `open` would open: the address, else the first file that is there, else that file's folder; or nothing."""
    if address := address_of(article):
        return address
    found = [origin.path for origin in article.origins if Path(origin.path).is_file()]
    return shown_file(found[0]) if found else ""


def shown_file(path: str) -> str:
    """The file itself if opening it can only show it, else its folder."""
    return path if Path(path).suffix.lower() in PASSIVE else folder_of(path)


def folder_of(path: str) -> str:
    """The folder a file lies in, of an item in a file that file's; the nearest one that is there."""
    at = Path(path)
    while not at.is_dir() and at != at.parent:
        at = at.parent
    return str(at)


def opener() -> Callable[[str], None] | None:
    """What opens files and addresses here; None where there is no such thing."""
    if sys.platform == "win32":
        return os.startfile
    command = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    return (lambda target: _run(command, target)) if command else None


def _run(command: str, target: str) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([command, target], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    threading.Thread(target=process.wait, daemon=True).start()


def open_target(target: str) -> str:
    """Opens an address, file or folder; gives what happened in words."""
    start = opener()
    if start is None:
        return f"nothing here opens it (no xdg-open): {target}"
    try:
        start(target)
    except OSError as error:
        return f"could not open {target}: {error.strerror or error}"
    return f"opening {target}"
