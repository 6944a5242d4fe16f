"""What is one word of the index: a word of the house, or one character in scripts without spaces. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.words import WORD, fold, words

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Khmer, kana and ideographs: written without spaces, so each character is a token and a word a phrase."""


_ELIDED = re.compile(
    "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|(?:d|n|s)?ell|all|sull|quest)['’ʼ](?=[^\\W_]{2})", re.IGNORECASE
)
"""Articles and pronouns that French, Italian and Catalan tie to the next word: l’Iran is Iran."""


def unspaced(text: str) -> bool:
    """True when some of a text is in a script without spaces."""
    return not text.isascii() and _UNSPACED.search("".join(set(text))) is not None


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Each token of a text as (start, end, folded); never an empty one."""
    for start, end, folded in words(text):
        elided = _ELIDED.match(text, start, end)
        if elided:
            start, folded = elided.end(), fold(text[elided.end() : end])
        if folded.isascii() or not _UNSPACED.search(folded):
            if folded:
                yield start, end, folded
        else:
            yield from _characters(text, start, end)


def _characters(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    at = start
    while at < end:
        stop = at + 1
        if not _UNSPACED.match(text[at]):
            while stop < end and not _UNSPACED.match(text[stop]):
                stop += 1
        folded = fold(text[at:stop])
        if folded:
            yield at, stop, folded
        at = stop


def terms(text: str) -> list[str]:
    """The folded tokens of a text, in order: three times as fast as `tokens`, which tells their places."""
    return [token for word in WORD.findall(text) for token in _terms(word)]


@lru_cache(200_000)
def _terms(word: str) -> tuple[str, ...]:
    return tuple(folded for _, _, folded in tokens(word))
