"""What is typed as tags: parted into them, and completed from those that there are. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def parted(typed: str) -> tuple[str, ...]:
    """What was typed as tags: parted by commas, and where there is none, by spaces."""
    parts = typed.split(",") if "," in typed else typed.split()
    tidy = (" ".join(part.split()) for part in parts)
    return tuple(dict.fromkeys(tag for tag in tidy if tag.strip("-")))


def completed(typed: str, known: Sequence[str], had: Sequence[str]) -> str:
    """What was typed with its last tag completed, after a minus from those that can be taken away; else empty."""
    at = max(typed.rfind(","), -1 if "," in typed else typed.rfind(" ")) + 1
    at += len(typed[at:]) - len(typed[at:].lstrip())
    minus = typed[at : at + 1] == "-"
    begun = typed[at + minus :]
    found = next((tag for tag in (had if minus else known) if tag.casefold().startswith(begun.casefold())), "")
    return typed[: at + minus] + found if begun and found else ""
