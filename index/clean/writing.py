"""Ways of writing that need no sign at the end: what reads on there, and where a long paragraph may be parted.

Thai, Lao and Tibetan set a space between clauses and mostly no stop; Burmese and Khmer have stops and often leave out
the last. The others without capitals (Arabic, Hebrew, Indic, Chinese, Japanese) drop a paragraph's last stop more often
than Latin writing does.
"""

from __future__ import annotations

import re

_SPACED = "\u0e00-\u109f\u1780-\u17ff"
"""Thai, Lao, Tibetan, Burmese, Khmer."""
_SPACED_LETTER = re.compile(f"[{_SPACED}]")
_BARE_LETTER = re.compile("[\u0590-\u109f\u1100-\u18af\u3040-\ud7ff\uf900-\ufaff]")
"""Of writing without capitals; Greek, Cyrillic and Vietnamese letters are not among them."""
_MOSTLY = 0.5
"""Share of a line's characters."""
_LONG = 200
"""Characters; a shorter paragraph is one sentence."""
_LEAST = 60
"""Characters of each part."""
_CLAUSE = re.compile(rf"(?<=[{_SPACED}]{{8}}) +(?=[{_SPACED}]{{8}})")
"""A space between two long runs of letters: around numbers, foreign words and short names spaces part no clauses."""


def needs_no_stop(line: str) -> bool:
    """True for writing whose paragraphs end without any sign."""
    return _is_mostly(_SPACED_LETTER, line)


def may_end_bare(line: str) -> bool:
    """True for writing without capitals: a paragraph may lack its last stop."""
    return _is_mostly(_BARE_LETTER, line)


def _is_mostly(letter: re.Pattern[str], line: str) -> bool:
    return not line.isascii() and len(letter.findall(line)) > _MOSTLY * len(line)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The range of a sentence, parted between its clauses where it is long and its writing has no stops."""
    if end - start <= _LONG or not needs_no_stop(text[start:end]):
        return [(start, end)]
    found = []
    for space in _CLAUSE.finditer(text, start, end):
        if space.start() - start >= _LEAST and end - space.end() >= _LEAST:
            found.append((start, space.start()))
            start = space.end()
    return [*found, (start, end)]
