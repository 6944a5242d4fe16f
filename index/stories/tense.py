"""Whether a sentence puts a day behind its article or ahead of it: by its verbs, and by what is planned for days."""

from __future__ import annotations

import re
from typing import Literal

Reading = Literal["ahead", "unsure", ""]

_WILL = (
    r"will|would|shall|is to|are to|was to|were to|set to|due|expected|scheduled|plans?|planned|ahead of|"
    r"between now and|from now|upcoming|coming|looming|hopes|intends|begins|opens|starts|leaves|arrives|departs|"
    r"travels|flies|heads|resumes|takes place|meets|celebrates|holds|wird|werden|soll|sollen|doit|devrait|"
    r"devraient|se prevé|verrà|zal"
)
WILL_BE = re.compile(rf"\b(?:{_WILL})\b", re.IGNORECASE)
"""A sentence that tells what is to come."""
HAPPENED = re.compile(
    r"\b(?:was|were|had|did|said|told|met|took|made|came|went|began|fell|won|lost|wrote|spoke|left|held|gave|"
    r"(?<!\bbe )(?<!\bto )[a-z]{2,}ed|wurde|wurden|hatte|a été|avait|fue|había)\b"
)
"""A sentence that tells what has happened."""
_AHEAD = re.compile(rf"\b(?:{_WILL}|could|until|by)\b", re.IGNORECASE)
_OF_ONE_AHEAD = re.compile(r"['’]s (?:planned|scheduled|upcoming|coming|looming|[^.,;:]{2,40} to be)\b")
_BEFORE_ONE = re.compile(r"\b(?:before|ahead of|until|till) $")
_PLANNED = re.compile(
    r"['’]s (?:\w+ ){0,3}?(?:primary|primaries|election|elections|vote|referendum|runoff|debate|summit|deadline|polls|"
    r"match|final)\b"
)
"""What is put on a day long before it comes: `before Tuesday's vote`."""
_CLEAR = 60
"""Characters within which a verb of the past makes a weekday sure."""


def reading(text: str, start: int, end: int) -> Reading:
    """`ahead` where the weekday that stands there is the next one, `unsure` where it may be, empty where it is past.

    The verb nearest before it decides; where none stands before it, the first after it.
    """
    planned = _PLANNED.match(text, end)
    if _OF_ONE_AHEAD.match(text, end):
        return "ahead"
    left = text[:start]
    will = max((found.end() for found in _AHEAD.finditer(left)), default=-1)
    told = max((found.end() for found in HAPPENED.finditer(left)), default=-1)
    if will < 0 and told < 0:
        return _after(text[end:], planned=bool(planned and _BEFORE_ONE.search(left)))
    if will >= told:
        return "ahead"
    sure = len(left) - told <= _CLEAR and not planned
    return "" if sure or not (planned or _AHEAD.search(text)) else "unsure"


def _after(right: str, *, planned: bool) -> Reading:
    will, told = WILL_BE.search(right), HAPPENED.search(right)
    if will and (told is None or will.start() < told.start()):
        return "ahead"
    return "unsure" if planned or (will and told) else ""
