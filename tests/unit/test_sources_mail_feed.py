"""Mails are parted as the standard library parts them, in bounded memory."""

from __future__ import annotations

import base64
import tracemalloc
from email import message_from_bytes
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from index.sources.mail_feed import lines_of, message_of
from index.sources.mail_parts import content

HEADERS = b"From: The Post <news@post.example>\nSubject: Bridge\nMIME-Version: 1.0\n"
LINES = st.text("ab +/=-:\tCc", max_size=90).map(str.encode)


def mixed(*parts: bytes, end: bytes = b"\n") -> bytes:
    body = b"".join(b"\n--b\n" + part for part in parts)
    mail = HEADERS + b"Content-Type: multipart/mixed; boundary=b\n" + body + b"\n--b--\n"
    return mail.replace(b"\n", end)


def text(lines: list[bytes]) -> bytes:
    return b"Content-Type: text/plain\n\n" + b"\n".join(lines)


def coded(data: bytes) -> bytes:
    return b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(data)


@given(st.lists(LINES, max_size=8), st.binary(max_size=400), st.sampled_from([b"\n", b"\r\n"]))
def test_parts_are_those_that_the_standard_library_finds(lines, data, end):
    mail = mixed(text(lines), coded(data), text(lines), end=end)
    ours, theirs = message_of(BytesIO(mail)), message_from_bytes(mail)
    assert ours is not None
    assert ours.items() == theirs.items()
    parts = list(zip(ours.walk(), theirs.walk(), strict=True))
    assert [one.get_payload(decode=True) for one, _ in parts] == [other.get_payload(decode=True) for _, other in parts]
    assert [content(one) for one, _ in parts][1:] == [other.get_payload(decode=True) for _, other in parts][1:]


def test_long_lines_of_letters_in_a_text_stay_lines():
    told = message_of(BytesIO(mixed(coded(b"x" * 99), text([b"A" * 76, b"A" * 76, b"end"]))))
    assert told is not None
    assert told.get_payload()[1].get_payload() == "A" * 76 + "\n" + "A" * 76 + "\nend"


def test_base64_that_breaks_off_gives_what_there_is():
    told = message_of(BytesIO(mixed(coded(b"harbour")[:-4])))
    assert told is not None
    assert content(told.get_payload()[0]).startswith(b"harb")


def test_an_attachment_takes_little_more_than_its_size():
    mail = mixed(coded(bytes(range(256)) * 8000))
    tracemalloc.start()
    try:
        assert message_of(BytesIO(mail)) is not None
        assert tracemalloc.get_traced_memory()[1] < 3 * len(mail)
    finally:
        tracemalloc.stop()


def test_no_more_is_read_of_a_file_than_was_asked_for():
    assert b"".join(lines_of(BytesIO(b"one\ntwo\nthree\n"), 6)) == b"one\ntw"
