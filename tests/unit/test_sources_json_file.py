import json
from pathlib import Path

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import json_file, port
from index.sources.limits import Limits
from index.sources.port import Item


def read(folder: Path, value: object, name: str = "set.json") -> list[Item]:
    file = folder / name
    file.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return list(json_file.READER.read(file))


def texts(items: list[Item]) -> list[str]:
    return [item.text if isinstance(item, Raw) else item.reason for item in items]


TWO = [{"id": "a", "title": "One", "text": "First words."}, {"id": "b", "title": "Two", "text": "Other words."}]


@pytest.mark.parametrize(
    "value",
    [
        TWO,
        {"status": "ok", "totalResults": 2, "articles": TWO},
        {"response": {"status": "ok", "results": TWO}},
        {"hits": {"total": 2, "hits": [{"_id": r["id"], "_source": r} for r in TWO]}},
        {"a": TWO[0], "b": TWO[1]},
    ],
)
def test_the_records_are_found_wherever_a_file_usually_holds_them(tmp_path, value):
    items = read(tmp_path, value)
    assert texts(items) == ["First words.", "Other words."]
    assert [item.origin.key for item in items if isinstance(item, Raw)] == ["a", "b"] or "hits" in value


def test_one_record_is_the_whole_file(tmp_path):
    [item] = read(tmp_path, {"title": "One", "text": "Words.", "authors": [{"name": "Ann Lee"}], "tags": ["x"]})
    assert isinstance(item, Raw)
    assert (item.origin.key, item.authors) == ("", "Ann Lee")


def test_a_source_with_a_description_is_no_record_of_its_own(tmp_path):
    [item] = read(tmp_path, {"source": {"name": "The Post", "description": "A paper."}, "content": "Words."})
    assert isinstance(item, Raw)
    assert (item.outlet, item.text) == ("The Post", "Words.")


def test_html_in_a_field_becomes_blocks(tmp_path):
    [item] = read(tmp_path, [{"title": "A &amp; B", "content": "<h2>Head</h2><p>Salt &amp; pepper.</p>"}])
    assert isinstance(item, Raw)
    assert item.title == "A & B"
    assert [(b.role, b.text) for b in item.blocks] == [("heading", "Head"), ("body", "Salt & pepper.")]
    assert item.text == "Head\n\nSalt & pepper."


def test_a_json_feed_gives_its_articles_the_name_of_the_feed(tmp_path):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Daily Planet",
        "items": [
            {
                "id": "https://planet.example/1", "url": "https://planet.example/1", "title": "One",
                "content_html": "<p>All the words.</p>", "summary": "Words.", "date_published": "2023-11-09T10:00:00Z",
                "authors": [{"name": "Ann Lee"}],
            },
            {"id": "2", "content_text": "Plain words."},
        ],
    }  # fmt: skip
    first, second = read(tmp_path, feed)
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.outlet, first.text, first.authors) == ("The Daily Planet", "All the words.", "Ann Lee")
    assert (first.published, first.url) == ("2023-11-09T10:00:00Z", "https://planet.example/1")
    assert (second.outlet, second.text) == ("The Daily Planet", "Plain words.")


def test_wallabag_tells_when_an_article_appeared_and_when_it_was_kept(tmp_path):
    entry = {
        "is_archived": 1, "is_starred": 0, "title": "One", "url": "https://a.example", "content": "<p>Words.</p>",
        "created_at": "2024-01-05T10:00:00+0000", "published_at": None, "domain_name": "a.example", "language": "en",
        "published_by": ["Ann Lee"],
    }  # fmt: skip
    kept, dated = read(tmp_path, [entry, {**entry, "published_at": "2023-11-09T10:00:00+0000"}])
    assert isinstance(kept, Raw)
    assert isinstance(dated, Raw)
    assert (kept.published, kept.outlet, kept.authors) == ("", "a.example", "Ann Lee")
    assert dated.published == "2023-11-09T10:00:00+0000"


def test_a_link_without_text_is_named_as_that(tmp_path):
    assert texts(read(tmp_path, [{"title": "One", "url": "https://a.example/1"}, {"title": "Two"}])) == [
        "a link without text",
        "no text in it",
    ]


def test_what_is_no_record_is_named_by_its_number(tmp_path):
    _, item = read(tmp_path, [TWO[0], "a string"])
    assert item == Skipped(f"{tmp_path}/set.json#2", "not a record")


def test_doubled_ids_stay_apart(tmp_path):
    items = read(tmp_path, [TWO[0], TWO[0]])
    assert [item.origin.key for item in items if isinstance(item, Raw)] == ["a", "a@2"]


@pytest.mark.parametrize(
    "data", [b"[", b'{"articles": [', b"{]", b'{"a" 1}', b"[" * 200_000, b'{"a":' * 200_000], ids=list("abcdef")
)
def test_a_broken_file_is_named_with_its_reason(tmp_path, data):
    assert all(isinstance(item, Skipped) for item in read(tmp_path, data))


def test_what_comes_before_a_break_is_kept(tmp_path):
    first, second = read(tmp_path, json.dumps(TWO).encode()[:-20])
    assert isinstance(first, Raw)
    assert isinstance(second, Skipped)
    assert "could not be read" in second.reason


@pytest.mark.parametrize(
    "data", [b"", b"  \n ", b"[]", b"{}", b'{"articles": []}', b'{"name": "package", "version": 1}']
)
def test_a_file_without_articles_says_so(tmp_path, data):
    assert texts(read(tmp_path, data)) in (["empty"], ["no list of articles in it"])


def test_values_across_the_borders_of_chunks_are_whole(tmp_path):
    records = [{"id": n, "text": f"é{n} " * 50_000} for n in range(6)]
    assert texts(read(tmp_path, records)) == [str(record["text"]) for record in records]


def test_a_value_that_is_too_large_ends_the_reading(tmp_path, monkeypatch):
    monkeypatch.setattr("index.sources.limits._current", Limits(item=1000))
    monkeypatch.setattr("index.sources.json_stream._CHUNK", 500)
    first, last = read(tmp_path, [TWO[0], {"text": "x" * 5000}, TWO[1]])
    assert isinstance(first, Raw)
    assert isinstance(last, Skipped)
    assert last.reason.startswith("larger than 0.001 MB")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_encodings_are_read(tmp_path, encoding):
    [item] = read(tmp_path, json.dumps([{"text": "Zażółć gęślą jaźń."}], ensure_ascii=False).encode(encoding))
    assert texts([item]) == ["Zażółć gęślą jaźń."]


@pytest.mark.parametrize(
    ("data", "suffix", "told"),
    [
        (b'[{"text": "W"}]', ".txt", True),
        (b'{"text": "W"}', ".json", True),
        (b'{"text": "W"}\n{"text": "X"}\n', ".json", False),
        (b'{\n"text": "W"}\n', ".json", True),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "", True),
        (b"[Applause] he said.", ".txt", False),
        (b"<html>", ".json", False),
        (b"[" + b" " * port.HEAD, ".json", True),
    ],
)
def test_json_is_told_by_what_a_file_holds(data, suffix, told):
    assert json_file.READER.recognises(data, suffix) is told
