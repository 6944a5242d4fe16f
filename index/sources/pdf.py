"""PDF with a text layer, read with PDFium (the extra `pdf`); what its lines mean is `pdf_layout`'s to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_double
from math import hypot
from pathlib import Path
from statistics import median_low
from typing import Any

from index.events import Skipped
from index.models import Block, Origin, Raw, Role
from index.sources.limits import limits
from index.sources.markup import told_apart
from index.sources.pdf_head import with_head
from index.sources.pdf_layout import blocks
from index.sources.pdf_lines import Line, Page
from index.sources.port import DAMAGED, ENCRYPTED, Item, Reader, needs

_GAP = 1.2
"""Widths of the letter size between two letters from which they stand in two columns, or in two cells."""
_SPACE = 0.13
"""The same from which they stand in two words, where PDFium saw none: kerning takes a part of a space away."""
_BOLD = 600
"""Weight of a font from which it stands out; 400 is regular, 700 bold."""
_ASCENT = 0.75
"""How far letters reach above their baseline, in parts of their size."""
_Place = tuple[float, float, float]
"""Of a letter: left, right, baseline."""
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
    found = with_head(told_apart(blocks(pages)))
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

    letters: list[str] = []
    edges: list[_Place] = []
    size, inside, bold = 0.0, False, True
    for at, letter, left, bottom, right, top in _letters(raw, text):
        if letter in "\r\n":
            yield from _line(letters, edges, size, bold)
            letters, edges, inside, bold = [], [], False, True
            continue
        if letter.isspace() or right <= left:
            letters.append(letter)
            inside = False
            continue
        begins = not inside
        size, inside = size if inside else _size(raw, text, at, top - bottom), True
        gap = left - edges[-1][1] if edges else 0.0
        if not -2 * size < gap < _GAP * size:
            yield from _line(letters, edges, size, bold)
            letters, edges, bold, begins = [], [], True, True
        elif gap > _SPACE * size and letters and not letters[-1].isspace():
            letters.append(" ")
        bold = bold and not (begins and raw.FPDFText_GetFontWeight(text, at) < _BOLD)
        letters.append(letter)
        edges.append((left, right, _baseline(raw, text, at, bottom)))
    yield from _line(letters, edges, size, bold)


def _letters(raw: Any, text: Any) -> Iterator[tuple[int, str, float, float, float, float]]:
    """Each letter: its number, itself, and the left, bottom, right and top of its box."""
    box = raw.FS_RECTF()
    for at in range(min(text.count_chars(), limits().letters)):
        raw.FPDFText_GetLooseCharBox(text, at, byref(box))
        yield at, chr(raw.FPDFText_GetUnicode(text, at)), box.left, box.bottom, box.right, box.top


def _size(raw: Any, text: Any, at: int, height: float) -> float:
    """The size of a letter on the page: that of its font, scaled as its matrix says (browsers scale by 3/4)."""
    told, matrix = float(raw.FPDFText_GetFontSize(text, at)), raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, at, byref(matrix)):
        told *= hypot(matrix.c, matrix.d)
    return told if told > 2 else max(1.0, height / 1.2)


def _baseline(raw: Any, text: Any, at: int, bottom: float) -> float:
    """Where a letter stands, whether or not it reaches below."""
    x, y = c_double(), c_double()
    return y.value if raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y)) else bottom


def _line(letters: list[str], edges: list[_Place], size: float, bold: bool) -> Iterator[Line]:
    text = "".join(letters).strip(" \t\u00a0")
    if text and edges:
        left, right, baselines = zip(*edges, strict=True)
        bottom = median_low(baselines)  # the line's own, whatever stands above it as a mark of a note
        yield Line(text, min(left), bottom, max(right), bottom + _ASCENT * size, size, bold)


READER = Reader("PDF", (".pdf",), _recognises, _read)
