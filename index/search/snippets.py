"""Where the words of a query stand in an article: every place for the reader, and the most telling window for a list.

Pure; about 1 ms for 10,000 words, because words are compared folded and only the first few thousand are looked at for
a snippet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from index.hits import Marked
from index.search.tokens import tokens, unspaced
from index.words import fold, stem

_READ = 60_000
"""Characters of the text that a snippet may come from."""
_FIRST = 16_000
"""Characters that are enough when two of the words stand in them."""
_NEAR_START = 0.25
"""How much the start of a text counts against one more word of the query."""
_SPACE = re.compile(r"\s+")
_ELLIPSIS = "…"
_SEVERAL = "ß"
"""Stands in a plain text for a letter that folds to several or to none, and may be any of them."""

Span = tuple[int, int]


def highlights(text: str, marks: Collection[str], language: str) -> tuple[Span, ...]:
    """Each place where a marked word stands, itself or inflected, as half-open ranges of characters, in order."""
    return tuple((start, end) for start, end, _ in _places(text, marks, language))


def snippet(text: str, marks: Collection[str], language: str, width: int = 160) -> Marked:
    """At most `width` characters of whole words around the place where most of the marked words stand close together.

    The start of the text where none stands; an ellipsis where words are left out; white space as single spaces.
    """
    read = text[:_FIRST]
    places = _places(read, marks, language)
    if len(text) > _FIRST and len({root for *_, root in places}) < 2:
        read = text[:_READ]
        places = _places(read, marks, language)
    start, end = _window(read, places, max(1, width - 2 * len(_ELLIPSIS)))
    inside = [(left, right) for left, right, _ in places if start <= left and right <= end]
    return _cut(read, start, end, inside, more=end < len(text.rstrip()))


def _places(text: str, marks: Collection[str], language: str) -> list[tuple[int, int, str]]:
    """Start, end and stem of each marked word."""
    wanted = frozenset(mark for mark in marks if mark)
    if not wanted:
        return []
    stems = frozenset(stem(mark, language) for mark in wanted)
    if unspaced(text):
        found = tokens(text)
    else:
        pattern = _candidates(tuple(sorted({mark[:3] for mark in wanted | stems})))
        found = ((m.start(), m.end(), text[m.start() : m.end()]) for m in pattern.finditer(_plain(text)))
    roots: dict[str, str] = {}
    places = []
    for start, end, word in found:
        root = roots.get(word)
        if root is None:
            root = roots[word] = _root(fold(word), wanted, stems, language)
        if root:
            places.append((start, end, root))
    return places


@lru_cache(64)
def _candidates(heads: tuple[str, ...]) -> re.Pattern[str]:
    """In a plain text, the words with one of these heads: comparing these alone takes a tenth of the time."""
    by_first = {first: "|".join(_tail(head[1:]) for head in some) for first, some in groupby(heads, itemgetter(0))}
    inside = "|".join(f"(?<={first})(?:{tails})" for first, tails in by_first.items())
    return re.compile(rf"[{_SEVERAL}{''.join(by_first)}](?<![^\W_].)(?:(?<={_SEVERAL})|{inside})[^\W_]*(?:'[^\W_]+)*")


def _tail(head: str) -> str:
    """The rest of a head, an apostrophe allowed before each letter; one that may be any ends it."""
    return f"'?(?:{_SEVERAL}|{head[0]}{_tail(head[1:])})" if head else ""


def _plain(text: str) -> str:
    """A text with each letter folded at its place. Few different ones are not ASCII, and to replace one of them all
    over a text takes a hundredth of looking at each letter."""
    for letter in () if text.isascii() else set(text):
        if letter > "\x7f":
            text = text.replace(letter, _letter(letter))
    return text.lower()


@lru_cache(10_000)
def _letter(letter: str) -> str:
    if letter == "’":
        return "'"
    folded = fold(letter) if letter.isalnum() else letter
    return folded if len(folded) == 1 else _SEVERAL


def _root(word: str, wanted: frozenset[str], stems: frozenset[str], language: str) -> str:
    root = stem(word, language)
    return root if word in wanted or root in stems else ""


def _window(text: str, places: Sequence[tuple[int, int, str]], width: int) -> Span:
    """The range with most different words, then most places, the start of the text preferred."""
    best, chosen = -1.0, (0, 0)
    last = 0
    inside: dict[str, int] = {}
    for first, (start, end, _) in enumerate(places):
        while last < len(places) and (places[last][1] - start <= width or last == first):
            inside[places[last][2]] = inside.get(places[last][2], 0) + 1
            last += 1
        value = len(inside) + 0.1 * min(last - first, 5) - _NEAR_START * start / max(1, len(text))
        if value > best:
            best, chosen = value, (start, max(end, places[last - 1][1]))
        root = places[first][2]
        inside[root] -= 1
        if not inside[root]:
            del inside[root]
    return _whole_words(text, *_widened(text, *chosen, width))


def _widened(text: str, start: int, end: int, width: int) -> Span:
    """Room on both sides of a range, a third of it before; a text that fits is taken from its start."""
    spare = max(0, width - (end - start))
    left = max(0, start - spare // 3)
    right = min(len(text), max(end, left + width))
    return (max(0, min(left, right - width)) if end else 0), right


def _whole_words(text: str, start: int, end: int) -> Span:
    """The range without the parts of words at its ends, if a space is near enough."""
    if start > 0 and not text[start - 1].isspace():
        space = _SPACE.search(text, start, min(end, start + 40))
        start = space.end() if space else start
    if end < len(text) and not text[end].isspace():
        spaces = list(_SPACE.finditer(text, max(start, end - 40), end))
        end = spaces[-1].start() if spaces else end
    return start, max(start, end)


def _cut(text: str, start: int, end: int, places: Sequence[Span], *, more: bool) -> Marked:
    """The range in one line, with the places moved to where they are now."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    told = [_ELLIPSIS] if text[:start].strip() else []
    length, at, spans = len("".join(told)), start, []
    for left, right in [*places, (end, end)]:
        piece = _SPACE.sub(" ", text[at:left])
        told.append(piece)
        length += len(piece)
        if right > left:
            told.append(text[left:right])
            spans.append((length, length + right - left))
            length += right - left
        at = right
    if more:
        told.append(_ELLIPSIS)
    return Marked("".join(told), tuple(spans))
