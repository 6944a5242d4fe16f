"""Dates as newspapers write them, in the languages most of them are written in. An impossible date is no date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urlsplit

from index.clean.wordlist import word_set
from index.models import Precision, Published
from index.months import month_numbers

_MONTH = month_numbers()
MONTH_NAME = "(" + "|".join(sorted(map(re.escape, _MONTH), key=len, reverse=True)) + r")\b\.?"
"""A month in any of the languages, as a group of a pattern."""
_YEAR = r"((?:18|19|20)\d\d)(?!\d(?!\d?:\d\d))"
_DATE = re.compile(
    rf"(?<!\d)(?:{_YEAR}[-/.](\d\d?)[-/.](\d\d?)(?!\d)|((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"
    rf"|(\d\d?)(?:st|nd|rd|th|er|\.|º|°)?[ /-](?:of |de |d’|d')?{MONTH_NAME}(?: of| de|,)?[ /-]{_YEAR}"
    rf"|\b(?=\w{{3,12}}\.?[ -]\d){MONTH_NAME}[ -](\d\d?)(?:st|nd|rd|th)?(?:,|\.)? ?{_YEAR}"
    rf"|(\d\d?)(\.[ ]?|[/-])(\d\d?)\14(?:{_YEAR}|(\d\d)(?!\d)))"
    rf"|{_YEAR}(?:\s*[年년]\s*(\d\d?)\s*[月월]\s*(\d\d?)\s*[日일]|[.,]?[ ]{MONTH_NAME}[ ](\d\d?)(?![\d:]))",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(r"[12/](?:(?<=1)[89]\d\d|(?<=2)0\d\d|(?<=/)\d\d)")
"""One set of characters to look for first: three times as fast as three patterns side by side."""
_DAY_MONTH = re.compile(rf"\b(?:{MONTH_NAME} (\d\d?)|(\d\d?)\.? {MONTH_NAME})(?!\d)", re.IGNORECASE)
_CLOCK = re.compile(r"^\D{0,12}?\b(\d\d?)[:.h](\d\d)(?::\d\d)?\s*([ap])?\.?m?\b", re.IGNORECASE)
_AMERICAN = re.compile(r"\d ?(?:[AaPp]\.?[Mm]\.?)? ?(?:[ECMP]DT|PST|[EP]T)\b")
"""A clock time in a zone of North America alone (EST and CST are Australia's and China's, too)."""
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)(?:/[a-z_]{3,20}(?=/\d\d?/\d\d?/))?[/-](\d\d?|[a-z]{3})(?:[/-](\d\d?))?(?=[/-]|$)"
    r"|[/_-]((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?=\D|$)",
    re.IGNORECASE,
)
Order = Literal["", "day", "month"]
_BY_DAY = word_set("de fr es it pt nl pl ru uk cs sk tr ro el sv da nb no fi ca gl hr sr bg sl id vi ar he sq et lv is")
"""Languages that write the day before the month wherever they are written."""
_DAY_FIRST = word_set(
    "gb uk ie au nz in za ng ke gh pk bd lk sg my jm tt mt hk de at ch fr es it pt nl be pl ru ua cz sk tr ro gr se dk"
    " no fi br mx ar cl co pe"
)
"""Countries that do so, as addresses and language tags name them."""
_EARLIEST = 1800
_LATEST = 2049
_A_DAY = 86_400
_NO_TIME, _FAR = 631_152_000, 2_524_608_000
"""1990 and 2050 in seconds: archives count from 1980, and what lies outside is a clock that was never set."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date and where it stands in the text it was found in."""

    when: date
    start: int
    end: int


