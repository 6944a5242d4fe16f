import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import bookmarks, omnivore
from index.sources.limits import Limits
from index.sources.port import HEAD, Item

POCKET = """<!DOCTYPE html>
<html><head><meta charset="UTF-8"><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://a.example/1?x=1&amp;y=2" time_added="1700000000" tags="">One</a></li>
<li><a href="https://a.example/2" time_added="1700000001" tags="">Two</a></li></ul></body></html>"""
NETSCAPE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Raindrop.io Bookmarks</TITLE>
<DL><p><DT><A HREF="https://a.example/1" ADD_DATE="1700000000">One</A></DL>"""

INSTAPAPER = (
    "<!DOCTYPE html>\n<html>\n<head>\n<title>Instapaper: Export</title>\n</head>\n<body>\n<h1>Unread</h1>\n<ol>\n"
    '<li><a href="https://a.example/1">One</a>\n</ol>\n<h1>Archive</h1><ol><li><a href="https://a.example/2">Two</a></ol>'
)
LIST = [
    {
        "id": "1", "slug": "the-vote", "title": "The vote", "description": "A teaser.", "author": "Ann Lee",
        "url": "https://post.example/the-vote", "state": "Archived", "readingProgress": 1, "labels": [],
        "savedAt": "2024-01-05T10:00:00.000Z", "publishedAt": "2023-11-09T10:00:00.000Z", "siteName": "The Post",
    },
    {"id": "2", "slug": "lost", "title": "Lost", "description": "A teaser.", "url": "https://post.example/lost"},
]  # fmt: skip


def export(folder: Path, members: dict[str, object]) -> Path:
    file = folder / "export.zip"
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name, value if isinstance(value, str | bytes) else json.dumps(value))
    return file


def read(file: Path) -> list[Item]:
    assert omnivore.READER.recognises(file.read_bytes()[:HEAD], ".zip")
    return list(omnivore.READER.read(file))


@pytest.mark.parametrize(("data", "count"), [(POCKET, 2), (NETSCAPE, 1), (INSTAPAPER, 2)])
def test_every_link_of_a_list_is_named(tmp_path, data, count):
    file = tmp_path / "list.html"
    file.write_text(data)
    assert bookmarks.READER.recognises(data.encode(), ".html")
    items = list(bookmarks.READER.read(file))
    assert [item.reason for item in items if isinstance(item, Skipped)] == ["a link without text"] * count
    assert str(items[0].origin).startswith(f"{file}#https://a.example/1")


def test_a_list_without_links_is_empty(tmp_path):
    file = tmp_path / "list.html"
    file.write_text("<!DOCTYPE NETSCAPE-Bookmark-file-1>")
    assert list(bookmarks.READER.read(file)) == [Skipped(str(file), "empty")]


def test_a_page_about_bookmarks_is_no_list():
    assert not bookmarks.READER.recognises(b"<!DOCTYPE html><title>How to export</title>", ".html")


def test_the_export_of_omnivore_gives_the_kept_pages(tmp_path):
    page = "<html><body><p>The council voted.</p><p>It sold the harbour.</p></body></html>"
    file = export(tmp_path, {"metadata_0_to_20.json": LIST, "content/the-vote.html": page})
    kept, lost = read(file)
    assert isinstance(kept, Raw)
    assert (kept.title, kept.outlet, kept.authors) == ("The vote", "The Post", "Ann Lee")
    assert (kept.url, kept.published) == ("https://post.example/the-vote", "2023-11-09T10:00:00.000Z")
    assert [block.text for block in kept.blocks] == ["The council voted.", "It sold the harbour."]
    assert kept.origin.key == "the-vote"
    assert lost == Skipped(f"{file}#lost", "a link without text")


def test_what_is_not_taken_over_from_an_export_is_named(tmp_path):
    members = {"metadata_0_to_20.json": LIST, "content/the-vote.html": "<p>Words.</p>", "highlights/the-vote.md": "> a"}
    file = export(tmp_path, {**members, "content/other.html": "<p>Words.</p>", "cover.png": b"x"})
    assert read(file)[2:] == [
        Skipped(f"{file}#highlights/the-vote.md", "highlights of an article, which are not taken over"),
        Skipped(f"{file}#content/other.html", "a page that the export's list does not name"),
        Skipped(f"{file}#cover.png", "not an article file"),
    ]


def test_lists_and_pages_that_are_broken_are_named(tmp_path):
    file = export(tmp_path, {"metadata_0_to_20.json": b"[{", "metadata_20_to_40.json": b"{}"})
    assert [item.reason for item in read(file) if isinstance(item, Skipped)] == ["broken JSON", "not a list"]


def test_a_page_that_unpacks_to_too_much_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("index.sources.limits._current", Limits(item=2000))
    file = export(tmp_path, {"metadata_0_to_20.json": LIST, "content/the-vote.html": "<p>" + "x" * 5000})
    assert read(file)[0] == Skipped(f"{file}#the-vote", "larger than 0.002 MB")


def test_an_export_that_is_cut_is_damaged(tmp_path):
    file = export(tmp_path, {"metadata_0_to_20.json": LIST, "content/the-vote.html": "<p>Words.</p>"})
    file.write_bytes(file.read_bytes()[:-60])
    assert read(file) == [Skipped(str(file), "damaged")]


def test_slugs_that_are_doubled_stay_apart(tmp_path):
    file = export(tmp_path, {"metadata_0_to_20.json": [LIST[0], LIST[0]], "content/the-vote.html": "<p>Words.</p>"})
    assert [item.origin.key for item in read(file) if isinstance(item, Raw)] == ["the-vote", "the-vote@2"]


def test_a_zip_of_other_things_is_none_of_omnivores(tmp_path):
    file = export(tmp_path, {"a.html": "<p>Words.</p>", "b.json": LIST})
    assert not omnivore.READER.recognises(file.read_bytes()[:HEAD], ".zip")
