"""What is wrong with a sentence as a line of a summary."""

from __future__ import annotations

import pytest

from index.summarise.signs import Signs, dangles, signs

GOOD = [
    "The river Elbe flooded the old town of Meissen on Tuesday.",
    "“The water will keep rising,” Mayor Olaf Raschke told reporters in Dresden on Tuesday evening.",
    "Saxony's state government promised 20 million euros.",
    "On Monday, Olaf Raschke closed the bridge.",
    "普京周四访问哈萨克斯坦。",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_plain_sentence_has_no_faults(text: str) -> None:
    assert signs(text, "en") == Signs(*[0.0] * 7)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("quoted", "“We have never seen so much water in this town,” he said."),
        ("broken", "“The water will keep rising, the mayor said."),
        ("broken", "and the water rose."),
        ("broken", "Flood in Meissen, Tuesday"),
        ("teases", "The mayor stands at the bridge, about a..."),
        ("leftover", "Olaf Raschke/Getty Images The mayor stands at the bridge."),
        ("leftover", "CLOSE The mayor stands at the bridge."),
        ("quoted", "Meissen, Germany (CNN)“The water! The water is in the church!”"),
        ("asks", "Who will pay for the damage?"),
        ("asks", "“Who will pay?”"),
        ("teases", "Sign up for the morning newsletter."),
        ("leftover", "Photo: Olaf Raschke."),
        ("leftover", "Karl May contributed to this report."),
        ("leftover", "BLITZER: The water is rising."),
        ("leftover", "Story highlights Olaf Raschke: the water is rising"),
        ("leftover", "Olaf Raschke Flood in Saxony Who pays for the flood MORE (Green) said the water is rising."),
        ("leftover", "— Olaf Raschke (@olaf_raschke) June 29, 2017"),
        ("leftover", "Olaf Raschke (@olaf_raschke) My statement on the flood was about the bridge."),
        ("leftover", "Embed Watch the flood 1:59 autoplay autoplay Copy this code to your website."),
        ("leftover", "| AP Photos The mayor stands at the bridge."),
        ("leftover", "O. Raschke (@olaf_raschke) My statement on the flood was about the bridge."),
        ("leftover", "The mayor stands at the bridge in Meissen, Germany, March 1, 2014."),
        ("leftover", "Flood Insurance To Cost More In Saxony"),
        ("leftover", "• Mayor of Meissen demands pumps (Daily Paper)"),
        ("leftover", "• Flood: latest news • Mayor demands pumps. • Bridge closed."),
        ("leftover", "Olaf Raschke Flood in Saxony Who pays for the flood MORE suggested pumps."),
        ("leftover", "Editor’s note: the mayor is a friend of the writer."),
        ("leftover", "Good evening and welcome to our live blog."),
        ("teases", "Please see our page on floods."),
        ("leftover", "Pictures of the flood are currently unavailable."),
        ("broken", "(See the map of the flood.)"),
        ("personal", "I think the money is lost."),
        ("shouts", "FLOOD IN MEISSEN."),
    ],
)
def test_a_faulty_sentence_shows_its_sign(fault: str, text: str) -> None:
    assert getattr(signs(text, "en"), fault) > 0


@pytest.mark.parametrize(
    "text",
    [
        "The bridge in Meissen was closed on Saturday, March 1, 2014.",
        "The bridge in Meissen was closed on March 1, 2014.",
        "• The mayor promised money for flood insurance.",
        "The paper won 20,000 subscribers with a bill sponsored by Saxony, and wants to learn more from readers.",
        "The mayor promised money for flood insurance in Saxony",
        "Olaf Raschke",
    ],
)
def test_a_date_names_and_words_of_teasers_alone_make_no_furniture(text: str) -> None:
    found = signs(text, "en")
    assert not found.leftover and not found.teases


def test_what_somebody_else_says_in_quotation_marks_is_not_the_writer_speaking() -> None:
    assert signs("The mayor said “we will not give up” on Tuesday evening.", "en").personal == 0


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Aber das Geld fehlt."), ("fr", "Il a ajouté cela."), ("ru", "Но это не всё.")]
)
def test_dangling_openings_are_known_in_other_languages(language: str, text: str) -> None:
    assert dangles(text, language)
    assert not dangles(text, "und")


@pytest.mark.parametrize(
    "text",
    [
        "He added that nobody was hurt.",
        "But the money has not come.",
        "“It is over,” the mayor told reporters from all over the country.",
        "In addition, two bridges were closed.",
        "Just last week, he promised money.",
        "On Monday, they closed the bridge.",
    ],
)
def test_an_opening_that_points_back_dangles(text: str) -> None:
    assert dangles(text, "en")


@pytest.mark.parametrize("text", [*GOOD, "", "…"])
def test_an_opening_that_stands_by_itself_does_not_dangle(text: str) -> None:
    assert not dangles(text, "en")
