"""The methods behind the port."""

from __future__ import annotations

import math
import random

import pytest

from index.errors import UsageError
from index.summarise.centrality import LARGEST, lexrank, spread
from index.summarise.methods import DEFAULT, methods, summariser

TEXT = [
    "Meissen sold twenty wooden boats to the port of Hamburg in May.",
    "Hamburg wants more wooden boats from Meissen.",
    "Prague and Dresden trade in glass.",
    "Dresden glass is sold in Prague, Hamburg and Meissen in May.",
    "Nobody asked for the price.",
    "Boats from Meissen are built by hand from oak.",
    "Oak grows in the hills.",
]


def sumy_lexrank(sentences: list[list[str]]) -> list[float]:
    """The ratings of sumy itself, for the same words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Words:
        def to_words(self, number: str) -> list[str]:
            return sentences[int(number)]

    ratings = {}

    def collect(infos):
        ratings.update((info.order, info.rating) for info in infos)
        return infos

    body = [Sentence(str(number), Words()) for number in range(len(sentences))]
    LexRankSummarizer()(ObjectDocumentModel([Paragraph(body)]), collect)
    return [float(ratings[number]) for number in range(len(sentences))]


@pytest.mark.parametrize("seed", range(8))
def test_the_fast_lexrank_gives_the_scores_of_sumy(seed: int) -> None:
    chance = random.Random(seed)
    sentences = [[f"w{chance.randint(0, 40)}" for _ in range(chance.randint(1, 20))] for _ in range(25)]
    assert lexrank(sentences) == pytest.approx(sumy_lexrank(sentences), abs=1e-8)


def test_lexrank_of_sentences_that_have_nothing_in_common_with_themselves_or_others_is_zero() -> None:
    assert lexrank([]) == []
    assert lexrank([[], []]) == [0.0, 0.0]


def test_the_matrix_of_a_long_text_is_capped_and_every_sentence_still_rated() -> None:
    sentences = [["common", f"w{number % 50}", f"v{number % 7}"] for number in range(LARGEST * 3)]
    scores = lexrank(sentences)
    assert len(scores) == LARGEST * 3
    assert min(scores) > 0
    assert len(spread(LARGEST * 3, LARGEST)) == len(set(spread(LARGEST * 3, LARGEST))) == LARGEST


@pytest.mark.parametrize("method", methods())
def test_each_method_rates_every_sentence(method: str) -> None:
    scores = summariser(method).rank(TEXT, "en", "Meissen boats")
    assert len(scores) == len(TEXT)
    assert all(map(math.isfinite, scores))
    assert len(set(scores)) > 1
    assert summariser(method).method == method


@pytest.mark.parametrize("method", methods())
def test_each_method_bears_texts_without_words(method: str) -> None:
    assert summariser(method).rank([], "en") == ()
    assert len(summariser(method).rank(["…", "—", "!"], "en")) == 3
    assert len(summariser(method).rank(["the", "and the"], "en", "the")) == 2


@pytest.mark.parametrize("method", methods())
def test_each_method_gives_something_for_a_very_long_text(method: str) -> None:
    text = [f"Town {number} sold wheat {number % 13} times to city {number % 7}." for number in range(2_100)]
    scores = summariser(method).rank(text, "en")
    assert len(scores) == 2_100
    assert max(scores) > min(scores)


def test_ratings_of_sumy_are_on_one_scale() -> None:
    for method in methods():
        if method != DEFAULT:
            scores = summariser(method).rank(TEXT, "en")
            assert (min(scores), max(scores)) == (0.0, 1.0)


def test_an_unknown_method_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(UsageError, match="lexrank"):
        summariser("magic")
