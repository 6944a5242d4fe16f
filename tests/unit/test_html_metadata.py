"""What a page says about its article: the surest place is believed, and nothing that only looks like an answer."""

from __future__ import annotations

import os

import pytest

from index.models import Raw
from tests.unit.html_pages import PARAGRAPHS, a_page, json_ld, paragraphs, raw_of, read


def told(folder, head: str = "", body: str = "", **names: str) -> Raw:
    raw = raw_of(folder, a_page(body and f"<h1>Council closes the fish market</h1>{body}{paragraphs()}", head, **names))
    assert isinstance(raw, Raw)
    return raw


def test_json_ld_tells_title_authors_date_outlet_and_language(tmp_path):
    raw = told(
        tmp_path,
        json_ld(
            headline="Council closes the fish market",
            datePublished="2023-11-09T18:30:00+01:00",
            author=[{"@type": "Person", "name": "Ida Brandt"}, {"@type": "Person", "name": "Per Olsen"}],
            publisher={"@type": "Organization", "name": "Harbour Gazette"},
            inLanguage="en",
        ),
    )
    assert (raw.title, raw.authors, raw.outlet) == (
        "Council closes the fish market",
        "Ida Brandt, Per Olsen",
        "Harbour Gazette",
    )
    assert raw.published == "2023-11-09T18:30:00+01:00"


def test_of_two_articles_in_json_ld_the_one_that_the_page_shows_is_believed(tmp_path):
    other = json_ld(
        headline="Another piece of old news", datePublished="2020-01-01", author="Max Other", articleBody="Old words.",
        publisher="Harbour Gazette",
    )  # fmt: skip
    own = json_ld(headline="Council closes the fish market", datePublished="2023-11-09", author="Ida Brandt")
    assert told(tmp_path, other + own).authors == "Ida Brandt"


def test_the_outlet_is_read_in_the_title_unless_the_address_speaks_against_it(tmp_path):
    assert told(tmp_path).outlet == "Harbour Gazette"
    assert told(tmp_path, "<link rel='canonical' href='https://gazette.example/market'>").outlet == "Harbour Gazette"
    assert told(tmp_path, "<link rel='canonical' href='https://post.example/market'>").outlet == ""


@pytest.mark.parametrize(
    "body",
    [
        "<div class='byline'>Ida Brandt<br>Special to The Gazette</div>",
        "<div class='authors'><span>Ida Brandt</span><span>Senior Political Reporter</span></div>",
        "<div class='byline'>Posted by <a href='/x'>Ida Brandt</a></div>",
        "<span property='schema:author'>Ida Brandt</span>",
    ],
)
def test_a_name_is_told_from_the_post_beside_it(tmp_path, body):
    assert told(tmp_path, body=body).authors == "Ida Brandt"


@pytest.mark.parametrize(
    "title",
    [
        "{} - Local - Harbour Gazette", "{} | News | Harbour Gazette", "Harbour Gazette: {}", "{} « Harbour Gazette",
        "{} // Harbour Gazette", "{}_Harbour Gazette", "{}：Harbour Gazette",
    ],
)  # fmt: skip
def test_the_site_and_its_section_are_no_part_of_the_headline(tmp_path, title):
    page = a_page(paragraphs(), "<meta property='og:site_name' content='Harbour Gazette'>")
    named = page.replace("Council closes the fish market | Harbour Gazette", title.format("Market: the last day"))
    assert read(tmp_path, named).title == "Market: the last day"


def test_a_kicker_in_the_heading_is_no_part_of_the_headline(tmp_path):
    heading = "<h1><span>Harbour</span> <span>Council closes the fish market</span></h1>"
    head = "<meta property='og:title' content='Council closes the fish market'>"
    assert read(tmp_path, a_page(heading + paragraphs(), head)).title == "Council closes the fish market"


def test_a_few_words_between_headline_and_text_are_not_read(tmp_path):
    page = a_page(f"<h1>Council closes the fish market</h1><p>Ida Brandt</p><p>∙ Paid</p>{paragraphs()}")
    assert read(tmp_path, page).text == "\n\n".join(PARAGRAPHS)


def test_json_ld_with_a_graph_and_references_is_followed(tmp_path):
    graph = [
        {"@type": "NewsArticle", "headline": "Council closes the fish market", "author": {"@id": "#ida"}},
        {"@type": "Person", "@id": "#ida", "name": "Ida Brandt"},
    ]
    assert told(tmp_path, json_ld(**{"@type": "WebSite", "@graph": graph})).authors == "Ida Brandt"


