"""Other spellings of a word, found in the archive's own vocabulary: inflections, transliterations, slips of a finger.

Nothing here knows any name. A transliteration is told by its skeleton (one letter for sounds that alphabets disagree
on), a typing error by edits (Damerau 1964: a letter too many, too few, another, or two swapped).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from index.words import stem

_SOUNDS = (
    ("tsch", "ch"), ("tch", "ch"), ("tsh", "ch"), ("sch", "ch"), ("dzh", "z"), ("zh", "z"), ("dj", "z"), ("kh", "k"),
    ("gh", "k"), ("ck", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ff", "f"), ("ts", "z"), ("tz", "z"),
    ("cz", "z"), ("q", "k"), ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("cr", "kr"), ("cl", "kl"), ("ct", "kt"),
    ("ks", "x"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("j", "i"),
)  # fmt: skip
"""Spellings and the letter that stands for their sound, in the order in which they are put in."""
_GLIDE = re.compile("(?<=[aeou])i(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")
_HEAD = re.compile("\n[aeiou]")
_HEADS = str.maketrans("AEIOU", "aeiou")
_INITIALS = ("kgqcx", "iyjzd", "vwfp", "sczt", "uow", "aeh")
"""Letters that stand for each other at the head of a name, by alphabet and custom."""
_LAST = "\U0010ffff"
_FULL_SCAN = frozenset({"ar", "id", "ta", "ne", "hi", "yi", "fa"})
"""Languages whose stemmers may change the head of a word, so that its stem does not lead to its inflections."""


def skeleton(word: str) -> str:
    """What the transliterations of one name have in common: Gaddafi, Qaddafi and Kadhafi are all `kadafi`."""
    if word[:1] == "g":
        word = f"k{word[1:]}"
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    word = _DOUBLED.sub(r"\1", word)
    return _GLIDE.sub("", f"{word[:-1]}v" if word.endswith("f") else word)


def consonants(bones: str) -> str:
    """A skeleton without its vowels, for long names whose vowels are anyone's guess (Mohammed, Muhamad)."""
    return _DOUBLED.sub(r"\1", bones[:1] + bones[1:].translate(_VOWELS))


def skeletons(words: Sequence[str]) -> tuple[str, str]:
    """The skeletons of many words, and the consonants of each, a line for each word between line ends: as one text they
    are made in a fifth of the time, and a line is found in it in a tenth of the time of making a dict."""
    text = "\n".join(("", *words, "")).replace("\ng", "\nk") if words else "\n"
    for sound, letter in _SOUNDS:
        text = text.replace(sound, letter)
    text = _GLIDE.sub("", _DOUBLED.sub(r"\1", text).replace("f\n", "v\n"))
    marked = _HEAD.sub(lambda head: head[0].upper(), text)  # a vowel at the head of a word stays
    return text, _DOUBLED.sub(r"\1", marked.translate(_VOWELS).translate(_HEADS))


def lines_with(line: str, text: str) -> Iterator[int]:
    """The numbers of the lines of such a text that are this line."""
    wanted = f"\n{line}\n"
    at = text.find(wanted)
    while at >= 0:
        yield text.count("\n", 0, at)
        at = text.find(wanted, at + 1)


