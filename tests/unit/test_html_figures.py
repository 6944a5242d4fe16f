"""Figures, tables and lists between the paragraphs of a page: what follows them is still the article's text."""

from __future__ import annotations

import pytest

from index.models import Role
from tests.unit.html_pages import PARAGRAPHS, a_page, paragraphs, read, texts

TITLE = "<h1>Council closes the fish market</h1>"
CAPTION = "The old hall of the fish market on a grey morning in May"
HEADING = "What the numbers say"
FIGURE = f"<figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption></figure>"
ROW = "<tr><td>{}</td><td>{}</td></tr>"
TABLE = f"<table>{ROW.format('Year', 'Stalls')}{ROW.format(2015, 61)}{ROW.format(2023, 41)}</table>"
LIST = "<ul><li>Nine million crowns for repairs</li><li>Eleven cracked pillars</li></ul>"
BELOW = {
    "a paragraph": "",
    "a figure": FIGURE,
    "three figures": FIGURE + FIGURE.replace("May", "June") + FIGURE.replace("May", "July"),
    "a figure and a table": FIGURE + TABLE,
    "a table": TABLE,
    "a list": LIST,
    "a quotation": "<blockquote><p>We have waited long enough for this day.</p></blockquote>",
    "a heading of its own": "<h3>Repairs</h3>",
}


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("around", ["{}", "<section><header>{}</header>", "<div class='row'><div class='col'>{}</div>"])
def test_a_heading_within_the_article_is_one_whatever_stands_below_it(tmp_path, below, around):
    heading = around.format(f"<h2>{HEADING}</h2>")
    end = {"<s": "</section>", "<d": "</div>"}.get(around[:2], "")
    below = BELOW[below] + paragraphs(PARAGRAPHS[3:])
    article = read(tmp_path, a_page(TITLE + paragraphs(PARAGRAPHS[:3]) + heading + below + end))
    assert HEADING in texts(article, Role.HEADING)


@pytest.mark.parametrize("heading", [
    f"<h2 id='n'><a href='#n'>{HEADING}</a></h2>", f"<h2><a name='n'>{HEADING}</a></h2>",
])  # fmt: skip
def test_a_heading_that_leads_to_itself_is_no_link(tmp_path, heading):
    article = read(tmp_path, a_page(TITLE + paragraphs(PARAGRAPHS[:3]) + heading + paragraphs(PARAGRAPHS[3:])))
    assert texts(article, Role.HEADING) == [HEADING]


def test_the_heading_of_a_box_of_links_is_not_the_articles(tmp_path):
    links = "".join(f"<li><a href='/{n}'>Another story about the harbour, part {n}</a></li>" for n in range(5))
    box = f"<div><h2>More from the harbour</h2><ul>{links}</ul></div>"
    article = read(tmp_path, a_page(TITLE + paragraphs(PARAGRAPHS[:3]) + box + paragraphs(PARAGRAPHS[3:])))
    assert texts(article, Role.HEADING) == []
    assert texts(article, Role.BODY) == list(PARAGRAPHS)


@pytest.mark.parametrize("figure", [
    f"<figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption>", f"<figure><img src='a.jpg'><figcaption>{CAPTION}",
    f"<div class='image'><img src='a.jpg'><div class='caption'>{CAPTION}",
])  # fmt: skip
def test_paragraphs_after_a_figure_that_is_never_closed_are_body(tmp_path, figure):
    article = read(tmp_path, a_page(TITLE + paragraphs(PARAGRAPHS[:1]) + figure + paragraphs(PARAGRAPHS[1:])))
    assert texts(article, Role.BODY) == list(PARAGRAPHS)
    assert texts(article, Role.CAPTION) == [CAPTION]


def test_a_story_whose_name_tells_of_a_caption_is_no_caption(tmp_path):
    story = f"<div class='story has-caption'>{paragraphs(PARAGRAPHS[:2])}{FIGURE}{paragraphs(PARAGRAPHS[2:])}</div>"
    article = read(tmp_path, a_page(TITLE + story))
    assert texts(article, Role.BODY) == list(PARAGRAPHS)
    assert texts(article, Role.CAPTION) == [CAPTION]


@pytest.mark.parametrize("figure", [
    "<figure><img src='a.jpg'><p>{}</p></figure>",
    "<figure><img src='a.jpg'><figcaption><p>{}</p><p>The hall was built in 1911.</p></figcaption></figure>",
])  # fmt: skip
def test_sentences_below_a_picture_are_its_caption(tmp_path, figure):
    caption = "The old hall of the fish market in May, seen from the square where stalls are to move in October."
    body = paragraphs(PARAGRAPHS[:2]) + figure.format(caption) + paragraphs(PARAGRAPHS[2:])
    article = read(tmp_path, a_page(TITLE + body))
    assert texts(article, Role.BODY) == list(PARAGRAPHS)
    assert caption in texts(article, Role.CAPTION)


def test_a_list_between_paragraphs_in_boxes_of_their_own_is_text(tmp_path):
    boxes = "".join(f"<div>{box}</div>" for box in (*map("<p>{}</p>".format, PARAGRAPHS[:3]), LIST))
    article = read(tmp_path, a_page(TITLE + boxes + paragraphs(PARAGRAPHS[3:])))
    assert "•\u2009Eleven cracked pillars" in texts(article, Role.BODY)
