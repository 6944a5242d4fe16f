"""Words as the whole data side sees them: folding, tokens, stems and stop words, by language.

Pure and cached: search, summaries and stories share one stemmer, so a word is stemmed once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

SNOWBALL = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech", "da": "danish", "nl": "dutch",
    "en": "english", "eo": "esperanto", "et": "estonian", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "fa": "persian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "es": "spanish",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""ISO 639-1 code → Snowball algorithm."""

WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
"""A word: letters and digits of any script, apostrophes inside allowed; a hyphen parts two words."""
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`")
ASCII_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""For `str.translate` of ASCII text without apostrophes: its words, folded, four times as fast as by the pattern."""


@lru_cache(200_000)
def fold(word: str) -> str:
    """One spelling for search: no case, no accents, no apostrophes (Raïssi → raissi, O’Neill → oneill)."""
    if word.isascii():
        return word.lower().translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


_letter = lru_cache(4_096)(fold)


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text as `fold` spells it, and for each letter of that the place in the text where it comes from."""
    if text.isascii() and "'" not in text and "`" not in text:
        return text.lower(), range(len(text))
    letters = [(at, folded) for at, character in enumerate(text) for folded in _letter(character)]
    return "".join(letter for _, letter in letters), [at for at, _ in letters]


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of a text as (start, end, folded)."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), fold(match.group())


@cache
def _stemmer(language: str) -> object | None:
    import Stemmer

    algorithm = SNOWBALL.get(language)
    return Stemmer.Stemmer(algorithm, 0) if algorithm in Stemmer.algorithms() else None


@lru_cache(200_000)
def stem(word: str, language: str) -> str:
    """The Snowball stem of a folded word; the word itself where the language has no stemmer."""
    stemmer = _stemmer(language)
    return str(stemmer.stemWord(word)) if stemmer is not None else word  # type: ignore[attr-defined]  # no types shipped


@cache
def stop_words(language: str) -> frozenset[str]:
    """Folded stop words of a language (sumy's lists, read as files: importing sumy costs half a second)."""
    spec = find_spec("sumy")
    if spec is None or not spec.submodule_search_locations:
        return frozenset()
    file = Path(spec.submodule_search_locations[0], "data", "stopwords", f"{SNOWBALL.get(language, language)}.txt")
    if not file.is_file():
        return frozenset()
    return frozenset(fold(line.strip()) for line in file.read_text("utf-8").splitlines() if line.strip())
