"""Days that a text names: "on Thursday", "9 November". Two reports of one event name the same ones."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "ru": "понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье",
}
"""ISO 639-1 code → the days of the week, from Monday, with their other forms."""

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
"""ISO 639-1 code → the months, from January, as they stand in dates; their first three or four letters serve too."""

_MOST_DATES = 12
"""Days kept of one text: a chronicle that names fifty is not evidence of any of them."""


_NUMBER = re.compile(r"(?<![\d.,])\d{1,2}(?!\d|[.,]\d)(?:st|nd|rd|th|er|º)?")
_BEFORE = re.compile(r"\b([^\W\d_]+)\.?\s+$")
_AFTER = re.compile(r"\.?\s+(?:de\s+)?([^\W\d_]+)")


def weekdays(text: str, language: str) -> bytes:
    """How often each day of the week is named, from Monday; empty where none is, or the language is not known."""
    lower = text.lower()
    names = _WEEKDAYS.get(language, "").split()
    found = [sum(map(lower.count, name.split("|"))) for name in names]
    return bytes(min(60, times) for times in found) if any(found) else b""


def month_days(text: str, language: str) -> tuple[str, ...]:
    """The days named with their month, as `11-9`, in order of first mention, each once."""
    months = _spellings(language)
    found = {}
    for match in _NUMBER.finditer(text) if months else ():
        before = _BEFORE.search(text, max(0, match.start() - 14), match.start())
        after = _AFTER.match(text, match.end())
        for word in (before, after):
            month = months.get(word[1].lower()) if word else None
            if month:
                day = int("".join(filter(str.isdigit, match.group())))
                found[f"{month}-{day}"] = 1 <= day <= 31
    return tuple(day for day, sane in found.items() if sane)[:_MOST_DATES]


def month_day(ordinal: int) -> str:
    """A day in the form of `month_days`."""
    day = date.fromordinal(ordinal)
    return f"{day.month}-{day.day}"


@cache
def _spellings(language: str) -> dict[str, int]:
    """Each way to write a month → its number."""
    months = list(enumerate(_MONTHS.get(language, "").split(), 1))
    return {name[:cut]: number for cut in (3, 4, None) for number, name in months}
