"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean.sentences import split


def parts(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Lind met Sen. Ana Roy in Washington.", "They spoke of trade."],
        ["The U.S. Senate voted.", "J. K. Marlow of Widget Inc. was there."],
        ["It rose 3.5 percent on Nov. 9 to $1.2 billion.", "Then it fell."],
        ["Lynchburg, Virginia (WIRE)Sen. Ana Roy ran for president.", "She lost."],
        ["He left at 9 a.m. Thursday.", "Nobody saw him."],
        ["She lives in the U.S.", "The law is new."],
        ["“We go,” he said.", "“You stay.”", "They laughed."],
        ['He said "no."', "Then he left (at last.)", "It was late."],
        ["Why?", "Nobody knew!", "Perhaps..."],
        ["Wait ... what was that?", "It was No. 5 again."],
        ["Read www.paper.example/a.Html and node.js first.", "Then write to a.b@paper.example."],
        ["1. Wash the pears.", "2. Boil them."],
        ["It rose.[1][2]", "Then it fell.[^note]", "Nobody knew[3] why."],
        ["It rose.\u200a1", "Then it fell\u200a2 far.\u200a3, 4", "Nobody knew."],
        ["an experiment was made .", "the results agree with theory ."],
        ["MR. LIND WENT TO THE U.S. EMBASSY.", "HE FOUND NO. 5 SHUT."],
    ],
)
def test_sentences_parted_by_a_space_are_found(sentences: list[str]) -> None:
    assert parts(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Am 9. November kam Dr. Kern.", "Er blieb z. B. nicht lange."]),
        ("fr", ["M. Roux et Mme. Petit sont là.", "Le vote a lieu demain."]),
        ("es", ["El Sr. Ruiz llegó ayer.", "¿Qué dijo?", "Nada."]),
        ("it", ["Il dott. Bruni parla.", "Nessuno ascolta."]),
        ("ru", ["В 1991 г. страна изменилась.", "Это было давно."]),
    ],
)
def test_each_language_has_its_abbreviations(language: str, sentences: list[str]) -> None:
    assert parts(" ".join(sentences), language) == sentences


def test_sentences_glued_together_are_parted() -> None:
    text = 'The talks ended in the capital.The former ally left.He called it "a start".“Not an end,” she said.'
    assert parts(text) == [
        "The talks ended in the capital.",
        "The former ally left.",
        'He called it "a start".',
        "“Not an end,” she said.",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("今天很好。明天也是！好吗？", 3), ("यह है। वह था।", 2), ("كيف حالك؟ بخير.", 2), ("وہ آیا۔ وہ گیا۔", 2)],
)
def test_other_scripts_have_other_full_stops(text: str, count: int) -> None:
    assert len(parts(text)) == count


def test_a_blank_line_ends_a_sentence() -> None:
    assert parts("A heading\n\nA sentence.") == ["A heading", "A sentence."]


TEXTS = st.text(st.sampled_from(list("aAbZ1 .!?…\"'“”()\n。।é-/@")), max_size=120) | st.text(max_size=60)


@given(TEXTS, st.sampled_from(["en", "de", "ru", "und"]))
def test_sentences_are_trimmed_ordered_and_cover_everything(text: str, language: str) -> None:
    at = 0
    for start, end in split(text, language):
        assert at <= start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


def test_a_megabyte_without_a_space_is_split_too() -> None:
    assert split("x.Y" * 300_000)[-1][1] == 900_000
