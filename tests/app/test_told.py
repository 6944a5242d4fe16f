"""What is told: after a change what became of how many and which key takes it back; where nothing is, what to do."""

import pytest

from index.config import Config
from index.library import Library
from tests.app.conftest import noon
from tests.app.fakes import app_on, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.keymap import keymap_of
from tui.panes.views import MENU, VIEWS
from tui.screens.story import StoryScreen

REBOUND = {
    "undo": ("%",), "view.all": ("&",), "star": ("^",), "tag": ("=",), "note": ("~",), "reader.select": ("ctrl+y",),
    "search.save": ("ctrl+b",), "refresh": ("ctrl+r",), "story.undo": ("ctrl+e",),
}  # fmt: skip


def words(app: NutgrafApp) -> str:
    """What the screen says, on one line."""
    return " ".join(text(app).replace("┃", " ").split())


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("r",), "5 articles marked as read; % takes it back"),
        (("u",), "nothing to change: all of them are so already"),
        (("^",), "5 articles starred; % takes it back"),
        (("=", "o", "i", "l", "enter"), "5 articles tagged; % takes it back"),
        (("~", "o", "i", "l", "enter"), "5 articles noted; % takes it back"),
    ],
)
@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_what_is_done_to_several_says_to_how_many_and_which_key_takes_all_of_it_back(
    library: Library, keys: tuple[str, ...], told: str, size: tuple[int, int]
) -> None:
    library.config = Config(rebound=REBOUND)
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("&", *"vvvvv", *keys)
        await settle(pilot)
        assert told in words(app)
        await pilot.press("%")
        await settle(pilot)
        counts = library.counts()
        assert (counts.unread, counts.starred, library.tags(), library.all_highlights()) == (5, 0, [], [])


async def test_a_story_taken_apart_says_so_whole_where_there_is_little_room(library: Library) -> None:
    library.config = Config(rebound=REBOUND)
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("]", "c")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, StoryScreen) and library.counts().stories == 3
        assert "taken out, a story of its own now; ctrl+e takes it back" in words(app)
        await pilot.press("ctrl+e")
        await settle(pilot)
        assert library.counts().stories == 2 and "undone: split 1 article from a story" in words(app)


@pytest.mark.parametrize("width", [24, 40, 100])
async def test_a_notice_is_whole_whatever_its_length(width: int) -> None:
    app = app_on(article("a"))
    async with app.run_test(size=(width, 12), notifications=True) as pilot:
        await settle(pilot)
        for length in range(width - 6, width + 2):
            app.tell("x" * (length - 4) + " end")
            await pilot.pause()
            await pilot.pause()
            assert "end" in words(app), length


def test_where_a_list_is_empty_the_keys_are_named_as_they_are_bound() -> None:
    keymap = keymap_of(Config(rebound=REBOUND))
    assert [VIEWS[view].why_empty(keymap) for view in MENU[:7]] == [
        "no stories yet; & lists articles as they come",
        "no articles yet",
        "everything is read",
        "nothing is starred; ^ gives a star",
        "none yet; ctrl+b in the search keeps one",
        "none yet; = gives an article tags",
        "none yet; ~ writes a note, ctrl+y in the reader selects sentences",
    ]


async def test_an_empty_list_and_an_empty_report_ask_the_table_of_keys(library: Library) -> None:
    library.config = Config(rebound=REBOUND)
    app = NutgrafApp(library, clock=noon)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("4")
        await settle(pilot)
        assert "nothing is starred; ^ gives a star" in words(app)
        await pilot.press("!")
        await settle(pilot)
        assert "ctrl+r scans the sources again" in text(app)
