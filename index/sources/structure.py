"""What every format's lists, tables, code, verses and notes have in common: how they become text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.clean.lines import wrapped_at
from index.clean.spaces import CELL, LINE, NUMBER

_BULLETS = "•◦▪"
"""By how many lists an item stands in."""
_STYLES = ("1", "a", "A", "i", "I")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 39
_CELL = 80
"""Characters of a cell, on average; in longer ones stands the text of a page that is laid out by tables."""
_LONGEST_CELL = 400
_VERSE = 60
"""Characters; longer lines are prose that somebody broke."""
_LEAST_VERSE = 3
_SIGNS = re.compile(r"[{}()<>=;_$#\\|&*+@\[\]]")
_CODE = 0.04
"""Share of such signs; prose has a quarter of it."""
_REFERENCE = re.compile(NUMBER)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{4}|[.,;:!?…]|[\"”’»)])$")
"""Shorter words may be units with an exponent."""


@dataclass(slots=True)
class Listing:
    """A list that is being read."""

    depth: int
    """Lists around it."""
    style: str = ""
    """How it counts: `1 a A i I`; empty for bullets."""
    next: int = 1

    def mark(self, value: int | None = None) -> str:
        """The bullet or number of its next item."""
        if not self.style:
            return _BULLETS[min(self.depth, len(_BULLETS) - 1)]
        number = self.next if value is None else value
        self.next = number + 1
        return f"{_counted(number, self.style)}."


def _counted(number: int, style: str) -> str:
    if style in "aA" and 1 <= number <= 26:
        said = chr(ord("a") + number - 1)
    elif style in "iI" and 1 <= number <= _MOST_ROMAN:
        said = _roman(number)
    else:
        return str(number)
    return said.upper() if style.isupper() else said


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def listing(tag: str, attributes: Mapping[str, str], depth: int) -> Listing:
    """The list that `ul`, `ol` or `dl` opens."""
    if tag != "ol":
        return Listing(depth)
    style = attributes.get("type") or ""
    return Listing(depth, style if style in _STYLES else "1", number_of(attributes.get("start")) or 1)


def number_of(value: str | None) -> int | None:
    """What an attribute counts; None where it says no number that a list would have."""
    plain = (value or "").strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 7 else None


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """A table's rows as lines, a rule between cells; empty for what a page only lays out as a table."""
    filled = [row for row in rows if any(row)]
    cells = [cell for row in filled for cell in row if cell]
    several = sum(sum(map(bool, row)) > 1 for row in filled)
    if len(filled) < 2 or 2 * several <= len(filled):
        return ""
    if sum(map(len, cells)) > _CELL * len(cells) or max(map(len, cells)) > _LONGEST_CELL:
        return ""
    return "\n".join(CELL.join(cell.replace("│", "|") for cell in row).rstrip() for row in filled)


def code_text(text: str) -> str:
    """Code with its lines and indents, tabs as spaces; empty lines around it taken off."""
    lines = [line.rstrip() for line in text.expandtabs(4).replace("\r\n", "\n").split("\n")]
    return "\n".join(lines).strip("\n")


def is_code(text: str) -> bool:
    """True for the signs of a programming language; prose is set without reflow, too, and stays prose."""
    return len(_SIGNS.findall(text)) > _CODE * len("".join(text.split()))


def lines_joined(rows: Sequence[str]) -> str:
    """Rows between line breaks as one paragraph; verses and addresses keep where their lines end."""
    short = len(rows) >= _LEAST_VERSE and all(0 < len(row) <= _VERSE for row in rows)
    return (LINE if short and not wrapped_at(list(rows)) else " ").join(rows)


def is_reference(before: str, words: str, *, linked: bool) -> bool:
    """True for raised words that point to a note, and are no exponent or ordinal. `before`: the text up to them."""
    return (
        _REFERENCE.fullmatch(words.strip()) is not None
        and before[-1:].strip() != ""
        and (linked or _WORD_BEFORE.search(before[-4:]) is not None)
    )
