"""Two articles side by side: what says the same stands on one row, what one alone says is marked. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from index.findings import Aligned
from index.models import Article
from tui.render import Spans, one_line
from tui.wrapping import wrap

SIDE_BY_SIDE = 76
"""Columns from which two columns of text can be read; in fewer the two stand one above the other."""
SAME, LEFT, RIGHT = "=", "‹", "›"
"""Both say it, only the left one does, only the right one does."""


class CompareRows:
    """Rows of a list, a pair of sentences each."""

    def __init__(self, left: Article, right: Article, pairs: Sequence[Aligned]) -> None:
        self.pairs = pairs
        self._left, self._right = left, right
        self._set: dict[tuple[int, int], list[Spans]] = {}

    def __len__(self) -> int:
        return len(self.pairs)

    def selectable(self, _index: int, /) -> bool:
        """Every row stands for a sentence."""
        return True

    def heights(self, width: int, /) -> Sequence[int]:
        """As many lines as the longer of the two, and one between rows."""
        return [len(self.lines(index, width)) for index in range(len(self))]

    def lines(self, index: int, width: int, /) -> list[Spans]:
        """One row as set."""
        if (index, width) not in self._set:
            pair = self.pairs[index]
            left = one_line(self._left.sentence(pair.left)) if pair.left is not None else ""
            right = one_line(self._right.sentence(pair.right)) if pair.right is not None else ""
            lay = _beside if width >= SIDE_BY_SIDE else _stacked
            self._set[index, width] = [*lay(left, right, width), []]
        return self._set[index, width]


def _look(left: str, right: str) -> str:
    return "faint" if left and right else "plain"


def _beside(left: str, right: str, width: int) -> list[Spans]:
    column = (width - 5) // 2
    sign = SAME if left and right else LEFT if left else RIGHT
    look = _look(left, right)
    lines: list[Spans] = []
    for number, (one, other) in enumerate(zip_longest(_cut(left, column), _cut(right, column), fillvalue="")):
        middle = f"  {sign if number == 0 else ' '}  "
        lines.append([(one + " " * (column - cell_len(one)), look), (middle, "accent"), (other, look)])
    return lines


def _stacked(left: str, right: str, width: int) -> list[Spans]:
    look = _look(left, right)
    told = [(LEFT, left), (RIGHT, right)]
    return [
        [(f"{sign if number == 0 else ' '} ", "accent"), (line, look)]
        for sign, text in told
        for number, line in enumerate(_cut(text, width - 2))
    ]


def _cut(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)] if text else []


def only_here(pairs: Sequence[Aligned]) -> tuple[int, int, int]:
    """How many statements both make, and how many the left and the right one alone."""
    both = sum(pair.left is not None and pair.right is not None for pair in pairs)
    left = sum(pair.right is None for pair in pairs)
    return both, left, len(pairs) - both - left
