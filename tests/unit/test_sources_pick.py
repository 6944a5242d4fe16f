import pickle
from pathlib import Path

import pytest

from index.events import Skipped
from index.sources import jsonl, text
from index.sources.pick import READERS, pick
from index.sources.port import HEAD
from index.sources.walk import Found, walk


def picked(file: Path, data: bytes, named: bool = False) -> str:
    file.write_bytes(data)
    [found] = walk([file if named else file.parent])
    assert isinstance(found, Found)
    reader = pick(found)
    return reader.reason if isinstance(reader, Skipped) else reader.name


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", b"Words.", "text"),
        ("A.TXT", b"Words.", "text"),
        ("a.jsonl", b'{"text": "Words."}', "JSON lines"),
        ("a.ndjson", b"{broken", "JSON lines"),
        ("a.txt", b'{"text": "Words."}\n{"text": "More."}\n', "JSON lines"),
        ("a.json", b'{"text": "Words."}', "JSON"),
        ("a.txt", b'{"quoted"} he said.\n', "text"),
        ("a.txt", b"{" + b"x" * HEAD, "text"),
        ("a.dat", b"Words.", "not an article file"),
        ("LETTER", b"Words.", "not an article file"),
        ("a.jsonl", b"<html>", "web page"),
        ("a.jsonl", b"\x00\x01", "not an article file"),
    ],
)
def test_a_reader_is_chosen_by_content_then_by_suffix(tmp_path, name, data, reader):
    assert picked(tmp_path / name, data) == reader


def test_a_file_without_suffix_is_text_when_the_user_names_it(tmp_path):
    assert picked(tmp_path / "LETTER", b"Words.", named=True) == "text"


def test_a_file_that_went_away_is_skipped(tmp_path):
    assert pick(Found(str(tmp_path / "a.txt"), 1, 0, 0)) == Skipped(str(tmp_path / "a.txt"), "no longer there")


def test_a_folder_in_place_of_a_file_gives_the_reason_of_the_system(tmp_path):
    assert pick(Found(str(tmp_path), 1, 0, 0)) == Skipped(str(tmp_path), "is a directory")


def test_a_reader_can_be_handed_to_another_process():
    assert pickle.loads(pickle.dumps(READERS)) == READERS


def test_only_containers_of_items_are_read_in_the_main_process():
    assert (jsonl.READER.many, text.READER.many) == (True, False)
