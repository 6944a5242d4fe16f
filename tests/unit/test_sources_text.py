from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.events import Skipped
from index.models import Raw
from index.sources import text
from index.sources.limits import limits

GERMAN = "Der Außenminister erklärte, die Förderung für Gemeinden im Süden würde im März fortgesetzt. "
POLISH = "Prezydent powiedział w środę, że rząd nie zgodzi się na żadne ustępstwa wobec związków. "
RUSSIAN = "Президент прибыл с официальным визитом и провёл переговоры с коллегой. "


def read(file: Path, data: bytes) -> Raw | Skipped:
    file.write_bytes(data)
    [item] = text.READER.read(file)
    return item


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding):
    assert text.decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize(("words", "encoding"), [(POLISH, "cp1250"), (POLISH, "iso8859-2"), (RUSSIAN, "cp1251")])
def test_an_older_encoding_is_told_by_its_letters(words, encoding):
    assert text.decode(words.encode(encoding) * 4) == words * 4


def test_a_windows_quotation_mark_inside_utf8_is_repaired():
    assert text.decode("Der Süden, “".encode() + b"\x93quoted\x94" + "” für März".encode()) == (
        "Der Süden, ““quoted”” für März"
    )


def test_a_damaged_letter_of_the_source_stays():
    assert text.decode("overtures.\ufffd AFP".encode()) == "overtures.\ufffd AFP"


def test_line_ends_stay_as_they_were():
    assert text.decode(b"One\r\n\r\nTwo\rThree\n") == "One\r\n\r\nTwo\rThree\n"


def test_a_few_zeros_are_damage_and_many_are_no_text():
    assert text.decode(b"A long enough sentence about the harbour, cut \x00 by a zero.") is not None
    assert text.decode(bytes(range(256)) * 8) is None
    assert text.decode(b"\x00" * 100) is None


@pytest.mark.parametrize("magic", [b"%PDF-1.7 and words", b"PK\x03\x04 and words", b"\x89PNG and words"])
def test_a_known_binary_format_is_no_text(magic):
    assert text.decode(magic) is None


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_every_utf8_text_is_read_as_it_is(words):
    assert text.decode(("a" + words).encode()) == "a" + words


@given(st.binary())
def test_no_bytes_are_too_strange_to_decide_on(data):
    assert isinstance(text.decode(data), str | None)


def test_a_file_becomes_one_item_with_its_time(tmp_path):
    item = read(tmp_path / "a.txt", b"Words.")
    assert isinstance(item, Raw)
    assert (item.text, str(item.origin)) == ("Words.", str(tmp_path / "a.txt"))
    assert item.modified == (tmp_path / "a.txt").stat().st_mtime


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)), "not text"),
        (b"a" * (limits().item + 1), "larger than 10 MB"),
    ],
)
def test_what_cannot_be_an_article_is_skipped_with_its_reason(tmp_path, data, reason):
    assert read(tmp_path / "a.txt", data) == Skipped(str(tmp_path / "a.txt"), reason)


def test_a_text_of_broken_letters_costs_no_more_than_its_length():
    data = ("ü".encode() * 2 + b"\xff") * 100_000
    assert len(text.decode(data) or "") == 300_000
