"""One id for the same article, wherever it was found."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from index.clean.identity import alike, article_id, normal_url, text_key
from index.words import WORD, fold


def test_one_address_in_many_spellings_is_one_article() -> None:
    ids = {
        article_id(url, "any text")
        for url in (
            "https://www.paper.example/2024/story",
            "http://paper.example/2024/story/",
            "https://paper.example/2024/story?utm_source=x&fbclid=y#top",
            "https://m.paper.example/2024/story/index.html",
        )
    }
    assert len(ids) == 1
    assert re.fullmatch("[0-9a-f]{16}", ids.pop())


def test_a_query_that_names_the_article_counts() -> None:
    assert normal_url("http://paper.example/?id=1") != normal_url("http://paper.example/?id=2")
    assert normal_url("http://paper.example/?b=2&a=1") == normal_url("http://paper.example/?a=1&b=2")


def test_without_an_address_the_words_are_the_article() -> None:
    assert article_id("", "Raïssi  said:\n“No.”") == article_id("", "raissi said no") == text_key("RAISSI SAID NO!")
    assert article_id("", "yes") != article_id("", "no")


def test_a_broken_address_does_no_harm() -> None:
    assert normal_url("http://[broken") == "http://[broken"


@given(st.text(st.sampled_from("abZé9 .'’‘“”–_\n\xa0`İß"), max_size=40))
def test_a_text_is_known_by_its_folded_words_whatever_way_they_are_found(text: str) -> None:
    assert text_key(text) == text_key(" ".join(map(fold, WORD.findall(text))))


REPORT = "The harbour was closed on Monday after a storm tore two cranes from their rails. Nobody was hurt. " * 3


def test_a_later_wording_and_a_teaser_are_alike() -> None:
    assert alike(REPORT, "On Tuesday it opened again. " + REPORT.upper())
    assert alike(REPORT, REPORT[:90])


def test_texts_that_share_a_greeting_are_not_alike() -> None:
    assert not alike("Good morning! " + REPORT, "Good morning! " + "The last baker of the village sells her oven. " * 6)


def test_texts_without_spaces_are_compared_too() -> None:
    one = "".join(chr(0x4E00 + 7 * at % 3000) for at in range(400))
    assert alike(one, one[:200] + "。" + one[60:])
    assert not alike(one, "".join(chr(0x4E00 + 11 * at % 3001) for at in range(400)))
