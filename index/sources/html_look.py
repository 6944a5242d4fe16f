"""How the metadata readers look at elements: their text, their names, and whether they stand beside the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.sources.html_pieces import Element

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
"""How an address begins."""
_ELSEWHERE = re.compile(
    r"comment|related|recommend|side-?bar|(?:^|\s)footer|teaser|trending|popular|more-|latest|promo|respond"
    r"|(?:^|\s)widget_",
    re.IGNORECASE,
)
_FEW = 400
"""Elements of a kind looked at; a page with more is a list of other articles."""
_NEAR = 2
_FAR = 12
"""Levels above an element that are looked at."""
_LONGEST = 500


def letters(text: str) -> str:
    """Letters and figures alone, in lower case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def text_of(element: Element | None, seam: str = "") -> str:
    """The text in an element, in one line, cut where it is too long to be a headline or a name. `seam`: what is put
    between the texts of two elements."""
    if element is None:
        return ""
    parts, size = [], 0
    for part in element.itertext():
        parts.append(part)
        size += len(part.strip())
        if size > _LONGEST:
            break
    return " ".join(seam.join(parts).split())[:_LONGEST]


def some(elements: Iterable[Element]) -> Iterator[Element]:
    """The first of many elements."""
    for _, element in zip(range(_FEW), elements, strict=False):
        yield element


def names_of(element: Element) -> str:
    """What a page's makers call an element."""
    return " ".join(value for key in ("class", "id", "data-testid") if (value := element.get(key)))[:200]


def is_card(element: Element) -> bool:
    """True beside a heading that links to another page: the date and the author of a teaser stand there."""
    own = ""
    for level, around in enumerate(element.iterancestors()):
        if level > _NEAR or around.tag in ("body", "html", "main") or next(around.iter("h1"), None) is not None:
            return False
        for heading in (e for e in around.iter("h2", "h3", "h4", "h5") if _is_linked(e)):
            own = own or letters(text_of(next(element.getroottree().iter("title"), None)))
            return letters(text_of(heading)) not in own
    return False


def _is_linked(heading: Element) -> bool:
    if next(heading.iter("a"), None) is not None:
        return True
    return any(around.tag == "a" for _, around in zip(range(2), heading.iterancestors(), strict=False))


def is_elsewhere(element: Element) -> bool:
    """True inside comments, teasers and the like."""
    for level, around in enumerate([element, *element.iterancestors()]):
        if level > _FAR or around.tag in ("body", "html", "article", "main"):
            return False
        if around.tag in ("footer", "aside", "nav") or _ELSEWHERE.search(names_of(around)):
            return True
    return False
