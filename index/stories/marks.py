"""Where quotation marks open and close in a paragraph: “ ” „ “ « » » « ‘ ’ ” ” and the straight ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSES = {"“": '”"', "„": '“”"', "«": "»", "»": "«»", "”": "”", '"': '"”', "‘": "’", "‚": "‘’", "'": "'"}
"""Opening mark → the marks that may close it. Mixed pairs are common where an editor replaced only half of them."""
_MARK = re.compile(f"[{''.join(_CLOSES)}]")
_SURE = frozenset("“„«")
"""These open a quotation wherever they stand; the others only at the beginning of a word."""
_SINGLE = frozenset("‘‚'")
_SINGLE_WORDS = 3
"""Fewer words between single marks may be two apostrophes."""
_LONGEST = 2_500
"""Characters; a longer run is a mark that was never closed."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in a paragraph, its marks included in the range."""

    start: int
    end: int
    closed: bool
    """False when the paragraph ends before the quotation does."""

    def words(self, text: str) -> str:
        """What stands between the marks."""
        return text[self.start + 1 : self.end - 1 if self.closed else self.end].strip()


def quoted(text: str) -> list[Quoted]:
    """The quotations of one paragraph, in order and apart; a quotation inside another belongs to it."""
    found: list[Quoted] = []
    mark = _MARK.search(text)
    while mark:
        span = _opened(text, mark.start())
        if span is not None:
            found.append(span)
        mark = _MARK.search(text, span.end if span is not None else mark.end())
    return found


def _opened(text: str, at: int) -> Quoted | None:
    mark = text[at]
    if not _opens(text, at, mark):
        return None
    end = _close(text, at, mark)
    if end is None:
        if mark in _SINGLE or len(text) - at > _LONGEST or not any(map(str.isalnum, text[at:])):
            return None
        return Quoted(at, len(text), closed=False)
    span = Quoted(at, end, closed=True)
    if mark in _SINGLE and len(span.words(text).split()) < _SINGLE_WORDS:
        return None
    return span if any(map(str.isalnum, span.words(text))) else None


def _opens(text: str, at: int, mark: str) -> bool:
    if mark in _SURE:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in _SINGLE and not after.isalpha():
        return False
    return (not before or before.isspace() or before in "([—–-:,/“‘«") and bool(after) and not after.isspace()


def _close(text: str, at: int, mark: str) -> int | None:
    """The end of what was opened, past its closing mark; None where nothing closes it."""
    closing = _CLOSES[mark]
    for end in range(at + 1, min(len(text), at + _LONGEST)):
        char = text[end]
        if char in closing and _may_close(text, end, mark):
            return end + 1
        if char == mark and char not in closing:
            return None
    return None


def _may_close(text: str, end: int, mark: str) -> bool:
    before, after = text[end - 1], text[end + 1 : end + 2]
    if mark in _SINGLE:
        return not after.isalnum() and not before.isspace()
    if text[end] in '"”' and mark in '"”':
        return not before.isspace() or not after.isalnum()
    return True
