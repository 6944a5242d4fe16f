"""Sets running text flush on both sides: the best line breaks of a whole paragraph, hyphens where they help. Pure.

Method: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981),
1119–1184, for cells of one width: the only measure of a line is by how much its spaces are stretched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len

Hyphenate = Callable[[str], list[int]]
"""A word → the offsets at which it may be divided."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]{6,}")
"""What may be hyphenated: shorter words, numbers and names with digits stay whole."""
_LOOSE = 1.2
"""Cells that each space of a line may grow by before hyphens are tried."""
_GAPING = 3.0
"""Cells from which on a line is better left ragged."""
_LINE, _HYPHEN, _TWICE = 0.1, 1.0, 3.0
"""What a line costs, what a hyphen at its end, and how many times that below another one; in squared cells a space."""
_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Filled:
    """One line: a half-open range of the text."""

    start: int
    end: int
    hyphen: bool = False
    """A hyphen is to be set behind it; it is no part of the text."""
    room: int = 0
    """Cells to spread over its spaces."""


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a line may end, and the next one begin."""

    end: int
    next: int
    cells: int
    """From the beginning of the text to `end`."""
    begins: int
    """From the beginning of the text to `next`."""
    spaces: int
    """White space before it."""
    hyphen: bool


def fill(text: str, width: int, taken: int = 0, hyphenate: Hyphenate | None = None) -> list[Filled] | None:
    """The lines of a paragraph, the last one ragged; None where words are too long for the measure.

    `taken` cells of the first line are not free. Linear in the text; 7 ms for a thousand words.
    """
    plain = _best(list(_breaks(text, None)), width, taken)
    if hyphenate is not None and (plain is None or any(_stretch(text, line) > _LOOSE for line in plain)):
        return _best(list(_breaks(text, hyphenate)), width, taken) or plain
    return plain


def _stretch(text: str, line: Filled) -> float:
    return line.room / max(1, len(text[line.start : line.end].split()) - 1)


def _breaks(text: str, hyphenate: Hyphenate | None) -> Iterator[_Break]:
    words = list(_WORD.finditer(text))
    width_of = len if text.isascii() else cell_len
    at = width_of(text[: words[0].start()]) if words else 0
    for number, word in enumerate(words):
        start, end = word.span()
        for offset in _hyphens(word.group(), hyphenate):
            cells = at + width_of(text[start : start + offset])
            yield _Break(start + offset, start + offset, cells + 1, cells, number, True)
        after = words[number + 1].start() if number + 1 < len(words) else len(text)
        cells = at + width_of(word.group())
        at = cells + width_of(text[end:after])
        yield _Break(end, after, cells, at, number, False)


def _hyphens(word: str, hyphenate: Hyphenate | None) -> list[int]:
    found = _LETTERS.search(word) if hyphenate is not None else None
    if found is None or hyphenate is None or "-" in word or "/" in word or "@" in word:
        return []
    return [found.start() + offset for offset in hyphenate(found.group())]


def _best(breaks: list[_Break], width: int, taken: int) -> list[Filled] | None:
    """The cheapest way from the first word to the last."""
    nodes = [_Break(0, 0, 0, 0, -1, False), *breaks]
    begins = [node.begins for node in nodes]
    gaps = [node.spaces + (not node.hyphen) for node in nodes]
    costs, before, last = [0.0] + [_NEVER] * len(breaks), [0] * len(nodes), len(nodes) - 1
    for here in range(1, len(nodes)):
        node, best = nodes[here], _NEVER
        hyphen = _HYPHEN if node.hyphen else 0.0
        for there in range(here - 1, -1, -1):
            room = width - (0 if there else taken) - node.cells + begins[there]
            if room < 0:
                break
            stretch = 0.0 if here == last else room / max(1, node.spaces - gaps[there])
            cost = costs[there] + _LINE + stretch * stretch + (hyphen * _TWICE if nodes[there].hyphen else hyphen)
            if cost < best:
                best, before[here] = cost, there
        costs[here] = best
    if not breaks or costs[-1] == _NEVER:
        return None
    return list(reversed(list(_lines(nodes, before, width, taken))))


def _lines(nodes: list[_Break], before: list[int], width: int, taken: int) -> Iterator[Filled]:
    here = len(nodes) - 1
    while here > 0:
        there = before[here]
        one, other = nodes[there], nodes[here]
        room = width - (taken if there == 0 else 0) - (other.cells - one.begins)
        gaps = other.spaces - one.spaces - (not one.hyphen)
        spread = here < len(nodes) - 1 and gaps > 0 and room / gaps <= _GAPING
        yield Filled(one.next, other.end, other.hyphen, room if spread else 0)
        here = there


def stretched(line: str, room: int) -> Iterator[tuple[int, int]]:
    """Where in a line its spaces are, each with the cells that it grows by."""
    spaces = [match.start() for match in re.finditer(r"\s+", line)]
    for number, at in enumerate(spaces):
        more = room * (number + 1) // len(spaces) - room * number // len(spaces)
        if more:
            yield at, more


@cache
def hyphenation(language: str) -> Hyphenate | None:
    """The patterns of a language; None where there are none, or where pyphen is not installed.

    Names stay whole, but for German, where every noun looks like one. pyphen (used under the MPL 1.1) takes 15 ms to
    import and 20 ms for the patterns of a language: only for who wants justified text.
    """
    try:
        import pyphen
    except ImportError:
        return None
    name = pyphen.language_fallback(language) or next(
        (each for each in sorted(pyphen.LANGUAGES) if each.startswith(f"{language}_")), None
    )
    if not language or name is None:
        return None
    positions = pyphen.Pyphen(lang=name, left=2, right=3).positions
    return cache(lambda word: [] if word[0].isupper() and language != "de" else [int(at) for at in positions(word)])
