"""From text as it came to paragraphs: one string each, white space tidy, hard-wrapped lines joined."""

from __future__ import annotations

import re
from itertools import pairwise

from index.clean.safety import safe

_TABLE = re.compile(r"\S(?: {3,}|\t)\S.*(?: {3,}|\t)\S|[-=_*]{5,}")
_WIDEST = 110
"""Columns. Text wrapped by hand or machine was wrapped for typewriters, telegrams, mail or a terminal."""
_NARROWEST = 35
_ENDS = '.!?:"”’)»'
_SLACK = 4
"""Columns by which the widest line seen may fall short of the true width."""
_FULL_LINES = 0.6
"""Share of the lines that must be so full that the next word did not fit, before the text counts as wrapped."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, in order, none of them empty."""
    lines = safe(text).split("\n")
    width = wrapped_at(lines)
    if width:
        lines = unwrapped(lines, width)
    return [tidy for line in lines if (tidy := _tidy(line))]


def _tidy(line: str) -> str:
    """One space between words, none around them. A printable line has no white space but spaces."""
    return " ".join(line.split()) if "  " in line or not line.isprintable() else line.strip()


def wrapped_at(lines: list[str]) -> int:
    """The column at which the lines were wrapped; 0 if they were not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 2:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1) + 0.99)]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * _WIDEST:
        return 0
    full = joins = small = 0
    first = next(at for at, line in enumerate(lines) if line.strip())
    # The first line says nothing: where a source took the dateline away, it is short.
    for line, following in pairwise(lines[first + 1 :]):
        if line.strip() and following.strip() and not _TABLE.search(line):
            fills = _next_word_does_not_fit(line, following, width)
            if fills or line.rstrip()[-1] not in _ENDS:
                joins += 1
                full += fills
                small += following.lstrip()[0].islower()
    few = joins < 0.3 * len(lengths) and len(lengths) > 3
    return width if joins and not few and full >= _FULL_LINES * joins and small >= 0.2 * joins else 0


def _next_word_does_not_fit(line: str, following: str, width: int) -> bool:
    word = following.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(word) > width - _SLACK


def unwrapped(lines: list[str], width: int) -> list[str]:
    """Joins the lines of each paragraph. A new one begins after a blank line, at an indent or after a short line."""
    joined: list[list[str]] = []
    before = ""
    for line in lines:
        if line.strip():
            if _continues(before, line, width):
                joined[-1].append(line)
            else:
                joined.append([line])
        before = line
    return [" ".join(parts) for parts in joined]


def _continues(before: str, line: str, width: int) -> bool:
    if not before.strip() or _TABLE.search(before) or _TABLE.search(line):
        return False
    if len(line) - len(line.lstrip()) > len(before) - len(before.lstrip()) + 1:
        return False
    if line.lstrip()[0].islower():
        return True
    if before.rstrip()[-1] in _ENDS:
        return _next_word_does_not_fit(before, line, width + _SLACK)
    return _next_word_does_not_fit(before, line, width) or len(before.strip()) >= 0.5 * width
