"""Lists, tables, code, notes, verses and quotations of whole pages and of HTML inside other things, side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import fromstring

from index.clean.article import clean
from index.clean.spaces import ITEM, LINE, NOTE
from index.library import open_library
from index.models import Article, Block, Origin, Raw, Role
from index.page.links import links_of
from index.sources.markup import blocks_of_html, joined
from index.verify import bare
from tests.unit.html_pages import PARAGRAPHS, a_page, paragraphs, raw_of, read

LIST = (
    "<ol start='3'><li>The old crane is to be sold to the museum of the town.</li>"
    "<li>The ice house gets a roof:<ul><li>of slate, if the price falls before spring,</li>"
    "<li>or of tin.</li></ul></li>"
    "<li>The boats pay what they paid before, all of them.</li></ol>"
)
TABLE = (
    "<table><caption>Fish landed</caption><tr><th>Year</th><th>Tonnes</th></tr>"
    "<tr><td>2021</td><td>1,204</td></tr><tr><td>2022</td><td>980</td></tr></table>"
)
CODE = "<pre><code>def landed(boats):\n    return sum(boats)</code></pre>"
NOTED = (
    "<p>The board decided three things about the old quay.<sup><a href='#n'>1</a></sup> "
    "It is 40 m<sup>2</sup> large.</p>"
)
VERSE = "<p>The nets are dry<br>the boats are gone<br>the quay is long</p>"
TERMS = "<dl><dt>Quay due</dt><dd>What a boat pays for a night at the quay, whatever its length.</dd></dl>"


def of_a_page(folder: Path, markup: str) -> Article:
    head, tail = paragraphs(PARAGRAPHS[:3]), paragraphs(PARAGRAPHS[3:])
    return read(folder, a_page(f"<h1>Council closes the fish market</h1>{head}{markup}{tail}"))


def of_a_feed(folder: Path, markup: str) -> Article:
    blocks = blocks_of_html(paragraphs(PARAGRAPHS[:3]) + markup + paragraphs(PARAGRAPHS[3:]))
    found = clean(Raw(Origin(str(folder / "feed.xml"), "1"), joined(blocks), title="Quay", blocks=blocks))
    assert isinstance(found, Article)
    return found


both = pytest.mark.parametrize("article_of", [of_a_page, of_a_feed])


def between(article: Article) -> list[Block]:
    """The blocks between the paragraphs around them."""
    texts = [block.text for block in article.blocks]
    return list(article.blocks[texts.index(PARAGRAPHS[2]) + 1 : texts.index(PARAGRAPHS[3])])


@both
def test_items_keep_their_numbers_and_bullets_and_how_deep_they_are(article_of, tmp_path):
    assert between(article_of(tmp_path, LIST)) == [
        Block(Role.BODY, f"3.{ITEM}The old crane is to be sold to the museum of the town."),
        Block(Role.BODY, f"4.{ITEM}The ice house gets a roof:"),
        Block(Role.BODY, f"◦{ITEM}of slate, if the price falls before spring,"),
        Block(Role.BODY, f"◦{ITEM}or of tin."),
        Block(Role.BODY, f"5.{ITEM}The boats pay what they paid before, all of them."),
    ]


@both
def test_a_table_is_one_block_of_lines_with_its_caption_first(article_of, tmp_path):
    assert between(article_of(tmp_path, TABLE)) == [
        Block(Role.TABLE, "Fish landed\nYear │ Tonnes\n2021 │ 1,204\n2022 │ 980")
    ]


@both
def test_a_page_laid_out_by_tables_has_none(article_of, tmp_path):
    laid_out = f"<table><tr><td>{LIST}</td></tr><tr><td>{NOTED}</td></tr></table>"
    article = article_of(tmp_path, laid_out)
    assert Role.TABLE not in {block.role for block in article.blocks}
    assert "It is 40 m2 large." in article.text


@both
def test_code_keeps_its_lines(article_of, tmp_path):
    assert between(article_of(tmp_path, CODE)) == [Block(Role.CODE, "def landed(boats):\n    return sum(boats)")]


@both
def test_prose_that_is_set_without_reflow_stays_prose(article_of, tmp_path):
    telegram = "The harbour board met on Tuesday.\n\nIt decided three things about the old quay."
    found = between(article_of(tmp_path, f"<pre>{telegram}</pre>"))
    assert {block.role for block in found} == {Role.BODY}
    assert [block.text for block in found] == telegram.split("\n\n")


@both
def test_the_number_of_a_note_is_set_off_and_an_exponent_is_not(article_of, tmp_path):
    article = article_of(tmp_path, NOTED)
    text = f"The board decided three things about the old quay.{NOTE}1 It is 40 m2 large."
    assert between(article) == [Block(Role.BODY, text)]
    said = [article.sentence(number) for number in range(len(article.sentences))]
    assert "The board decided three things about the old quay." in said
    assert "It is 40 m2 large." in said


@both
def test_verses_keep_where_their_lines_end(article_of, tmp_path):
    article = article_of(tmp_path, VERSE)
    assert f"The nets are dry{LINE}the boats are gone{LINE}the quay is long" in {block.text for block in article.blocks}


@both
def test_what_a_word_means_stands_below_it(article_of, tmp_path):
    article = article_of(tmp_path, f"<p>The board explained a word that it had used.</p>{TERMS}")
    assert [block.text for block in between(article)][1:] == [
        "Quay due",
        f"◦{ITEM}What a boat pays for a night at the quay, whatever its length.",
    ]


@both
def test_who_is_quoted_stands_below_the_quotation(article_of, tmp_path):
    quoted = "<blockquote><p>To be a fisher is to wait, and to wait again.</p><footer>— Old Tom</footer></blockquote>"
    assert between(article_of(tmp_path, quoted)) == [
        Block(Role.QUOTE, "To be a fisher is to wait, and to wait again."),
        Block(Role.QUOTE, "— Old Tom"),
    ]


@both
def test_every_sentence_stands_in_the_words_of_the_page(article_of, tmp_path):
    markup = LIST + NOTED + TABLE + CODE + VERSE + TERMS
    article = article_of(tmp_path, markup)
    words = bare(fromstring(paragraphs(PARAGRAPHS[:3]) + markup + paragraphs(PARAGRAPHS[3:])).text_content())
    assert article.sentences
    assert all(bare(article.sentence(number)) in words for number in range(len(article.sentences)))


def test_the_links_of_an_item_are_found_behind_its_mark(tmp_path):
    item = "<ul><li>The crane is <a href='https://example.org/crane'>sold to the museum</a> of the town.</li></ul>"
    [link] = links_of(of_a_page(tmp_path, item))
    assert link.text == "sold to the museum"


def test_a_table_of_links_is_no_table_of_the_article(tmp_path):
    row = "<tr><td><a href='/a'>More news of the quay</a></td><td><a href='/b'>More news of fish</a></td></tr>"
    article = of_a_page(tmp_path, f"<table>{row * 3}</table>")
    assert Role.TABLE not in {block.role for block in article.blocks}


def test_an_item_that_is_a_section_of_a_page_has_no_bullet(tmp_path):
    section = f"<ul><li><h2>The cranes</h2><p>{PARAGRAPHS[0]} Once more.</p></li></ul>"
    assert all(ITEM not in block.text for block in of_a_page(tmp_path, section).blocks)


def test_hidden_code_stays_folded_away():
    assert blocks_of_html("<div hidden><pre>a = {b: c[0]};</pre></div>") == (Block(Role.NOTICE, "a = {b: c[0]};"),)


def test_a_table_that_never_ends_loses_nothing(tmp_path):
    raw = raw_of(tmp_path, a_page(f"<h1>Quay</h1>{paragraphs()}<table><tr><td>Year<td>Tonnes<tr><td>2021<td>77"))
    assert isinstance(raw, Raw)
    assert "77" in " ".join(block.text for block in raw.blocks)


def test_a_library_finds_words_of_tables_and_code_and_quotes_none_of_them(tmp_path):
    forms = LIST + NOTED + TABLE + CODE + VERSE
    (tmp_path / "page.html").write_text(
        a_page(f"<h1>Quay</h1>{paragraphs(PARAGRAPHS[:3])}{forms}{paragraphs(PARAGRAPHS[3:])}")
    )
    with open_library(tmp_path / "library") as library:
        list(library.add([tmp_path / "page.html"]))
        [row] = library.articles()
        assert len(library.search("tonnes")) == len(library.search('"return sum"')) == len(library.search("slate")) == 1
        article = library.article(row.id)
        quoted = {
            article.blocks[article.sentences[line.sentence].block].role for line in library.summary(row.id, 99).lines
        }
        assert quoted == {Role.BODY}
        assert not list(library.check())
        assert library.highlights(row.id, "tonnes") != ()