@pytest.mark.parametrize(
    "broken", ["{", '{"@type": "NewsArticle", "author": }', "[[[[", '{"@type": 3, "headline": {"a": []}}']
)
def test_broken_json_ld_is_passed_over(tmp_path, broken):
    head = f'<script type="application/ld+json">{broken}</script>'
    assert told(tmp_path, head).title == "Council closes the fish market"


def test_json_ld_with_a_comma_too_many_is_read(tmp_path):
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-11-09",}</script>'
    assert told(tmp_path, head).published == "2023-11-09"


def test_an_article_body_in_json_ld_never_stands_in_place_of_the_page(tmp_path):
    article = read(
        tmp_path, a_page(head=json_ld(articleBody="An entirely different text that is not on the page at all."))
    )
    assert article.text.startswith("The harbour council voted")


@pytest.mark.parametrize(
    "title", ["Council closes the fish market | Harbour Gazette", "Harbour Gazette - Council closes the fish market"]
)
def test_the_name_of_the_site_is_no_part_of_the_headline(tmp_path, title):
    head = f"<meta property='og:title' content='{title}'><meta property='og:site_name' content='Harbour Gazette'>"
    page = a_page(paragraphs(), head).replace(
        "Council closes the fish market | Harbour Gazette</title>", f"{title}</title>"
    )
    raw = raw_of(tmp_path, page)
    assert isinstance(raw, Raw)
    assert raw.title == "Council closes the fish market"


def test_the_heading_named_as_headline_stands_before_the_name_of_a_blog(tmp_path):
    body = f"<h1>Notes from the pier</h1><h3 class='post-title'>Council closes the fish market</h3>{paragraphs()}"
    page = a_page(body).replace(
        "Council closes the fish market |", "Notes from the pier: Council closes the fish market |"
    )
    raw = raw_of(tmp_path, page)
    assert isinstance(raw, Raw)
    assert raw.title == "Council closes the fish market"


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ("<p>By <a rel='author' href='/ida'>Ida Brandt</a></p>", "Ida Brandt"),
        ("<span itemprop='author'>Ida Brandt</span>", "Ida Brandt"),
        ("<div class='byline'>By Ida Brandt and Per Olsen</div>", "Ida Brandt, Per Olsen"),
        ("<div><a href='/authors/ida-brandt'>Ida Brandt</a></div>", "Ida Brandt"),
        ("<div class='byline'>By Harbour Gazette Staff</div>", ""),
        ("<div class='comments'><a rel='author' href='/x'>Some Reader</a></div>", ""),
    ],
)
def test_authors_are_people_who_sign_the_article(tmp_path, body, authors):
    assert told(tmp_path, body=body).authors == authors


def test_a_newsroom_is_no_author(tmp_path):
    head = json_ld(author={"name": "Harbour Gazette"}, publisher={"name": "Harbour Gazette"})
    assert told(tmp_path, head).authors == ""


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta property='article:published_time' content='2023-11-09T08:00:00Z'>", "", "2023-11-09T08:00:00Z"),
        ("", "<time datetime='2023-11-09'>today</time>", "2023-11-09"),
        ("", "<p class='post-date'>9 November 2023</p>", "9 November 2023"),
        ("<link rel='canonical' href='https://gazette.example/2023/11/09/market'>", "", "2023-11-09"),
        ("", "<div class='related'><time datetime='2021-01-02'>then</time></div>", ""),
        ("", "<p class='copyright'>© 3 May 2019 Harbour Gazette</p>", ""),
        ("<meta name='date' content='2049-01-01'>", "", ""),
    ],
)
def test_a_date_is_that_of_the_article(tmp_path, head, body, published):
    assert told(tmp_path, head, body).published == published


def test_a_moment_in_utc_is_given_in_the_time_of_the_outlet_where_the_page_knows_it(tmp_path):
    head = json_ld(datePublished="2022-05-04T03:37:37+00:00")
    body = "<time datetime='2022-05-03T23:37:37-04:00'>3 May</time>"
    assert told(tmp_path, head, body).published == "2022-05-03T23:37:37-04:00"


def test_a_date_after_the_page_was_saved_is_not_believed(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(a_page(head=json_ld(datePublished="2023-11-09")))
    os.utime(path, (1_600_000_000, 1_600_000_000))
    from index.sources.html import READER

    (raw,) = READER.read(path)
    assert isinstance(raw, Raw)
    assert raw.published == ""


def test_the_address_is_the_canonical_one(tmp_path):
    head = "<link rel='canonical' href='https://gazette.example/market'><meta property='og:url' content='https://other.example'>"
    assert told(tmp_path, head).url == "https://gazette.example/market"