def _month(name: str) -> int:
    """Its number; 0 where letters that only a pattern takes for the same (İ, ı) make it another word."""
    return _MONTH.get(name.lower().replace("i\u0307", "i"), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None


def order_of(language: str, url: str = "") -> Order:
    """How figures are ordered where a page comes from, by its language tag and its address; empty where not sure.

    English alone says nothing: 9/6/2017 is a day in September in the United States and in June elsewhere.
    """
    code, _, region = language.strip().lower().replace("_", "-").partition("-")
    country = (urlsplit(url).hostname or "").rpartition(".")[2] if url.isprintable() and "[" not in url else ""
    if code in _BY_DAY or (code == "en" and region in _DAY_FIRST) or country in _DAY_FIRST:
        return "day"
    return "month" if (code == "en" and region in ("us", "ph")) or country in ("us", "gov", "mil") else ""


def _figures(first: int, second: int, year: int, order: Order) -> date | None:
    """9/6/2017 has no meaning that is sure unless its order is known; 13/6/2017 and 6/13/2017 have."""
    if first > 12 or first == second:
        return _day(year, second, first)
    if second > 12 or order == "month":
        return _day(year, first, second)
    return _day(year, second, first) if order == "day" else None


def _read(match: re.Match[str], order: Order) -> date | None:
    g = match.groups()
    if g[0]:
        return _day(int(g[0]), int(g[1]), int(g[2]))
    if g[3]:
        return _day(int(g[3]), int(g[4]), int(g[5]))
    if g[6]:
        return _day(int(g[8]), _month(g[7]), int(g[6]))
    if g[9]:
        return _day(int(g[11]), _month(g[9]), int(g[10]))
    if g[12]:
        year = int(g[15] or 2000 + int(g[16]))
        if g[13][0] == "." and int(g[14]) <= 12:
            return _day(year, int(g[14]), int(g[12]))
        return _figures(int(g[12]), int(g[14]), year, order)
    return _day(int(g[17]), int(g[18]) if g[18] else _month(g[20]), int(g[19] or g[21]))


def dates(text: str, order: Order = "") -> list[Found]:
    """Every possible calendar day in a text, in order.

    `order`: what stands first in 9/6/2017, where it is known; an American clock time tells it, too.
    """
    if _MAY_HOLD.search(text) is None:
        return []
    if not order and _AMERICAN.search(text):
        order = "month"
    return [Found(when, m.start(), m.end()) for m in _DATE.finditer(text) if (when := _read(m, order))]


def first(text: str, found_in: str, order: Order = "") -> Published | None:
    """The first day named in a text, as a time of publication; to the minute where a clock time follows it."""
    for found in dates(text, order):
        after = text[found.end : found.end + 24]
        clock = _CLOCK.match(after)
        # The time zone is rarely given: a clock time helps only to order the articles of one day.
        time = _time(clock) if clock and len(text) < 120 else ""
        return Published(found.when.isoformat() + time, "minute" if time else "day", found_in)
    return None


def _time(clock: re.Match[str]) -> str:
    hour, minute = int(clock[1]), int(clock[2])
    if clock[3] and hour <= 12:
        hour = hour % 12 + (12 if clock[3].lower() == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def day_of_year(text: str, year: int) -> date | None:
    """A day without its year ("Nov 9"), in a year known from elsewhere."""
    match = _DAY_MONTH.search(text)
    if not match:
        return None
    month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
    return _day(year, _month(month), int(day))


def in_url(url: str) -> Published | None:
    """The day or month that many addresses carry."""
    for match in _IN_URL.finditer(url.split("?")[0]):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        number = int(month) if month.isdigit() else _month(month)
        when = _day(int(year), number, int(day or 1))
        if when:
            return Published(when.isoformat() if day else when.isoformat()[:7], "day" if day else "month", "url")
    return None


def field(value: str, order: Order = "") -> Published | None:
    """What a source's own date field says: ISO 8601, RFC 822, seconds or milliseconds since 1970, or words."""
    value = value.strip()
    if not value:
        return None
    if re.fullmatch(r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", value):
        precision: Precision = "year" if len(value) == 4 else "month"
        return Published(value, precision, "metadata") if int(value[:4]) <= _LATEST else None
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", value):
        seconds = float(value) / (1000 if len(value.split(".")[0]) > 10 else 1)
        return _moment(datetime.fromtimestamp(seconds, UTC))
    for read in (_iso, parsedate_to_datetime):
        try:
            moment = read(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return _moment(moment)
    return first(value, "metadata", order)


def is_after(when: str, file_time: float | None) -> bool:
    """True when a date lies after the time of its file (seconds since 1970): no file tells the future.

    A day of grace covers time zones. Times that packers and file systems put where they know none say nothing.
    """
    if file_time is None or not _NO_TIME < file_time < _FAR or file_time % _A_DAY == 0:
        return False
    return when[:10] > datetime.fromtimestamp(file_time + _A_DAY, UTC).strftime("%Y-%m-%d")[: len(when)]


def of_file(file_time: float | None) -> Published | None:
    """The day of a file, where nothing better is known: an upper limit, marked as inferred."""
    if file_time is None or not _NO_TIME < file_time < _FAR or file_time % _A_DAY == 0:
        return None
    return Published(datetime.fromtimestamp(file_time, UTC).date().isoformat(), "day", "file time (inferred)")


def _iso(value: str) -> datetime:
    return datetime.fromisoformat(value.replace("Z", "+00:00"))


def _moment(moment: datetime) -> Published | None:
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    if (moment.hour, moment.minute) == (0, 0):
        return Published(moment.date().isoformat(), "day", "metadata")
    return Published(moment.strftime("%Y-%m-%dT%H:%M"), "minute", "metadata")
