"""Which elements of a page are shown as its text: boxes that wait to be opened are not, a figure left open is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from index.clean.region import is_ended
from index.sources.html_names import HOLDERS

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOX = re.compile(
    r"cookie|consent|gdpr|privacy|modal|popup|pop-up|overlay|dialog|lightbox|newsletter|subscri|login|sign-?(?:up|in)|menu"
    r"|nav|comment|related|promo|banner|tooltip|toast",
    re.IGNORECASE,
)
"""What opens over a page when it is asked to."""
_PARAGRAPH = 12
"""Spaces between the words of a whole paragraph."""
_CAPTIONS = 2
"""Whole paragraphs that a caption may have."""


def is_hidden(element: Any) -> bool:
    """True for what a page does not show; the slides and folded parts of an article are shown on a click."""
    style = element.get("style")
    if style is None or len(style) >= 500 or _HIDDEN.search(style) is None:
        return False
    names = " ".join(element.get(key) or "" for key in ("class", "id", "role"))
    return element.tag not in HOLDERS or _BOX.search(names) is not None or not _holds_text(element)


def _holds_text(element: Any) -> bool:
    """True for two whole paragraphs at least that are no links."""
    return sum(1 for _ in islice(_whole_paragraphs(element), 2)) > 1


def _whole_paragraphs(element: Any) -> Iterator[Any]:
    """Those of the first paragraphs in an element that are sentences, and no links."""
    for paragraph in islice(element.iter("p"), 20):
        text = " ".join("".join(paragraph.itertext()).split())
        linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
        if text.count(" ") >= _PARAGRAPH and is_ended(text) and 2 * linked < len(text):
            yield paragraph


def is_unclosed(figure: Any) -> bool:
    """True for a figure or caption that goes on as the article: its end is missing, or its name speaks of a part."""
    told = next(figure.iterchildren("figcaption"), None) is not None
    outside = (p for p in _whole_paragraphs(figure) if not told or next(p.iterancestors("figcaption"), None) is None)
    return next(islice(outside, 0 if told else _CAPTIONS, None), None) is not None
