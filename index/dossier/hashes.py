"""The hashes by which a file is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def hashes_of(paths: Iterable[str]) -> dict[str, str]:
    """Each file is hashed once: an archive of thousands of articles is one file."""
    return {path: sha256(path) for path in dict.fromkeys(paths)}


def sha256(path: str) -> str:
    """Of a file's bytes; empty when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
