"""The lines of a page of print as paragraphs: columns in reading order, running heads told apart, hyphens undone.

Pure. Columns are found by recursive cuts at empty gutters (Nagy & Seth 1984, the XY cut), lines across them apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from index.models import Block, Role
from index.sources.pdf_lines import Line, Page
from index.sources.pdf_running import parted

_HYPHENS = "-\u2010\u00ad\u0002\ufffe"
"""What a line may end with inside a word; the last two are what PDFium makes of a hyphen at a line's end."""
_KEPT = frozenset({"self", "well", "non", "ex", "all", "half", "high", "low", "long", "short", "vice", "cross", "so"})
"""First parts of words that keep their hyphen wherever they stand."""
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WIDEST_LETTER = 0.75
"""Of a letter in a word at most, in parts of its size; half of it is usual."""
_LONG_HEADING = 16
"""Words that a heading in bold letters of the text's own size has at most."""
_SMALL, _LONG_CAPTION = 0.88, 80
"""Captions and notes are set smaller; so are summaries, which have more words."""
_MOST_LINES = 2000
"""Lines of a page in which columns are looked for: the time grows with their square, and a broadsheet has a third."""
_DEEPEST = 12
_MOST_ACROSS = 0.4


def blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The paragraphs of a document in reading order."""
    every = [line for page in pages for line in page.lines]
    if not every:
        return ()
    sizes = Counter[float]()
    for line in every:
        sizes[round(line.size, 1)] += len(line.text)
    body = max(sizes, key=lambda size: (sizes[size], size))
    bold = sum(len(line.text) for line in every if line.bold) > sum(len(line.text) for line in every) / 2
    whole = " ".join(line.text for line in every)
    found: list[Block] = []
    notices: list[Block] = []
    for number, (kept, along) in enumerate(parted(pages)):
        notices += [Block(Role.NOTICE, line.text) for line in along]
        for group in _paragraphs(ordered(kept)):
            role = _role(group, body, first=number == 0, bold=bold)
            _append(found, Block(role, _joined(group, whole)), whole)
    return (*_titled(found), *notices)


def _titled(found: Sequence[Block]) -> Sequence[Block]:
    """A document that begins with a heading, and has no larger line on its first page, is headed by it."""
    if found and found[0].role is Role.HEADING and not any(block.role is Role.TITLE for block in found):
        return [Block(Role.TITLE, found[0].text), *found[1:]]
    return found


def ordered(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Lines in reading order: down one column, then the next; what runs across the columns parts them."""
    down = sorted(lines, key=lambda line: (-line.top, line.left))
    gutter = _gutter(down) if depth < _DEEPEST and len(down) < _MOST_LINES else None
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


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    steps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom - b.bottom > 0.8 * b.size)
    leading = steps[len(steps) // 4] if steps else 0.0  # paragraphs of two lines have a gap at every other one
    group: list[Line] = []
    for at, line in enumerate(lines):
        if group and (_begins(group, line, leading) or _had_room(group[-1], line, lines[max(0, at - 4) : at + 4])):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: Sequence[Line], line: Line, leading: float) -> bool:
    """True for the first line of a paragraph: after a gap, indented, in another size, or after a short last line."""
    last = group[-1]
    if _in_row(last, line):
        return False
    if abs(line.size - last.size) > 0.1 * last.size or line.bold is not last.bold:
        return True
    if line.bottom >= last.bottom:  # the next column goes on where this one broke off
        return _ENDED.search(last.text) is not None
    if last.bottom - line.bottom > 1.4 * max(min(leading, 2 * last.size), last.size):
        return True
    left, right = min(each.left for each in group), max(each.right for each in group)
    indented = 0.7 * line.size < line.left - min(left, last.left) < 4 * line.size
    short = len(group) > 1 and last.right < left + 0.85 * (right - left)
    return _ENDED.search(last.text) is not None and (indented or short)


def _in_row(last: Line, line: Line) -> bool:
    """True for a line that goes on beside the one before, after a wide gap: the number of a heading and its words."""
    return abs(line.bottom - last.bottom) < 0.2 * last.size and last.right < line.left < last.right + 4 * last.size


def _had_room(last: Line, line: Line, near: Sequence[Line]) -> bool:
    """True when the first word of a line would have stood on the one before, with room to spare: it begins anew."""
    if _in_row(last, line):
        return False
    alike = [each for each in near if abs(each.size - last.size) < 0.1 * last.size]
    column = [each for each in alike if abs(each.left - last.left) < 3 * last.size]
    word = line.text.split(maxsplit=1)[0]
    free = max(each.right for each in column) - last.right
    return free > _WIDEST_LETTER * line.size * (len(word) + 2) and last.text[-1] not in _HYPHENS


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


def _role(group: Sequence[Line], body: float, *, first: bool, bold: bool) -> Role:
    """`body`, `bold`: the letters of the running text."""
    size, words = max(line.size for line in group), sum(len(line.text.split()) for line in group)
    if size < _SMALL * body and words < _LONG_CAPTION:
        return Role.CAPTION
    stands_out = not bold and all(line.bold for line in group) and words < _LONG_HEADING
    if (size < 1.15 * body and not stands_out) or words > 40:
        return Role.BODY
    return Role.TITLE if first and size > 1.4 * body else Role.HEADING


def _append(found: list[Block], block: Block, whole: str) -> None:
    """Adds a paragraph; one that a page's end, a note or a picture broke off goes on in the one before."""
    if block.role is Role.TITLE and any(each.role is Role.TITLE for each in found):
        block = Block(Role.HEADING, block.text)
    at = next((at for at in range(len(found) - 1, -1, -1) if found[at].role is not Role.CAPTION), -1)
    open_ = at >= 0 and found[at].role is Role.BODY and not _ENDED.search(found[at].text)
    if open_ and block.role is Role.BODY and block.text[0].islower():
        found[at] = Block(Role.BODY, _glued(found[at].text, block.text, whole))
    else:
        found.append(block)
