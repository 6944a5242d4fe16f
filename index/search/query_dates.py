"""Dates as people type them: 2023-11, last week, 3 days ago, 2023-11..2024-02. Pure: today is an argument."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from index.months import months
from index.search.nodes import DateRange

Span = tuple[date, date]

_MONTHS = tuple(names[0] for names in months("en"))
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ISO = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
_NUMBERS = (
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBER = re.compile(rf"\b({'|'.join(_NUMBERS)})(?= (?:day|week|month|year)s?\b)")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b(?: of\b)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_AGO = re.compile(r"([0-9]{1,6}) (day|week|month|year)s? ago")
_LAST = re.compile(r"(?:the )?(?:last|past) ([0-9]{1,6}) (day|week|month|year)s?")
_UNIT = re.compile(r"(?:the )?(last|this|past) (week|month|year)")
_NAMED = re.compile(r"(?:([0-9]{1,2}) )?([a-z]{3,9})(?: ([0-9]{1,2}),?)?(?: ([0-9]{4}))?")
_WEEKDAY = re.compile(r"(?:last |on )?([a-z]{6,9})")


def read_dates(text: str, today: date) -> DateRange | None:
    """The days that a text means; None if it means none."""
    folded = _ORDINAL.sub("", _NUMBER.sub(_digits, " ".join(text.lower().replace("_", " ").split())))
    if ".." in folded:
        left, _, right = (part.strip() for part in folded.partition(".."))
        first, last = read_span(left, today), read_span(right, today)
        if (left and not first) or (right and not last) or not (left or right):
            return None
        return DateRange(first[0] if first else None, last[1] if last else None)
    span = read_span(folded, today)
    return DateRange(*span) if span else None


def _digits(match: re.Match[str]) -> str:
    return str(max(1, _NUMBERS.index(match[1]) - 1))


def read_span(text: str, today: date) -> Span | None:
    """First and last day of what one expression names; None if it names nothing or lies outside the calendar."""
    for pattern, reader in _READERS:
        match = pattern.fullmatch(text)
        if match:
            try:
                span = reader(match, today)
            except (ValueError, OverflowError):
                continue
            if span:
                return span
    return None


def _month(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _iso(match: re.Match[str], _: date) -> Span:
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    return _month(year, month) if match[2] else (date(year, 1, 1), date(year, 12, 31))


def _day_first(match: re.Match[str], _: date) -> Span:
    day = date(int(match[3]), int(match[2]), int(match[1]))
    return day, day


def _near(match: re.Match[str], today: date) -> Span:
    day = today - timedelta(days=match[0] == "yesterday")
    return day, day


def _back(today: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today - timedelta(days=count * (7 if unit == "week" else 1))
    month_count = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(month_count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _ago(match: re.Match[str], today: date) -> Span:
    day = _back(today, int(match[1]), match[2])
    return {"day": (day, day), "week": _week(day), "month": _month(day.year, day.month), "year": _year(day)}[match[2]]


def _last(match: re.Match[str], today: date) -> Span:
    return _back(today, int(match[1]), match[2]), today


def _week(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _year(day: date) -> Span:
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _unit(match: re.Match[str], today: date) -> Span:
    if match[1] == "past":
        return _back(today, 1, match[2]), today
    day = _back(today, 1 if match[1] == "last" else 0, match[2])
    return {"week": _week(day), "month": _month(day.year, day.month), "year": _year(day)}[match[2]]


def _named(match: re.Match[str], today: date) -> Span | None:
    month = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(match[2])), 0)
    if not month or (match[1] and match[3]):
        return None
    day = match[1] or match[3]
    latest = today.year - (date(today.year, month, int(day or 1)) > today)
    year = int(match[4] or latest)
    return (date(year, month, int(day)), date(year, month, int(day))) if day else _month(year, month)


def _weekday(match: re.Match[str], today: date) -> Span | None:
    if match[1] not in _DAYS:
        return None
    day = today - timedelta(days=(today.weekday() - _DAYS.index(match[1]) - 1) % 7 + 1)
    return day, day


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Span | None]], ...] = (
    (_ISO, _iso),
    (_COMPACT, _iso),
    (_DOTTED, _day_first),
    (re.compile("today|yesterday"), _near),
    (_AGO, _ago),
    (_LAST, _last),
    (_UNIT, _unit),
    (_NAMED, _named),
    (_WEEKDAY, _weekday),
)
