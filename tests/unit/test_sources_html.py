"""Saved pages become articles; what is no article is named with its reason; bad pages cost little."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.clean.spaces import unmarked
from index.events import Skipped
from index.models import Origin, Raw, Role
from index.sources.html import READER, page
from index.sources.limits import Limits, configure, limits
from tests.unit.html_pages import FOOTER, MENU, PARAGRAPHS, a_page, paragraphs, raw_of, read, texts


def test_a_page_gives_its_paragraphs_and_neither_menu_nor_footer(tmp_path):
    article = read(tmp_path, a_page())
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == "Council closes the fish market"
    assert "Section 3" in texts(article, Role.LINKS)


def test_a_page_packed_with_gzip_is_read_like_a_plain_one(tmp_path):
    packed = gzip.compress(a_page().encode())
    assert read(tmp_path, packed, "page.html.gz").text == read(tmp_path, a_page()).text


def test_a_broken_gzip_file_is_named(tmp_path):
    assert raw_of(tmp_path, b"\x1f\x8b\x08\x00 not packed at all", "page.html.gz").reason == "a broken gzip file"


def test_xhtml_with_its_declaration_is_read(tmp_path):
    xhtml = '<?xml version="1.0" encoding="utf-8"?>\n' + a_page().replace(
        "<html", '<html xmlns="http://www.w3.org/1999/xhtml"'
    )
    assert read(tmp_path, xhtml, "page.xhtml").text.startswith(PARAGRAPHS[0])


def test_a_page_in_one_file_is_read_without_its_pictures(tmp_path, monkeypatch):
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 30_000}'>"
    single = a_page(f"<h1>Council closes the fish market</h1>{picture}{paragraphs()}")
    saved = "<!--\n Page saved with SingleFile \n url: https://gazette.example/market \n-->"
    single = single.replace("<head>", f"{saved}<head>")
    before = limits()
    configure(Limits(item=100_000))
    try:
        article = read(tmp_path, single)
    finally:
        configure(before)
    assert (article.url, article.text) == ("https://gazette.example/market", "\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    ("head", "suffix", "recognised"),
    [
        (b"<!DOCTYPE html><html>", ".txt", True),
        (b"\xef\xbb\xbf\n<html lang=en>", "", True),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', ".xml", True),
        (b'<?xml version="1.0"?><rss version="2.0"><channel><title>', ".xml", False),
        (b"anything", ".htm", True),
        (b"%PDF-1.7", ".html", False),
        (b"Dear reader, <b>this</b> is plain text", ".txt", False),
        (b'{"title": "<html>"}', ".jsonl", False),
    ],
)
def test_a_page_is_told_by_its_content_then_by_its_suffix(head, suffix, recognised):
    assert READER.recognises(head, suffix) is recognised


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div id='app'></div><script src='app.js'></script>", "an empty page"),
        ("<h1>404</h1><p>Page not found. Try the front page.</p>", "an error page"),
        ("<form><p>Sign in to go on</p><input type='password' name='password'></form>", "a login page"),
        ("<noscript>Please enable JavaScript to see this site.</noscript><div id='root'></div>", "an empty page"),
        ("".join(f"<p><a href='/{n}'>Headline number {n} of today</a></p>" for n in range(60)), "an index page"),
        ("<div></div>", "no running text"),
    ],
)
def test_a_page_that_is_no_article_is_skipped_with_its_reason(tmp_path, body, reason):
    item = raw_of(tmp_path, f"<html><head><title>Gazette</title></head><body>{body}</body></html>")
    assert isinstance(item, Skipped)
    assert item.reason.startswith("not an article: ")
    assert reason in item.reason


def test_a_front_page_with_teasers_is_no_article(tmp_path):
    links = "".join(f"<h2><a href='/{n}'>Number {n} of the many stories that stand here</a></h2>" for n in range(25))
    front = a_page(links + paragraphs(), "<link rel='canonical' href='https://gazette.example/'>")
    assert raw_of(tmp_path, front).reason == "not an article: an index page"


def test_an_empty_page_is_empty(tmp_path):
    assert raw_of(tmp_path, " \n ").reason == "empty"


def test_markup_nested_a_hundred_thousand_levels_deep_loses_nothing_around_it(tmp_path):
    deep = "<div>" * 100_000 + "The deepest sentence of all stands in here." + "</div>" * 100_000
    article = read(tmp_path, a_page(f"<h1>Deep</h1>{paragraphs()}{deep}"))
    assert all(text in article.text for text in PARAGRAPHS)


def test_a_page_cut_off_in_the_middle_of_a_tag_keeps_what_came_before(tmp_path):
    whole = a_page()
    article = read(tmp_path, whole[: whole.index(PARAGRAPHS[3]) - 2])
    assert article.text == "\n\n".join(PARAGRAPHS[:3])


def test_a_page_larger_than_the_limit_is_named(tmp_path):
    before = limits()
    configure(Limits(item=1_000))
    try:
        assert "larger than" in raw_of(tmp_path, a_page()).reason
    finally:
        configure(before)


def test_entities_are_decoded_once(tmp_path):
    said = "The sign above the gate reads &amp;lt;closed&amp;gt; in letters as high as a grown man, traders said."
    article = read(tmp_path, a_page(f"<h1>Sign</h1>{paragraphs()}<p>{said}</p>"))
    assert "&lt;closed&gt;" in article.text


def test_a_caption_between_paragraphs_is_not_body(tmp_path):
    caption = "Traders carry their crates out of the old hall on the last morning of the market."
    figure = f"<figure><img src='x.jpg'><figcaption>{caption}</figcaption></figure>"
    article = read(
        tmp_path, a_page(f"<h1>Council</h1>{paragraphs(PARAGRAPHS[:2])}{figure}{paragraphs(PARAGRAPHS[2:])}")
    )
    assert texts(article, Role.CAPTION) == [caption]
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_headings_and_quotations_in_the_article_keep_their_roles(tmp_path):
    quote = "We have paid our rent for forty years and nobody ever looked at a single pillar."
    body = f"<h1>Council</h1>{paragraphs(PARAGRAPHS[:2])}<h2>A hall in danger</h2>{paragraphs(PARAGRAPHS[2:4])}"
    article = read(tmp_path, a_page(f"{body}<blockquote><p>{quote}</p></blockquote>{paragraphs(PARAGRAPHS[4:])}"))
    assert texts(article, Role.HEADING) == ["A hall in danger"]
    assert texts(article, Role.QUOTE) == [quote]


def test_teasers_below_the_article_are_not_read(tmp_path):
    teasers = "".join(
        f"<div class='related-item'><h3><a href='/{n}'>Another matter number {n}</a></h3>"
        f"<p>Something else entirely happened in district {n}, as the town hall said in the morning.</p></div>"
        for n in range(6)
    )
    article = read(tmp_path, a_page(f"<h1>Council</h1>{paragraphs()}<div class='related'>{teasers}</div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_an_article_inside_an_element_named_like_a_widget_is_read(tmp_path):
    article = read(tmp_path, a_page(f"<div class='widget share-bar'><h1>Council</h1>{paragraphs()}</div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_an_article_in_two_elements_of_one_kind_is_read_whole(tmp_path):
    halves = "<div class='ad-slot'></div>".join(
        f"<div class='story-text'>{paragraphs(part)}</div>" for part in (PARAGRAPHS[:3], PARAGRAPHS[3:])
    )
    assert read(tmp_path, a_page(f"<h1>Council</h1><div>{halves}</div>")).text == "\n\n".join(PARAGRAPHS)


def test_paragraphs_parted_by_line_breaks_are_paragraphs(tmp_path):
    article = read(tmp_path, a_page("<h1>Council</h1><div>" + "<br><br>".join(PARAGRAPHS) + "</div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_dateline_is_cut_off_the_first_paragraph(tmp_path):
    first = f"OSLO, Norway (AP) — {PARAGRAPHS[0]}"
    article = read(tmp_path, a_page(f"<h1>Council closes the fish market</h1>{paragraphs((first, *PARAGRAPHS[1:]))}"))
    assert (article.agency, article.text) == ("AP", "\n\n".join(PARAGRAPHS))


def test_every_block_is_made_of_letters_of_the_page(tmp_path):
    item = raw_of(tmp_path, a_page())
    assert isinstance(item, Raw)
    assert all("".join(b.text.split()) in "".join(f"{MENU}{FOOTER}{a_page()}".split()) for b in item.blocks)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*"<>/&;=\"' ab\x00", "<p>", "</div>", "<script>", "<!--", "&#x110000;", "<table>"])))
def test_no_page_however_broken_raises(parts):
    item = page("".join(["<html>", *parts]).encode(), Origin("/x.html"))
    assert isinstance(item, Raw | Skipped)


def test_a_list_between_two_paragraphs_of_the_article_is_read(tmp_path):
    items = (
        "The fish hall pays for the whole quay, and its rents have not been raised since the year of the flood.",
        "The ice house stands empty, and nobody has asked for the key since the autumn before the last.",
    )
    listed = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    article = read(
        tmp_path, a_page(f"<h1>Two halls</h1>{paragraphs(PARAGRAPHS[:3])}{listed}{paragraphs(PARAGRAPHS[3:])}")
    )
    words = [unmarked(text) for text in texts(article, Role.BODY)]
    assert [text for text in words if text in items] == list(items)


@pytest.mark.parametrize(("line", "is_telephone"), [("+47 55 01 20 34", True), ("1,204", False), ("12 of 30", False)])
def test_a_telephone_number_alone_is_no_counter(line, is_telephone):
    from index.clean import furniture

    assert furniture.is_telephone(line) is is_telephone
    assert furniture.kind("1,204") is Role.LINKS
