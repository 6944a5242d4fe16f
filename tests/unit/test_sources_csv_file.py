from pathlib import Path

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import csv_file, port
from index.sources.limits import Limits
from index.sources.port import Item


def read(folder: Path, data: str | bytes, name: str = "set.csv") -> list[Item]:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(csv_file.READER.read(file))


def told(items: list[Item]) -> list[str]:
    return [item.text if isinstance(item, Raw) else item.reason for item in items]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_the_one_that_parts_the_names(tmp_path, delimiter):
    rows = [["id", "title", "text", "date"], ["7", "One", "The words: a, b; c", "2023-11-09"]]
    data = "\r\n".join(delimiter.join(f'"{v}"' if delimiter in v else v for v in row) for row in rows)
    [item] = read(tmp_path, data)
    assert isinstance(item, Raw)
    assert (item.origin.key, item.title, item.text, item.published) == ("7", "One", "The words: a, b; c", "2023-11-09")


def test_a_quoted_text_keeps_its_lines(tmp_path):
    [item] = read(tmp_path, 'title,text\nOne,"First ""line"".\n\nSecond line."\n')
    assert told([item]) == ['First "line".\n\nSecond line.']


def test_html_in_a_column_becomes_blocks(tmp_path):
    [item] = read(tmp_path, "title,content\nOne,<p>First.</p><p>Second.</p>\n")
    assert isinstance(item, Raw)
    assert [block.text for block in item.blocks] == ["First.", "Second."]


@pytest.mark.parametrize(
    "data",
    [
        "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/1,One,,Unread,1700000000\n",
        "title,url,time_added,tags,status\nOne,https://a.example/1,1700000000,,unread\n",
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        "One,https://a.example/1,x1,[],2024-01-05 10:00:00+00:00,0,new,False\n",
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        "1,One,,Some words.,https://a.example/1,Unsorted,,2024-01-05T10:00:00.000Z,,,false\n",
    ],
)
def test_the_lists_of_links_that_services_export_hold_no_text(tmp_path, data):
    assert told(read(tmp_path, data)) == ["a link without text"]


def test_the_time_when_a_link_was_kept_is_no_date_of_publication(tmp_path):
    [item] = read(tmp_path, "URL,Title,Text,Folder,Timestamp\nhttps://a.example/1,One,Words.,Unread,1700000000\n")
    assert isinstance(item, Raw)
    assert item.published == ""


def test_a_table_of_other_things_is_named_with_its_columns(tmp_path):
    assert told(read(tmp_path, "height,weight\n1,2\n")) == ["no column of an article's fields: height, weight"]


def test_a_row_without_text_is_skipped_and_an_empty_one_is_no_row(tmp_path):
    assert told(read(tmp_path, "title,text\n,\nOne,\nTwo,Words.\n")) == ["no text in it", "Words."]


def test_rows_with_too_few_or_too_many_values_are_read_and_what_has_no_name_is_told(tmp_path):
    assert told(read(tmp_path, "text,title\nWords.\nMore.,Two,extra,extra\n")) == [
        "Words.",
        "row 3: more fields than there are names; the rest was not read",
        "More.",
    ]


def test_doubled_ids_stay_apart(tmp_path):
    items = read(tmp_path, "id,text\n1,Words.\n1,More.\n")
    assert [item.origin.key for item in items if isinstance(item, Raw)] == ["1", "1@3"]


def test_a_long_text_is_read_whole(tmp_path):
    assert told(read(tmp_path, f"title,text\nOne,{'word ' * 50_000}\n")) == ["word " * 50_000]


def test_a_field_that_is_too_large_is_named_and_the_rest_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr("index.sources.limits._current", Limits(item=300))
    items = read(tmp_path, "title,text\nOne,Words.\nTwo," + "x" * 1000 + "\nThree,More.\n")
    assert told(items) == ["Words.", "More.", "line 3: larger than 0.0003 MB"]


def test_a_quotation_mark_that_is_never_closed_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("index.sources.limits._current", Limits(item=300))
    items = read(tmp_path, 'title,text\nOne,Words.\nTwo,"' + "open words\n" * 100)
    assert told(items)[0] == "Words."
    assert any(isinstance(item, Skipped) and "never closed" in item.reason for item in items)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_says_so(tmp_path, data):
    assert told(read(tmp_path, data)) == ["empty"]


def test_a_picture_under_our_suffix_is_no_text(tmp_path):
    assert told(read(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(200))) == ["not text"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1250"])
def test_other_encodings_are_read(tmp_path, encoding):
    text = "Zażółć gęślą jaźń, powiedział minister spraw zagranicznych. Święta są już blisko, a śnieg pada w górach."
    items = read(tmp_path, f'title,text\nOne,"{text}"\n'.encode(encoding))
    assert told(items) == [text]


def test_a_letter_of_another_encoding_far_into_a_file_does_not_break_it(tmp_path):
    data = b"title,text\n" + b"One,Words.\n" * 20_000 + "Two,Café.\n".encode("cp1252")
    assert told(read(tmp_path, data))[-1] == "Café."


@pytest.mark.parametrize(
    ("data", "suffix", "is_table"),
    [
        (b"title,text,date\nOne,Words.,2023\n", ".txt", True),
        (b"title,text,date\n", ".csv", True),
        (b"Name, title, and date were given, he said.\n", ".txt", False),
        (b"<html>", ".csv", False),
        (b"\x89PNG" + bytes(100), ".csv", False),
        (b"a" * port.HEAD, ".txt", False),
    ],
)
def test_a_table_is_told_by_its_row_of_names(data, suffix, is_table):
    assert csv_file.READER.recognises(data, suffix) is is_table
