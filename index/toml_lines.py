"""On which line of a TOML file a key stands: tomllib gives values without their places. Pure."""

from __future__ import annotations

import re

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_NAME = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_NAME})\s*\]")
_GIVEN = re.compile(rf"\s*({_NAME})\s*=")
_PARTS = re.compile(_PART)


def lines_of(text: str) -> dict[str, int]:
    """The line, from 1, of every key and table header, by its full name: `limits.item`, `themes.mine`.

    A line inside a text of several lines that looks like a key is taken for one; it never hides a real one above it.
    """
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _name(header.group(1))
            lines.setdefault(table, number)
        elif given := _GIVEN.match(line):
            name = _name(given.group(1))
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def _name(written: str) -> str:
    return ".".join(part.strip("\"'") for part in _PARTS.findall(written))
