"""Keys that do nothing where one is say so, and where they do something."""

from __future__ import annotations

import pytest

from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.keys import KEYS
from tui.screens.about import AboutScreen
from tui.screens.sentences import SentencesScreen
from tui.screens.story import StoryScreen
from tui.unanswered import elsewhere

SIZE = (120, 40)


async def said_to(app: NutgrafApp, *keys: str) -> str:
    """The screen after these keys on the list of all articles."""
    app.library.set_setting("tour", "done")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", *keys)
        await settle(pilot)
        return " ".join(text(app).split())


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["enter", "tab", "x"], "x does nothing here"),
        (["enter", "tab", "}"], "} does nothing here · Reader: next"),
        (["d"], "d does nothing here · Reader: what is new here"),
        (["Q"], "Q does nothing here"),
        (["9"], "9 does nothing here"),
        (["X"], "nothing is being added"),
        (["F"], "nothing is filtered"),
        (["D"], "only saved searches, notes"),
        (["x"], "copies stand below their original"),
        (["5", "m"], "there is no article here"),
        (["5", "r"], "there is no article here"),
        (["5", "i"], "there is no article here"),
        (["5", "c"], "there is no story here"),
        (["enter", "enter"], "v selects sentences first"),
        (["escape"], "this is where you began; q quits"),
    ],
    ids=lambda value: value if isinstance(value, str) else "".join(value),
)
async def test_a_key_without_an_answer_says_so(app: NutgrafApp, keys: list[str], words: str) -> None:
    assert words in await said_to(app, *keys)


async def test_screens_over_the_story_answer_too(app: NutgrafApp) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(pilot)
        ways = (("]c", StoryScreen), ("6\r", AboutScreen), ("q5G\r", SentencesScreen))
        for (keys, screen), silent in zip(ways, "dxQ", strict=True):
            for key in keys:
                await pilot.press("enter" if key == "\r" else key)
                await settle(pilot)
            assert isinstance(app.screen, screen)
            app.clear_notifications()
            await pilot.press(silent)
            await settle(pilot)
            assert f"{silent} does nothing here" in text(app)


@pytest.mark.parametrize("keys", [["j"], ["enter", "j"], ["f", *"xdQ"], ["?"], [":", *"xQ"], ["/", *"xQ"]])
async def test_a_key_that_does_something_is_not_talked_about(app: NutgrafApp, keys: list[str]) -> None:
    assert "does nothing here" not in await said_to(app, *keys)


async def test_a_key_held_down_is_answered_once(app: NutgrafApp) -> None:
    assert (await said_to(app, *"dddd")).count("d does nothing here") == 1


def test_two_places_are_named_at_most() -> None:
    rows = [row for row in KEYS if "n" in row.keys.split(",")]
    assert elsewhere(rows, "n").count(" · ") == 2 and elsewhere((), "Q") == "Q does nothing here"


@pytest.mark.parametrize("pane", [[], ["enter"]])
async def test_a_star_is_seen_at_once_in_the_list_and_in_the_text(app: NutgrafApp, pane: list[str]) -> None:
    seen = await said_to(app, *pane, "m")
    assert seen.count("★") == 2 and "★ starred" in seen


async def test_a_star_taken_back_is_gone_from_both(app: NutgrafApp) -> None:
    assert "★" not in await said_to(app, "enter", "m", "U")
