"""Rows of facts: what belongs to a text stands beside it where it fits, and nothing is cut in the middle of a date."""

from __future__ import annotations

from tests.app.fakes import app_on, article
from tests.app.seeing import settle, text
from tui.panes.facts import Fact, FactRows
from tui.panes.summary_rows import Heading, headed
from tui.render import Spans

NAME = Fact("Nikki Haley", leads_to="x", right="11 in 3 articles", told="also Haley")


def words(spans: Spans) -> str:
    """A line without its looks."""
    return "".join(part for part, _ in spans)


def test_other_spellings_stand_beside_a_name_where_there_is_room() -> None:
    lines = [words(line) for line in FactRows([NAME], labels=0).lines(0, 60)]
    assert lines == ["Nikki Haley  also Haley".ljust(42) + "11 in 3 articles ›"]


def test_other_spellings_stand_below_a_name_where_there_is_not() -> None:
    lines = [words(line) for line in FactRows([NAME], labels=0).lines(0, 34)]
    assert [line.split() for line in lines] == [["Nikki", "Haley", "11", "in", "3", "articles"], ["also", "Haley", "›"]]


def test_who_says_a_sentence_stands_below_it() -> None:
    said = Fact("The port is shut.", leads_to="x", told="AP")
    assert len(FactRows([said], labels=0).lines(0, 80)) == 2


def test_a_heading_leaves_out_whole_parts_of_what_has_no_room_beside_it() -> None:
    heading = Heading("THE BRIEF", "a week · 27–28 Dec 2017 · 3 stories")
    assert words(headed(heading, 60)).endswith("3 stories")
    assert words(headed(heading, 36)).endswith("a week · 27–28 Dec 2017")
    assert words(headed(heading, 30)).endswith("  a week")


async def test_the_menu_of_views_begins_with_the_one_that_is_shown() -> None:
    app = app_on(article("one", "The harbour is shut."))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "0")
        await settle(pilot)
        assert "▌3   unread" in text(app)


async def test_the_order_that_holds_is_where_the_menu_of_orders_begins() -> None:
    app = app_on(article("one", "The harbour is shut."))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "S", "j", "j", "enter", "S")
        await settle(pilot)
        assert "▌now     oldest first" in text(app)
