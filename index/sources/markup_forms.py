"""Lists, tables, code and notes of HTML that is read tag by tag: what each needs to remember until it ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.clean.spaces import NOTE_SIGN
from index.models import Block, Role
from index.sources.structure import Listing, code_text, is_code, is_reference, listing, number_of, table_text

_CELLS = frozenset({"td", "th"})
_REPLACED = frozenset({Role.BODY, Role.TABLE, Role.CAPTION, Role.HEADING})
"""What the rows of a table of data were taken for before its end was seen."""


@dataclass(slots=True)
class _Table:
    first: int
    """Blocks before it."""
    rows: list[list[str]] = field(default_factory=list)
    nested: bool = False
    caption: str = ""


class Forms:
    """The open lists and tables, and the code that is being read."""

    def __init__(self) -> None:
        self._lists: list[Listing] = []
        self._mark = ""
        self._tables: list[_Table] = []
        self._raised = -1
        """Number of parts before raised words."""
        self._told = False
        self._caption = False
        self.in_code = False

    def open(self, tag: str, attributes: Mapping[str, str], blocks: int, parts: int) -> None:
        """An element begins."""
        if tag in ("ul", "ol", "dl"):
            self._lists.append(listing(tag, attributes, len(self._lists)))
        elif tag == "li":
            self._mark = self._lists[-1].mark(number_of(attributes.get("value"))) if self._lists else ""
        elif tag == "dd":
            self._mark = Listing(len(self._lists)).mark()
        elif tag == "sup":
            self._raised = parts
        elif tag == "pre":
            self.in_code, self._told = True, False
        elif tag in ("code", "samp", "kbd"):
            self._told = True
        else:
            self._in_table(tag, blocks)

    def _in_table(self, tag: str, blocks: int) -> None:
        if tag == "table":
            for around in self._tables:
                around.nested = True
            self._tables.append(_Table(blocks))
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables and tag in _CELLS:
            self._tables[-1].rows = self._tables[-1].rows or [[]]
            self._tables[-1].rows[-1].append("")
        elif self._tables and tag == "caption":
            self._caption = True

    def close(self, tag: str, blocks: list[Block]) -> None:
        """An element ends; a table of data takes the place of the blocks that its rows were taken for."""
        if tag in ("ul", "ol", "dl") and self._lists:
            self._lists.pop()
        elif tag in ("li", "dd"):
            self._mark = ""
        elif tag == "pre":
            self.in_code = False
        elif tag == "caption":
            self._caption = False
        elif tag == "table" and self._tables:
            self._closed(self._tables.pop(), blocks)

    def _closed(self, table: _Table, blocks: list[Block]) -> None:
        text = "" if table.nested else table_text([[" ".join(cell.split()) for cell in row] for row in table.rows])
        if text and all(block.role in _REPLACED for block in blocks[table.first :]):
            caption = " ".join(table.caption.split())
            blocks[table.first :] = [Block(Role.TABLE, f"{caption}\n{text}" if caption else text)]

    def text(self, text: str) -> None:
        """Words of a cell."""
        if self._tables and self._caption:
            self._tables[-1].caption += text
        elif self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1] += text

    def mark(self) -> str:
        """The bullet or number for the paragraph that begins an item; empty for all others."""
        mark, self._mark = self._mark, ""
        return mark

    def code(self, written: str) -> str:
        """What stood in a `pre`, if it is code; empty for prose."""
        text = code_text(written)
        self.in_code = False
        return text if text and (self._told or is_code(text)) else ""

    def set_off(self, parts: list[str], *, linked: bool) -> None:
        """The number of a note parts from the word before it."""
        raised, self._raised = self._raised, -1
        if 0 < raised <= len(parts) and is_reference(parts[raised - 1], "".join(parts[raised:]), linked=linked):
            parts.insert(raised, NOTE_SIGN)
