"""What somebody who is new to it stumbles over."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from index.models import ArticleRow, Origin
from index.overviews import About, InStory
from tests.app.seeing import settle, text
from tui import __main__ as command
from tui import keys
from tui.app import NutgrafApp
from tui.panes.facts import Fact, FactRows
from tui.panes.hit_notes import NOTHING
from tui.panes.hit_rows import ONE_LINE, HitRows
from tui.panes.story_rows import CHAPTERS, contents
from tui.render import width_of
from tui.screens.about import rows_of
from tui.screens.query import HOW
from tui.screens.search import SearchScreen


async def found(pilot, words: str) -> SearchScreen:  # type: ignore[no-untyped-def]  # any pilot
    """Asks, and waits for the answer."""
    await pilot.press("slash", *words)
    screen = pilot.app.screen
    for _ in range(100):
        await pilot.pause(0.02)
        if screen._answered == screen.field.value.strip():
            break
    assert isinstance(screen, SearchScreen)
    return screen


def notes(screen: SearchScreen) -> str:
    return str(screen.query_one("#notes", Static).content)


async def test_back_from_a_hit_the_keyboard_is_in_the_hits(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await found(pilot, "Tokayev")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.focused is app.screen.hits  # type: ignore[attr-defined]  # the search screen
        await pilot.press("j")
        assert app.screen.field.value == "Tokayev"  # type: ignore[attr-defined]  # the search screen


async def test_the_search_key_takes_other_words_at_once(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await found(pilot, "Tokayev")
        await pilot.press("tab", "escape")
        await pilot.pause()
        screen = await found(pilot, "Xi")
        assert screen.field.value == "Xi"


async def test_while_one_types_only_keys_that_are_no_letters_are_offered(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await found(pilot, "Xi")
        line = text(app).splitlines()[-1]
        assert "ctrl+s keep" in line and "tab hits" in line and "F1 help" in line and "m keep" not in line
        await pilot.press("tab")
        await pilot.pause()
        line = text(app).splitlines()[-1]
        assert "m keep" in line and "tab hits" not in line and "? help" in line


def test_hints_while_typing_are_keys_that_type_nothing() -> None:
    assert all(len(key) > 1 for key, _ in keys.hints("search", "list", "anywhere", typing=True))


async def test_an_empty_search_says_what_can_be_asked_and_an_empty_answer_what_to_try(app: NutgrafApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = await found(pilot, "")
        assert notes(screen).splitlines() == list(HOW)
        assert "esc goes back to reading" in text(app)
        await pilot.press(*"qqqqzzzz9")
        screen = await found(pilot, "")
        for _ in range(100):
            if notes(screen) == NOTHING:
                break
            await pilot.pause(0.02)
        assert notes(screen) == NOTHING


async def test_a_list_that_shrinks_while_the_cursor_moves_stays_whole(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        browse = app.desk.browse
        await pilot.press("2", "G")
        await settle(pilot)
        browse.post_message(browse.listing.Moved(browse.listing, len(browse.rows) + 3))
        browse.post_message(browse.listing.Chosen(browse.listing, len(browse.rows) + 3))
        await settle(pilot)
        assert app.desk.shown == browse.current[0]


async def test_a_tag_leaves_the_headline_in_sight(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "t", *"zebra", "enter")
        await settle(pilot)
        assert "# zebra" in text(app)
        assert app.desk.reader.text.scroll_offset.y == 0


async def test_a_summary_that_is_not_in_sight_says_how_long_it_is(app: NutgrafApp) -> None:
    async with app.run_test(size=(60, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "s")
        await settle(pilot)
        assert "summary: 7 sentences; tab goes there" in text(app)


@pytest.mark.parametrize(("width", "names"), [(110, CHAPTERS), (76, ("Story", "Days", "Who")), (36, ("Quoted",))])
def test_the_chapters_of_a_story_are_named_as_far_as_there_is_room(width: int, names: tuple[str, ...]) -> None:
    spans = contents([0, 11, 24, 0, 21, 118, 0], 2, width)
    shown = "".join(words for words, _ in spans)
    assert width_of(spans) <= width
    assert all(name in shown for name in names) and "Quoted 24" in shown


def test_a_long_reason_is_set_whole_under_its_fact() -> None:
    reason = "40 days later; 9 names in common: Varn, Oster, Lillum, Lund, Harbour Bank; 3 words in common: quay, storm"
    rows = FactRows([Fact("A storm", "11 Dec 2012", leads_to="x", told=reason)], labels=14)
    lines = ["".join(words for words, _ in line) for line in rows.lines(0, 36)]
    assert " ".join(" ".join(lines[1:]).replace("›", "").split()) == reason
    assert lines[0].startswith("11 Dec 2012 ") and lines[-1].endswith("›")


def test_a_name_stands_whole_above_everything_about_it() -> None:
    row = ArticleRow("a", Origin("a.txt"), "Quay", "Post", "", (), None, "", "en", 9, "s", gone=False)
    days = (("2024-01-02", 1), ("2024-03-04", 2))
    about = About("Ana Maria Lund-Oster of Varn", "q", (row,), (InStory("s", "Quay", ("a", "b")),), days)
    rows = FactRows(rows_of(about), labels=14)
    lines = ["".join(words for words, _ in line) for at in range(len(rows)) for line in rows.lines(at, 40)]
    assert lines[0].startswith("Ana Maria Lund-Oster of Varn")
    assert any("4 Mar 2024" in line for line in lines[1:])


def test_hits_are_as_high_as_their_snippet() -> None:
    assert [HitRows.height(width) for width in (60, 80, ONE_LINE)] == [5, 4, 3]


def test_a_mistyped_command_is_told_which_one_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["serch"]) == 2
    assert "did you mean nutgraf search?" in capsys.readouterr().err
