"""Days that a story names, and what happened on them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.stories.days import days
from index.stories.timeline import coverage, timeline
from tests.unit.newsroom import report

FRIDAY = date(2023, 11, 10)


def named(text: str, published: date = FRIDAY) -> list[tuple[str, str]]:
    return [(one.day, one.other) for one in days(text, published)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It opened on November 9, 2023.", "2023-11-09"),
        ("It opened on 9 November 2023.", "2023-11-09"),
        ("It opened on Nov. 9.", "2023-11-09"),
        ("It opened on 2023-11-09.", "2023-11-09"),
        ("It opens on December 30.", "2023-12-30"),
        ("It was opened on December 30.", "2022-12-30"),
        ("It was invaded in February 2022.", "2022-02"),
        ("He came on Thursday.", "2023-11-09"),
        ("He came on Friday.", "2023-11-10"),
        ("He came last Friday.", "2023-11-03"),
        ("He came yesterday.", "2023-11-09"),
        ("He came three days ago.", "2023-11-07"),
        ("He came two weeks ago.", "2023-10"),
        ("He came last month.", "2023-10"),
        ("Il est venu le 9 novembre 2023.", "2023-11-09"),
        ("Er kam am 9. November 2023.", "2023-11-09"),
        ("Vino el 9 de noviembre de 2023.", "2023-11-09"),
        ("Er kam am Donnerstag.", "2023-11-09"),
    ],
)
def test_a_day_is_worked_out_from_the_day_of_the_article(text, day):
    assert [found for found, _ in named(text)] == [day]


def test_a_year_that_is_not_given_is_the_nearest():
    assert named("It opened on December 30.", date(2024, 1, 5)) == [("2023-12-30", "")]
    assert named("It opens on January 5.", date(2023, 12, 30)) == [("2024-01-05", "")]


def test_last_month_may_lie_in_the_year_before():
    assert named("He came last month.", date(2024, 1, 5)) == [("2023-12", "")]


def test_a_weekday_that_lies_ahead_is_the_next_one_and_the_other_reading_is_kept():
    assert named("The vote is due on Tuesday.") == [("2023-11-14", "2023-11-07")]


def test_a_weekday_in_a_sentence_that_also_looks_ahead_is_ambiguous():
    assert named("On Tuesday he said that he will resign.") == [("2023-11-07", "2023-11-14")]


@pytest.mark.parametrize("text", ["Nothing here.", "On February 30 it rained.", "It cost 20 crowns.", ""])
def test_what_names_no_day_gives_none(text):
    assert named(text) == []


@given(st.text(alphabet="0123456789 -.may Monday Nov", max_size=40), st.dates(date(1900, 1, 1), date(2049, 1, 1)))
def test_named_days_lie_in_order_and_apart(text, published):
    found = days(text, published)
    assert all(one.end <= other.start for one, other in pairwise(found))


STORM = "On Monday a storm tore three ships from their moorings in the harbour of Varn."
AGAIN = "The storm in the harbour of Varn on Monday tore ships from their moorings."
ASIDE = "A baker sold his shop on Monday."


def test_a_day_has_one_row_with_the_sentence_that_most_agree_on_and_all_who_tell():
    articles = [report("a", ASIDE, STORM, day="2023-11-07"), report("b", AGAIN, day="2023-11-08")]
    (row,) = timeline(articles)
    assert (row.day, row.articles) == ("2023-11-06", ("a", "b"))
    assert "storm" in row.text
    assert articles["ab".index(row.spot.article)].sentence(row.spot.sentence) == row.text


def test_a_sentence_that_names_two_days_tells_of_neither():
    assert timeline([report("a", "He came on Monday and left on Tuesday.", day="2023-11-08")]) == ()


def test_an_undated_article_names_no_days():
    assert timeline([report("a", STORM)]) == ()


def test_rows_come_in_order():
    told = report("a", "It ended on Tuesday.", "It began on Monday.", "It was planned in May 2023.", day="2023-11-08")
    assert [row.day for row in timeline([told])] == ["2023-05", "2023-11-06", "2023-11-07"]


def test_coverage_counts_articles_a_day():
    articles = [
        report("a", day="2023-11-08"),
        report("b", day="2023-11-07"),
        report("c", day="2023-11-08"),
        report("d"),
    ]
    assert coverage(articles) == (("2023-11-07", 1), ("2023-11-08", 2))


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on Fox News Sunday.",
        "The editor of USA Today came.",
        "Shops opened for Black Friday.",
        "In the last month the river rose.",
        "They fled after the Sept. 11 attacks.",
        "She sang on Saturday Night Live.",
        "He was on five Sunday shows.",
        "The town spoke with Plácido Domingo.",
        "Ships are safer than they are today.",
        "Today's world knows no harbours.",
    ],
)
def test_names_that_hold_a_day_name_none(text):
    assert named(text) == []


def test_a_day_of_which_something_is_told_is_today():
    assert named("Today's ruling closed the harbour.") == [("2023-11-10", "")]


def test_yesterday_in_quotation_marks_is_seen_from_the_day_on_which_somebody_spoke():
    assert timeline([report("a", "“It fell yesterday in the rain,” Ana Lund said.", day="2023-11-08")]) == ()


def test_a_report_that_quotes_a_later_post_was_written_on_until_then():
    post = "“We are safe.” Ana Lund (@analund) November 9, 2023"
    (row,) = timeline([report("a", "The storm came on Thursday.", post, day="2023-11-08")])
    assert row.day == "2023-11-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The town hopes for much before Tuesday's vote.", ("2023-11-14", "2023-11-07")),
        ("Before Tuesday's vote the town was calm.", ("2023-11-07", "")),
        ("She will speak on Tuesday.", ("2023-11-14", "2023-11-07")),
        ("She told them on Tuesday that the quay will be closed.", ("2023-11-07", "")),
    ],
)
def test_the_nearest_verb_says_whether_a_weekday_lies_ahead(text, day):
    assert named(text) == [day]


def test_what_is_planned_for_a_weekday_lies_ahead():
    assert named("Sunday's planned vote divides the town.") == [("2023-11-12", "2023-11-05")]


def test_what_lies_between_now_and_a_weekday_lies_ahead():
    assert named("The race goes on between now and Tuesday.") == [("2023-11-14", "2023-11-07")]


def test_of_two_days_the_one_that_others_name_for_sure_comes_first():
    told = timeline([
        report("a", "The planned vote of Sunday divides the town.", day="2023-11-10"),
        report("b", "The vote is on November 12, he said.", day="2023-11-10"),
    ])  # fmt: skip
    assert [(row.day, row.articles) for row in told] == [("2023-11-12", ("a", "b"))]
