from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.typeset import Page, Paragraph
from tui.wrapping import wrap

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab cd  é\n漢字かな한글e\u0301👩🏽 "),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    )
)


@given(TEXT, st.integers(2, 80))
def test_no_line_is_wider_than_the_measure(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        assert cell_len(text[start:end]) <= width or len(text[start:end].strip()) <= 1


@given(TEXT, st.integers(1, 80), st.integers(0, 20))
def test_every_letter_stands_on_exactly_one_line_in_order(text: str, width: int, taken: int) -> None:
    ranges = wrap(text, width, taken)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "the quick brown fox"
    assert [text[a:b] for a, b in wrap(text, 10)] == ["the quick", "brown fox"]


def test_what_stands_before_the_first_line_takes_its_room_there_only() -> None:
    text = "one two three four"
    assert [text[a:b] for a, b in wrap(text, 10, 7)] == ["one", "two three", "four"]


def test_wide_characters_break_anywhere_and_count_two() -> None:
    text = "漢字漢字漢"
    assert [text[a:b] for a, b in wrap(text, 4)] == ["漢字", "漢字", "漢"]


def test_an_accent_stays_with_its_letter() -> None:
    text = "e\u0301" * 10
    assert all(not text[a:b].startswith("\u0301") for a, b in wrap(text, 3))


@given(st.lists(st.text("abc def", min_size=1, max_size=200), min_size=1, max_size=5), st.integers(5, 60))
def test_the_line_of_a_character_holds_that_character(texts: list[str], measure: int) -> None:
    page = Page([Paragraph(text, block=n) for n, text in enumerate(texts)], measure)
    for block, text in enumerate(texts):
        for offset, letter in enumerate(text):
            if letter.strip():
                line = page.lines[page.line_of(block, offset) or 0]
                assert line.paragraph is not None and line.paragraph.block == block
                assert line.start <= offset < line.end


def test_a_block_that_is_not_on_the_page_has_no_line() -> None:
    assert Page([Paragraph("text", block=0)], 20).line_of(7, 0) is None


def test_the_position_of_an_empty_line_is_that_of_the_text_below_it() -> None:
    page = Page([Paragraph("one", block=3), Paragraph("two", block=5)], 20)
    assert page.position(1) == (5, 0)
    assert page.position(99) == (-1, 0)
