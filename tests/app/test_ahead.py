"""Letters typed in one breath with the key that opens a line go into that line."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.app.seeing import settle, text
from tui.app import NutgrafApp

NAMES = {"/": "slash", "|": "vertical_line", "\r": "enter", " ": "space", ":": "colon"}


async def burst(pilot: Pilot[None], letters: str) -> str:
    """All of them at once, as a terminal hands on what was pasted or typed fast; what the line then holds."""
    for letter in letters:
        pilot.app.post_message(events.Key(NAMES.get(letter, letter), letter))
    await settle(pilot)
    line = pilot.app.focused
    return line.value if isinstance(line, Input) else line.text if isinstance(line, TextArea) else ""


@pytest.mark.parametrize("letters", ["/moscow", ":view tags", "tworld", "asome words", "fputin", "wmine", "|cat"])
async def test_what_follows_the_key_is_in_the_line(app: NutgrafApp, letters: str) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert await burst(pilot, letters) == letters[1:]
        assert "does nothing here" not in text(app)


async def test_another_search_in_one_breath_takes_the_place_of_the_first(app: NutgrafApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await burst(pilot, "/moscow")
        await pilot.press("escape")
        await settle(pilot)
        assert await burst(pilot, "/astana") == "astana"


async def test_a_command_typed_in_one_breath_is_run(app: NutgrafApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await burst(pilot, ":theme light\r")
        assert app.theme.endswith("light")


async def test_words_to_find_in_the_text_stay_out_of_its_keys(app: NutgrafApp) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        await settle(pilot)
        assert await burst(pilot, "/kremlin") == "kremlin"
        assert not app.desk.reader.row.starred if app.desk.reader.row else False


async def test_a_notice_takes_the_place_of_the_one_before(app: NutgrafApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        app.tell("the first word")
        await settle(pilot)
        app.tell("the second word")
        await settle(pilot)
        assert "the second word" in text(app)
        assert "the first word" not in text(app)


async def test_a_notice_leaves_a_problem_standing(app: NutgrafApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        app.tell("a line is wrong", problem=True)
        app.tell("a word")
        await settle(pilot)
        assert "a line is wrong" in text(app)
        assert "a word" in text(app)
