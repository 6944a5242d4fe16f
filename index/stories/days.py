"""Days that a sentence names, worked out from the day of its article: 9 November, on Thursday, last month.

A weekday is the last one unless the sentence looks ahead; where that is not sure, the other reading is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from index.months import month_numbers, months, weekday_numbers
from index.stories.tense import HAPPENED, WILL_BE, reading

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "pl", "ru", "uk", "cs", "ro")
"""Their names of months and days are known in any text; of short forms, which are like words, the English ones only."""
_MONTH = {
    name: number for language in _LANGUAGES for number, names in enumerate(months(language), 1) for name in names
} | month_numbers("en")
_WEEKDAY = weekday_numbers(*_LANGUAGES)
NEAR = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "heute": 0, "gestern": -1, "aujourd'hui": 0,
    "aujourd’hui": 0, "hier": -1, "demain": 1, "hoy": 0, "ayer": -1, "oggi": 0, "ieri": -1, "domani": 1, "vandaag": 0,
    "gisteren": -1, "hoje": 0, "ontem": -1,
}  # fmt: skip
"""Words for days near the one on which they are said: how many days after it."""
_WRITTEN_SMALL = frozenset(_WEEKDAY) - frozenset(weekday_numbers("en", "de"))
"""With a capital they are names of people, but where a sentence begins: Larry Sabato, Plácido Domingo."""
MONTH_NAMES = "|".join(sorted(map(re.escape, _MONTH), key=lambda name: (-len(name), name)))
"""Every way to write a month, for a pattern."""
_DAYS = "|".join(sorted(map(re.escape, _WEEKDAY), key=lambda name: (-len(name), name)))
_FULL = re.compile(
    rf"\b(?P<m1>{MONTH_NAMES})\.? (?P<d1>\d\d?)(?:st|nd|rd|th)?\b(?:,? (?P<y1>(?:19|20)\d\d))?"
    rf"|\b(?P<d2>\d\d?)(?:st|nd|rd|th|er|\.|º)? (?:of |de )?(?P<m2>{MONTH_NAMES})\b\.?"
    r"(?:,? (?:de )?(?P<y2>(?:19|20)\d\d))?"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<n3>\d\d)-(?P<d3>\d\d)\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH_NAMES})\.?,? (?:de )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:(?P<turn>last|next|this) )?(?P<day>{_DAYS})\b", re.IGNORECASE)
WEEKDAY = re.compile(rf"\b(?:{_DAYS})\b", re.IGNORECASE)
"""A day of the week by its name."""
_SPOKEN = re.compile(r"\b(" + "|".join(map(re.escape, NEAR)) + r")\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?P<count>\d\d?|two|three|four|five|six|ten) (?P<unit>day|week)s? ago\b", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_LAST_MONTH = re.compile(r"\b(?P<turn>last|next) month\b", re.IGNORECASE)
_NOWADAYS = re.compile(
    r"\b(?:than|still|until|till|even|of|like|as|true|here|compared (?:to|with)(?: [\w.,%]+){0,3})"
    r"(?: it is| they are)? $",
    re.I,
)
"""What stands before `today` where it means nowadays."""
_OF_TODAY = re.compile(
    r"['’]s (?:\w+ ){0,3}?(?:announcement|decision|ruling|vote|attack|hearing|meeting|speech|news|action|election|"
    r"verdict|report|briefing|statement|debate|shooting|summit|protest|march|rally|game|match|conference|session|strike|"
    r"explosion|crash)s?\b"
)
"""Days on which something happens; today's world is none."""
_LIMIT = re.compile(r"\b(?:before|by|until|till|from|starting|beginning|effective|through) (?:on )?$", re.IGNORECASE)
"""What makes of a day the end or the beginning of something, which may lie ahead of what is told."""
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:News|USA|Super|Black|Good|Ash|Cyber|Bloody|Holy|Palm|Easter|Fat|Shrove|Maundy|Freaky|Giving|Casual)\s|"
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) the )$"
)
_NO_DAY_AFTER = re.compile(
    r"(?:\s(?:Night Live|Night Football|Times|Mail|Mirror|Post|Herald|Telegraph|Express|Tribune|[Ss]hows?)\b|"
    r"\s(?:terror|attacks?\b|hijack|Commission|plot\b))"
)
"""Names of programmes and papers, stretches of time, and the attacks of 11 September."""
_BEGINS = re.compile(r"(?:^|[.!?:]\s|[“\"«„])\W*$")
_ISO = re.compile(r"\d-\d\d-\d")
_TOKEN = re.compile(r"[^\W\d_]+")
_OF_MONTHS, _OF_WEEKDAYS, _OF_NEAR = (frozenset(_TOKEN.findall(" ".join(names))) for names in (_MONTH, _WEEKDAY, NEAR))
"""Words without which a pattern finds nothing: most sentences name no day, and trying all names costs dear."""
_NOW = frozenset(name for name, off in NEAR.items() if not off)
_HALF_YEAR = 183
_ABOUT = 4
"""Days by which two weeks ago may be more or less."""
_SOON = timedelta(2)
"""A report may be dated a day or two before what was added to it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names."""

    start: int
    end: int
    day: str
    """ISO, `2023-11-09`, or `2023-10` where only a month is named."""
    other: str = ""
    """The other day that may be meant; empty when it is sure."""


