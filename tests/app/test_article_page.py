"""Lists, tables, code, notes and verses as the reader shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.clean.spaces import CELL, ITEM, LINE, NOTE
from index.models import Article, ArticleRow, Block, Origin, Role
from index.page.links import Link
from tui.panes.article_page import find, folded_away, paragraphs
from tui.panes.link_numbers import numbered
from tui.typeset import Page, Paragraph
from tui.writing import as_markdown, as_text

TABLE = "Fish landed\nYear │ Tonnes │ Where\n2021 │ 1,204 │ North\n2022 │ 980 │ South end"


def article(*blocks: Block) -> Article:
    return Article("1", (Origin("/a.md"),), "Quay", "", "", (), None, "", "", "en", blocks, ())


def row() -> ArticleRow:
    return ArticleRow("1", Origin("/a.md"), "Quay", "", "", (), None, "", "en", 10, "", False)


def lines(*blocks: Block, measure: int = 40, links: tuple[Link, ...] = ()) -> list[str]:
    """What stands on the page below the headline."""
    page = numbered(paragraphs(article(*blocks), row(), None, folded=False), links)[2:]
    return shown(Page(page, measure))


def shown(page: Page) -> list[str]:
    return [
        ""
        if (p := line.paragraph) is None
        else " " * (p.indent + (0 if line.first else p.hanging)) + p.text[line.start : line.end]
        for line in page.lines
    ]


def plain(texts: list[str]) -> list[str]:
    return [text.replace(ITEM, " ") for text in texts]


def test_items_stand_close_and_deeper_ones_further_in():
    items = ("1.|The crane is sold to the museum of the town.", "2.|A roof:", "◦|of slate,", "◦|or tin.")
    blocks = [Block(Role.BODY, item.replace("|", ITEM)) for item in items]
    assert plain(lines(*blocks)) == [
        "1. The crane is sold to the museum of",
        "   the town.",
        "2. A roof:",
        "  ◦ of slate,",
        "  ◦ or tin.",
    ]


def test_the_columns_of_a_table_stand_one_under_the_other_and_figures_at_the_right():
    assert lines(Block(Role.TABLE, TABLE)) == [
        "  Fish landed",
        "  Year │ Tonnes │ Where    ".rstrip(),
        "  2021 │  1,204 │ North",
        "  2022 │    980 │ South end",
    ]


def test_a_table_that_is_too_wide_wraps_its_last_column_and_then_its_rows():
    wide = "Place │ Who\nNorth │ Boats of up to nine metres that go out every day"
    assert lines(Block(Role.TABLE, wide), measure=34) == [
        "  Place │ Who",
        "  North │ Boats of up to nine ",
        "          metres that go out ",
        "          every day",
    ]
    assert [line.strip() for line in lines(Block(Role.TABLE, wide), measure=18)] == [
        "Place │ Who",
        "North │ Boats",
        "of up to nine",
        "metres that",
        "go out every",
        "day",
    ]


@given(
    st.lists(st.lists(st.text("ab 漢1.,", max_size=30), min_size=1, max_size=4), min_size=1, max_size=5),
    st.integers(4, 70),
)
def test_no_table_loses_a_character_or_leaves_its_lines(cells, room):
    text = "\n".join(CELL.join(" ".join(cell.split()) for cell in each) for each in cells)
    page = Page([Paragraph(text, block=0, exact=True, table=True)], room)
    [paragraph] = {line.paragraph for line in page.lines if line.paragraph is not None}
    assert "".join(paragraph.text.split()) == "".join(text.split())
    assert all(cell_len(paragraph.text[line.start : line.end]) <= max(2, room) for line in page.lines)
    for offset, character in enumerate(text):
        assert paragraph.text[paragraph.shown_at(offset)] == character
        assert paragraph.source_at(paragraph.shown_at(offset)) == offset


def test_code_keeps_its_lines_and_is_no_picture():
    assert lines(Block(Role.CODE, "def f():\n    return 1")) == ["  def f():", "      return 1"]


def test_the_number_of_a_note_stands_in_brackets_and_the_words_stay_whole():
    assert lines(Block(Role.BODY, f"It rose.{NOTE}12 Then it{NOTE}† fell.")) == ["It rose.[12] Then it[†] fell."]


def test_notes_and_the_numbers_of_links_find_their_places_together():
    text = f"It rose.{NOTE}1 Then it fell."
    link = Link("fell", "https://example.org", 0, text.index("fell"), text.index("fell") + 4)
    assert lines(Block(Role.BODY, text), links=(link,))[0] == "It rose.[1] Then it fell[1]."


def test_verses_stand_on_lines_of_their_own():
    assert lines(Block(Role.BODY, f"The nets are dry{LINE}the boats are gone")) == [
        "The nets are dry",
        "the boats are gone",
    ]


def test_words_of_tables_and_code_are_found_and_nothing_of_them_is_folded_away():
    found = article(Block(Role.TABLE, TABLE), Block(Role.CODE, "return south"))
    assert find(found, "South", folded=False) == ((0, TABLE.index("South"), TABLE.index("South") + 5), (1, 7, 12))
    assert folded_away(found) == 0


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Block(Role.BODY, f"•{ITEM}One"), "- One"),
        (Block(Role.BODY, f"◦{ITEM}Two"), "  - Two"),
        (Block(Role.BODY, f"3.{ITEM}Three"), "3. Three"),
        (Block(Role.BODY, f"a{LINE}b"), "a\\\nb"),
        (Block(Role.BODY, f"It rose.{NOTE}1"), "It rose.\\[1\\]"),
        (Block(Role.CODE, "a *= b"), "~~~~\na *= b\n~~~~"),
        (Block(Role.TABLE, "a │ b\n1 │ 2"), "~~~~\na │ b\n1 │ 2\n~~~~"),
    ],
)
def test_a_file_in_markdown_has_the_same_lists_verses_tables_and_code(block, written):
    assert as_markdown(article(block), row()).endswith(f"\n\n{written}\n")


def test_a_file_of_plain_text_has_none_of_the_white_space_that_marks():
    text = as_text(article(Block(Role.BODY, f"1.{ITEM}One{NOTE}2{LINE}two")), row())
    assert text.endswith("\n\n1. One[2]\ntwo\n")
