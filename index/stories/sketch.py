"""An article in numbers: what an archive counts and looks up over all its articles at once.

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


@dataclass(frozen=True, slots=True)
class Sketch:
    """One article in numbers; 1 KB."""

    language: str
    day: int | None
    """As `Features` has it."""
    terms: bytes
    """Four for each term, in its order: the term's number, its lowest byte first."""
    phrases: bytes
    """Two for each phrase: which terms."""

    @classmethod
    def of(cls, article: Features) -> Sketch:
        """What is counted of an article."""
        terms = struct.pack(f"<{len(article.terms)}I", *map(_CODES.__getitem__, article.terms))
        phrases = bytearray(len(article.phrases) // 3 * 2)
        phrases[::2], phrases[1::2] = article.phrases[::3], article.phrases[1::3]
        return cls(article.language, article.day, terms, bytes(phrases))


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
