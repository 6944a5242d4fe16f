"""The encoding of a page: what it declares is believed only where it holds."""

from __future__ import annotations

import codecs

import pytest

from index.sources.html_decode import page_text, unpacked
from index.sources.limits import limits

SAID = "Žluťoučký kůň se napil z řeky a šel dál, jako by se nic nestalo."


def page(charset: str, text: str = SAID) -> str:
    return f"<html><head><meta charset='{charset}'></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize("encoding", ["windows-1250", "iso-8859-2", "utf-8"])
def test_a_declared_encoding_that_holds_is_believed(encoding):
    assert page_text(page(encoding).encode(encoding)) == page(encoding)


def test_a_page_that_calls_its_utf8_something_else_is_utf8():
    assert page_text(page("iso-8859-1").encode("utf-8")) == page("iso-8859-1")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_decides(mark):
    encoding = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    assert page_text(mark + page("koi8-r").encode(encoding)) == page("koi8-r")


def test_the_encoding_that_the_container_names_is_tried_first():
    text = "<html><body><p>Привет из порта, здесь всё спокойно.</p></body></html>"
    assert page_text(text.encode("koi8-r"), "koi8-r") == text


def test_windows_quotation_marks_in_utf8_are_read():
    data = page("utf-8").encode() + b"<p>The \x93old\x94 market</p>"
    assert (page_text(data) or "").endswith("<p>The “old” market</p>")


def test_utf8_that_was_decoded_twice_is_repaired_where_it_is_clear():
    broken = "It’s the café’s turn, and it’s not the fishermen’s, said Zoë.".encode().decode("cp1252")
    assert "It’s the café’s turn" in (page_text(page("utf-8", broken).encode()) or "")


def test_a_page_about_broken_letters_is_left_alone():
    said = page("utf-8", "The sequence Ã© stands for é where UTF-8 was misread.")
    assert page_text(said.encode()) == said


def test_stray_zeros_are_dropped():
    assert page_text(b"<p>Fish\x00 market</p>") == "<p>Fish market</p>"


def test_an_unknown_charset_is_no_obstacle():
    assert "caf" in (page_text(page("x-no-such", "café").encode("cp1252")) or "")


def test_a_gzip_bomb_is_opened_no_further_than_the_limit():
    import gzip

    data = unpacked(gzip.compress(b" " * (limits().item * 3)))
    assert data is not None
    assert len(data) <= limits().item + 1
