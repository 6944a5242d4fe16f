"""The lines of a page of print as paragraphs: columns in reading order, running heads told apart, hyphens undone.

Pure. Columns are found by recursive cuts at empty gutters (Nagy & Seth 1984, the XY cut), lines across them apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from index.models import Block, Role

_EDGE = 0.1
"""Share of a page's height at its top and foot where running heads and page numbers stand."""
_NUMBER = re.compile(r"(?:page|seite|p\.|–|-)?\s*\d{1,4}(?:\s*(?:of|/|von|de|–|-)\s*\d{0,4})?", re.IGNORECASE)
_HYPHENS = "-\u2010\u00ad\u0002\ufffe"
"""What a line may end with inside a word; the last two are what PDFium makes of a hyphen at a line's end."""
_KEPT = frozenset({"self", "well", "non", "ex", "all", "half", "high", "low", "long", "short", "vice", "cross", "so"})
"""First parts of words that keep their hyphen wherever they stand."""
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_DEEPEST = 12
_MOST_ACROSS = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print in one column, in points from the lower left corner of its page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """Of its letters, in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, in any order."""

    lines: tuple[Line, ...]
    height: float


def blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The paragraphs of a document in reading order."""
    every = [line for page in pages for line in page.lines]
    if not every:
        return ()
    sizes = Counter[float]()
    for line in every:
        sizes[round(line.size, 1)] += len(line.text)
    body = max(sizes, key=lambda size: (sizes[size], size))
    running, whole = _running(pages), " ".join(line.text for line in every)
    found: list[Block] = []
    notices: list[Block] = []
    for page in pages:
        kept = [line for line in page.lines if not _is_running(line, page, running)]
        notices += [Block(Role.NOTICE, line.text) for line in page.lines if line not in kept]
        for group in _paragraphs(ordered(kept)):
            _append(found, Block(_role(group, body, first=page is pages[0]), _joined(group, whole)), whole)
    return (*found, *notices)


def ordered(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Lines in reading order: down one column, then the next; what runs across the columns parts them."""
    down = sorted(lines, key=lambda line: (-line.top, line.left))
    gutter = _gutter(down) if depth < _DEEPEST else None
    if gutter is None:
        return down
    result: list[Line] = []
    for across, band in groupby(down, key=lambda line: line.left < gutter < line.right):
        part = list(band)
        if across:
            result += part
        else:
            result += ordered([line for line in part if line.right <= gutter], depth + 1)
            result += ordered([line for line in part if line.left >= gutter], depth + 1)
    return result


def _gutter(lines: Sequence[Line]) -> float | None:
    """The x of a gap that most lines stand on one side of, with columns beside each other; None if there is none."""
    best: tuple[int, float] | None = None
    for at in sorted({line.left - 1 for line in lines}):
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        across = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < 3 or across > _MOST_ACROSS * len(lines):
            continue
        if min(max(_tops(left)), max(_tops(right))) <= max(min(_tops(left)), min(_tops(right))):
            continue  # one above the other
        if best is None or across < best[0]:
            best = across, at
    return best[1] if best else None


def _tops(lines: Sequence[Line]) -> list[float]:
    return [line.top for line in lines]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower()).strip()


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom > (1 - _EDGE) * page.height or line.top < _EDGE * page.height


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """The lines that stand at the edge of several pages, alike but for their numbers."""
    counted = Counter(key for page in pages for key in {_key(x) for x in page.lines if _at_edge(x, page)})
    return frozenset(key for key, count in counted.items() if count > 1)


def _is_running(line: Line, page: Page, running: frozenset[str]) -> bool:
    return _at_edge(line, page) and (_key(line) in running or _NUMBER.fullmatch(line.text.strip()) is not None)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    leading = median(steps) if steps else 0.0
    group: list[Line] = []
    for line in lines:
        if group and _begins(group, line, leading):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: Sequence[Line], line: Line, leading: float) -> bool:
    """True for the first line of a paragraph: after a gap, indented, in another size, or after a short last line."""
    last = group[-1]
    if abs(line.size - last.size) > 0.1 * last.size:
        return True
    if line.bottom >= last.bottom:  # the next column goes on where this one broke off
        return _ENDED.search(last.text) is not None
    if last.bottom - line.bottom > 1.4 * max(min(leading, 2 * last.size), last.size):
        return True
    left, right = min(each.left for each in group), max(each.right for each in group)
    indented = 0.7 * line.size < line.left - min(left, last.left) < 4 * line.size
    short = len(group) > 1 and last.right < left + 0.85 * (right - left)
    return _ENDED.search(last.text) is not None and (indented or short)


def _joined(group: Sequence[Line], whole: str) -> str:
    text = ""
    for line in group:
        text = _glued(text, line.text.strip(), whole)
    return " ".join(text.split())


def _glued(before: str, after: str, whole: str) -> str:
    """Two lines as one. A hyphen between them is taken out unless the word has it elsewhere, or must have it."""
    if not before or not after:
        return before or after
    if before[-1] not in _HYPHENS or not after[0].islower() or not before[-2:-1].isalpha():
        return f"{before} {after}"
    first, second = re.findall(r"\w+", before[:-1])[-1], re.match(r"\w+", after)
    rest = second[0] if second else ""
    keeps = f"{first}-{rest}" in whole or (first.lower() in _KEPT and first + rest not in whole)
    return before[:-1] + ("-" if keeps else "") + after


def _role(group: Sequence[Line], body: float, *, first: bool) -> Role:
    size, words = max(line.size for line in group), sum(len(line.text.split()) for line in group)
    if size < 1.15 * body or words > 40:
        return Role.BODY
    return Role.TITLE if first and size > 1.4 * body else Role.HEADING


def _append(found: list[Block], block: Block, whole: str) -> None:
    """Adds a paragraph; one that a page's end broke off goes on in the one before."""
    last = found[-1] if found else None
    if last and last.role is block.role is Role.BODY and not _ENDED.search(last.text) and block.text[0].islower():
        found[-1] = Block(Role.BODY, _glued(last.text, block.text, whole))
    elif last and last.role is Role.TITLE and block.role is Role.TITLE:
        found.append(Block(Role.HEADING, block.text))
    else:
        found.append(block)
