"""Which article is this: one id for the same address or the same text, whatever file it comes from."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from index.words import ASCII_WORDS, WORD, fold

_TRACKING = re.compile(r"utm_|fbclid|gclid|mc_|cmp|icid|ref(?:_?src)?$|smid|partner|ocid|ftag|_r$", re.IGNORECASE)
_APOSTROPHE = re.compile("['’ʼ‘`]")
_WORDS = ASCII_WORDS | {ord("'"): ""}
"""The same words as those of the pattern, five times as fast, but for apostrophes side by side."""
_PRINTED = "‘“”–—…•«»€£\xa0"
"""Marks that part words; the commonest outside ASCII."""
_LOOKS, _LOOK, _SHARED = 40, 24, 0.2
"""How many places of the shorter of two texts are looked up in the other, letters of each, and the share of them that
must stand there. Revised news keeps most of its sentences; two issues of a newsletter share a greeting."""
_INDEX_PAGE = re.compile(r"/(?:index\.\w{3,5})?$")


def _hash(key: str) -> str:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def normal_url(url: str) -> str:
    """One spelling of an address: no scheme, `www.`, fragment, tracking parameters or closing slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    asked = sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k))
    return host + _INDEX_PAGE.sub("", parts.path) + (f"?{urlencode(asked)}" if asked else "")


def text_key(text: str) -> str:
    """The same for the same words, whatever case, accents, punctuation and line breaks; 16 hexadecimal characters."""
    return _hash("text " + _letters(text))


def _folded(line: str) -> str:
    """The words of a line, as search folds them."""
    plain = line if line.isascii() else _typed(line)
    if plain.isascii() and "''" not in plain:
        return " ".join(plain.translate(_WORDS).split())
    found = (_APOSTROPHE.sub("", word) for word in WORD.findall(line))
    return " ".join(word.lower() if word.isascii() else fold(word) for word in found)


def _typed(line: str) -> str:
    """The line with the marks of a typewriter for those of a printer; its words stay the same."""
    line = line.replace("’", "'")
    for mark in _PRINTED:
        line = line.replace(mark, " ")
    return line


def article_id(url: str, text: str) -> str:
    """Stable id of an article: of its address if it has one, else of its words; 16 hexadecimal characters."""
    return _hash("url " + normal_url(url)) if url else text_key(text)


def alike(one: str, other: str) -> bool:
    """True when two texts are wordings of one article: some of the shorter one stands in the longer one."""
    short, long = sorted((_letters(one), _letters(other)), key=lambda text: (len(text), text))
    step = max(1, (len(short) - _LOOK) // _LOOKS)
    looks = [short[at : at + _LOOK] for at in range(0, max(1, len(short) - _LOOK), step)]
    return sum(look in long for look in looks) >= _SHARED * len(looks)


def _letters(text: str) -> str:
    return " ".join(filter(None, map(_folded, text.split("\n"))))
