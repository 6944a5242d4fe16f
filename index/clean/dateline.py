"""The dateline: where and when a report was written, and by which agency, at the head of its first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.clean.agencies import agency
from index.clean.dates import MONTH_NAME
from index.clean.wordlist import word_set

_CAPS = r"[^\W\d_a-zà-ÿа-я][^\W\d_a-zà-ÿа-я.'’-]*"
_PLACE_CAPS = rf"(?P<caps>{_CAPS}(?:[ /]{_CAPS}){{0,4}})"
_PLACE = r"(?P<place>[^\W\d_a-z][\w.'’-]+(?:[ /-][\w.'’-]+){0,3})"
_REGION = r"(?:, ?(?:[^\W\d_][\w.'’]+ ?){1,4})?"
_DAY = rf"(?:,? (?P<day>(?:[^\W\d_]{{3,9}}\.?,? )?(?i:{MONTH_NAME} \d\d?|\d\d?\.? {MONTH_NAME})(?:,? \d{{4}})?))"
_SIGN = r"(?: ?[,(/\[]+ ?(?P<sign>[^()/\[\]]{2,40})[)/\]]+)"
_DASH = r"(?: ?(?:-{1,2}|[–—_]|\.\s?[-–—]|:)\s+| ?[–—]+|\.\s+(?=[^\W\d_a-z]))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE if flag else 0)
    for form, flag in (
        (rf"{_PLACE_CAPS}{_REGION}{_DAY}?{_SIGN}? ?(?:-{{1,2}} |[–—_]\s*|: |\.\s?[-–—]\s*)", False),
        (rf"(?=\D{{3,90}}\d){_PLACE}{_REGION}{_DAY}{_SIGN}?{_DASH}", False),
        (rf"{_PLACE}{_REGION}{_SIGN}{_DASH}", False),
        (
            r"\((?P<sign>CNN|AP|AFP|Reuters|UPI|BBC|NBC News|CNN Student News|CNET|Mashable|Bloomberg|dpa|EFE|ANSA"
            r"|Xinhua)\)(?: ?(?:-{1,2}|[–—:])\s*|\s+)",
            False,
        ),
    )
)
_NO_PLACE = word_set(
    "UPDATE CORRECTION EXCLUSIVE BREAKING WATCH VIDEO NOTE NOTES PHOTOS UPDATED OPINION"
    "  ANALYSIS FILE CORRECTED RELATED Q A FACT INTERVIEW"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence."""

    end: int
    """Where the report itself begins."""
    place: str
    day: str
    """As written, often without a year."""
    agency: str


def dateline(paragraph: str) -> Dateline | None:
    """The dateline of a first paragraph; None if it has none."""
    head = paragraph[:140]
    for form in _FORMS:
        match = form.match(head)
        if match and match.end() < len(paragraph):
            parts = match.groupdict()
            place = (parts.get("caps") or parts.get("place") or "").strip(" ,.")
            sign, day = parts.get("sign") or "", parts.get("day") or ""
            if place.split(" ")[0].strip(":,") in _NO_PLACE or (not sign and not day and not _sound(place, paragraph)):
                continue
            if parts.get("place") and sign and not agency(sign) and not day:
                continue
            return Dateline(match.end(), place, day, agency(sign))
    return None


def _sound(place: str, paragraph: str) -> bool:
    """A place in capitals alone: long enough to be none of the short capitals that begin sentences, in mixed text."""
    return len(place) > 3 and not paragraph[:200].isupper() and any(map(str.islower, paragraph[:200]))
