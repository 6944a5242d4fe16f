"""Numbers that the articles of a story state differently."""

from __future__ import annotations

import pytest

from index.stories.differing import differing
from tests.unit.newsroom import report


def told(*texts, days=(), outlets=()):
    articles = [
        report(
            f"a{at}",
            text,
            day=days[at] if days else f"2024-03-0{at + 4}",
            outlet=outlets[at] if outlets else f"Outlet {at}",
        )
        for at, text in enumerate(texts)
    ]
    return articles, differing(articles)


def courses(*texts, **facts):
    return [row.course for row in told(*texts, **facts)[1]]


def test_a_toll_that_grows_is_one_row():
    articles, (row,) = told(
        "The storm in Varn killed at least 7 people, police said.",
        "Nine people were killed by the storm in Varn, officials said.",
        "The storm in Varn has killed 12 people.",
    )
    assert row.course == "at least 7 → Nine → 12"
    assert (row.fate, row.label) == ("killed", "people · killed")
    by_id = {article.id: article for article in articles}
    for figure in row.figures:
        spot = figure.mention.spot
        sentence = by_id[spot.article].sentence(spot.sentence)
        assert (figure.sentence, figure.text) == (sentence, sentence[figure.mention.start : figure.mention.end])


def test_figures_that_agree_are_no_row():
    assert courses("The storm killed 12 people in Varn.", "Twelve people were killed by the storm in Varn.") == []


def test_a_rounded_figure_agrees_with_the_exact_one():
    texts = ("The storm left about 100 people missing in Varn.", "The storm left 104 people missing in Varn.")
    assert courses(*texts) == []
    assert courses(texts[0], texts[1].replace("104", "140")) == ["about 100 → 140"]


def test_killed_and_injured_are_two_things():
    assert courses("The storm killed 7 people in Varn.", "The storm injured 30 people in Varn.") == []


def test_another_place_is_another_count():
    assert courses("The storm killed 7 people in Varn.", "The storm killed 12 people in Sull.") == []


def test_another_year_is_another_count():
    assert courses("The storm killed 7 people in Varn.", "A storm in 1953 killed 120 people in Varn.") == []


def test_a_part_is_not_the_whole():
    assert courses("The storm killed 7 people in Varn.", "Among the 3 people killed by the storm was a pilot.") == []


def test_who_gives_both_figures_means_two_things():
    texts = ("The storm killed 7 people in Varn.", "The storm killed 12 people in Varn, after 7 people died on Monday.")
    assert courses(*texts) == []


def test_prices_are_compared_across_outlets_only():
    texts = ("The new quay of Varn will cost 40 million dollars.", "The new quay of Varn will cost 65 million dollars.")
    assert courses(*texts) == ["40 million dollars → 65 million dollars"]
    assert courses(*texts, outlets=("The Post", "The Post")) == []


def test_a_series_of_figures_is_no_difference():
    counts = (30, 12, 44, 18, 27)
    texts = [f"The storm left {count} people missing in Varn." for count in counts]
    assert courses(*texts) == []
    assert len(courses(*(f"The storm left {count} people missing in Varn." for count in sorted(counts)))) == 1


def test_an_article_has_at_most_one_figure_in_a_row():
    _, rows = told(
        "The storm killed 7 people in Varn. The storm killed 7 people, the mayor of Varn said.",
        "The storm killed 9 people in Varn.",
    )
    assert [[figure.mention.spot.article for figure in row.figures] for row in rows] == [["a0", "a1"]]


def test_a_story_of_one_article_has_no_rows():
    assert courses("The storm killed 7 people in Varn and then 12 people in Varn.") == []
    assert differing([]) == ()


@pytest.mark.parametrize(
    ("language", "first", "second", "course"),
    [
        ("de", "In Köln starben sieben Menschen im Sturm.", "In Köln starben 12 Menschen im Sturm.", "sieben → 12"),
        (
            "fr",
            "La tempête a fait au moins sept morts à Lyon.",
            "La tempête a fait 12 morts à Lyon.",
            "au moins sept → 12",
        ),
        ("es", "El temporal dejó siete muertos en Madrid.", "El temporal dejó 12 muertos en Madrid.", "siete → 12"),
    ],
)
def test_tolls_differ_in_other_languages_too(language, first, second, course):
    articles = [report(f"a{at}", text, language=language) for at, text in enumerate((first, second))]
    assert [row.course for row in differing(articles)] == [course]
