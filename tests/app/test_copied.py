"""Copies of a text in flat lists and among hits: folded into their original, one key shows them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.build.workers import Inline
from index.config import Config
from index.library import open_library
from tests import wire
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.linear.telling import told
from tui.screens.search import SearchScreen
from tui.screens.story import StoryScreen


@pytest.fixture(scope="module")
def wired(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wire")
    with open_library(folder / "library") as library:
        list(library.add([wire.write(folder)], executor=Inline()))
    return folder


@pytest.fixture
def app(wired: Path) -> Iterator[NutgrafApp]:
    with open_library(wired / "library") as library:
        while library.undo():
            pass
        library.set_setting("view", "")
        yield NutgrafApp(library, clock=noon)


@pytest.mark.parametrize(("size", "shown"), [((120, 40), "=3"), ((40, 12), "= 3 copies"), ((24, 12), "=3")])
async def test_a_list_shows_the_original_and_how_many_copies_it_has(
    app: NutgrafApp, size: tuple[int, int], shown: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("2")
        assert len(app.desk.browse.rows) == 2
        assert "2 + 3 copies" in text(app) and shown in text(app)


async def test_a_key_shows_the_copies_below_their_original_and_folds_them_again(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "j", "x")
        await settle(pilot)
        assert len(app.desk.browse.rows) == 5 and text(app).count("= Ferry") == 3
        assert app.desk.browse.listing.cursor == 1 and "copies stand below" in text(app)
        await pilot.press("j", "j")
        original = app.library.row(app.desk.browse.current[0]).copy_of
        await pilot.press("x")
        await settle(pilot)
        assert len(app.desk.browse.rows) == 2 and app.desk.browse.current[0] == original


async def test_what_is_shown_or_folded_is_so_in_every_list(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x", "3")
        assert len(app.desk.browse.rows) == 5
        await pilot.press("S", "j", "enter", "f", *"ferry")
        await settle(pilot)
        assert len(app.desk.browse.rows) == 4 and "1 hidden" in text(app)


async def test_reading_the_original_leaves_its_copies_unread(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("3", "j", "r", "3")
        assert app.library.counts().unread == 4
        assert "2 + 2 copies" in text(app) and text(app).count("= Ferry") == 1


async def test_a_list_without_copies_to_fold_says_so(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        app.desk.action_view("outlets")
        await pilot.press("x")
        await settle(pilot)
        assert "copies are not folded in this list" in text(app)


async def test_marking_all_that_is_listed_marks_the_folded_copies_too(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "A")
        await settle(pilot)
        assert "Mark 5 articles as read?" in text(app)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert app.library.counts().unread == 0 and "U takes it back" in text(app)


async def test_copies_among_hits_fold_and_a_key_shows_them(app: NutgrafApp) -> None:
    app.library.config = Config(rebound={"search.copies": ("%",)})
    app = NutgrafApp(app.library, clock=noon)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"halcyon")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen) and len(app.screen.hits.rows) == 1
        assert "3 copies of the same text are folded · tab, % shows them" in text(app)
        await pilot.press("tab", "%")
        await settle(pilot)
        assert len(app.screen.hits.rows) == 4 and "are folded" not in text(app)
        assert text(app).count("= Ferry") == 3
        await pilot.press("j", "j", "%")
        assert len(app.screen.hits.rows) == 1 and app.screen.hits.cursor == 0


async def test_c_on_a_hit_leads_to_its_story_and_back_to_the_hits(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"halcyon", "enter", "escape")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert app.desk.shown
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen) and len(app.screen.hits.rows) == 1


def test_the_linear_reader_says_what_is_a_copy(app: NutgrafApp) -> None:
    copies = [row for row in app.library.articles() if row.copy_of]
    assert all("a copy of another article" in told(row, {}) for row in copies)
    assert "a copy" not in told(replace(copies[0], copy_of=""), {})
