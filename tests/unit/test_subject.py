"""Whom `he` and `she` mean: tests through quotations, for that is where it shows."""

from __future__ import annotations

import pytest

from index.stories.genders import of_name, of_pronoun
from index.stories.people import Unified
from index.stories.quotes import quotations
from tests.unit.newsroom import report

LEAD = "Mayor Ana Lund and harbour master Piet Vos met on Monday in Varn."
WORDS = "“The quay is gone for good,”"


def last_speaker(*paragraphs: str) -> str:
    article = report("a", *paragraphs, language="en")
    return quotations(article, Unified(block.text for block in article.blocks))[-1].speaker


@pytest.mark.parametrize(
    "paragraphs",
    [
        (LEAD, "Lund spoke first.", f"{WORDS} she said."),
        (LEAD, f"In Lund's view, she has little choice. {WORDS} she said."),
        (LEAD, f"As the town waited, Ana Lund came back from the hall. {WORDS} she told them."),
        (LEAD, f"Piet Vos listened. But when he had left, Ana Lund answered. {WORDS} she said."),
        (LEAD, "The mayor, Ana Lund, grew up beside the harbour.", f"{WORDS} she said on Monday."),
        (LEAD, f"“We begin again,” said Ana Lund. {WORDS} she added."),
    ],
)
def test_she_is_the_one_with_whom_the_latest_sentence_begins(paragraphs: tuple[str, ...]) -> None:
    assert last_speaker(*paragraphs) == "Ana Lund"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (LEAD, f"{WORDS} he said."),
        ("Piet Vos met John Holm in Varn.", f"Vos came early, and John Holm came late. {WORDS} he said."),
        ("Piet Vos runs the harbour.", "The quay is old.", "Storms are many.", f"The town is poor. {WORDS} he said."),
        ("Ana Lund runs the town.", f"Ana Lund came early. {WORDS} he said."),
    ],
)
def test_where_several_may_be_meant_or_none_is_near_nobody_is_named(paragraphs: tuple[str, ...]) -> None:
    assert last_speaker(*paragraphs) == ""


def test_he_may_be_one_of_whom_no_name_is_known_but_only_in_the_same_paragraph() -> None:
    dealer = "“It was cut twice,” one dealer said."
    assert last_speaker(f"{dealer} “They will buy again soon,” he added.") == "one dealer"
    assert last_speaker(dealer, "“They will buy again soon,” he added.") == ""


def test_a_country_or_a_report_is_no_he() -> None:
    assert last_speaker("Norland closed its ports.", f"{WORDS} he said.") == ""
    assert last_speaker(f"“It will rain for days,” the report said. {WORDS} he said.") == ""


@pytest.mark.parametrize(
    ("name", "phrase", "gender"),
    [
        ("Ana Lund", "", "she"),
        ("Piet Vos", "", "he"),
        ("Kim Lund", "", ""),
        ("Lund", "", ""),
        ("Kim Lund", "Mrs. Kim Lund", "she"),
        ("Kim Lund", "Congressman Kim Lund", "he"),
    ],
)
def test_a_title_tells_before_a_first_name_does(name: str, phrase: str, gender: str) -> None:
    assert of_name(name, phrase) == gender


def test_pronouns_of_several_languages_tell() -> None:
    assert [of_pronoun(word) for word in ("He", "elle", "sie", "он", "they")] == ["he", "she", "she", "he", ""]
