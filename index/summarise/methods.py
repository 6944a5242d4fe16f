"""The methods behind the port: our own, and sumy's, fed with our sentences and our words.

sumy's parser and tokenizer are not used, so nltk's data is never loaded; a sentence goes in as its number, and its
terms (stemmed, without stop words) are looked up. sumy is imported when a method is first used: 0.4–4 s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from index.errors import UsageError
from index.summarise.centrality import DIGITS, lexrank
from index.summarise.nutgraf import METHOD, Nutgraf
from index.summarise.port import Summariser
from index.summarise.sumy_import import import_sumy
from index.summarise.terms import terms
from index.words import stop_words

DEFAULT = METHOD
LARGEST = {"textrank": 200, "lsa": 200, "luhn": 2_000, "kl": 60, "sumbasic": 200, "edmundson": 2_000}
"""Sentences that each of sumy's methods rates in about a second; of a longer text it rates those our own prefers."""
STIGMA = ("perhaps", "maybe", "hardly", "impossible", "meanwhile", "anyway", "incidentally")
"""Edmundson's stigma words: they mark what is beside the point."""


def methods() -> tuple[str, ...]:
    """The names of all methods, the default first."""
    return (DEFAULT, "lexrank", *LARGEST)


@cache
def summariser(method: str = DEFAULT) -> Summariser:
    """The summariser of that name. Raises UsageError for a name that is none."""
    if method == DEFAULT:
        return Nutgraf()
    if method not in methods():
        raise UsageError(f"There is no method {method!r}; there are {', '.join(methods())}.", subject=method)
    return Sumy(method)


class Sumy:
    """One of sumy's methods behind the port; its ratings are brought to 0–1."""

    def __init__(self, method: str) -> None:
        self.method = method

    def rank(self, sentences: Sequence[str], language: str, title: str = "") -> tuple[float, ...]:
        """Ratings from 0 to 1; of a very long text, those the method does not rate are below 0, in our own order."""
        found = [terms(sentence, language) for sentence in sentences]
        if self.method == "lexrank":
            return _from_0_to_1(lexrank(found))
        most = LARGEST[self.method]
        if len(found) <= most:
            return _from_0_to_1(_rate(self.method, found, terms(title, language), language))
        own = Nutgraf().rank(sentences, language, title)
        scores = [value - 2.0 for value in _from_0_to_1(own)]
        rated = sorted(sorted(range(len(found)), key=lambda n: (-own[n], n))[:most])
        ratings = _rate(self.method, [found[n] for n in rated], terms(title, language), language)
        for number, rating in zip(rated, _from_0_to_1(ratings), strict=True):
            scores[number] = rating
        return tuple(scores)


def _from_0_to_1(ratings: Sequence[float]) -> tuple[float, ...]:
    """The same order on one scale; rounded, because the last bits differ between processors."""
    low, high = min(ratings, default=0.0), max(ratings, default=0.0)
    span = (high - low) or 1.0
    return tuple(round((rating - low) / span, DIGITS - 3) for rating in ratings)


def _rate(method: str, found: Sequence[Sequence[str]], title: Sequence[str], language: str) -> list[float]:
    import_sumy()
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokenizer = _Terms((*found, title))
    body = [Sentence(str(number), tokenizer) for number in range(len(found))]
    heading = [Sentence(str(len(found)), tokenizer, is_heading=True)] if title else []
    ratings: dict[int, float] = {}

    def collect(infos: Sequence[Any]) -> Sequence[Any]:
        ratings.update((info.order, float(info.rating)) for info in infos)
        return infos

    if any(found):
        _build(method, title, language)(ObjectDocumentModel([Paragraph([*heading, *body])]), collect)
    return [ratings.get(number, 0.0) for number in range(len(found))]


class _Terms:
    """Stands where sumy expects a tokenizer: its sentences are numbers, their words are known."""

    def __init__(self, found: Sequence[Sequence[str]]) -> None:
        self.found = found

    def to_words(self, number: str) -> tuple[str, ...]:
        return tuple(self.found[int(number)])


def _build(method: str, title: Sequence[str], language: str) -> Any:
    """sumy's summariser of that name."""
    if method == "edmundson":
        return _edmundson(title, language)
    if method == "lsa":
        return _lsa()
    from sumy.summarizers.kl import KLSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    known = {"textrank": TextRankSummarizer, "luhn": LuhnSummarizer, "kl": KLSummarizer, "sumbasic": SumBasicSummarizer}
    return known[method]()


def _edmundson(title: Sequence[str], language: str) -> Any:
    """Cue, title and location; the words of the title are the bonus words. sumy wants no list to be empty."""
    from sumy.summarizers.edmundson import EdmundsonSummarizer

    method = EdmundsonSummarizer()
    method.bonus_words = tuple(title) or ("",)
    method.stigma_words = tuple(term for word in STIGMA for term in terms(word, language)) or ("",)
    method.null_words = tuple(sorted(stop_words(language))) or ("",)
    return method


def _lsa() -> Any:
    """sumy's LSA with its words in the order of the text, not in that of a set, which no run repeats."""
    import numpy
    from sumy.summarizers.lsa import LsaSummarizer

    class Lsa(LsaSummarizer):  # type: ignore[misc]  # sumy ships no types
        def _create_dictionary(self, document: Any) -> dict[str, int]:
            return {word: row for row, word in enumerate(dict.fromkeys(document.words))}

        def _create_matrix(self, document: Any, dictionary: dict[str, int]) -> Any:
            matrix = numpy.zeros((len(dictionary), len(document.sentences)))
            for column, sentence in enumerate(document.sentences):
                for word in sentence.words:
                    matrix[dictionary[word], column] += 1
            return matrix

    return Lsa()
