import json
import webbrowser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.app.fakes import FakeLibrary, app_on, app_over, article
from tests.app.seeing import settle, text
from tui.shares import READER_LEAST, shares

LONG = "The harbour of Varn was closed on Monday after a storm tore three ships from their moorings in the night. " * 3
LINKED = article("linked", f"{LONG}See https://e.example/one and https://e.example/two today.", *[LONG] * 8)


async def _open(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


@given(st.integers(80, 400), st.integers(20, 160), st.integers(0, 300), st.integers(0, 300), st.booleans())
def test_panes_always_leave_room_for_text(columns: int, measure: int, browse: int, summary: int, three: bool) -> None:
    first, second = shares(columns, measure, browse, summary, three=three)
    assert first >= 12 and (second >= 12) is three
    assert columns - first - second >= READER_LEAST - 12


@pytest.mark.parametrize(
    ("columns", "three", "browse", "text"), [(120, True, 32, 62), (140, True, 33, 74), (80, False, 26, 54)]
)
def test_titles_and_text_share_what_there_is(columns: int, three: bool, browse: int, text: int) -> None:
    first, second = shares(columns, 68, three=three)
    assert (first, columns - first - second) == (browse, text)


@pytest.mark.parametrize("size", [(120, 40), (90, 30), (50, 20)])
async def test_alone_the_text_is_all_that_is_seen_and_everything_comes_back(size: tuple[int, int]) -> None:
    app = app_on(LINKED)
    async with app.run_test(size=size) as pilot:
        await _open(pilot)
        before = text(app)
        await pilot.press("z")
        await settle(pilot)
        assert "IN BRIEF" not in text(app) and "STORIES" not in text(app) and "help" not in text(app)
        assert "The harbour of Varn" in text(app)
        await pilot.press("z")
        await settle(pilot)
        assert text(app) == before


async def test_going_to_another_pane_ends_being_alone() -> None:
    app = app_on(LINKED)
    async with app.run_test(size=(120, 40)) as pilot:
        await _open(pilot)
        await pilot.press("z", "escape")
        await settle(pilot)
        assert not app.desk.zen and "STORIES" in text(app)


async def test_the_measure_grows_and_shrinks_by_keys_and_is_kept() -> None:
    library = FakeLibrary(LINKED)
    app = app_over(library)
    async with app.run_test(size=(200, 40)) as pilot:
        await _open(pilot)
        await pilot.press("<", "<")
        assert app.text_setting.measure == 64
    again = app_over(library)
    assert again.text_setting.measure == 64


async def test_justified_text_is_flush_and_keeps_the_place() -> None:
    app = app_on(LINKED)
    async with app.run_test(size=(120, 20)) as pilot:
        await _open(pilot)
        await pilot.press("space")
        place = app.desk.reader.text.place
        ragged = text(app)
        await pilot.press("E")
        await settle(pilot)
        assert text(app) != ragged and app.text_setting.justified
        assert app.desk.reader.text.place == place
        await pilot.press("E")
        await settle(pilot)
        assert not app.text_setting.justified and app.desk.reader.text.place == place


async def test_a_pane_grows_by_key_and_its_width_is_kept() -> None:
    library = FakeLibrary(LINKED)
    app = app_over(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = app.desk.browse.region.width
        await pilot.press(">", ">")
        await settle(pilot)
        assert app.desk.browse.region.width == before + 4
    app = app_over(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.desk.browse.region.width == before + 4


@pytest.mark.parametrize(("border", "to", "side"), [("reader", 40, "browse"), ("summary", 80, "summary")])
async def test_a_rule_between_panes_is_dragged(border: str, to: int, side: str) -> None:
    library = FakeLibrary(LINKED)
    app = app_over(library)
    async with app.run_test(size=(140, 40)) as pilot:
        await _open(pilot)
        at = app.desk.query_one(f"#{border}").region.x
        await pilot.mouse_down(offset=(at, 20))
        await pilot.hover(offset=(to, 20))
        await pilot.mouse_up(offset=(to, 20))
        await settle(pilot)
        assert app.desk.query_one(f"#{border}").region.x == to
        assert json.loads(library.setting("panes"))[side] == (to if side == "browse" else 140 - to)
        assert app.mouse_captured is None


async def test_links_are_numbered_when_asked_for_and_no_longer_when_asked_again() -> None:
    app = app_on(LINKED)
    async with app.run_test(size=(120, 40)) as pilot:
        await _open(pilot)
        before = text(app)
        await pilot.press("L")
        await settle(pilot)
        assert "https://e.example/one[1]" in text(app) and len(app.desk.reader.links) == 2
        await pilot.press("L")
        await settle(pilot)
        assert text(app) == before


async def test_a_link_is_opened_only_after_its_address_was_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.opening.open_target", lambda url: opened.append(url) or f"opening {url}")
    monkeypatch.setattr(webbrowser, "open", lambda *_: pytest.fail("not this way"))
    app = app_on(LINKED)
    async with app.run_test(size=(120, 40)) as pilot:
        await _open(pilot)
        await pilot.press("L", "2")
        await settle(pilot)
        assert "https://e.example/two" in text(app) and opened == []
        await pilot.press("enter")
        await settle(pilot)
        assert opened == []
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert opened == ["https://e.example/two"]


async def test_without_numbers_the_keys_of_numbers_are_the_desks() -> None:
    app = app_on(LINKED)
    async with app.run_test(size=(120, 40)) as pilot:
        await _open(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert app.desk.browse.view == "all"


async def test_an_article_without_links_says_so() -> None:
    app = app_on(article("plain"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _open(pilot)
        await pilot.press("L")
        await settle(pilot)
        assert "no links are known" in text(app)
