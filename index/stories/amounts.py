"""Quantities that a sentence states: how many of what, at least, about or exactly; percent and money among them.

What looks like one and is none is left out: dates, years, ages, times of day, scores, telephone numbers, names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.stories.counting import may_count, pattern, value
from index.stories.days import MONTH_NAMES

Bound = Literal["exactly", "at least", "at most", "about"]

_BOUNDS: dict[Bound, str] = {
    "at least": "at least|no fewer than|no less than|more than|over|above|upwards of|au moins|plus de|mindestens|"
    "mehr als|über|al menos|más de|almeno|più di|oltre|pelo menos|mais de|minstens|meer dan",
    "at most": "up to|as many as|as much as|at most|no more than|fewer than|less than|under|nearly|almost|close to|"
    "jusqu'à|moins de|près de|presque|bis zu|weniger als|fast|hasta|menos de|casi|fino a|meno di|quasi|até|quase|bijna",
    "about": "about|around|some|roughly|approximately|an estimated|estimated|environ|quelque|etwa|rund|circa|unos|"
    "alrededor de|cerca de|ongeveer",
}
_HEDGES: dict[str, Bound] = {words: bound for bound, every in _BOUNDS.items() for words in every.split("|")}
_HEDGE = re.compile(rf"\b({'|'.join(sorted(_HEDGES, key=len, reverse=True))})\s+(?:the |an? )?$", re.IGNORECASE)
_MONEY = re.compile(r"(?:US|A|C|HK)?([$£€¥₹])\s?$")
_COIN = re.compile(r"\s(?:U\.?S\.? )?(dollar|dlr|euro|yen|rupee)s?\b", re.IGNORECASE)
_COINS = {"dollar": "$", "dlr": "$", "euro": "€", "yen": "¥", "rupee": "₹"}
_PERCENT = re.compile(
    r"\s?%|\s(?:percent|per cent|pct|prozent|pour cent|por ciento|por cento|per cento|procent)\b", re.I
)
_POINTS = re.compile(r"[ -](?:percentage )?points?\b", re.IGNORECASE)
_MONTH_AFTER = MONTH_NAMES.replace("|may|", "|(?-i:May)|").replace("|march|", "|(?-i:March)|")
"""`12 may have died` is no date."""
_NONE_AFTER = re.compile(
    rf"""[:/ \u00a0]\d | \sto\s\d | [-–—]\d | \s?(?:a\.?m\b|p\.?m\b|o['’]clock|uhr\b) | (?:st|nd|rd|th|er|º|h)\b
      | [-\s](?:years?|months?|weeks?|days?)[-\s]old | \syears?\sof\sage | [-–](?=\w) | \w | [.,]\d | ['’]s?\b
      | \s(?:of|in)\s(?:them|which|whom|those|these|the\sfirst) | \s(?:times?|ways?|things?|o'clock)\b
      | \s(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:ago|earlier|later|after|before|since|from|into)\b
      | \.?\s(?:de\s|of\s)?(?:{_MONTH_AFTER})\b | \)""",
    re.IGNORECASE | re.VERBOSE,
)
_NONE_BEFORE = re.compile(
    rf"""[#@№(\[]$ | \b(?:age[ds]?|ages?\sof|no|nos|nr|number|article|section|chapter|rule|page|channel|route|highway|
      interstate|flight|title|phase|grade|level|version|episode|season|game|round|part|volume|room|apartment|day|week|
      since|under|turned|turns|last|past|next|first|previous|top|final|another|every|each|one\sof|(?:and|or)\sone|
      between\s[^,.;]{{1,20}}\sand|vs|versus|(?:compared|compares)\s(?:with|to)|against|from|\d\sto|{MONTH_NAMES})\.?\s$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUED = re.compile(r"[\w.:/–—'’-]$|\d[, \u00a0]$")
_CAPITAL_BEFORE = re.compile(r"(?<!^)(?<![.!?“\"]\s)\b[A-Z][\w.]*\s$")
_YEARS = range(1500, 2101)
_LARGEST_AGE = 110
_FEWEST_ROUND = 20
"""Smaller numbers are counted, not rounded: `at least 7` and `9` are two counts."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it is of."""

    start: int
    end: int
    """Range of characters in the sentence: number, hedge before and unit after it."""
    number: tuple[int, int]
    """Range of the number alone, its unit left out."""
    low: float
    high: float
    """What the words may mean: `about 100` is 90 to 110, `1.2 million` is 1.15 to 1.25 million."""
    exact: float
    """The number as it stands."""
    bound: Bound
    unit: str
    """`%`, `points`, a sign of money, or empty."""


def amounts(text: str, language: str) -> list[Amount]:
    """In text order, apart from each other."""
    found: list[Amount] = []
    if not may_count(text, language):
        return found
    for match in pattern(language).finditer(text):
        one = _amount(match, text, language)
        if one is not None:
            found.append(one)
    return found


def _amount(match: re.Match[str], text: str, language: str) -> Amount | None:
    start, end = match.span()
    left, right = text[max(0, start - 40) : start], text[end : end + 30]
    unit, money = "", _MONEY.search(left)
    if money:
        unit, start = money[1], start - len(money.group())
        left = left[: money.start()]
    for sign, written in (("%", _PERCENT), ("points", _POINTS)):
        if not unit and (after := written.match(right)):
            unit, end = sign, end + after.end()
    if not unit and (coin := _COIN.match(right)):
        unit, end = _COINS[coin[1].lower()], end + coin.end()
    number, step = value(match, language)
    if _is_none(match, number, unit, left, text[end : end + 30]):
        return None
    hedge = _HEDGE.search(left)
    bound: Bound = _HEDGES[hedge[1].lower()] if hedge else "exactly"
    low, high = _range(number, step, bound)
    return Amount(start - len(hedge.group()) if hedge else start, end, match.span(), low, high, number, bound, unit)


def _is_none(match: re.Match[str], number: float, unit: str, left: str, right: str) -> bool:
    """True for what is no quantity by the words around it."""
    if _GLUED.search(left) or _NONE_AFTER.match(right) or (not unit and _NONE_BEFORE.search(left)):
        return True
    if unit or match["scale"] or match["dozen"]:
        return False
    if match["short"] or _CAPITAL_BEFORE.search(left):
        return True
    plain = bool(match["digits"]) and match["digits"].isdigit()
    age = left.endswith(", ") and right[:1] in ("", ",") and number <= _LARGEST_AGE
    return age or (plain and len(match["digits"]) == 4 and number in _YEARS) or (plain and len(match["digits"]) > 7)


def _range(number: float, step: float, bound: Bound) -> tuple[float, float]:
    """What a hedged or rounded number may stand for; a number that is not round is meant as it stands."""
    slack = {"exactly": 0.0, "about": 0.1, "at least": 0.2, "at most": 0.2}[bound] * number
    slack = min(slack, _roundness(number)) if number >= _FEWEST_ROUND else 0.0
    rounded = step / 2 if step > 1 else 0.0
    below = max(rounded, slack if bound in ("about", "at most") else 0.0)
    above = max(rounded, slack if bound in ("about", "at least") else 0.0)
    return number - below, number + above


def _roundness(number: float) -> float:
    """The largest power of ten, or half of one, that divides a number: 1,500 → 500, 104 → 1 (½ is too small)."""
    found = 1.0
    while number and found * 10 <= number and number % (found * 10) == 0:
        found *= 10
    return found * 5 if number % (found * 5) == 0 else found
