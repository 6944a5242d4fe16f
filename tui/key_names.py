"""How people write a key, and what Textual calls it."""

from __future__ import annotations

_SHOWN = {
    "question_mark": "?",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "f1": "F1",
}
"""Textual's name → what is written; all others are written as they are called."""


def shown(key: str) -> str:
    """A key as people write it: `?`, `esc`, `ctrl+d`, `↓`."""
    return _SHOWN.get(key, key)


def written_as(name: str) -> str:
    """The other way round: the key that people write so; what is no such name stays as it is."""
    return next((key for key, said in _SHOWN.items() if said.lower() == name.lower()), name)
