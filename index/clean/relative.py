"""Days that are told by how long ago they are: "2 hours ago", "gestern", "il y a 3 jours".

Only the moment when a page was saved makes a day of them. Weeks, months and years are too vague for one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from index.clean.stamps import told_part
from index.clean.wordlist import word_set

_MINUTES = (
    r"secs?|seconds?|mins?|minutes?|sekunden?|minuten|secondes?|segundos?|minutos?|second[oi]|minut[oi]|seconden|minuut"
    r"|minut[yę]?|минут[уы]?|мин|хвилин[уи]?|dakika|dk|minuter|minutami|λεπτ[άό]|min"
)
_HOURS = (
    r"h|hrs?|hours?|stunden?|std|heures?|horas?|or[ae]|uur|uren|godzin[yęa]?|godz|час(?:а|ов)?|годин[уи]?|saat"
    r"|timm(?:e|ar)|oră|hodin(?:ami|ou)|ώρ(?:α|ες)"
)
_DAYS = (
    r"d|days?|tag(?:en)?|jours?|días?|dias?|giorn[oi]|dag(?:en)?|dni|dzień|дн(?:я|ей|і|ів)|день|gün|dag(?:ar)?|zile?"
    r"|dny|dnem|(?:η)?μέρ(?:α|ες)"
)
_COUNT = r"(?:(?P<{0}>\d{{1,3}}|an?|one|eine[mr]?|une?|un[’']|una?|um|uma|een|één|en|ett|o|bir|μ[ίι]α)\s?)?"
"""Where none stands, it is one: "час назад"."""
_UNIT = rf"(?:(?P<{{0}}>{_MINUTES})|(?P<{{1}}>{_HOURS})|(?P<{{2}}>{_DAYS}))"


def _amount(name: str) -> str:
    return _COUNT.format(f"n{name}") + _UNIT.format(f"m{name}", f"h{name}", f"d{name}")


AGO = re.compile(
    rf"(?:(?:vor|il y a|hace|há|för|acum|před|πριν(?: από)?)\s{_amount('a')}\b\.?(?:\ssedan)?"
    rf"|{_amount('b')}\b\.?\s(?:ago|fa|atrás|geleden|temu|назад|тому|önce|sedan))(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:aujourd[’']hui|i (?:går|dag)|[^\W\d_]+)")
_YESTERDAY = word_set("yesterday gestern hier ayer ieri ontem gisteren wczoraj вчера вчора dün igår včera χθες εχθές")
_TODAY = word_set("today heute hoy oggi hoje vandaag dziś dzisiaj сегодня сьогодні bugün idag astăzi azi dnes σήμερα")
_BESIDE = re.compile(
    r"\b(?:\d\d?[:.h]\d\d|at|um|uhr|à|a las|alle|às|om|kl|в|о|saat|[ap]\.?m|published|posted|on|by|veröffentlicht"
    r"|publié|le|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано|опубліковано|yayınlandı|publicerad)\b"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_LONGEST = 60
_SIGNED = 2
"""Words that may stand beside; with more, a sentence speaks of something else."""


def day(text: str, captured: datetime) -> date | None:
    """The day that a line says it appeared, seen from the moment of capture; None where it says nothing sure."""
    text = told_part(" ".join(text.split()))
    if len(text) > _LONGEST:
        return None
    match = AGO.search(text)
    if match:
        return (captured - _span(match)).date() if len(_beside(text, match)) <= _SIGNED else None
    for word in _WORD.finditer(text.lower()):
        back = _days_back(word.group())
        if back is not None and not _beside(text, word):  # "hier" is here in German, yesterday in French
            return captured.date() - timedelta(days=back)
    return None


def _days_back(word: str) -> int | None:
    if word in _YESTERDAY or word == "i går":
        return 1
    return 0 if word in _TODAY or word in ("i dag", "aujourd'hui", "aujourd’hui") else None


def _span(match: re.Match[str]) -> timedelta:
    side = "a" if match["ma"] or match["ha"] or match["da"] else "b"
    told = match[f"n{side}"] or ""
    count = int(told) if told.isdigit() else 1
    if match[f"m{side}"]:
        return timedelta(minutes=count)
    return timedelta(hours=count) if match[f"h{side}"] else timedelta(days=count)


def _beside(text: str, match: re.Match[str]) -> list[str]:
    """The words that stand beside, but for clock times and words that say "published"."""
    return _BESIDE.sub(" ", text[: match.start()] + " " + text[match.end() :]).split()