def days(text: str, published: date) -> list[Named]:
    """Every day or month named, in text order; `published` is the day of the article."""
    found: list[Named] = []
    for one in sorted(_all(text, published), key=lambda one: (one.start, -one.end)):
        if (not found or one.start >= found[-1].end) and not _names_else(text, one):
            found.append(one)
    return found


def _names_else(text: str, one: Named) -> bool:
    """True for Fox News Sunday, USA Today, Black Friday; and for the last month as a stretch of time."""
    word, left = text[one.start : one.end], text[max(0, one.start - 24) : one.start]
    written_small = word[:1].isupper() and word.lower() in _WRITTEN_SMALL
    a_title = (word == "Today" or written_small) and not _BEGINS.search(left)
    stretch = word[:4].lower() in ("last", "next") or " the " not in left[-5:]
    attacks = word.endswith("11") or not word[-1].isdigit()
    nowadays = word.lower() in NEAR and _is_no_day(text, one)
    the = word[:4].lower() in ("last", "next") and left[-4:].lower() == "the "
    return (
        a_title
        or nowadays
        or the
        or bool(stretch and _NO_DAY_BEFORE.search(left))
        or bool(attacks and _NO_DAY_AFTER.match(text, one.end))
    )


def _is_no_day(text: str, one: Named) -> bool:
    """True for `today` where it means nowadays."""
    if text[one.start : one.end].lower() not in _NOW:
        return False
    if text.startswith(("'s", "’s"), one.end):
        return not _OF_TODAY.match(text, one.end)
    happens = HAPPENED.search(text) or WILL_BE.search(text)
    return not happens or bool(_NOWADAYS.search(text[: one.start]))


def _all(text: str, published: date) -> Iterator[Named]:
    words = set(_TOKEN.findall(text.lower()))
    if words & _OF_MONTHS or _ISO.search(text):
        yield from _of_calendar(text, published)
    for match in _NAMED.finditer(text) if words & _OF_WEEKDAYS else ():
        yield _weekday(match, text, published)
    for match in _SPOKEN.finditer(text) if words & _OF_NEAR else ():
        yield Named(*match.span(), (published + timedelta(NEAR[match[1].lower()])).isoformat())
    for match in _AGO.finditer(text) if "ago" in words else ():
        yield from _ago(match, published)
    for match in _LAST_MONTH.finditer(text) if "month" in words else ():
        month = published.year * 12 + published.month - 1 + (1 if match["turn"].lower() == "next" else -1)
        yield Named(*match.span(), f"{month // 12}-{month % 12 + 1:02}")


def _ago(match: re.Match[str], published: date) -> Iterator[Named]:
    """So many days ago is a day; so many weeks ago is only a month, and only where no week more or less is another."""
    count = _COUNTS.get(match["count"].lower()) or int(match["count"])
    if match["unit"].lower() == "day":
        yield Named(*match.span(), (published - timedelta(count)).isoformat())
        return
    around = {(published - timedelta(7 * count + off)).isoformat()[:7] for off in (-_ABOUT, _ABOUT)}
    if len(around) == 1:
        yield Named(*match.span(), around.pop())


def _of_calendar(text: str, published: date) -> Iterator[Named]:
    """Days and months by their place in the calendar."""
    for match in _FULL.finditer(text):
        if day := _full(match, published):
            yield _nearest(match, text, day, published)
    for match in _MONTH_YEAR.finditer(text):
        yield Named(*match.span(), f"{match['year']}-{_MONTH[match['month'].lower()]:02}")


def _full(match: re.Match[str], published: date) -> date | None:
    if match["y3"]:
        return _date(int(match["y3"]), int(match["n3"]), int(match["d3"]))
    month, day = _MONTH[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])
    if year := match["y1"] or match["y2"]:
        return _date(int(year), month, day)
    years = (published.year, published.year - 1, published.year + 1)
    near = [
        found for year in years if (found := _date(year, month, day)) and abs((found - published).days) <= _HALF_YEAR
    ]
    return near[0] if near else None


def _nearest(match: re.Match[str], text: str, day: date, published: date) -> Named:
    """A day ahead without its year is last year's where the sentence tells what happened; both are kept."""
    before = text[max(0, match.start() - 80) : match.start()]
    told = HAPPENED.search(before) and not WILL_BE.search(text) and not _LIMIT.search(before)
    given = match["y1"] or match["y2"] or match["y3"]
    earlier = _date(day.year - 1, day.month, day.day) if told and not given and day > published + _SOON else None
    if earlier is None:
        return Named(*match.span(), day.isoformat())
    return Named(*match.span(), earlier.isoformat(), day.isoformat())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(match: re.Match[str], text: str, published: date) -> Named:
    """A weekday in a report is nearly always the nearest one behind it; one that looks ahead is the next."""
    back = (published.weekday() - _WEEKDAY[match["day"].lower()]) % 7
    turn = (match["turn"] or "").lower()
    past = published - timedelta(back)
    coming = published + timedelta((7 - back) % 7)
    if turn == "next":
        return Named(*match.span(), (past + timedelta(7)).isoformat())
    if turn == "last":
        sure = past if back else past - timedelta(7)
        return Named(*match.span(), sure.isoformat(), (sure - timedelta(7)).isoformat() if back else "")
    read = reading(text, *match.span()) if back else ""
    day, other = (coming, past) if read == "ahead" else (past, coming)
    return Named(*match.span(), day.isoformat(), other.isoformat() if read else "")
