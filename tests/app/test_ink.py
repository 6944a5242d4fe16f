from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.models import ArticleRow, Block, Origin, Role
from index.page.links import Link
from tests.app.fakes import article
from tui.panes.article_page import paragraphs, runs_from_the_right
from tui.panes.link_numbers import numbered
from tui.render import Spans, width_of
from tui.typeset import Page, Paragraph
from tui.widgets.ink import Ink, spread

BLOCKS = st.text("ab cd é漢", min_size=3, max_size=120).filter(lambda text: bool(text.strip()))


def row(title: str = "Headline") -> ArticleRow:
    return ArticleRow("a", Origin("/a"), title, "", "", (), None, "", "en", 10, "", False)


def set_to(measure: int, *blocks: Block, **page: Any) -> list[str]:
    sheet = Page(paragraphs(article("a", blocks=blocks, sentences=()), row(), None, folded=False), measure, **page)
    return ["".join(text for text, _ in Ink().line(line, 0, measure)) for line in sheet.lines]


def flat(spans: Spans) -> str:
    return "".join(text for text, _ in spans)


def test_a_quotation_has_a_line_beside_every_line_of_it() -> None:
    lines = set_to(30, Block(Role.QUOTE, "We had luck, and we know that we had luck, said the master."))
    quoted = [line for line in lines if "luck" in line or "master" in line]
    assert len(quoted) >= 2 and all(line.startswith("  │ ") for line in quoted)


def test_a_list_hangs_by_its_bullet() -> None:
    lines = set_to(30, Block(Role.BODY, "• The first point of the list, which needs two lines."))
    assert lines[-2].startswith("• The") and lines[-1].startswith("  ") and lines[-1][2] != " "


def test_a_table_or_code_keeps_its_lines_and_columns() -> None:
    lines = set_to(40, Block(Role.CODE, "ship    length\nAnna     120 m\n  Bertha  80 m"))
    assert lines[-3:] == ["  ship    length", "  Anna     120 m", "    Bertha  80 m"]


def test_a_picture_is_told_in_brackets() -> None:
    assert set_to(60, Block(Role.CAPTION, "The harbour at night"))[-1] == "[picture: The harbour at night]"


def test_a_heading_stands_further_from_the_text_above_it() -> None:
    lines = set_to(60, Block(Role.BODY, "Text above."), Block(Role.HEADING, "Repairs"), Block(Role.BODY, "Below."))
    assert lines[lines.index("Repairs") - 2 : lines.index("Repairs")] == ["", ""]


def test_writing_from_the_right_ends_at_one_column() -> None:
    text = "أُغلِق ميناء المدينة يوم الاثنين بعد عاصفة شديدة حملت ثلاث سفن من مراسيها"
    assert runs_from_the_right(text) and not runs_from_the_right("1. Hello") and not runs_from_the_right("2024")
    lines = set_to(30, Block(Role.BODY, text))
    assert {cell_len(line) for line in lines[3:]} == {30}


@pytest.mark.parametrize("justified", [False, True])
@given(st.lists(BLOCKS, min_size=1, max_size=4), st.integers(20, 80))
def test_no_line_of_a_page_is_wider_than_its_measure(justified: bool, texts: list[str], measure: int) -> None:
    blocks = [
        Block(role, text) for text, role in zip(texts, (Role.BODY, Role.QUOTE, Role.HEADING, Role.BODY), strict=False)
    ]
    for line in set_to(measure, *blocks, justified=justified, language="en"):
        assert cell_len(line) <= measure


@pytest.mark.parametrize(
    "text",
    [
        "Ferries 渡船 of the 港口 line 再び",
        "e\u0301te\u0301 a\u0300 l'e\u0302t",
        "storm 🌊 and ⚓ anchors 👩\u200d🚒 came",
    ],
    ids=["wide", "combining", "emoji"],
)  # fmt: skip
def test_a_terminal_puts_what_follows_where_we_count_it(text: str) -> None:
    screen = pyte.Screen(60, 2)
    stream = pyte.Stream(screen)
    [line] = Page([Paragraph(text, after=" |")], 50).lines
    shown = flat(Ink().line(line, 0, 50))
    joined = "\u200d" in shown  # a terminal without joined emoji shows the parts: only their sum is known to it
    stream.feed(shown)
    assert joined or screen.cursor.x == cell_len(shown)


def test_numbers_of_links_move_no_mark_and_no_sentence() -> None:
    page = [Paragraph("The storm tore three ships away.", block=2)]
    [shown, *_] = numbered(
        page, [Link("storm", "https://e.example/s", 2, 4, 9), Link("ships", "https://e.example/t", 2, 21, 26)]
    )
    assert shown.text == "The storm[1] tore three ships[2] away."
    assert shown.text[shown.shown_at(10) : shown.shown_at(14, end=True)] == "tore"
    assert [shown.source_at(shown.shown_at(at)) for at in range(33)] == list(range(33))
    [line] = Page([shown], 60).lines
    spans = Ink(marks={2: [(21, 26)]}, links={2: [(4, 9)]}).line(line, 0, 60)
    assert ("ships", "mark") in spans and ("storm", "link") in spans


def test_what_is_lit_has_a_bar_beside_it_not_only_a_colour() -> None:
    [line] = Page([Paragraph("One sentence.", block=0)], 60).lines
    assert flat(Ink(lit=(0, 0, 13)).line(line, 2, 60)).startswith("┃ ")
    assert flat(Ink(lit=(0, 0, 13), signed=[(0, 0)]).line(line, 2, 60)).startswith("› ")


@given(st.text("ab ", min_size=1, max_size=30), st.integers(0, 20))
def test_spread_text_is_the_same_text_with_more_space(text: str, room: int) -> None:
    spans: Spans = [(text[:5], "plain"), (text[5:], "mark")]
    wider = flat(spread(spans, room))
    assert wider.split() == text.split()
    assert width_of(spread(spans, room)) == len(text) + (room if " " in text else 0)
