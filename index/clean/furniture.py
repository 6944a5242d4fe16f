"""What is on a news page beside the article, told line by line from the line's own words.

What needs the lines around it to be judged is in `region` and `page`; the wording itself is in `wording`.
"""

from __future__ import annotations

from functools import lru_cache

from index.clean import wording, wording_abroad
from index.models import Role

_BUTTONS = wording.BUTTONS | wording_abroad.BUTTONS
_SHORT = 80
"""Characters of a line that may come again on the next page."""
_LONGEST_HEADING = 70
_SENTENCE = 4
"""Spaces of a line that ends in a full stop, from which it is no heading."""
_LONGEST_LINK = 180
"""Characters; what is longer is kept as text even if it begins like a link."""
_LONGEST_CAPTION = 900
"""Characters; nothing that stands beside an article is longer."""


def bare(line: str) -> str:
    """A line as a button would say it: lower case, no marks around it."""
    return line.casefold().strip(" \t.:!|»«>‹›<→↓↑▼▾•·[]()-–—*+#✕×…")


def is_button(line: str) -> bool:
    """True for lines that only ever stand on a button or a menu."""
    return len(line) < 60 and ((said := bare(line)) in _BUTTONS or not said)


def opens_tail(line: str) -> bool:
    """True for the headings of what follows an article: related links, comments, tags."""
    return len(line) <= _LONGEST_HEADING and _is_tail(line)


@lru_cache(4096)
def _is_tail(line: str) -> bool:
    if line[-1:] == "." and line.count(" ") >= _SENTENCE:
        return False
    low = _plain(line.lstrip(" »>•-–—*#([").lower())
    return wording.HEAD.match(low) is not None or wording_abroad.opens_tail(low)


def _plain(low: str) -> str:
    """Turkish capitals leave a dot behind when they become small."""
    return low if low.isascii() else low.replace("i\u0307", "i")


def opens_comments(line: str) -> bool:
    """True for the heading above what readers wrote."""
    return len(line) <= _LONGEST_HEADING and wording.COMMENTS.search(line.lower()) is not None


def is_cut(line: str) -> bool:
    """True for the first words of another article, as teasers give them."""
    tail = line[-60:]
    return ("..." in tail or "…" in tail) and wording.ELLIPSIS.search(tail.lower()) is not None


def is_bio(line: str) -> bool:
    """True for what is said about an author, or by the desk about who worked on the article."""
    low = line.lower()
    return len(line) < 1200 and wording.BIO_SIGN.search(low) is not None and wording.BIO.search(low) is not None


def has_contact(line: str) -> bool:
    """True when a line gives an address, a telephone number or a handle to write to."""
    line = line[:1200]
    if wording.PHONE.search(line) is not None or ("@" in line and wording.ADDRESS.search(line) is not None):
        return True
    return wording.TWITTER.search(line.lower()) is not None


def is_telephone(line: str) -> bool:
    """True for a telephone number alone; counters of shares and comments are shorter."""
    return wording.COUNT.match(line) is not None and wording.PHONE.search(line) is not None


def _is_rights(low: str) -> bool:
    return wording.RIGHTS_SIGN.search(low) is not None and wording.RIGHTS.match(low[:240]) is not None


def _is_credit(low: str) -> bool:
    if low[:2] not in wording.CREDIT_HEADS and wording.CREDIT_MARK.search(low) is None:
        return False
    return not low.startswith("by ") and wording.CREDIT.match(low) is not None


def _is_link(low: str) -> bool:
    if "click" in low and wording.CLICK.match(low) is not None:
        return True
    return wording.LINK.match(low) is not None


def _is_caption(low: str) -> bool:
    tail = low[-200:]
    if ")" in tail[-20:] and "(" in tail and wording.PICTURE_BRACKET.search(tail) is not None:
        return True
    if wording.PICTURE_SIGN.search(tail) is not None and (
        wording.PICTURE_NAMED.search(tail) is not None or wording.PICTURE_AGENCY.search(tail) is not None
    ):
        return True
    return wording.PICTURE_START.match(low) is not None


def kind(line: str) -> Role | None:
    """What a line is by its own words: links, notice, rights, credit, caption; None when it may be the article's."""
    return _kind_of_short(line) if len(line) <= _SHORT else _kind(line)


def _kind(line: str) -> Role | None:
    length = len(line)
    if is_button(line) or (line[0] == "[" and line[-1] == "]") or wording.COUNT.match(line):
        return Role.LINKS
    if length >= _LONGEST_CAPTION:
        return None
    low = line.lower()
    if length < 400 and _is_rights(low):
        return Role.RIGHTS
    if length < 130 and _is_credit(low):
        return Role.CREDIT
    if length < _LONGEST_LINK and _is_link(low.lstrip(" •-–—*#»>([")):
        return Role.LINKS
    if low[0] not in '“"«„' and _is_caption(low):
        return Role.CAPTION
    if length < 600 and wording.NOTICE.match(low.lstrip(" •*×")) is not None:
        return Role.NOTICE
    return wording_abroad.kind(_plain(low.lstrip(" •*×»>→-–—([#")))


_kind_of_short = lru_cache(8192)(_kind)
"""The menus of an outlet are the same on all its pages."""
