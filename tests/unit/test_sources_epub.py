import zipfile

import pytest

from index.clean.article import clean
from index.clean.spaces import ITEM
from index.events import Skipped
from index.models import Raw, Role
from index.sources import epub

WORDS = (
    "<p>The harbour was closed on Monday after a storm tore two cranes from their rails, and ships turned away.</p>" * 2
)
CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'


def document(heading, body=WORDS, title="A file"):
    top = f"<h1>{heading}</h1>" if heading else ""
    return f"<html><head><title>{title}</title></head><body>{top}{body}</body></html>"


def package(names, spine=True, properties=""):
    items = "".join(f'<item id="i{n}" href="{name}" {properties}/>' for n, name in enumerate(names))
    order = "".join(f'<itemref idref="i{n}"/>' for n, _ in enumerate(names)) if spine else ""
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>The Harbour Quarterly</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>"
        f"<dc:language>en</dc:language></metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )


def book(folder, documents, opf=None, **others):
    file = folder / "a.epub"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        if opf != "":
            archive.writestr("OEBPS/book.opf", opf or package(documents))
        for name, text in documents.items():
            archive.writestr(f"OEBPS/{name}", text)
        for name, text in others.items():
            archive.writestr(f"META-INF/{name}.xml", text)
    assert epub.READER.recognises(file.read_bytes()[:1000], "")
    return list(epub.READER.read(file))


def keys(items):
    return [item.origin.key for item in items if isinstance(item, Raw)]


def test_every_chapter_of_the_spine_is_an_article_in_its_order(tmp_path):
    items = book(tmp_path, {"z.xhtml": document("One"), "a.xhtml": document("Two")})
    assert keys(items) == ["OEBPS/z.xhtml", "OEBPS/a.xhtml"]
    assert [item.title for item in items] == ["One", "Two"]
    assert (items[0].outlet, items[0].authors, items[0].language) == ("The Harbour Quarterly", "Ann Lee, Bo Ek", "en")
    assert [block.role for block in items[0].blocks] == [Role.TITLE, Role.BODY, Role.BODY]


def test_a_chapter_without_heading_takes_its_title_from_its_head(tmp_path):
    [item] = book(tmp_path, {"a.xhtml": document("", title="The storm &amp; after")})
    assert item.title == "The storm & after"


@pytest.mark.parametrize("opf", [None, ""])
def test_without_a_spine_the_documents_come_by_name(tmp_path, opf):
    documents = {"b.xhtml": document("B"), "a.xhtml": document("A")}
    items = book(tmp_path, documents, package(documents, spine=False) if opf is None else "")
    assert keys(items) == ["OEBPS/a.xhtml", "OEBPS/b.xhtml"]


@pytest.mark.parametrize("name", ["cover.xhtml", "toc.xhtml", "copyright.xhtml", "title_page.xhtml"])
def test_front_matter_is_told_apart(tmp_path, name):
    items = book(tmp_path, {name: document("Words"), "a.xhtml": document("One")})
    assert keys(items) == ["OEBPS/a.xhtml"]
    assert items[0] == Skipped(f"{tmp_path / 'a.epub'}#OEBPS/{name}", "not an article: front matter of a book")


def test_a_long_chapter_about_a_cover_is_a_chapter(tmp_path):
    assert keys(book(tmp_path, {"a.xhtml": document("Taking cover", WORDS * 10)})) == ["OEBPS/a.xhtml"]


def test_a_sealed_chapter_is_encrypted_and_a_missing_one_told(tmp_path):
    sealed = '<encryption><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData></encryption>'
    opf = package(["a.xhtml", "gone.xhtml", "b.xhtml"])
    items = book(tmp_path, {"a.xhtml": document("A"), "b.xhtml": document("B")}, opf, encryption=sealed)
    assert keys(items) == ["OEBPS/b.xhtml"]
    assert [item.reason for item in items if isinstance(item, Skipped)] == [
        "encrypted", "the book names it and does not hold it",
    ]  # fmt: skip


def test_a_truncated_book_is_damaged(tmp_path):
    book(tmp_path, {"a.xhtml": document("A")})
    file = tmp_path / "a.epub"
    file.write_bytes(file.read_bytes()[:300])
    [item] = epub.READER.read(file)
    assert item.reason.startswith("damaged")


def test_a_book_of_nothing_is_told(tmp_path):
    assert [item.reason for item in book(tmp_path, {})] == ["a book without chapters"]


def test_a_chapter_keeps_its_lists_tables_and_code(tmp_path):
    rows = "<tr><th>Year</th><th>Tonnes</th></tr><tr><td>2021</td><td>7</td></tr>"
    forms = f"<ol><li>The crane is sold.</li></ol><table>{rows}</table>"
    [item] = book(tmp_path, {"a.xhtml": document("One", f"{WORDS}{forms}<pre><code>a\n  b</code></pre>")})
    assert [(block.role.value, block.text) for block in item.blocks][-3:] == [
        ("body", f"1.{ITEM}The crane is sold."),
        ("table", "Year │ Tonnes\n2021 │ 7"),
        ("code", "a\n  b"),
    ]


def calibre_issue():
    opf = package(["a.xhtml"]).replace(
        "<dc:title>The Harbour Quarterly<", "<dc:title>The Harbour Post [Thu, 09 Nov 2023]<"
    )
    opf = opf.replace("<dc:creator>Ann Lee<", "<dc:creator>calibre<").replace("<dc:creator>Bo Ek</dc:creator>", "")
    date = "<dc:date>2023-11-09T08:00:00+00:00</dc:date><dc:date opf:event='modification'>2024-01-01</dc:date>"
    return opf.replace("<dc:language>", f"{date}<dc:language>").replace("<package ", f'<package xmlns:opf="{OPF}" ')


OPF = "http://www.idpf.org/2007/opf"
AROUND = "<p>This article was downloaded by <b>calibre</b> from <a href='#'>https://post.example/crane</a></p>"
NAVIGATION = "<div>| <a>Next</a> | <a>Section menu</a> | <a>Main menu</a> | Previous |</div>"


def test_an_issue_of_a_newspaper_tells_outlet_day_author_and_address(tmp_path):
    page = document("The crane", f"{NAVIGATION}<p>By Jane Roe</p>{WORDS}{AROUND}")
    [item] = book(tmp_path, {"a.xhtml": page}, calibre_issue())
    article = clean(item)
    assert (article.title, article.outlet, article.authors) == ("The crane", "The Harbour Post", ("Jane Roe",))
    assert (article.published.when, article.url) == ("2023-11-09T08:00", "https://post.example/crane")
    assert article.text.count("The harbour was closed") == 2
    assert "calibre" not in article.text
    assert "Jane" not in article.text
    assert "menu" not in article.text
