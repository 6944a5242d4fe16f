"""Rows of facts, each with a name at its left, some of which lead somewhere. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.panes.summary_rows import Heading, headed
from tui.render import Spans, fit, justify, one_line, width_of
from tui.wrapping import wrap

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
    right: str = ""
    """At the right of the first line: counts."""
    told: str = ""
    """Under the text, at the right: who says it, or what else there is to know. Beside it where counts are at the right
    and all of it is one line."""


class FactRows:
    """Facts under headings."""

    def __init__(self, entries: Sequence[Heading | Fact], *, labels: int = LABELS, sign: str = " ›") -> None:
        """`sign` stands at the end of what leads somewhere; empty where all of it does."""
        self.entries = entries
        self._labels, self._sign = labels, sign
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
            return [headed(entry, width)]
        labels = min(self._labels, max(width // 3, min(LABELS, width // 2)))
        sign = self._sign if entry.leads_to is not None else ""
        right = fit(entry.right, width // 2)
        text, told = one_line(entry.text), one_line(entry.told)
        room = width - labels - len(sign) - (cell_len(right) + 2 if right else 0)
        ranges = wrap(text, room)
        name = fit(entry.label, labels - 1)
        lines: list[Spans] = []
        for number, (start, end) in enumerate(ranges):
            label = "" if number else name
            lines.append([(label + " " * (labels - cell_len(label)), "faint"), (text[start:end], entry.look)])
        if right and told and cell_len(f"{text}  {told}") <= room:
            lines[0].append((f"  {told}", "faint"))
            told = ""
        if right:
            lines[0] = justify(lines[0], [(right, "faint")], width - len(sign))
        lines += self._told(told, labels, width - len(sign))
        gap = " " * max(0, width - len(sign) - width_of(lines[-1]))
        return [*lines[:-1], [*lines[-1], (gap + sign, "faint")]] if sign else lines

    def _told(self, told: str, labels: int, width: int) -> list[Spans]:
        """At the right where it is a line; longer, it is set under the text as that is."""
        ranges = wrap(told, width - labels) if told else []
        if len(ranges) == 1:
            return [justify([], [(told, "faint")], width)]
        return [[(" " * labels, "plain"), (told[start:end], "faint")] for start, end in ranges]
