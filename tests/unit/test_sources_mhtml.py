"""A page saved as MHTML is the page that it holds."""

from __future__ import annotations

import quopri

import pytest

from index.clean.article import clean
from index.events import Skipped
from index.models import Article, Raw
from index.sources.mhtml import READER
from index.sources.pick import reader_for
from index.sources.walk import Found
from tests.unit.html_pages import PARAGRAPHS, a_page

HEADER = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/market\r\nSubject: Market\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----cut"\r\n\r\n'
)
PICTURE = "------cut\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def mhtml(page: str, charset: str = "utf-8") -> bytes:
    start = f"------cut\r\nContent-Type: text/html; charset={charset}\r\n"
    start += "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    body = quopri.encodestring(page.encode(charset))
    return (HEADER + PICTURE + start).encode() + body + b"\r\n------cut--\r\n"


def items(folder, data: bytes):
    path = folder / "page.mhtml"
    path.write_bytes(data)
    return list(READER.read(path))


def test_the_page_in_it_is_read_with_the_address_it_was_saved_from(tmp_path):
    (raw,) = items(tmp_path, mhtml(a_page()))
    assert isinstance(raw, Raw)
    article = clean(raw)
    assert isinstance(article, Article)
    assert (article.url, article.text) == ("https://gazette.example/market", "\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("Fri, 10 Nov 2023 10:00:00 -0000", "2023-11-10"),
        ("some day", ""),
        ("Fri, 10 Nov 99999999999 10:00:00 +0000", ""),
    ],
)
def test_how_long_ago_is_counted_from_the_moment_of_saving(tmp_path, date, told):
    page = a_page(f'<h1>Market</h1><span class="date">2 hours ago</span><p>{"</p><p>".join(PARAGRAPHS)}</p>')
    data = f"Date: {date}\r\n".encode() + mhtml(page)
    (raw,) = items(tmp_path, data)
    assert isinstance(raw, Raw)
    assert raw.published == told


def test_the_charset_of_the_part_is_used(tmp_path):
    said = "Пристань закрыта до весны, сообщил начальник порта во вторник вечером."
    (raw,) = items(
        tmp_path, mhtml(a_page(f"<h1>Порт</h1><p>{said}</p><p>{said[::-1]}</p>").replace("utf-8", ""), "koi8-r")
    )
    assert isinstance(raw, Raw)
    assert said in [block.text for block in raw.blocks]


def test_a_file_without_a_page_is_named(tmp_path):
    assert items(tmp_path, (HEADER + PICTURE + "------cut--\r\n").encode()) == [
        Skipped(str(tmp_path / "page.mhtml"), "no web page in it")
    ]


def test_a_file_that_is_cut_off_gives_what_is_there(tmp_path):
    whole = mhtml(a_page())
    (raw,) = items(tmp_path, whole[: int(len(whole) * 0.8)])
    assert isinstance(raw, Raw)
    assert raw.blocks


def test_it_is_told_by_its_header_under_any_name():
    assert reader_for(Found("/x/page.txt", 1, 1, 1), HEADER.encode()) is READER
    assert reader_for(Found("/x/letter.eml", 1, 1, 1), b"From: a@b.c\r\nMIME-Version: 1.0\r\n\r\nHi") is not READER
