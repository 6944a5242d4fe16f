"""When a page appeared, wherever its makers put it; and never a date that is somebody else's."""

from __future__ import annotations

import pytest

from tests.unit.html_pages import a_page, paragraphs, read

HEADING = "<h1>Council closes the fish market</h1>"


def published(folder, head: str = "", body: str = "", language: str = "") -> str:
    page = a_page(f"{HEADING}{body}{paragraphs()}", head)
    article = read(folder, page.replace("<html lang='en'>", f"<html lang='{language}'>") if language else page)
    return article.published.when[:10] if article.published else ""


@pytest.mark.parametrize(
    "body",
    [
        "<h4 itemprop='datePublished' content='2023-11-09T18:30'>Thursday</h4>",
        "<a property='datePublished' content='2023-11-09'>Thursday</a>",
        "<abbr title='2023-11-09T18:30:00Z'>an hour ago</abbr>",
        "<bsp-timestamp data-timestamp='1699554600000'></bsp-timestamp>",
        "<span data-published='2023-11-09 18:30'>an hour ago</span>",
        "<relative-time datetime='2023-11-09T18:30:00Z'>an hour ago</relative-time>",
        "<div class='x1'>Veröffentlicht am 2023-11-09 18:30 Uhr, Hafen</div>",
        "<div class='info'>2023-11-09 20:52:15 来源：海港报</div>",
    ],
)
def test_a_date_in_the_markup_around_the_headline_is_found(tmp_path, body):
    assert published(tmp_path, body=body) == "2023-11-09"


@pytest.mark.parametrize("name", ["pub_date", "article.publish_date", "x:publication-date", "released_on"])
def test_names_that_makers_invent_for_the_date_are_understood(tmp_path, name):
    assert published(tmp_path, f"<meta name='{name}' content='2023-11-09'>") == "2023-11-09"


@pytest.mark.parametrize("name", ["expires", "event-date", "copyright-date", "publisher"])
def test_a_field_that_tells_of_something_else_is_no_date(tmp_path, name):
    assert published(tmp_path, f"<meta name='{name}' content='2023-11-09'>") == ""


@pytest.mark.parametrize(
    "script",
    [
        "dataLayer.push({'publishDate': '2023-11-09T18:30:00'})",
        'window.state = {"article": {"published_at": "2023-11-09 18:30"}}',
        'self.push("{\\"firstPublished\\":\\"2023-11-09\\"}")',
        'var pubDate = new Date("2023-11-09");',
    ],
)
def test_the_data_of_scripts_tell_the_date(tmp_path, script):
    assert published(tmp_path, f"<script>{script}</script>") == "2023-11-09"


CHANGED, TOLD = "<time class='updated' datetime='2023-12-01'>1 Dec</time>", "<time datetime='2023-11-09'>9 Nov</time>"


@pytest.mark.parametrize(
    "body",
    [
        CHANGED + TOLD,
        "<time itemprop='dateModified' datetime='2023-12-01'>1 Dec</time>" + TOLD,
        "<div>PUBLISHED: November 9, 2023 at 2:32 p.m. | UPDATED: December 1, 2023 at 1:00 a.m.</div>",
        "<div><span>Updated: December 1, 2023</span> <span>Published: November 9, 2023</span></div>",
        "<span property='schema:datePublished' content='2023-11-09'>9 Nov</span>",
    ],
)
def test_the_time_of_a_change_is_not_taken_for_that_of_publication(tmp_path, body):
    assert published(tmp_path, body=body) == "2023-11-09"


def test_the_time_beside_a_linked_heading_is_that_of_another_article(tmp_path):
    cards = "".join(f"<div class='x'><h3><a href='/{n}'>Other news {n}</a></h3>{TOLD}</div>" for n in range(3))
    page = a_page(f"{HEADING}{paragraphs()}{cards}")
    assert read(tmp_path, page).published is None


def test_a_heading_that_links_to_the_page_itself_is_no_teaser(tmp_path):
    own = f"<header><h2><a href='/own'>Council closes the fish market</a></h2>{TOLD}</header>{paragraphs()}"
    found = read(tmp_path, a_page(own)).published
    assert found is not None
    assert found.when == "2023-11-09"


def test_scripts_that_tell_of_several_days_tell_nothing(tmp_path):
    script = '[{"publishDate": "2023-11-09"}, {"publishDate": "2023-11-02"}]'
    assert published(tmp_path, f"<script>{script}</script>") == ""


@pytest.mark.parametrize(
    "body",
    [
        "<p>© 9 November 2023 Harbour Gazette</p>",
        "<div class='comment'><abbr title='2023-11-09'>an hour ago</abbr></div>",
        "<div class='related'><span data-date='2023-11-09'>Thursday</span></div>",
    ],
)
def test_the_date_of_a_notice_a_comment_or_a_teaser_is_not_that_of_the_article(tmp_path, body):
    assert published(tmp_path, body=body) == ""


@pytest.mark.parametrize(
    ("language", "day"), [("en-GB", "2023-06-09"), ("de", "2023-06-09"), ("en-US", "2023-09-06"), ("en", "")]
)
def test_figures_are_read_in_the_order_of_their_country(tmp_path, language, day):
    assert published(tmp_path, body="<div class='date'>9/6/2023</div>", language=language) == day


def test_a_line_that_tells_of_a_change_yields_to_one_that_does_not(tmp_path):
    body = "<p class='date'>Updated: 12 November 2023</p><p class='date'>9 November 2023</p>"
    assert published(tmp_path, body=body) == "2023-11-09"


def test_the_last_change_stands_in_where_nothing_else_is_told(tmp_path):
    head = "<meta property='article:modified_time' content='2023-11-12'>"
    assert published(tmp_path, head) == "2023-11-12"
    assert published(tmp_path, head, "<time datetime='2023-11-09'>Thursday</time>") == "2023-11-09"
