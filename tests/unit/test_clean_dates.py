"""Which of the dates around an article is its own."""

from __future__ import annotations

import pytest

from index.clean.article import clean
from index.models import Article, Block, Origin, Published, Raw, Role

NOON = 1_699_531_200.0
"""9 November 2023, noon in UTC, in seconds since 1970."""
HEADLINE = "Ferry to the islands runs again after a month in dock"
TEXT = (
    "The ferry left the quay at six on Monday morning with forty cars and a bus full of schoolchildren on board.",
    "Engineers had found a crack in the shaft in spring, and the spare part had to be cast at a yard abroad.",
    "The company said it would give season ticket holders a third of the fare back by the end of the summer.",
    "The mayor of the largest island called the weeks without a ship the longest that she could remember.",
    "The second ferry of the line is to go into dock as soon as the first has run for a month without a fault.",
)


def published(*lines: str, path: str = "ferry.txt", modified: float | None = NOON) -> Published | None:
    article = clean(Raw(Origin(path), "\n".join(lines), modified=modified))
    assert isinstance(article, Article)
    return article.published


@pytest.mark.parametrize(
    "tail",
    [
        ["© 12 May 2020 Harbour Gazette. All rights reserved."],
        ["Copyright 2020-05-12 Harbour Gazette"],
        ["Comments", "Ida Brandt", "12 May 2020", "I was on the first ship and it was wonderful to see the islands."],
        ["Related", "Lighthouse keeper retires", "12 May 2020", "Harbour dues to rise", "13 May 2020", "Quay repaved"],
    ],
)
def test_a_date_of_something_else_on_the_page_is_not_taken(tail: list[str]) -> None:
    assert published(HEADLINE, *TEXT, *tail) is None


@pytest.mark.parametrize("said", ["2 hours ago", "Yesterday", "0001-01-01", "9/6/17", "1 January 2050"])
def test_what_is_no_date_leaves_a_scrape_undated(said: str) -> None:
    assert published(HEADLINE, "By Ida Brandt", said, *TEXT) is None


def test_a_date_after_the_time_of_the_file_is_passed_over() -> None:
    assert published(HEADLINE, "By Ida Brandt", "12 May 2031", *TEXT) is None
    found = published(HEADLINE, "By Ida Brandt", "12 May 2031", *TEXT, modified=None)
    assert found is not None and found.when == "2031-05-12"


def test_a_surer_place_that_tells_the_future_leaves_the_word_to_the_next() -> None:
    lines = "\n".join((HEADLINE, "8 November 2023", *TEXT))
    article = clean(Raw(Origin("ferry.json"), lines, published="2031-01-01", modified=NOON))
    assert isinstance(article, Article) and article.published is not None
    assert article.published.when == "2023-11-08"


@pytest.mark.parametrize(
    ("path", "dated"),
    [("page.html", True), ("PAGE.HTM", True), ("mail.eml", True), ("page.txt", False), ("a.md", False)],
)
def test_the_time_of_a_file_dates_saved_pages_and_mails_only(path: str, dated: bool) -> None:
    blocks = tuple(Block(Role.BODY, text) for text in TEXT)
    article = clean(Raw(Origin(path), "", title=HEADLINE, blocks=blocks, modified=NOON))
    assert isinstance(article, Article)
    assert article.published == (Published("2023-11-09", "day", "file time (inferred)") if dated else None)


def test_a_record_that_opens_with_figures_is_of_that_day() -> None:
    article = clean(Raw(Origin("ferry.jsonl"), "\n".join((HEADLINE, "26/09/2013", *TEXT)), title=HEADLINE))
    assert isinstance(article, Article) and article.published
    assert article.published.when == "2013-09-26"
    assert [block.role for block in article.blocks][1] is Role.BYLINE