def distance(first: str, second: str, most: int) -> int:
    """Edits between two words, neighbours swapped counting one; `most + 1` as soon as it is more than `most`."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        last, before, row = before, row, [at]
        for to, other in enumerate(second, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == second[to - 2] and first[at - 2] == other:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return row[-1]


class Vocabulary:
    """Every folded word of an archive. Building it sorts the words; what else a look-up needs is made on first use."""

    def __init__(self, words: Iterable[str]) -> None:
        self.known: Set[str] = words if isinstance(words, Set) else frozenset(words)  # a copy of 400,000 takes 30 MB
        self.words = sorted(self.known)
        self._backwards: list[str] = []
        self._heads: dict[str, tuple[list[str], str, str]] = {}
        self._alphabets: dict[bool, str] = {}

    def prefixed(self, prefix: str) -> list[str]:
        """The words that begin with a prefix, sorted."""
        return self.words[bisect_left(self.words, prefix) : bisect_left(self.words, prefix + _LAST)]

    def matching(self, pattern: str) -> list[str]:
        """The words that fit a pattern with `*`, sorted."""
        head, *rest = pattern.split("*")
        shape = re.compile(".*".join(re.escape(piece) for piece in (head, *rest)), re.DOTALL)
        found = self.prefixed(head) if head else self.words
        return found if rest == [""] else [word for word in found if shape.fullmatch(word)]

    def inflections(self, word: str, language: str) -> list[str]:
        """The words that share its stem in a language, itself included if it is known."""
        root = stem(word, language)
        longest = max(len(root), len(word)) + 8
        head = "" if language in _FULL_SCAN else root[: max(2, len(root) - 1)]
        found = {other for other in self.prefixed(head) if len(other) <= longest and stem(other, language) == root}
        if word in self.known:
            found.add(word)
        return sorted(found)

    def variants(self, word: str, *, edits: bool = True) -> list[tuple[str, int]]:
        """Other spellings with how far each is (1 or 2), nearest first: same skeleton, one edit, two in long words."""
        if len(word) < 4 or word.isdecimal():
            return []
        found = dict.fromkeys(self._alike(word), 1)
        if edits:
            found |= dict.fromkeys(self._one_edit(word), 1)
            if len(word) > 8 and not found:
                found |= dict.fromkeys(self._two_edits(word), 2)
        found.pop(word, None)
        return sorted(found.items(), key=lambda item: (item[1], item[0]))

    def nearest(self, word: str) -> list[str]:
        """The known words that a mistyped word may stand for: all at the smallest distance there is, at most 2."""
        found = self.variants(word) or ([(other, 2) for other in self._two_edits(word)] if len(word) > 4 else [])
        return [other for other, away in found if away == found[0][1]]

    def _alike(self, word: str) -> Iterator[str]:
        """Transliterations: the skeleton agrees, or in long words its consonants, and at most three letters differ."""
        bones = skeleton(word)
        rest = consonants(bones)
        heads = dict.fromkeys(head for initials in _INITIALS if word[0] in initials for head in initials)
        for head in heads or word[0]:
            words, by_bones, by_rest = self._head(head)
            found = list(lines_with(bones, by_bones))
            if len(word) >= 6 and len(rest) >= 4:
                found += lines_with(rest, by_rest)
            yield from (words[at] for at in found if _near(word, words[at]))

    def _head(self, letter: str) -> tuple[list[str], str, str]:
        """The words under one first letter, their skeletons and the consonants of these; about 1 µs a word, once."""
        if letter not in self._heads:
            words = [word for word in self.prefixed(letter) if 4 <= len(word) <= 20 and word.isalpha()]
            self._heads[letter] = (words, *skeletons(words))
        return self._heads[letter]

    def _one_edit(self, word: str) -> Iterator[str]:
        """Every string one edit away, looked up: some 50 for each letter, cheaper than comparing with every word."""
        letters = self._alphabet(word.isascii())
        for at in range(len(word) + 1):
            head, tail = word[:at], word[at:]
            edited = [head + letter + tail for letter in letters]
            if tail:
                edited += [head + letter + tail[1:] for letter in letters]
                edited.append(head + tail[1:])
            if len(tail) > 1:
                edited.append(head + tail[1] + tail[0] + tail[2:])
            yield from (other for other in edited if other in self.known and other != word)

    def _alphabet(self, ascii_only: bool) -> str:
        if ascii_only:
            return "abcdefghijklmnopqrstuvwxyz"
        if ascii_only not in self._alphabets:
            letters = {letter for word in self.words if not word.isascii() for letter in word}
            self._alphabets[ascii_only] = "".join(sorted(letters)) if len(letters) <= 500 else ""
        return self._alphabets[ascii_only]

    def _two_edits(self, word: str) -> Iterator[str]:
        """Two edits leave the first or the last third of a word whole in all but few cases: only those are compared."""
        third = len(word) // 3
        letters = set(word)
        if not self._backwards:
            self._backwards = sorted(other[::-1] for other in self.words)
        tail = word[::-1][:third]
        ends = slice(bisect_left(self._backwards, tail), bisect_left(self._backwards, tail + _LAST))
        for other in [*self.prefixed(word[:third]), *(back[::-1] for back in self._backwards[ends])]:
            close = abs(len(other) - len(word)) <= 2 and len(letters.symmetric_difference(other)) <= 4
            if close and distance(word, other, 2) <= 2:
                yield other


def _near(word: str, other: str) -> bool:
    return distance(word, other, 3) <= 3
