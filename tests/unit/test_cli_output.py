import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from index.cli import output

HOSTILE = "a\x1b]52;c;aGk=\x07b\x1b[31m\x9b2J[/][bold]\u202ec\nd\x00"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def recorded(monkeypatch: pytest.MonkeyPatch, values: dict[str, object], encoding: str = "utf-8") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    output.record(values)
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(encoding)


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters()), max_size=3))
def test_a_record_is_one_harmless_line_that_parses_back(values):
    with pytest.MonkeyPatch.context() as patch:
        line = recorded(patch, dict(values))
    assert line.count("\n") == 1
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff" for c in line[:-1])
    assert json.loads(line) == values


def test_a_record_shows_letters_as_they_are_where_the_stream_can_write_them(monkeypatch):
    assert recorded(monkeypatch, {"title": "Raïssi 東京"}) == '{"title": "Raïssi 東京"}\n'
    assert recorded(monkeypatch, {"title": "Raïssi"}, "ascii") == '{"title": "Ra\\u00efssi"}\n'


@given(st.text(st.characters()))
def test_one_line_is_one_harmless_line(text):
    line = output.on_one_line(text)
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or c in "\u202a\u202e\u2066\u2069" for c in line)
    line.encode()


def test_bytes_of_a_file_name_that_are_no_text_are_shown_as_damaged():
    assert output.on_one_line("caf\udce9.txt") == "caf\ufffd.txt"


def test_brackets_of_an_article_are_not_markup(monkeypatch, capsys):
    output.show(output.on_one_line(HOSTILE))
    assert capsys.readouterr().out == "ab[/][bold]c d\n"


def test_a_long_paragraph_is_one_line_in_a_pipe(capsys):
    output.show("word " * 100)
    assert capsys.readouterr().out.count("\n") == 1


def test_a_list_line_is_cut_at_the_edge_of_a_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("TERM", "xterm-256color")
    output.show(Text("word " * 10), cut=True)
    output.show(Text("word " * 10))
    assert isinstance(sys.stdout, Terminal)
    cut, *wrapped = sys.stdout.getvalue().splitlines()
    assert len(cut) == 20
    assert cut.endswith("…")
    assert len(wrapped) == 3


def test_letters_that_a_stream_cannot_write_do_not_stop_it(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    output.show("Raïssi")
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    assert stream.buffer.getvalue() == b"Ra?ssi\n"
