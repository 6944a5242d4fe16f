"""Rows of facts, each with a name at its left, some of which lead somewhere. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.panes.summary_rows import Heading
from tui.render import Spans, fit, justify, one_line
from tui.typeset import wrap

LABELS = 12
"""Columns of the names, where there is room for them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row."""

    text: str
    label: str = ""
    leads_to: object = None
    """What the screen opens when the row is chosen; None for a fact to read only."""
    look: str = "plain"


class FactRows:
    """Facts under headings."""

    def __init__(self, entries: Sequence[Heading | Fact], *, labels: int = LABELS) -> None:
        self.entries = entries
        self._labels = labels
        self._set: dict[tuple[int, int], list[Spans]] = {}

    def __len__(self) -> int:
        return len(self.entries)

    def selectable(self, index: int) -> bool:
        """All but headings: a fact to read is a place to stand on too, so that every row can be reached."""
        return not isinstance(self.entries[index], Heading)

    def heights(self, width: int) -> Sequence[int]:
        """As many lines as each was set to, and an empty one where a heading follows."""
        return [len(self.lines(index, width)) + self._space_below(index) for index in range(len(self))]

    def _space_below(self, index: int) -> int:
        return int(index + 1 < len(self) and isinstance(self.entries[index + 1], Heading))

    def lines(self, index: int, width: int) -> list[Spans]:
        """One row as set."""
        if (index, width) not in self._set:
            self._set[index, width] = self._lay(self.entries[index], width)
        return self._set[index, width]

    def _lay(self, entry: Heading | Fact, width: int) -> list[Spans]:
        if isinstance(entry, Heading):
            return [justify([(entry.left, "heading")], [(entry.right, "faint")] if entry.right else [], width)]
        labels = min(self._labels, width // 3)
        sign = " ›" if entry.leads_to is not None else ""
        text = one_line(entry.text)
        ranges = wrap(text, width - labels - len(sign))
        name = f"{fit(entry.label, labels - 1):<{labels}}" if labels else ""
        lines: list[Spans] = []
        for number, (start, end) in enumerate(ranges):
            lines.append([(" " * labels if number else name, "faint"), (text[start:end], entry.look)])
        return [*lines[:-1], [*lines[-1], (sign, "faint")]]
