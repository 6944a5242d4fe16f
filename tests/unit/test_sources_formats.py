"""Every format told by what a file holds, from the file to the cleaned article."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.clean.article import clean
from index.events import Skipped
from index.models import Article
from index.sources.items import items
from index.sources.pick import READERS, pick
from index.sources.walk import Found, walk

WORDS = "The council of the harbour town voted on Thursday to sell the old pier. Nobody spoke against it."
ENTRY = f"<item><title>T</title><description>{WORDS}</description></item>"
FEED = f"<rss><channel><title>The Post</title>{ENTRY}</channel></rss>"
MAIL = f"From: The Post <a@b.example>\nMessage-ID: <1@b>\nSubject: T\n\n{WORDS}\n"
FORMATS = {
    "feed": FEED,
    "mail": MAIL,
    "mbox": f"From a@b.example Thu Nov  9 10:00:00 2023\n{MAIL}",
    "Markdown": f"---\ntitle: T\nsource: https://a.example/1\n---\n{WORDS}\n",
    "JSON": f'[{{"title": "T", "text": "{WORDS}"}}]',
    "JSON lines": f'{{"title": "T", "text": "{WORDS}"}}\n{{"title": "U", "text": "Other {WORDS}"}}\n',
    "CSV": f'title,text,date\nT,"{WORDS}",2023-11-09\n',
    "OPML": '<opml><body><outline xmlUrl="x"/></body></opml>',
    "list of links": "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DT><A HREF='https://a.example/1'>T</A>\n",
}
ARTICLES = sorted(FORMATS.keys() - {"OPML", "list of links"})


def file_of(folder: Path, name: str, suffix: str) -> Path:
    file = folder / f"saved{suffix}"
    file.write_text(FORMATS[name], encoding="utf-8")
    return file


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("suffix", ["", ".txt"])
def test_a_format_is_told_by_its_content_under_a_wrong_suffix(tmp_path, name, suffix):
    [found] = walk([file_of(tmp_path, name, suffix)])
    assert isinstance(found, Found)
    reader = pick(found)
    assert not isinstance(reader, Skipped)
    assert reader.name == name


@pytest.mark.parametrize("name", ARTICLES)
def test_every_format_gives_the_same_article(tmp_path, name):
    first, *_ = items([file_of(tmp_path, name, "")])
    assert not isinstance(first, Skipped)
    article = clean(first)
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("T", WORDS)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"PK\x03\x04", b"<", b"{", b"\xff\xfe", b"---\n", bytes(range(256)) * 40]
)
def test_no_reader_raises_anything_on_any_bytes(tmp_path, reader, data):
    assert reader.recognises(data, ".txt") in (True, False)
    file = tmp_path / "any"
    file.write_bytes(data)
    for item in reader.read(file):
        assert isinstance(item, Skipped) or item.origin.path == str(file)


def test_the_letters_of_a_maildir_are_mails(tmp_path):
    for name in ("cur/1.M1.host:2,S", "new/2.M2.host"):
        file = tmp_path / "Maildir" / name
        file.parent.mkdir(parents=True)
        file.write_text(MAIL)
    (tmp_path / "Maildir" / "tmp").mkdir()
    assert [item.title for item in items([tmp_path / "Maildir"]) if not isinstance(item, Skipped)] == ["T", "T"]
