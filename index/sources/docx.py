"""DOCX (ECMA-376): paragraphs whose styles tell what they are. Own code: it is a zip of XML and little is needed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.clean.spaces import with_mark
from index.events import Skipped
from index.models import READ, Block, Origin, Raw, Role
from index.sources.docx_numbering import Numbering
from index.sources.packed_xml import NO_ZIP, part, texts, xml
from index.sources.port import DAMAGED, EMPTY, ENCRYPTED, Item, Reader
from index.sources.structure import table_text

_DOCUMENT, _STYLES, _PROPERTIES = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_NUMBERING = "word/numbering.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ASIDE = re.compile(r"word/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
"""Parts that stand beside the text."""
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs show in place of a text box; it repeats the box's words."""
_ROLES = (
    ("title", Role.TITLE), ("subtitle", Role.DECK), ("heading", Role.HEADING), ("caption", Role.CAPTION),
    ("quote", Role.QUOTE), ("intense quote", Role.QUOTE), ("footnote", Role.NOTICE), ("toc", Role.LINKS),
)  # fmt: skip
"""Beginnings of the style names that Word itself gives, in every language's edition the same (17.7.4.9)."""


def _recognises(head: bytes, suffix: str) -> bool:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return suffix == ".docx"
    return head.startswith(b"PK\x03\x04") and (suffix == ".docx" or _DOCUMENT.encode() in head)


def _read(path: Path) -> Iterator[Item]:
    with path.open("rb") as file:
        if file.read(2) != b"PK":  # Word wraps an encrypted document into an OLE file
            yield Skipped(str(path), ENCRYPTED)
            return
        try:
            with zipfile.ZipFile(file) as archive:
                yield _item(archive, path)
        except KeyError:
            yield Skipped(str(path), f"{DAMAGED}: there is no document in it")
        except NO_ZIP as problem:
            yield Skipped(str(path), f"{DAMAGED}: {problem}")


def _item(archive: zipfile.ZipFile, path: Path) -> Item:
    names = set(archive.namelist())
    styles = _styles(xml(part(archive, _STYLES))) if _STYLES in names else {}
    told = xml(part(archive, _PROPERTIES)) if _PROPERTIES in names else None
    document = xml(part(archive, _DOCUMENT))
    if document is None:
        return Skipped(str(path), f"{DAMAGED}: its text is no XML, or XML that no word processor writes")
    numbering = Numbering(xml(part(archive, _NUMBERING)) if _NUMBERING in names else None)
    blocks = (*_blocks(document, styles, numbering), *_aside(archive, sorted(filter(_ASIDE.fullmatch, names))))
    if not blocks:
        return Skipped(str(path), EMPTY)
    return Raw(
        Origin(str(path)),
        "\n\n".join(block.text for block in blocks),
        title=next(iter(texts(told, "title")), ""),
        authors=next(iter(texts(told, "creator")), ""),
        language=next(iter(texts(told, "language")), ""),
        modified=path.stat().st_mtime,
        blocks=blocks,
    )


def _styles(root: Any) -> dict[str, Role]:
    """What the named styles of a document mean: style id → role."""
    found: dict[str, Role] = {}
    for style in () if root is None else root.iterfind(f"{_W}style"):
        named = style.find(f"{_W}name")
        name = (named.get(f"{_W}val") if named is not None else "") or ""
        role = next((role for beginning, role in _ROLES if name.lower().startswith(beginning)), None)
        if role is not None:
            found[style.get(f"{_W}styleId") or ""] = role
    return found


def _aside(archive: zipfile.ZipFile, names: list[str]) -> tuple[Block, ...]:
    """Footnotes, comments and running heads: kept behind the text, each wording once."""
    texts = [block.text for name in names for block in _blocks(xml(part(archive, name)), {}, Numbering(None))]
    return tuple(Block(Role.NOTICE, text) for text in dict.fromkeys(texts))


def _blocks(root: Any, styles: dict[str, Role], numbering: Numbering) -> Iterator[Block]:
    """Paragraphs, and tables in one block each; what only lays a page out is paragraphs."""
    tables: dict[Any, str] = {}
    for at in () if root is None else root.iter(f"{_W}p", f"{_W}tbl"):
        if next(at.iterancestors(_TWICE), None) is not None or _is_in(tables, at):
            continue
        if at.tag == f"{_W}tbl":
            tables[at] = _table(at)
            if tables[at]:
                yield Block(Role.TABLE, tables[at])
            continue
        text = " ".join("".join(_runs(at)).split())
        style = at.find(f"{_W}pPr/{_W}pStyle")
        role = styles.get(style.get(f"{_W}val"), Role.BODY) if style is not None else Role.BODY
        if text:
            yield Block(role, with_mark(numbering.mark(at) if role in READ else "", text))


def _is_in(tables: dict[Any, str], at: Any) -> bool:
    """True for what stands in a table that was taken as a whole."""
    return any(tables.get(around) for around in at.iterancestors(f"{_W}tbl"))


def _table(table: Any) -> str:
    """A table of data as lines; empty for one that holds another or lays a page out."""
    if next(table.iterdescendants(f"{_W}tbl"), None) is not None:
        return ""
    rows = [[_cell(cell) for cell in row.iterchildren(f"{_W}tc")] for row in table.iterchildren(f"{_W}tr")]
    return table_text(rows)


def _cell(cell: Any) -> str:
    return " ".join(" ".join("".join(_runs(paragraph)) for paragraph in cell.iter(f"{_W}p")).split())


def _runs(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph; a paragraph in it (a text box) and what was struck out by a revision left aside."""
    for run in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if next(run.iterancestors(f"{_W}p")) is not paragraph:
            continue
        if run.tag == f"{_W}t":
            yield run.text or ""
        else:
            yield "-" if run.tag == f"{_W}noBreakHyphen" else " "


READER = Reader("Word document", (".docx",), _recognises, _read)
