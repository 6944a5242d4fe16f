"""PDF with a text layer, read with PDFium (the extra `pdf`); what its lines mean is `pdf_layout`'s to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_double
from pathlib import Path
from typing import Any

from index.events import Skipped
from index.models import Block, Origin, Raw, Role
from index.sources.limits import limits
from index.sources.pdf_layout import Line, Page, blocks
from index.sources.port import DAMAGED, ENCRYPTED, Item, Reader, needs

_GAP = 1.2
"""Widths of the letter size between two letters from which they stand in two columns, or in two cells."""
_NO_TITLE = re.compile(r"untitled|^microsoft word|\.(?:docx?|pdf|indd|qxd|rtf|odt|html?)$|^about:|^\W*$", re.IGNORECASE)


def _recognises(head: bytes, _suffix: str) -> bool:
    return b"%PDF-" in head[:1024]  # PDF 1.7, annex H.3.4.1


def _read(path: Path) -> Iterator[Item]:
    try:
        import pypdfium2 as pdfium  # 0.1 s, and few files are PDF
    except ImportError:
        yield Skipped(str(path), needs("pdf"))
        return
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as problem:
        yield Skipped(str(path), ENCRYPTED if "password" in str(problem).lower() else f"{DAMAGED}: no PDF can be read")
        return
    try:
        yield from _items(document, path, pdfium.PdfiumError)
    finally:
        document.close()


def _items(document: Any, path: Path, broken: type[Exception]) -> Iterator[Item]:
    """The document, and a reason for each part of it that was not read."""
    pages: list[Page] = []
    most, told = limits().pages, False
    for number in range(min(len(document), most)):
        try:
            page, whole = _page(document[number])
        except broken:
            yield Skipped(f"{path}#page {number + 1}", f"{DAMAGED}: the page cannot be read")
            told = True
            continue
        pages.append(page)
        if not whole:
            yield Skipped(f"{path}#page {number + 1}", f"more than {limits().letters:,} letters; the rest was not read")
    if len(document) > most:
        yield Skipped(f"{path}#page {most + 1}", f"more than {most} pages; the rest was not read")
    found = blocks(pages)
    if found:
        yield _article(document, found, path)
    elif not told:
        yield Skipped(str(path), "a PDF of pictures: no text layer")


def _article(document: Any, found: tuple[Block, ...], path: Path) -> Raw:
    told = document.get_metadata_dict(skip_empty=True)
    title = str(told.get("Title", "")).strip()
    return Raw(
        Origin(str(path)),
        "\n\n".join(block.text for block in found),
        title="" if _NO_TITLE.search(title) or any(b.role is Role.TITLE for b in found) else title,
        authors=str(told.get("Author", "")),
        modified=path.stat().st_mtime,
        blocks=found,
    )


def _page(page: Any) -> tuple[Page, bool]:
    """The lines of a page, and whether they are all of it."""
    text = page.get_textpage()
    try:
        return Page(tuple(_lines(text)), page.get_height()), text.count_chars() <= limits().letters
    finally:
        text.close()
        page.close()


def _lines(text: Any) -> Iterator[Line]:
    """The lines as the page paints them, parted where a gap is too wide for a space."""
    import pypdfium2.raw as raw

    box = [c_double() for _ in range(4)]
    letters: list[str] = []
    edges: list[tuple[float, float, float, float]] = []
    size = 0.0
    for at in range(min(text.count_chars(), limits().letters)):
        letter = chr(raw.FPDFText_GetUnicode(text, at))
        if letter in "\r\n":
            yield from _line(letters, edges, size)
            letters, edges = [], []
            continue
        raw.FPDFText_GetCharBox(text, at, *map(byref, box))
        left, right, bottom, top = (each.value for each in box)
        if letter.isspace() or right <= left:
            letters.append(letter)
            continue
        size = _size(raw, text, at, top - bottom)
        if edges and not -2 * size < left - edges[-1][1] < _GAP * size:
            yield from _line(letters, edges, size)
            letters, edges = [], []
        letters.append(letter)
        edges.append((left, right, bottom, top))
    yield from _line(letters, edges, size)


def _size(raw: Any, text: Any, at: int, height: float) -> float:
    """The size of a letter on the page; fonts of size 1 are scaled by a matrix, and then its height has to do."""
    told = float(raw.FPDFText_GetFontSize(text, at))
    return told if told > 2 else max(1.0, 1.3 * height)


def _line(letters: list[str], edges: list[tuple[float, float, float, float]], size: float) -> Iterator[Line]:
    text = "".join(letters).strip(" \t\u00a0")
    if text and edges:
        left, right, bottom, top = zip(*edges, strict=True)
        yield Line(text, min(left), min(bottom), max(right), max(top), size)


READER = Reader("PDF", (".pdf",), _recognises, _read)
