"""White space that says what a source's markup said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.clean.article import clean
from index.clean.spaces import ITEM, LINE, NOTE, places, tidy, unmarked, with_mark, words_at, words_end, written
from index.models import Article, Block, Origin, Raw, Role
from index.verify import bare

OURS = st.text(st.sampled_from(f"ab1. •◦[]\n\t{ITEM}{NOTE}{LINE}"))


def article(*blocks: Block, url: str = "") -> Article:
    found = clean(Raw(Origin("/a.md"), "", title="The quay", url=url, blocks=blocks))
    assert isinstance(found, Article)
    return found


def test_tidying_keeps_what_white_space_says_and_no_other():
    assert tidy(f" •{ITEM}a \n b{NOTE}1{LINE}c\u00a0d ") == f"•{ITEM}a b{NOTE}1{LINE}c d"


@given(OURS)
def test_a_text_without_its_marks_says_where_each_of_its_characters_stood(text):
    words, place = unmarked(text), places(text)
    assert len(place) == len(words) + 1
    assert all(text[at] == character or text[at] == LINE for at, character in zip(place, words, strict=False))


@given(OURS)
def test_nothing_but_marks_and_white_space_is_taken_out(text):
    assert bare(text).endswith(bare(unmarked(text)))


def test_only_a_mark_that_a_source_set_is_one():
    assert words_at(with_mark("12.", "May")) == 4
    assert words_at("1. FC Quay won.") == words_at("• typed") == 0


def test_a_bare_terminal_shows_numbers_of_notes_in_brackets_and_verses_on_lines():
    assert written(f"2.{ITEM}It rose.{NOTE}12{LINE}Then fell{NOTE}†.") == "2. It rose.[12]\nThen fell[†]."


def test_numbers_of_notes_behind_a_sentence_are_none_of_its_words():
    text = f"It rose.{NOTE}1{NOTE}2"
    assert text[: words_end(text)] == "It rose."
    assert words_end(f"It{NOTE}1 rose.") == len(f"It{NOTE}1 rose.")


def test_sentences_begin_behind_the_mark_of_an_item_and_end_before_the_number_of_a_note():
    item = Block(Role.BODY, f"1.{ITEM}The crane is sold.{NOTE}3 It stood idle{NOTE}4 for years.")
    found = article(item, Block(Role.BODY, f"•{ITEM}The ice house stays where it is."))
    assert [found.sentence(number) for number in range(3)] == [
        "The crane is sold.",
        f"It stood idle{NOTE}4 for years.",
        "The ice house stays where it is.",
    ]


def test_a_mark_changes_neither_the_identity_of_an_article_nor_what_a_paragraph_is():
    plain = article(
        Block(Role.BODY, "The crane is to be sold1 this week."), Block(Role.BODY, "Sign up for our newsletter")
    )
    marked = article(
        Block(Role.BODY, f"•{ITEM}The crane is to be sold{NOTE}1 this week."),
        Block(Role.BODY, f"•{ITEM}Sign up for our newsletter"),
    )
    assert plain.id == marked.id
    assert [block.role for block in plain.blocks] == [block.role for block in marked.blocks] == [Role.BODY, Role.NOTICE]


def test_the_lines_of_tables_and_code_stay_and_are_no_sentences():
    code, table = Block(Role.CODE, "def f():\n    return 1  \n"), Block(Role.TABLE, "a │ b\n1 │ 2")
    found = article(Block(Role.BODY, "The crane is to be sold this week."), code, table)
    assert [block.text for block in found.blocks[1:]] == ["def f():\n    return 1", "a │ b\n1 │ 2"]
    assert {at.block for at in found.sentences} == {0}
    assert found.text.endswith("1 │ 2")


def test_an_escape_in_code_is_taken_out_like_any_other():
    found = article(Block(Role.BODY, "The crane is to be sold this week."), Block(Role.CODE, "a\x1b[31m\n\x07  b"))
    assert found.blocks[1].text == "a\n  b"
