"""A set line of a page → what is painted: lights, marks, signs in the margin, spread spaces. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.justify import stretched
from tui.render import Spans, width_of

if TYPE_CHECKING:
    from tui.typeset import Line, Paragraph

Mark = tuple[int, int, int]
"""Block, and the half-open range of characters in it."""
Ranges = Mapping[int, Sequence[tuple[int, int]]]
"""Block → half-open ranges of characters in it."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What is set apart in a text."""

    lit: Mark | None = None
    """The sentence that was gone to; a bar stands beside it, so that it is seen without colours too."""
    marks: Ranges = field(default_factory=dict)
    """Words that were searched for."""
    signed: Sequence[tuple[int, int]] = ()
    """(block, offset) of the sentences that the summary quotes."""
    links: Ranges = field(default_factory=dict)
    selected: Ranges = field(default_factory=dict)
    """What the user is choosing; it looks as what is lit."""
    held: Ranges = field(default_factory=dict)
    """The user's highlights; a thin bar stands beside them."""
    said: Ranges = field(default_factory=dict)
    """Sentences that say nothing new; they step back."""
    fresh: Sequence[tuple[int, int]] = ()
    """(block, offset) of the sentences that do; a plus stands beside them."""

    def line(self, line: Line, margin: int, measure: int) -> Spans:
        """A line with its margin."""
        p = line.paragraph
        if p is None:
            return []
        sign = self._sign(p, line)[:margin]
        hang = 0 if line.first else cell_len(p.before) if p.hang else p.hanging
        text = [*self._coloured(p, line.start, line.end), *([("-", p.look)] if line.hyphen else [])]
        text = spread(text, line.room) if line.room else text
        before: Spans = [(p.rail, "rule"), (p.before if line.first else "", p.look)]
        after: Spans = [(p.after if line.last else "", p.look)]
        pad = measure - width_of([*before, *text, *after]) - p.indent - hang if p.right else 0
        spans = [(" " * (margin - len(sign)), "plain"), (sign, "marker"), (" " * (p.indent + max(0, pad)), "plain")]
        return [span for span in [*spans, before[0], (" " * hang, "plain"), before[1], *text, *after] if span[0]]

    def _sign(self, p: Paragraph, line: Line) -> str:
        for sign, places in (("+ ", self.fresh), ("› ", self.signed)):
            if any(block == p.block and line.start <= p.shown_at(at) < line.end for block, at in places):
                return sign
        bars = (("┃ ", self._lit_in(p)), ("│ ", _shown(p, self.held)))
        return next((bar for bar, at in bars if any(a < line.end and line.start < b for a, b in at)), "")

    def _lit_in(self, p: Paragraph) -> list[tuple[int, int]]:
        chosen = _shown(p, self.selected)
        if self.lit is None or self.lit[0] != p.block:
            return chosen
        return [(p.shown_at(self.lit[1]), p.shown_at(self.lit[2], end=True)), *chosen]

    def _coloured(self, p: Paragraph, start: int, end: int) -> Spans:
        lit, marks = self._lit_in(p), _shown(p, self.marks)
        links, held, said = _shown(p, self.links), _shown(p, self.held), _shown(p, self.said)
        edges = sorted({start, end, *(e for r in [*marks, *lit, *links, *held, *said] for e in r if start < e < end)})
        spans: Spans = []
        for a, b in pairwise(edges):
            is_lit, is_mark = _within(a, lit), _within(a, marks)
            look = ("lit-mark" if is_mark else "lit") if is_lit else "mark" if is_mark else p.look
            look = "highlight" if look == p.look and _within(a, held) else look
            look = "link" if look == "plain" and _within(a, links) else look
            look = "faint" if look in ("plain", "link") and _within(a, said) else look
            spans.append((p.text[a:b], look))
        return spans


def by_block(spans: Iterable[Mark]) -> dict[int, list[tuple[int, int]]]:
    """Spans as `Ink` takes them."""
    ranges: dict[int, list[tuple[int, int]]] = {}
    for block, start, end in spans:
        ranges.setdefault(block, []).append((start, end))
    return ranges


class Marks:
    """Marked spans in text order, and which of them one stands at."""

    def __init__(self, spans: tuple[Mark, ...] = ()) -> None:
        self.spans = spans
        self.ranges = by_block(spans)
        self.at = -1
        """Index; -1 before the first step."""

    def step(self, step: int) -> Mark:
        """The next one, round the end; there must be one."""
        self.at = ((self.at + step) if self.at >= 0 else min(0, step)) % len(self.spans)
        return self.spans[self.at]


def _shown(p: Paragraph, ranges: Ranges) -> list[tuple[int, int]]:
    return [(p.shown_at(start), p.shown_at(end, end=True)) for start, end in ranges.get(p.block, ())]


def _within(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in ranges)


def spread(spans: Spans, room: int) -> Spans:
    """The same text with its spaces grown by so many cells in all."""
    grown = dict(stretched("".join(text for text, _ in spans), room))
    at, wider = 0, []
    for text, look in spans:
        wider.append(("".join(c + " " * grown.get(at + n, 0) for n, c in enumerate(text)), look))
        at += len(text)
    return wider
