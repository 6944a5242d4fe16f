"""What a page's elements say about the form of their text: tables of data, code, and the marks of lists' items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from index.clean.region import is_ended
from index.clean.spaces import NOTE, NOTE_SIGN
from index.models import Role
from index.sources.structure import (
    Listing,
    code_text,
    is_code,
    is_reference,
    lines_joined,
    listing,
    number_of,
    table_text,
)

BREAK = "\x1d"
"""Stands for `<br>`: a line end in the source is only white space. No text has it, for it is a control character."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_PARAGRAPHS = 3
"""Of a list's item; one with more, or with headings or tables, is a section of a page."""
_CODE_TAGS = ("code", "samp", "kbd")
_LAYOUT = frozenset({"presentation", "none"})
_WIDEST = 20
"""Columns that one cell may span."""
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_CALLED = ("footnote", "noteref", "reference")
"""What pages call the number of a note."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """An element whose lines stay as they are; compared by identity, for two tables may say the same."""

    role: Role
    text: str


def form_of(element: Any) -> Form | None:
    """The table or code that an element is; None for all others and for tables that lay a page out."""
    if element.tag == "table":
        text = _table(element)
        return Form(Role.TABLE, text) if text else None
    if element.tag == "pre":
        text = code_text("".join(_text(element)))
        told = next(element.iter(*_CODE_TAGS), None) is not None
        return Form(Role.CODE, text) if text and (told or is_code(text)) else None
    return None


def _table(element: Any) -> str:
    """A table as lines, its caption first."""
    if element.get("role") in _LAYOUT or next(element.iterdescendants("table"), None) is not None:
        return ""
    rows = []
    for row in element.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            cells.append(" ".join("".join(_text(cell)).split()))
            cells += [""] * (min(number_of(cell.get("colspan")) or 1, _WIDEST) - 1)
        rows.append(cells)
    text = table_text(rows)
    caption = " ".join("".join("".join(_text(each)) for each in element.iterchildren("caption")).split())
    return f"{caption}\n{text}" if text and caption else text


def _text(element: Any) -> list[str]:
    """The text in an element as it is written, a line for `br`; no recursion."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        at, done = stack.pop()
        if not done and isinstance(at.tag, str) and at.tag not in _UNSEEN:
            parts.append("\n" if at.tag == "br" else at.text or "")
            stack.append((at, True))
            stack += [(child, False) for child in reversed(at)]
        elif at is not element:
            parts.append(at.tail or "")
    return parts


def opened_list(element: Any, around: list[Listing]) -> Listing | None:
    """The list that an element opens; None for all others."""
    return listing(element.tag, element.attrib, len(around)) if element.tag in ("ul", "ol", "dl") else None


def mark_of(element: Any, around: list[Listing]) -> str:
    """The bullet or number of an item; empty for all other elements and for items that hold sections of a page."""
    if not around:
        return ""
    if element.tag == "dd":
        return Listing(around[-1].depth + 1).mark()
    if element.tag != "li":
        return ""
    mark = around[-1].mark(number_of(element.get("value")))
    sections = next(element.iter(*_HEADINGS, "table", "figure"), None) is not None
    paragraphs = sum(1 for _ in islice(element.iterchildren("p", "div"), _MOST_PARAGRAPHS + 1))
    return "" if sections or paragraphs > _MOST_PARAGRAPHS else mark


def points_to_note(element: Any, before: str) -> bool:
    """True for a raised number that points to a note; `before` is the text up to it."""
    words = "".join(element.itertext())[:20]
    called = " ".join(element.get(key) or "" for key in ("class", "id", "role")).lower()
    linked = next(element.iter("a"), None) is not None or any(name in called for name in _CALLED)
    return is_reference(before, words, linked=linked or next(element.iterancestors(), element).tag == "a")


def lines_of(text: str, tag: str) -> Iterator[tuple[str, str]]:
    """The paragraphs that line breaks make of a text, plain and as shown.

    Two breaks in a row always part, one parts after a whole sentence.
    """
    kept: list[str] = []
    for row in text.replace("\n", BREAK).split(BREAK) if tag == "pre" else text.split(BREAK):
        line = " ".join(row.split())
        if kept and (not line or is_ended(kept[-1])):
            yield _paragraph(kept)
            kept = []
        kept += [line] if line else []
    if kept:
        yield _paragraph(kept)


def _paragraph(rows: list[str]) -> tuple[str, str]:
    return " ".join(rows).replace(NOTE_SIGN, ""), lines_joined(rows).replace(NOTE_SIGN, NOTE)
