"""Where sentences begin and end. Offsets only: the words of the source are never touched.

Rules, not a model: they are fast, explain themselves and behave the same in telegrams in capitals, abstracts in lower
case and scrapes that lost the space after the full stop. The questions asked at each full stop follow Kiss & Strunk,
"Unsupervised Multilingual Sentence Boundary Detection" (Computational Linguistics 32, 2006), with fixed lists.
"""

from __future__ import annotations

import re

from index.clean.abbreviations import NUMBER_AFTER, ORDINAL, before_a_name, begins, may_end
from index.clean.spaces import NOTE, NUMBER
from index.clean.writing import clauses

_CLOSERS = "”’»›」』\\])"
_WIDE, _NARROW = "。！？｡।॥۔؟။។៕።፧։", ".!?…"
_STOP = re.compile(
    rf"[{_WIDE}{_NARROW}\n](?:(?P<wide>(?<=[{_WIDE}])[{_WIDE}]*[{_CLOSERS}]*)|(?P<narrow>(?<=[{_NARROW}])[{_NARROW}]*)"
    r"|(?<=\n)[^\S\n]*\n)"
)
"""One set of characters to look for first: twice as fast as three patterns side by side."""
_CLOSE = re.compile(rf"[{_CLOSERS}]*")
_NEXT = re.compile(r"\s*")
_NOTES = re.compile(rf"(?:\[\^?\w{{1,12}}(?: \w{{1,3}})?\]|{NOTE}{NUMBER})+(?=\s|$)")
"""Numbers of notes behind a sentence; they belong to it."""
_OPENERS = "“‘\"'«‹„([—–-¿¡*•"
_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BACK = 60
"""No abbreviation is longer; keeps a line without a space linear."""


def _token_before(text: str, at: int, floor: int) -> str:
    """What stands before the stop, back to white space, a bracket or a quotation mark: "Sen" in "(CNN)Sen."."""
    head = text[max(floor, at - _LOOK_BACK) : at]
    token = head.split()[-1].lstrip("(\"'“‘«[—–-") if head and not head[-1].isspace() else ""
    return token.rpartition(")")[2] or token


def _ends_after_quote(text: str, start: int, at: int) -> bool:
    """True when a straight quotation mark at `at` closes: an odd number of them stands before it in the sentence."""
    return text.count('"', max(start, at - 2000), at) % 2 == 1


class _Splitter:
    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.no_end = before_a_name(language)
        letters = text[:1000]
        self.lower_case = letters.islower()
        """No capitals at all, so a small letter after a full stop may begin a sentence."""
        self.capitals = letters.isupper()
        """Nothing but capitals, so a capital after a full stop says nothing."""

    def boundary(self, start: int, stop: re.Match[str]) -> int:
        """End of the sentence that began at `start` if this stop ends it, else -1."""
        if stop["narrow"] is None:
            return stop.end() if stop["wide"] is not None else stop.start()
        end = self._closed(start, stop.end())
        after = _NEXT.match(self.text, end).end()  # type: ignore[union-attr]  # matches always
        if after == len(self.text):
            return end
        plain = stop.group() == "."
        decide = self._spaced if after > end else self._glued
        return end if decide(start, stop.start(), end, after, plain) else -1

    def _closed(self, start: int, end: int) -> int:
        """Past the closing quotation marks and brackets that belong to the sentence."""
        text = self.text
        while True:
            end = _CLOSE.match(text, end).end()  # type: ignore[union-attr]  # matches always
            mark = text[end : end + 1]
            double = mark == '"' and _ends_after_quote(text, start, end)
            single = mark == "'" and not text[end + 1 : end + 2].isalnum()
            if not (double or single):
                return self._past_notes(end)
            end += 1

    def _past_notes(self, end: int) -> int:
        noted = _NOTES.match(self.text, end) if self.text[end : end + 1] in ("[", NOTE) else None
        return noted.end() if noted else end

    def _spaced(self, start: int, at: int, end: int, after: int, plain: bool) -> bool:
        text = self.text
        word = self._first_letter(after)
        if word.islower() and not self.lower_case:
            return False
        if not plain:
            return True
        if end == at + 1 and (text[after] == "." or (at and text[at - 1].isspace() and text[at - 2 : at - 1] == ".")):
            return False  # an ellipsis written with spaces
        return end > at + 1 or not self._abbreviated(start, at, after)

    def _first_letter(self, after: int) -> str:
        """The first character of the next sentence that is no opening mark."""
        while after < len(self.text) - 1 and self.text[after] in _OPENERS:
            after += 1
        return self.text[after]

    def _abbreviated(self, start: int, at: int, after: int) -> bool:
        """True when the full stop at `at` belongs to the word before it."""
        text, token = self.text, _token_before(self.text, at, start)
        if not token:
            return False
        following = _WORD.match(text, after)
        next_word = following.group().lower() if following else ""
        word = token.lower()
        if token.isdigit():
            numbered = text[start:at].strip() == token
            return len(token) <= 2 and (numbered or (self.language in ORDINAL and not begins(next_word)))
        if word in NUMBER_AFTER and text[after].isdigit():
            return True
        if word in self.no_end and (token[0].isupper() or word in ("vs", "al", "cf", "ca") or self.language != "en"):
            return not (text[start:at].strip() == token and len(token) > 4)
        initial = len(token) == 1 and token.isupper() and token != "I"
        if initial or may_end(word) or (len(token) > 2 and token[-2] == "."):
            return self.capitals or not begins(next_word) or (initial and not _plain_before(text, start, at))
        return False

    def _glued(self, start: int, at: int, end: int, after: int, plain: bool) -> bool:
        """A stop with no space after it: only a capital that plainly begins a new sentence counts."""
        text = self.text
        before = text[at - 1 : at]
        lead = after + 1 if text[after] in '“"‘«(' else after
        if not text[lead : lead + 1].isupper() or not (before.islower() or before.isdigit() or before in '”"’)%'):
            return False
        if not plain and end == after and before.islower():
            return True
        body = text[lead + 1 : lead + 2]
        if not (body.islower() or body.isspace() or body in "'’."):
            return False
        token = text[max(start, at - _LOOK_BACK) : at + 1].split()[-1]
        return "/" not in token and "@" not in token and not token.lower().startswith("www.") and len(token) > 3


def _plain_before(text: str, start: int, at: int) -> bool:
    """True when the word before a single capital is a common one ("plan B."), so the capital is no initial."""
    head = text[max(start, at - _LOOK_BACK) : at - 1].split()
    return bool(head) and head[-1].islower()


def split(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Half-open ranges of the sentences: trimmed, in order, apart, covering all that is not white space.

    A long paragraph in writing without stops is parted between its clauses.
    """
    splitter, found, start = _Splitter(text, language), [], 0
    for stop in _STOP.finditer(text):
        if stop.start() < start:
            continue
        end = splitter.boundary(start, stop)
        if end > start:
            found.append((start, end))
            start = end
    found.append((start, len(text)))
    return [part for start, end in _tidy(text, found) for part in clauses(text, start, end)]


def _tidy(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Trims; what holds no letter or digit joins the sentence before it."""
    tidy: list[tuple[int, int]] = []
    for start, end in found:
        piece = text[start:end]
        kept = piece.strip()
        if not kept:
            continue
        start += len(piece) - len(piece.lstrip())
        end = start + len(kept)
        if tidy and not any(map(str.isalnum, kept)):
            tidy[-1] = (tidy[-1][0], end)
        else:
            tidy.append((start, end))
    return tidy
