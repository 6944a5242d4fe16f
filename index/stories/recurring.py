"""Phrases that more than one article holds: what nobody else writes cannot be shared, and says nothing of likeness."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from index.stories.features import Features

SLOTS = 1 << 23
"""Marks for phrases: enough for the two million of 20,000 articles."""


class Recurring:
    """A table of marks instead of the phrases themselves, so that memory does not grow with the archive.

    Two phrases may fall on one mark; then one that stands alone is taken for a common one, which does little harm.
    """

    def __init__(self, articles: Iterable[Features]) -> None:
        self._codes = _Codes()
        self._holders = bytearray(SLOTS)
        """How many articles hold a phrase of this mark: none, one, or 2 for more."""
        holders = self._holders  # every phrase of the archive passes here
        for article in articles:
            for slot in self._slots(article):
                if holders[slot] < 2:
                    holders[slot] += 1

    def of(self, article: Features) -> list[bool]:
        """For each phrase of an article of the archive, whether another holds it too."""
        return [self._holders[slot] > 1 for slot in self._slots(article)]

    def _slots(self, article: Features) -> list[int]:
        codes = [self._codes[term] for term in article.terms]
        phrases = article.phrases
        return [
            (31 * codes[left] + codes[right]) & (SLOTS - 1)
            for left, right in zip(phrases[::3], phrases[1::3], strict=True)
        ]


class _Codes(dict[str, int]):
    """A number for every term, the same on every machine."""

    def __missing__(self, term: str) -> int:
        code = self[term] = crc32(term.encode("utf-8", "surrogatepass")) & (SLOTS - 1)
        return code
