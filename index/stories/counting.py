"""How numbers are written in words and digits: twenty-one, two dozen, 1.2 million, 1,200 and 1.200."""

from __future__ import annotations

import re
from functools import cache

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_OTHERS = {
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien",
}
"""Number words from two on: one is an article in these languages."""
_SCALES = {
    100: "hundred",
    1_000: "thousand mille tausend mil duizend",
    1_000_000: "million millions mln mn mio millionen millón millones milione milioni milhão milhões miljoen",
    1_000_000_000: "billion billions bln bn milliard milliards milliarde milliarden miliardo miliardi miljard bilhões",
    1_000_000_000_000: "trillion trillions tn",
}
_SCALE = {name: value for value, names in _SCALES.items() for name in names.split()}
_DOZEN = "dozen|douzaine|dutzend|docena"
_POINT_IN = frozenset(("en", "und", "zh", "ja", "ko", "th", "he"))
"""Languages whose decimal sign is a point; elsewhere it is a comma, and the point parts thousands."""

_DIGITS = r"\d{1,3}(?:[,.’'\u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"[^\W\d_]+")
_SCALE_WORD = "|".join(sorted(_SCALE, key=len, reverse=True))
_GROUPED = re.compile(r"\d{1,3}(?:([,.’'\u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")


@cache
def pattern(language: str) -> re.Pattern[str]:
    """What a number looks like in a language."""
    small = sorted([*_words(language)], key=len, reverse=True)
    spelt = (
        rf"(?:{'|'.join(small)})(?:[ -](?:hundred|thousand)(?: and(?= {'| '.join(small)}))?|[ -](?:{'|'.join(small)}))*"
    )
    return re.compile(
        rf"(?:(?P<digits>{_DIGITS})|\b(?P<half>half a)|\b(?P<spelt>{spelt})"
        rf"|\b(?P<a>an?)(?=[ -](?:{_DOZEN}|{_SCALE_WORD})\b))"
        rf"(?:[ \u00a0-]?(?P<dozen>{_DOZEN})\b|[ \u00a0-]?(?P<scale>{_SCALE_WORD})\b|(?P<short>[kmb]n?)\b)?",
        re.IGNORECASE,
    )


def may_count(text: str, language: str) -> bool:
    """False for a text that surely holds no number; ten times as fast as looking for one."""
    return bool(_DIGIT.search(text)) or not _hints(language).isdisjoint(_TOKEN.findall(text.lower()))


@cache
def _hints(language: str) -> frozenset[str]:
    return frozenset((*_words(language), *_SCALE, *_DOZEN.split("|"), "half"))


def value(match: re.Match[str], language: str) -> tuple[float, float]:
    """What was matched, and the size of its last digit that means something: 1.2 million → 1,200,000 and 100,000."""
    if match["digits"]:
        number, unit = _digits(match["digits"], language)
    elif match["spelt"]:
        number, unit = _spelt(match["spelt"].lower(), language), 1.0
    else:
        number, unit = (0.5, 0.5) if match["half"] else (1.0, 1.0)
    scale = _scale(match)
    return number * scale, unit * scale


def _scale(match: re.Match[str]) -> float:
    if match["dozen"]:
        return 12
    if match["short"]:
        return {"k": 1e3, "m": 1e6, "b": 1e9}[match["short"][0].lower()]
    return _SCALE[match["scale"].lower()] if match["scale"] else 1


def _digits(text: str, language: str) -> tuple[float, float]:
    """`1,200` is grouped wherever the sign is followed by three digits and is not the language's decimal sign."""
    decimal = "." if language in _POINT_IN else ","
    grouped = _GROUPED.fullmatch(text)
    if grouped and (grouped[1] != decimal or text.count(grouped[1]) > 1):
        text = text.replace(grouped[1], "")
    whole, sign, rest = text.replace(",", ".").partition(".")
    return float(f"{whole}{sign}{rest}"), 10.0 ** -len(rest)


@cache
def _words(language: str) -> dict[str, int]:
    english = {word: number for number, word in enumerate(_UNITS.split())}
    english |= {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
    own = _OTHERS.get(language)
    return {word: number for number, word in enumerate(own.split(), 2)} if own else english


def _spelt(text: str, language: str) -> int:
    """Twenty-one, two hundred and five, three thousand five hundred."""
    total, group = 0, 0
    for word in re.split(r"[ ,-]+", text):
        if word in ("hundred", "thousand"):
            group = max(1, group) * (100 if word == "hundred" else 1000)
            total, group = (total + group, 0) if word == "thousand" else (total, group)
        elif word != "and":
            group += _words(language)[word]
    return total + group
