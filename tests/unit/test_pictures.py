"""The pictures of an article: only what is stored with it."""

import base64
import os

import pytest

from index.models import Article, Block, Origin, Role
from index.page.links import links_of
from index.page.pictures import pictures_of

PICTURE = b"\x89PNG and more than forty letters, so that it is taken for a picture's data"
IN_PAGE = f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}"
CAPTION = "Ferries in the harbour of Varn."


def article(file, *, caption=CAPTION):
    blocks = (
        Block(Role.CAPTION, caption), Block(Role.BODY, "Ferries ran again on Monday."),
        Block(Role.BODY, "It cost two million crowns."),
    )  # fmt: skip
    return Article("a", (Origin(str(file)),), "T", "", "", (), None, "", "", "en", blocks, ())


def page(tmp_path, source, *, alt="", around=True):
    inside = f'<p>Ferries ran again on Monday.</p><img src="{source}" alt="{alt}"><p>It cost two million crowns.</p>'
    figure = f'<figure><img src="{source}"><figcaption>{CAPTION}</figcaption></figure>'
    file = tmp_path / "a.html"
    file.write_text(
        f"<html><body><img src='logo.png'>{'' if around else figure}{inside if around else ''}</body></html>"
    )
    return article(file)


def test_a_picture_written_into_the_page_is_read_from_it(tmp_path):
    (found,) = pictures_of(page(tmp_path, IN_PAGE, alt="A ferry"))
    assert (found.words, found.data) == ("A ferry", PICTURE)


def test_a_figure_of_a_caption_of_the_article_is_its_picture(tmp_path):
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "the ferry.jpg").write_bytes(b"jpeg")
    (found,) = pictures_of(page(tmp_path, "./a_files/the%20ferry.jpg", around=False))
    assert (found.words, found.data) == (CAPTION, b"jpeg")


def test_pictures_around_the_article_are_not_its_own(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"logo")
    assert [found.data for found in pictures_of(page(tmp_path, IN_PAGE))] == [PICTURE]


@pytest.mark.parametrize(
    "source",
    [
        "https://e.example/a.jpg", "//e.example/a.jpg", "../outside.jpg", "/etc/hostname", "file:///etc/hostname",
        "gone.jpg", ".", "link.jpg", "a%00b.jpg", "data:image/png;base64,!!", "data:,7", "data:text/html,x",
        "file://host/a.jpg", "http://[", "pipe",
    ],
)  # fmt: skip
def test_nothing_is_fetched_and_no_file_outside_of_the_folder_is_opened(tmp_path, source):
    folder = tmp_path / "page"
    folder.mkdir()
    (tmp_path / "outside.jpg").write_bytes(b"secret")
    (folder / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    os.mkfifo(folder / "pipe")
    assert [found.data for found in pictures_of(page(folder, source))] == [b""]


def test_a_picture_that_is_too_large_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("index.page.pictures.LARGEST", 20)
    (tmp_path / "a.jpg").write_bytes(b"x" * 21)
    assert [found.data for found in pictures_of(page(tmp_path, "a.jpg"))] == [b""]
    assert [found.data for found in pictures_of(page(tmp_path, IN_PAGE))] == [b""]


def test_pictures_of_a_note_in_markdown_are_found(tmp_path):
    file = tmp_path / "a.md"
    file.write_text(f"![{CAPTION}](a.png)\n\nFerries ran again on Monday.\n\nIt cost two million crowns.\n")
    (tmp_path / "a.png").write_bytes(b"png")
    assert [(found.words, found.data) for found in pictures_of(article(file))] == [(CAPTION, b"png")]


MHTML = """From: <Saved by a browser>
Snapshot-Content-Location: https://e.example/a.html
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Location: https://e.example/a.html

<html><body><p>Ferries ran again on Monday.</p><img src="https://e.example/ferry.jpg"><img src="cid:one@e">
<img src="https://e.example/gone.jpg"><p>It cost <a href="https://e.example/b">two million</a> crowns.</p></body></html>
--b
Content-Type: image/jpeg
Content-Transfer-Encoding: base64
Content-Location: https://e.example/ferry.jpg

ZmVycnk=
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-ID: <one@e>

b25l
--b--
"""


def test_pictures_and_links_of_an_archived_page_are_in_it(tmp_path):
    file = tmp_path / "a.mhtml"
    file.write_bytes(MHTML.replace("\n", "\r\n").encode())
    assert [found.data for found in pictures_of(article(file))] == [b"ferry", b"one", b""]
    assert [link.url for link in links_of(article(file))] == ["https://e.example/b"]


def test_an_article_of_another_kind_has_none(tmp_path):
    assert pictures_of(article(tmp_path / "a.txt")) == ()


def test_links_of_a_page_are_found_whatever_its_pictures_weigh(tmp_path):
    picture = f'<img src="data:image/jpeg;base64,{"A" * 11_000_000}">'
    file = tmp_path / "a.html"
    file.write_text(f'{picture}<p>It cost <a href="https://e.example/b">two million</a> crowns.</p>')
    assert [link.url for link in links_of(article(file))] == ["https://e.example/b"]
