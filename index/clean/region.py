"""Where on a page the article stands: the stretch of lines with the most running text.

Every line is worth something: running text its words, furniture and lone links less than nothing. The article is the
contiguous stretch of greatest worth (Kadane; for text extraction: Pasternack & Roth, "Extracting Article Text from the
Web with Maximum Subsequence Segmentation", WWW 2009), cut where a heading opens what follows an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.clean import furniture
from index.clean.writing import may_end_bare, needs_no_stop
from index.models import Role

_LINK_LIKE = -5.0
_LISTED = 1.0
_FURNITURE = -8.0
_TAIL = -24.0
_TEASER = -10.0
_FULL_WORTH = 40.0
"""Words; a longer line is not worth more, so that one long notice outweighs nothing."""
_ALL_TEXT = 6.0
"""Where running text outweighs all else so far, the text is an article alone, and little of it is furniture."""
_LEAD = 14
"""Words of a first paragraph that furniture parts from the rest."""
_LEAD_GAP = 25
_ENOUGH = 100.0
"""Words of running text before a tail heading may end the article."""
_LINKS_BETWEEN = 12
"""Lines that a box of links in the middle of an article may have."""
_BUTTONS = 2
_BETWEEN = (Role.LINKS, Role.NOTICE, Role.CREDIT, Role.CAPTION)
_TEASERS = 18
_TEASER_WORDS = 33
"""A teaser has fewer words than this, on average; single paragraphs under many headings have more."""
_LOOK_AHEAD = 10
_PARAGRAPH = 8.0
_PAIRS = 3
"""Paragraphs directly followed by another, among the lines looked at."""
_ENDINGS = frozenset(".!?:;…。！？｡।॥۔؟؛။។៕།༎։።፧")
_BARE, _SHORTEST = 36, 18
"""Characters of a line in writing that needs no stop, from which it is running text: anywhere, right after some."""
_BARE_END = 9
"""Words of a line right after running text, in writing that may leave the last stop out."""
_ADDRESS_AFTER = re.compile(r"(?:\s+(?:https?://|pic\.twitter\.com/|t\.co/)\S*)+$")
_MARKS = "\"'”’»“)]」』*†"


def words_in(line: str) -> int:
    """Words; in writing without spaces, about as many as the same text has in English."""
    count = line.count(" ") + 1
    return count if line.isascii() or len(line) < 12 * count else max(count, len(line) // 3)


def is_ended(line: str) -> bool:
    """True when a line ends as a sentence does, an address after it or not."""
    if "/" in line[-120:]:
        line = _ADDRESS_AFTER.sub("", line[-400:])
    return line.rstrip(_MARKS)[-1:] in _ENDINGS


def is_prose(line: str) -> bool:
    """True for running text: a sentence at least, or a long line."""
    return _is_running(line, words_in(line))


def _is_running(line: str, count: int) -> bool:
    return count >= 22 or (count >= 5 and is_ended(line)) or (len(line) >= _BARE and needs_no_stop(line))


def is_last_paragraph(line: str) -> bool:
    """True for what may be a paragraph without its last stop, where nothing but the lines around it can tell."""
    if len(line) < _SHORTEST or furniture.is_cut(line) or furniture.opens_tail(line):
        return False
    return needs_no_stop(line) or (words_in(line) >= _BARE_END and may_end_bare(line))


def worth(line: str, kind: Role | None) -> float:
    """What a line adds to a stretch, in words."""
    if furniture.opens_tail(line):
        return _TAIL
    if kind in (Role.CAPTION, Role.CREDIT):
        return -2.0
    if kind is not None:
        return _FURNITURE
    count = words_in(line)
    if count < 45 and furniture.is_cut(line):
        return _TEASER
    if _is_running(line, count):
        return min(float(count), _FULL_WORTH) if count >= 8 else count / 2
    if line[0].islower() and count > 2:
        return 0.0
    return _LINK_LIKE if count < 12 else -1.0


def listed(lines: Sequence[str], kinds: Sequence[Role | None]) -> list[bool]:
    """For each line: is it one of the short lines that a paragraph ending in a colon announces?"""
    found = [False] * len(lines)
    for start, line in enumerate(lines):
        if line[-1] == ":" and kinds[start] is None and words_in(line) > 5:
            for at in range(start + 1, len(lines)):
                if not _in_list(lines[at], kinds[at]):
                    break
                found[at] = True
    return found


def _in_list(line: str, kind: Role | None) -> bool:
    return kind is None and line[-1] != ":" and words_in(line) < 22 and not furniture.opens_tail(line)


def article_region(lines: Sequence[str], kinds: Sequence[Role | None]) -> tuple[int, int]:
    """The half-open range of lines that holds the article; empty when nothing reads like one."""
    values = [
        _LISTED if in_list else worth(line, kind)
        for line, kind, in_list in zip(lines, kinds, listed(lines, kinds), strict=True)
    ]
    text = sum(value for value in values if value >= _PARAGRAPH)
    if text > _ALL_TEXT * -sum(value for value in values if value < 0):
        values = [max(value, _LINK_LIKE / 5) if value > _TAIL else value for value in values]
    start, end = _best_stretch(values)
    cut = _before_tail(lines, values, start, end)
    return start, _last_words(lines, kinds, values, cut) if cut == end else cut


def from_headline(lines: Sequence[str], kinds: Sequence[Role | None], headline: int, start: int) -> int:
    """Where the article begins, given its headline: the first paragraph between the two counts, if not far off."""
    for at in range(max(headline + 1, start - _LEAD_GAP), start):
        if (
            kinds[at] is None
            and words_in(lines[at]) >= _LEAD
            and is_ended(lines[at])
            and not furniture.is_cut(lines[at])
        ):
            return at
    return start


def _best_stretch(values: Sequence[float]) -> tuple[int, int]:
    best, best_range, total, start = 0.0, (0, 0), 0.0, 0
    for at, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, best_range = total, (start, at + 1)
    return best_range


def _before_tail(lines: Sequence[str], values: Sequence[float], start: int, end: int) -> int:
    """Cuts where a tail heading stands after enough running text and no paragraph follows another soon."""
    seen = 0.0
    for at in range(start, end):
        if values[at] > 0:
            seen += values[at]
        elif seen > _ENOUGH and (values[at] == _TAIL or _teasers_follow(values[at : min(end, at + _TEASERS)])):
            ahead = values[at + 1 : min(end, at + 1 + _LINKS_BETWEEN + _LOOK_AHEAD)]
            if furniture.opens_comments(lines[at]) or not _goes_on(ahead):
                return at
    return end


def _last_words(lines: Sequence[str], kinds: Sequence[Role | None], values: Sequence[float], end: int) -> int:
    """Takes in short paragraphs that only buttons, notices and credits part from the rest."""
    if _is_left_out(lines, kinds, end):
        end += 1
    at = end
    while 0 < at < len(lines) and at - end <= _BUTTONS:
        if kinds[at] is None and values[at] > 0 and is_prose(lines[at]):
            end = at + 1
        elif kinds[at] not in _BETWEEN or values[at] == _TAIL:
            break
        at += 1
    return end


def _is_left_out(lines: Sequence[str], kinds: Sequence[Role | None], at: int) -> bool:
    """True for a single paragraph without its last stop, right after the article; teasers come several in a row."""
    if not 0 < at < len(lines) or not is_prose(lines[at - 1]):
        return False
    bare = [kinds[near] is None and is_last_paragraph(lines[near]) for near in range(at, min(len(lines), at + 2))]
    return bare[0] and not any(bare[1:])


def _teasers_follow(values: Sequence[float]) -> bool:
    """True when only single paragraphs among more links, names and dates follow."""
    ahead = [value >= _PARAGRAPH for value in values[:_TEASERS]]
    pairs = any(one and two for one, two in pairwise(ahead))
    if len(ahead) < _TEASERS or pairs or sum(ahead) > 0.4 * _TEASERS:
        return False
    return sum(value for value in values[:_TEASERS] if value >= _PARAGRAPH) < _TEASER_WORDS * sum(ahead)


def _goes_on(values: Sequence[float]) -> bool:
    """True when the article itself comes back: paragraphs follow each other; teasers have names and dates between."""
    first = next((at for at, value in enumerate(values[:_LINKS_BETWEEN]) if value >= _PARAGRAPH), None)
    if first is None:
        return False
    stretch = [value >= _PARAGRAPH for value in values[first : first + _LOOK_AHEAD]]
    return sum(one and two for one, two in pairwise(stretch)) >= min(_PAIRS, max(1, len(stretch) - 1))
