"""Days that a text names: "on Thursday", "9 November". Two reports of one event name the same ones."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from index import months

_MOST_DATES = 12
"""Days kept of one text: a chronicle that names fifty is not evidence of any of them."""


_NUMBER = re.compile(r"(?<![\d.,])\d{1,2}(?!\d|[.,]\d)(?:st|nd|rd|th|er|º)?")
_BEFORE = re.compile(r"\b([^\W\d_]+)\.?\s+$")
_AFTER = re.compile(r"\.?\s+(?:de\s+)?([^\W\d_]+)")


def weekdays(text: str, language: str) -> bytes:
    """How often each day of the week is named, from Monday; empty where none is, or the language is not known."""
    names = months.weekday_numbers(language)
    found = [0] * 7
    for match in _weekday(language).finditer(text.lower()) if names else ():
        found[names[match.group()]] += 1
    return bytes(min(60, times) for times in found) if any(found) else b""


def month_days(text: str, language: str) -> tuple[str, ...]:
    """The days named with their month, as `11-9`, in order of first mention, each once."""
    known = months.month_numbers(language)
    found = {}
    for match in _NUMBER.finditer(text) if known else ():
        before = _BEFORE.search(text, max(0, match.start() - 14), match.start())
        after = _AFTER.match(text, match.end())
        for word in (before, after):
            month = known.get(word[1].lower()) if word else None
            if month:
                day = int("".join(filter(str.isdigit, match.group())))
                found[f"{month}-{day}"] = 1 <= day <= 31
    return tuple(day for day, sane in found.items() if sane)[:_MOST_DATES]


def month_day(ordinal: int) -> str:
    """A day in the form of `month_days`."""
    day = date.fromordinal(ordinal)
    return f"{day.month}-{day.day}"


@cache
def _weekday(language: str) -> re.Pattern[str]:
    """The beginning of a word that names a day; the rest of it may be an ending, or the time of the day."""
    longest = sorted(months.weekday_numbers(language), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})")
