"""The encoding of a text older than UTF-8, told by its letters.

Latin scripts are told by alphabet: of the pages below, that one is right in which a language has the letters that
stand outside ASCII. A statistical detector errs there, for short texts have few of them. Other scripts are left to it.
"""

from __future__ import annotations

import re

_SAMPLE = 50_000
"""Bytes that are looked at; more costs time and tells nothing new."""
_ALPHABETS = (
    ("cp1252", "äöüß"), ("cp1252", "àâæçèéêëîïôœùûüÿ"), ("cp1252", "áéíñóúüºª"), ("cp1252", "áâãàçéêíóôõúºª"),
    ("cp1252", "àèéìíòóùúî"), ("cp1252", "äéëïíóöüèê"), ("cp1252", "åäöé"), ("cp1252", "æøåéäö"),
    ("cp1252", "àçéèíïóòúü·"), ("cp1250", "áäčďéěíĺľňóôöŕřšťúůüýž"), ("cp1250", "ąćęłńóśźż"), ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîşţ"), ("cp1250", "čćđšž"), ("cp1254", "çğıöşüâîûi̇"), ("cp1257", "ąčęėįšųūž"),
    ("cp1257", "āčēģīķļņšūž"), ("cp1257", "äõöüšž"), ("cp1252", "áðéíóúýþæö"), ("iso8859_2", "áäčďéěíĺľňóôöŕřšťúůüýž"),
    ("iso8859_2", "ąćęłńóśźż"), ("iso8859_2", "ăâîşţ"), ("iso8859_2", "čćđšž"), ("mac_roman", "äöüßéëïèê"),
    ("mac_roman", "àâæçèéêëîïôœùûü"), ("mac_roman", "áéíñóúüãõâêôç"), ("mac_roman", "àèéìòù"), ("mac_roman", "æøåäöé"),
)  # fmt: skip
"""Pages and the letters that a language adds to ASCII, the commonest page first: the earlier of two equal ones wins."""
_WESTERN = "".join(letters for page, letters in _ALPHABETS if page == "cp1252")
"""For a text with the names of several languages."""
_SIGNS = re.compile(r"[’\xa0]|(?<![^\W\d_])[“”„‘–—…«»€£§©®™°·•¡¿²³½´]|[“”„‘–—…«»€£§©®™°·•¡¿²³½´](?![^\W\d_])")
"""Signs where they belong, at the edge of a word; inside of one they are letters of another page."""
_HIGH, _PLAIN = re.compile(rb"[\x80-\xff]"), re.compile(rb"[A-Za-z]")
_LATIN = 0.6
"""Bytes outside ASCII for each letter inside: Czech may have four in ten, other scripts have many times more."""
_SURE = 0.95


def legacy_encoding(data: bytes) -> str:
    """The codec of a text that is no UTF-8; Windows-1252 where its letters tell too little."""
    sample = data[:_SAMPLE]
    if len(_HIGH.findall(sample)) <= _LATIN * len(_PLAIN.findall(sample)) and (page := _by_alphabet(sample)):
        return page
    from charset_normalizer import from_bytes  # 15 ms, and few files need it

    best = from_bytes(sample, cp_exclusion=["utf_7"]).best()
    return best.encoding if best else "cp1252"


def _by_alphabet(sample: bytes) -> str:
    """The page in which the letters are those of a language; empty if there is none."""
    found = {page: _letters(sample, page) for page, _ in _ALPHABETS}
    fits = [(_fit(found[page], letters), page) for page, letters in _ALPHABETS]
    best, page = max(fits, key=lambda fit: fit[0])
    if best >= _SURE:
        return page
    return "cp1252" if _fit(found["cp1252"], _WESTERN) >= _SURE else ""


def _letters(sample: bytes, page: str) -> str:
    """What stands outside ASCII, in lower case, signs in their places left out."""
    return "".join(letter for letter in _SIGNS.sub("", sample.decode(page, "replace")).lower() if letter > "\x7f")


def _fit(found: str, letters: str) -> float:
    return sum(map(found.count, dict.fromkeys(letters))) / len(found) if found else 1.0
