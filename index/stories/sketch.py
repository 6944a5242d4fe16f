"""An article in numbers: what an archive counts, looks up and compares over all its articles at once.

A term is a number made of its letters (CRC-32), so that an article's numbers are made once, where it is grouped first,
and mean the same on every machine.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:  # the store keeps sketches, and the first frame does not wait for the stemmer
    from index.stories.features import Features

COMPARED = 90
"""Terms compared as single words, the most telling ones; of the rest only the phrases are compared."""
LONGEST = 0xFFFF
"""Words of a text that are counted."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One article in numbers; 2 KB."""

    language: str
    day: int | None
    """As `Features` has it."""
    words: int
    """Length of the text, cut at `LONGEST`."""
    terms: bytes
    """Four for each term, in its order: the term's number, its lowest byte first."""
    heard: bytes
    """Three for each of the first `COMPARED` terms: how often it stands in the text and in the lead, and its `Kind`."""
    phrases: bytes
    """Three for each phrase: which terms, and how often."""
    days: bytes
    """Seven, how often each day of the week is named; then two for each day that the text names: month and day."""

    @classmethod
    def of(cls, article: Features) -> Sketch:
        """What is counted and compared of an article."""
        terms = struct.pack(f"<{len(article.terms)}I", *map(_CODES.__getitem__, article.terms))
        heard = bytearray(3 * min(COMPARED, len(article.terms)))
        heard[::3], heard[1::3], heard[2::3] = (
            each[:COMPARED] for each in (article.counts, article.lead, article.kinds)
        )
        dates = bytes(int(part) for each in article.dates for part in each.split("-"))
        days = (article.weekdays or bytes(7)) + dates
        words = min(LONGEST, article.words)
        return cls(article.language, article.day, words, terms, bytes(heard), article.phrases, days)


class _Codes(dict[str, int]):
    """A number for every term."""

    def __missing__(self, term: str) -> int:
        code = crc32(term.encode("utf-8", "surrogatepass"))
        if len(self) < _REMEMBERED:
            self[term] = code
        return code


_REMEMBERED = 200_000
_CODES = _Codes()


def code(term: str) -> int:
    """The number of a term."""
    return _CODES[term]
