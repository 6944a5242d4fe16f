"""Running heads and page numbers: what stands at the edge of the pages of a document, told from its text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.sources.pdf_lines import Line, Page

_EDGE, _OUTERMOST = 0.1, 0.2
"""Shares of a page's height at its top and foot: where heads stand, and where they may if no line lies beyond."""
_SAME = 0.01
"""Share of a page's height by which a running head is set higher or lower."""
_NUMBER = re.compile(r"(?:page|seite|p\.|–|-)?\s*\d{1,4}(?:\s*(?:of|/|von|de|–|-)\s*\d{0,4})?(?:\s*–)?", re.IGNORECASE)
_COUNTED = re.compile(r"^\W*(\d{1,4})\b|\b(\d{1,4})\W*$")

Mark = tuple[str, int]
"""What the heads of several pages have in common: their words, or the distance of their numbers from the page's own."""


def parted(pages: Sequence[Page]) -> list[tuple[list[Line], list[Line]]]:
    """Of each page, the lines of the text, and the lines that run along with it."""
    edges = [_edge(page, number) for number, page in enumerate(pages)]
    heights: dict[Mark, list[float]] = {}
    for page, edge in zip(pages, edges, strict=True):
        for mark, height in {mark: line.bottom / page.height for line, marks in edge for mark in marks}.items():
            heights.setdefault(mark, []).append(height)

    def runs(line: Line, marks: Iterable[Mark], page: Page) -> bool:
        own = line.bottom / page.height
        return any(sum(abs(own - each) < _SAME for each in heights[mark]) > 1 for mark in marks)

    result = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        heads = {id(line) for line, marks in edge if _is_number(line, page, number) or runs(line, marks, page)}
        result.append(([x for x in page.lines if id(x) not in heads], [x for x in page.lines if id(x) in heads]))
    return result


def _edge(page: Page, number: int) -> list[tuple[Line, set[Mark]]]:
    """The lines at the top and the foot of a page, each with its marks."""
    if not page.lines:
        return []
    top, foot = max(x.bottom for x in page.lines), min(x.bottom for x in page.lines)
    outermost = [x for x in page.lines if _is_outermost(x, page, top, foot)]
    marks = {id(x): _counts(x, outermost, number) for x in outermost}
    edge = [x for x in page.lines if id(x) in marks or _in_margin(x, page)]
    return [(x, {(re.sub(r"\d+", "#", x.text.lower()).strip(), 0), *marks.get(id(x), ())}) for x in edge]


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom > (1 - _EDGE) * page.height or line.top < _EDGE * page.height


def _is_outermost(line: Line, page: Page, top: float, foot: float) -> bool:
    high = line.bottom > (1 - _OUTERMOST) * page.height and line.bottom > top - line.size / 3
    return high or (line.top < _OUTERMOST * page.height and line.bottom < foot + line.size / 3)


def _counts(line: Line, outermost: Sequence[Line], number: int) -> set[Mark]:
    """How far the numbers in a line's row are from that of its page. A row that counts the pages is a head as a whole:
    the name of a chapter beside the number changes."""
    row = [x for x in outermost if abs(x.bottom - line.bottom) < line.size / 3]
    return {("", int(found[1] or found[2]) - number) for x in row for found in _COUNTED.finditer(x.text)}


def _is_number(line: Line, page: Page, number: int) -> bool:
    """True for the number of a page; above the margin, for that of the `number`th page alone."""
    words = line.text.strip()
    return words == str(number) or (_in_margin(line, page) and _NUMBER.fullmatch(words) is not None)
