"""Which sentences lost a character on the way from their source.

Cleaning takes out what could act on a terminal or hides from the eye, as a soft hyphen does. A sentence that lost one
reads as it did, but whoever looks for it in the source letter by letter finds it not; summaries prefer others.
"""

from __future__ import annotations

import unicodedata

from index.clean.safety import safe
from index.models import Article, Raw


def altered(article: Article, raw: Raw) -> frozenset[int]:
    """Numbers of such sentences; white space and the ways to compose a letter do not count."""
    source = "\n".join(block.text for block in raw.blocks) if raw.blocks else raw.text
    if safe(source) == source:
        return frozenset()
    there = _folded(source)
    numbers = range(len(article.sentences))
    return frozenset(number for number in numbers if _folded(article.sentence(number)) not in there)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
