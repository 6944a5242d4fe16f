"""What is on a news page beside the article, told line by line from the line's own words.

What needs the lines around it to be judged is in `region` and `page`; the wording itself is in `wording`.
"""

from __future__ import annotations

from functools import lru_cache

from index.clean import wording
from index.models import Role

_SHORT = 80
"""Characters of a line that may come again on the next page."""
_LONGEST_LINK = 180
"""Characters; what is longer is kept as text even if it begins like a link."""


def bare(line: str) -> str:
    """A line as a button would say it: lower case, no marks around it."""
    return line.casefold().strip(" \t.:!|»«>‹›<→↓↑▼▾•·[]()-–—*+#✕×…")


def is_button(line: str) -> bool:
    """True for lines that only ever stand on a button or a menu."""
    return len(line) < 60 and (bare(line) in wording.BUTTONS or not bare(line))


@lru_cache(4096)
def opens_tail(line: str) -> bool:
    """True for the headings of what follows an article: related links, comments, tags."""
    return len(line) <= 70 and wording.HEAD.match(line.lstrip(" »>•-–—*#([")) is not None


def opens_comments(line: str) -> bool:
    """True for the heading above what readers wrote."""
    return len(line) <= 70 and wording.COMMENTS.search(line) is not None


def _has_one(signs: tuple[str, ...], text: str) -> bool:
    for sign in signs:  # noqa: SIM110  # a generator costs twice as much, for every line of a page
        if sign in text:
            return True
    return False


def is_cut(line: str) -> bool:
    """True for the first words of another article, as teasers give them."""
    tail = line[-60:]
    return ("..." in tail or "…" in tail) and wording.ELLIPSIS.search(tail) is not None


def is_bio(line: str) -> bool:
    """True for what is said about an author, or by the desk about who worked on the article."""
    return len(line) < 1200 and _has_one(wording.BIO_SIGNS, line.lower()) and wording.BIO.search(line) is not None


def has_contact(line: str) -> bool:
    """True when a line gives an address, a telephone number or a handle to write to."""
    line = line[:1200]
    if wording.PHONE.search(line) is not None or ("@" in line and wording.ADDRESS.search(line) is not None):
        return True
    return "twitter" in line.lower() and wording.TWITTER.search(line) is not None


def is_telephone(line: str) -> bool:
    """True for a telephone number alone; counters of shares and comments are shorter."""
    return wording.COUNT.match(line) is not None and wording.PHONE.search(line) is not None


def _is_rights(line: str) -> bool:
    return _has_one(wording.RIGHTS_SIGNS, line) and wording.RIGHTS.match(line[:240]) is not None


def _is_credit(line: str) -> bool:
    head = line[:3].lower()
    if head[:2] not in wording.CREDIT_HEADS and wording.CREDIT_MARK.search(line) is None:
        return False
    return head != "by " and wording.CREDIT.match(line) is not None


def _is_link(line: str) -> bool:
    if "click" in line.lower() and wording.CLICK.match(line) is not None:
        return True
    return wording.LINK.match(line) is not None


def _is_caption(line: str) -> bool:
    tail = line[-200:]
    signed = _has_one(wording.PICTURE_SIGNS, tail) and wording.PICTURE_END.search(tail) is not None
    return signed or wording.PICTURE_START.match(line) is not None


def kind(line: str) -> Role | None:
    """What a line is by its own words: links, notice, rights, credit, caption; None when it may be the article's."""
    return _kind_of_short(line) if len(line) <= _SHORT else _kind(line)


def _kind(line: str) -> Role | None:
    if is_button(line) or (line[0] == "[" and line[-1] == "]") or wording.COUNT.match(line):
        return Role.LINKS
    if len(line) < 400 and _is_rights(line):
        return Role.RIGHTS
    if len(line) < 130 and _is_credit(line):
        return Role.CREDIT
    if len(line) < _LONGEST_LINK and _is_link(line.lstrip(" •-–—*#»>([")):
        return Role.LINKS
    if len(line) < 900 and line[0] not in '“"«„' and _is_caption(line):
        return Role.CAPTION
    if len(line) < 600 and wording.NOTICE.match(line.lstrip(" •*×")) is not None:
        return Role.NOTICE
    return None


_kind_of_short = lru_cache(8192)(_kind)
"""The menus of an outlet are the same on all its pages."""
