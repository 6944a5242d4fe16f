"""What is on a news page beside the article, told line by line from the line's own words.

What needs the lines around it to be judged is in `region` and `page`; the wording itself is in `wording`.
"""

from __future__ import annotations

from index.clean import wording
from index.models import Role

_LONGEST_LINK = 180
"""Characters; what is longer is kept as text even if it begins like a link."""


def bare(line: str) -> str:
    """A line as a button would say it: lower case, no marks around it."""
    return line.casefold().strip(" \t.:!|»«>‹›<→↓↑▼▾•·[]()-–—*+#✕×…")


def is_button(line: str) -> bool:
    """True for lines that only ever stand on a button or a menu."""
    return len(line) < 60 and (bare(line) in wording.BUTTONS or not bare(line))


def opens_tail(line: str) -> bool:
    """True for the headings of what follows an article: related links, comments, tags."""
    return len(line) <= 70 and wording.HEAD.match(line.lstrip(" »>•-–—*#([")) is not None


def opens_comments(line: str) -> bool:
    """True for the heading above what readers wrote."""
    return len(line) <= 70 and wording.COMMENTS.search(line) is not None


def is_cut(line: str) -> bool:
    """True for the first words of another article, as teasers give them."""
    return wording.ELLIPSIS.search(line[-60:]) is not None


def is_bio(line: str) -> bool:
    """True for what is said about an author, or by the desk about who worked on the article."""
    return len(line) < 1200 and wording.BIO.search(line) is not None


def has_contact(line: str) -> bool:
    """True when a line gives an address, a telephone number or a handle to write to."""
    return wording.CONTACT.search(line[:1200]) is not None


def _is_rights(line: str) -> bool:
    return any(sign in line for sign in wording.RIGHTS_SIGNS) and wording.RIGHTS.match(line[:240]) is not None


def _is_caption(line: str) -> bool:
    tail = line[-200:]
    signed = any(sign in tail for sign in wording.PICTURE_SIGNS) and wording.PICTURE_END.search(tail) is not None
    return signed or wording.PICTURE_START.match(line) is not None


def kind(line: str) -> Role | None:
    """What a line is by its own words: links, notice, rights, credit, caption; None when it may be the article's."""
    if is_button(line) or (line[0] == "[" and line[-1] == "]") or wording.COUNT.match(line):
        return Role.LINKS
    if len(line) < 400 and _is_rights(line):
        return Role.RIGHTS
    if len(line) < 130 and wording.CREDIT.match(line) and line[:3].lower() != "by ":
        return Role.CREDIT
    if len(line) < _LONGEST_LINK and wording.LINK.match(line.lstrip(" •-–—*#»>([")):
        return Role.LINKS
    if len(line) < 900 and line[0] not in '“"«„' and _is_caption(line):
        return Role.CAPTION
    if len(line) < 600 and wording.NOTICE.match(line.lstrip(" •*×")) is not None:
        return Role.NOTICE
    return None
