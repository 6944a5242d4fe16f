import json
from pathlib import Path

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import jsonl, limits, port
from index.sources.port import Item


def read(folder: Path, *lines: object) -> list[Item]:
    file = folder / "set.jsonl"
    file.write_bytes(
        b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    )
    return list(jsonl.READER.read(file))


def one(folder: Path, **record: object) -> Raw:
    [item] = read(folder, {"text": "Words.", **record})
    assert isinstance(item, Raw)
    return item


@pytest.mark.parametrize("name", ["text", "body", "content", "maintext", "articleBody", "full_text"])
def test_the_text_is_found_under_its_usual_names(tmp_path, name):
    [item] = read(tmp_path, {name: "Words."})
    assert isinstance(item, Raw)
    assert item.text == "Words."


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("title", "title"), ("headline", "title"), ("Headline", "title"),
        ("source", "outlet"), ("publisher", "outlet"), ("domain", "outlet"), ("outlet", "outlet"),
        ("date", "published"), ("date_publish", "published"), ("datePublished", "published"), ("pub_date", "published"),
        ("url", "url"), ("link", "url"), ("lang", "language"), ("language", "language"), ("author", "authors"),
    ],
)  # fmt: skip
def test_every_fact_is_found_under_its_usual_names(tmp_path, field, name):
    assert getattr(one(tmp_path, **{field: "told"}), name) == "told"


@pytest.mark.parametrize(
    "authors",
    ["Ann Lee, Bo Ek", ["Ann Lee", "Bo Ek"], [{"name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}]],
)
def test_authors_come_as_a_string_a_list_or_objects(tmp_path, authors):
    assert one(tmp_path, authors=authors).authors == "Ann Lee, Bo Ek"


def test_a_source_that_is_an_object_gives_its_name(tmp_path):
    assert one(tmp_path, source={"id": None, "name": "The Harbour Post"}).outlet == "The Harbour Post"


@pytest.mark.parametrize("stamp", [1699545600, 1699545600000, "1699545600", 1699545600.0])
def test_a_time_stamp_becomes_a_date(tmp_path, stamp):
    assert one(tmp_path, date=stamp).published == "2023-11-09T16:00:00"


def test_a_year_alone_stays_a_year(tmp_path):
    assert one(tmp_path, date=1963).published == "1963"


def test_an_impossible_time_stamp_says_nothing(tmp_path):
    assert one(tmp_path, date=1e300).published == ""


def test_a_field_without_words_says_nothing(tmp_path):
    item = one(tmp_path, title=None, source=7, author=[], url=" ", lang=False)
    assert (item.title, item.outlet, item.authors, item.url, item.language) == ("", "", "", "", "")


def test_paragraphs_in_a_list_are_parted_by_a_blank_line(tmp_path):
    [item] = read(tmp_path, {"text": ["One.", "Two."]})
    assert isinstance(item, Raw)
    assert item.text == "One.\n\nTwo."


def test_the_key_is_the_id_or_else_the_line(tmp_path):
    items = read(tmp_path, {"id": "a", "text": "x"}, {"text": "y"}, b"", {"id": 7, "text": "z"})
    assert [item.origin.key for item in items if isinstance(item, Raw)] == ["a", "2", "7"]
    assert isinstance(items[0], Raw)
    assert str(items[0].origin) == f"{tmp_path / 'set.jsonl'}#a"


def test_records_of_one_id_keep_apart(tmp_path):
    items = read(tmp_path, {"id": "a", "text": "x"}, {"id": "a", "text": "y"}, {"id": "3", "text": "z"}, {"text": "w"})
    assert [item.origin.key for item in items if isinstance(item, Raw)] == ["a", "a@2", "3", "4"]


def test_an_id_cannot_hold_what_no_database_stores(tmp_path):
    [item] = read(tmp_path, b'{"id": "a\\ud800\\n\\u001b[2Jb", "text": "x"}')
    assert isinstance(item, Raw)
    assert item.origin.key == "a [2Jb"


def test_broken_lines_are_named_and_the_rest_goes_on(tmp_path):
    items = read(tmp_path, b"{broken", {"text": "One."}, b"[1]", {"title": "Bare"}, b"[" * 100_000, {"text": "Two."})
    assert [item.text for item in items if isinstance(item, Raw)] == ["One.", "Two."]
    assert [(item.origin.rpartition("#")[2], item.reason) for item in items if isinstance(item, Skipped)] == [
        ("1", "line 1: broken JSON"),
        ("3", "line 3: not a record"),
        ("4", "no text in it"),
        ("5", "line 5: broken JSON"),
    ]


def test_a_line_that_is_too_long_is_skipped_without_holding_it(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits(item=1000))
    items = read(tmp_path, {"text": "x" * 5000}, {"text": "One."}, {"text": "y" * 2000})
    assert [item.reason if isinstance(item, Skipped) else item.text for item in items] == [
        f"line 1: {port.too_large()}",
        "One.",
        f"line 3: {port.too_large()}",
    ]


def test_a_mark_at_the_beginning_and_windows_letters_are_understood(tmp_path):
    items = read(tmp_path, b'\xef\xbb\xbf{"text": "One."}', b'{"text": "caf\xe9"}')
    assert [item.text for item in items if isinstance(item, Raw)] == ["One.", "café"]


def test_a_file_of_blank_lines_is_empty(tmp_path):
    assert [item.reason for item in read(tmp_path, b"", b"  ") if isinstance(item, Skipped)] == ["empty"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_lines_in_a_wide_encoding_are_read(tmp_path, encoding):
    file = tmp_path / "set.jsonl"
    data = '{"id": "a", "text": "Côte\u2028d’Ivoire"}\r\n{broken\n{"id": "b", "text": "Words."}\n'.encode(encoding)
    file.write_bytes(data)
    assert jsonl.READER.recognises(data, ".jsonl")
    items = list(jsonl.READER.read(file))
    assert [item.text if isinstance(item, Raw) else item.reason for item in items] == [
        "Côte\u2028d’Ivoire", "line 2: broken JSON", "Words.",
    ]  # fmt: skip
