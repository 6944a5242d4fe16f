"""A table's rows in columns, by spaces between its own characters alone: every place in it can be found. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from index.clean.spaces import CELL

Wrap = Callable[[str, int], Sequence[tuple[int, int]]]
"""(text, cells) → the half-open ranges of its lines."""
Spaces = list[tuple[int, str]]
"""(offset in the text, white space to put there), in order."""
_LEAST = 16
"""Cells that the last column must have to be set as one."""
_HANG = 2
_SIGNS = str.maketrans("", "", " .,:;%+-–−€$£¥()'’/")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def columns(text: str, room: int, wrap: Wrap) -> Spaces:
    """Where spaces and line ends go, so that each column stands under its first cell in lines of `room` cells.

    Where the columns are too wide together, the last one is wrapped; where that is not enough, each row is.
    """
    rows = _rows(text)
    widths = _widths(rows)
    before = sum(widths[:-1]) + len(CELL) * (len(widths) - 1)
    if room - before < min(_LEAST, widths[-1] if widths else 0):
        return [space for row in rows for space in _wrapped(text, row[0].start, row[-1].end, room, _HANG, wrap)]
    below = [row for row in rows if len(row) > 1][1:]
    figures = [_is_of_figures([row[at].text for row in below if at < len(row)]) for at in range(len(widths))]
    return [space for row in rows for space in _row(text, row, widths, figures, room, wrap)]


def _rows(text: str) -> list[list[_Cell]]:
    rows, at = [], 0
    for line in text.split("\n"):
        row = []
        for cell in line.split(CELL):
            row.append(_Cell(at, cell))
            at += len(cell) + len(CELL)
        at += 1 - len(CELL)
        rows.append(row)
    return rows


def _widths(rows: Sequence[Sequence[_Cell]]) -> list[int]:
    """Of each column; a line without cells is a caption and part of none."""
    cells = [row for row in rows if len(row) > 1]
    count = max(map(len, cells), default=0)
    return [max(cell_len(row[at].text) for row in cells if at < len(row)) for at in range(count)]


def _is_of_figures(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all((bare := cell.translate(_SIGNS)) == "" or bare.isdecimal() for cell in filled)


def _row(
    text: str, row: Sequence[_Cell], widths: Sequence[int], figures: Sequence[bool], room: int, wrap: Wrap
) -> Spaces:
    if len(row) == 1:
        return _wrapped(text, row[0].start, row[0].end, room, 0, wrap)
    spaces: Spaces = []
    last = len(widths) - 1
    for at, cell in enumerate(row):
        missing = " " * (widths[at] - cell_len(cell.text))
        if missing and figures[at]:
            spaces.append((cell.start, missing))
        elif missing and at < len(row) - 1:
            spaces.append((cell.end, missing))
    before = sum(widths[:-1]) + len(CELL) * last
    if len(row) == len(widths) and cell_len(row[-1].text) > room - before:
        spaces += _wrapped(text, row[-1].start, row[-1].end, room, before, wrap)
    return spaces


def _wrapped(text: str, start: int, end: int, room: int, hang: int, wrap: Wrap) -> Spaces:
    """Line ends in a stretch of text, each with `hang` spaces after it."""
    lines = wrap(text[start:end], max(1, room - hang - 1))  # the space at a line end stays on the line
    return [(start + first, "\n" + " " * hang) for first, _ in lines[1:]]
