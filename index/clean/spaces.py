"""White space that says what a source's markup said: a list's mark, a note's number, the end of a verse.

To everything that splits at white space these are spaces like any other, so sentences stay verbatim and words whole; no
source's own white space comes through as one of them.
"""

from __future__ import annotations

import re

ITEM = "\u2009"
"""Between the bullet or number of a list's item and its words."""
NOTE = "\u200a"
"""Between a word and the number of a note to it."""
LINE = "\u2002"
"""Where a line ends within a paragraph: verse, addresses."""
CELL = " │ "
"""Between the cells of a table's row."""
NUMBER = r"(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]|[*†‡§]{1,3})"
"""What points to a note."""
NOTE_SIGN = "\x1a"
"""Stands for `NOTE` while a source collects text; no text has it, for it is a control character."""
_OURS = re.compile(f"[{ITEM}{NOTE}{LINE}]")
_FOREIGN = re.compile(f"[^\\S{ITEM}{NOTE}{LINE}]+")
_NOTED = re.compile(f"{NOTE}({NUMBER})")
_NOTES_BEHIND = re.compile(f"(?:{NOTE}{NUMBER})+$")
_MARK = re.compile(rf"(?:[•◦▪]|\w{{1,8}}\.){ITEM}")


def tidy(text: str) -> str:
    """One space between words, none around them; what is said by white space stays."""
    return _FOREIGN.sub(" ", text).strip() if _OURS.search(text) else " ".join(text.split())


def with_mark(mark: str, text: str) -> str:
    """A list's item with its bullet or number; without a mark the text alone."""
    return f"{mark}{ITEM}{text}" if mark else text


def words_at(text: str) -> int:
    """Where the words of a paragraph begin, behind the mark of a list's item."""
    found = _MARK.match(text)
    return found.end() if found else 0


def words_end(text: str) -> int:
    """Where the words of a sentence end, before the numbers of notes behind it."""
    found = _NOTES_BEHIND.search(text) if NOTE in text else None
    return found.start() if found else len(text)


def unmarked(text: str) -> str:
    """The words alone, as they stand in the source."""
    if not _OURS.search(text):
        return text
    return text[words_at(text) :].replace(NOTE, "").replace(LINE, " ")


def written(text: str) -> str:
    """The text for a file or a bare terminal: numbers of notes in brackets, verses on lines of their own."""
    return _NOTED.sub(r"[\1]", text).replace(ITEM, " ").replace(LINE, "\n") if _OURS.search(text) else text


def places(text: str) -> list[int]:
    """For each character of `unmarked(text)`, and for its end, where it stands in the text."""
    return [at for at in range(words_at(text), len(text) + 1) if text[at : at + 1] != NOTE]
