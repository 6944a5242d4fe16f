"""The terms of a sentence: folded stems without stop words, the same that search and stories see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.words import WORD, fold, stem, stop_words

UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
"""Runs of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Kana, Han."""


@lru_cache(200_000)
def _term(word: str, language: str) -> str:
    folded = fold(word)
    return "" if folded in stop_words(language) else stem(folded, language)


def _pairs(text: str) -> Iterator[str]:
    for run in UNSPACED.findall(text):
        yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))


def terms(text: str, language: str) -> list[str]:
    """What a sentence is about, in its order; scripts without spaces give pairs of characters."""
    found = [term for word in WORD.findall(text) if (term := _term(word, language))]
    if text.isascii() or not UNSPACED.search(text):
        return found
    return [term for term in found if not UNSPACED.search(term)] + list(_pairs(text))


def count_words(text: str) -> int:
    """How long a text is for a word budget: what white space parts; three characters of an unspaced script are one."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + sum(len(run) // 3 for run in UNSPACED.findall(text))


def letters(text: str) -> str:
    """Its letters and digits alone, to tell whether two texts begin or end alike."""
    return "".join(filter(str.isalnum, text)).casefold()
