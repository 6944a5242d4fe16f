"""The language of an article, offline."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from index.clean.wordlist import word_set

UNKNOWN = "und"
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*")
_SAMPLE = 400
"""Characters looked at, 1 ms; more hardly changes an answer on news."""
_ENGLISH = word_set(
    "the of and to in a for on that was with by at from is his he said as it has an be who are were they had have this"
    " but not she her its their would been which when about after there what could more than into"
)
_ENGLISH_SHARE = 0.22
_PRINTED = re.compile("[‘’“”–—…•€£\xa0]")
"""Marks that stand in English, too."""
_LEAST = 60
"""Letters below which the guess is worse than none."""
_SURE = 0.8
_SOME_ENGLISH = 0.1
"""Share of small English words that bears out what the source declares."""
_AGAINST = 0.98
"""How sure the model must be to contradict the source."""


@cache
def _identifier() -> Any:  # the package ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.3 s: numpy and the model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def declared(code: str) -> str:
    """The two-letter code in what a source declares (`en-GB` → `en`); empty if it declares none."""
    match = _CODE.fullmatch(code.strip())
    return match[1].lower() if match else ""


def language(text: str, told: str = "") -> str:
    """ISO 639-1 code: what the source declares, else what the text looks like, else `und`.

    A declared "en" is looked at: it is what templates say until somebody changes it.
    """
    known, sample = declared(told), text[:_SAMPLE]
    if known and known != "en":
        return known
    if sum(map(str.isalpha, sample)) < _LEAST and (known or sample.isascii()):
        return known or UNKNOWN
    words = sample.lower().split()
    english = sum(word in _ENGLISH for word in words) / max(1, len(words))
    if english > (_SOME_ENGLISH if known else _ENGLISH_SHARE) and (known or _PRINTED.sub("", sample).isascii()):
        return "en"  # a look at the small words is 50 times cheaper than the model, and surer on short texts
    # The model knows lower case best: headlines and old telegrams in capitals look like other languages to it.
    code, probability = _identifier().classify(sample.lower() if sample.isupper() else sample)
    if known:
        return str(code) if probability >= _AGAINST else known
    return str(code) if probability >= _SURE else UNKNOWN
