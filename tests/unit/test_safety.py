"""Text is data: nothing an article contains can act on a terminal or hide from the eye."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean.safety import safe

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x07\x9b\x9d\x90\x9c[]P\\;m52hJ\x00\u202e\u2066\u200b\u200d\u2028\ud800\U000e0041\r\n"),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b1;31mred", "red"),
        ("a\x1b]52;c;ZXZpbA==\x07b", "ab"),
        ("a\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x9d0;title\x9cb", "ab"),
        ("a\x1bP1$r0m\x1b\\b", "ab"),
        ("a\x1b_apc\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d", "abcd"),
        ("a\x1b(Bb", "ab"),
        ("bell\x07 back\x08space", "bell backspace"),
    ],
)
def test_an_escape_sequence_goes_whole(hostile: str, shown: str) -> None:
    assert safe(hostile) == shown


def test_an_unterminated_string_does_not_swallow_the_article() -> None:
    assert safe("a\x1b]0;The rest of the article.\nGoes on.") == "a0;The rest of the article.\nGoes on."


def test_bidirectional_controls_and_invisible_characters_go() -> None:
    assert safe("a\u202eb\u2066c\u200fd\u061ce\u200bf\ufeffg\U000e0041h\u2060i") == "abcdefghi"


def test_line_breaks_of_every_kind_become_one_kind() -> None:
    assert safe("a\r\nb\rc\u2028d\u2029e\x0cf\x85g\th") == "a\nb\nc\nd\ne\nf\ng h"


def test_joiners_stay_where_writing_needs_them() -> None:
    persian, hindi, family = "می\u200cخواهم", "क\u094d\u200dष", "👩\u200d👧"
    assert (safe(persian), safe(hindi), safe(family)) == (persian, hindi, family)
    assert safe("pass\u200dword\u200c") == "password"


def test_surrogates_and_noncharacters_go() -> None:
    assert safe("a\ud800b\ufffec\ufdd0d\U0001ffffe") == "abcde"


@given(HOSTILE)
def test_nothing_dangerous_is_left(text: str) -> None:
    for character in safe(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b"
        assert not 0xE0000 <= ord(character) <= 0xE0FFF


@given(HOSTILE)
def test_making_safe_twice_changes_nothing_more(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(
    st.text(st.characters(categories=["L", "N", "P", "Zs", "Sm", "Sc"], exclude_characters="\u115f\u1160\u3164\uffa0"))
)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_a_very_long_line_of_broken_sequences_is_read_in_one_pass() -> None:
    assert safe("\x1b]" * 300_000 + "end") == "end"


def test_a_text_is_taken_for_plain_only_if_nothing_in_it_would_go() -> None:
    for point in (*range(0x3400), 0xFEFF, 0xFFA0, 0xFFFE, 0x1FFFF, 0xE0001, 0xE0100, 0xE01EF):
        text = f"a{chr(point)}b"
        assert safe(text + "\x00") == safe(text), hex(point)
