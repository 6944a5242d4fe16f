"""Dates as the command line tells them to people."""

from __future__ import annotations

from index.months import english


def in_words(when: str) -> str:
    """`2023-11` → `November 2023`, `2023-11-09T18:30` → `9 November 2023`; what is no date comes back as it is."""
    year, *rest = when[:10].split("-")
    if not rest or not rest[0].isdigit() or not 1 <= int(rest[0]) <= 12:
        return when
    return " ".join([*(part.lstrip("0") for part in rest[1:2]), english(int(rest[0])), year])
