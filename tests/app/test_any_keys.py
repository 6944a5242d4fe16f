"""No order of keys and no size of window takes the app down, or loses what the user did.

A normal run takes some hundred steps that are the same every time; `NUTGRAF_STORM=2000` takes 2,000 other ones.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from index.library import open_library
from tests.app.conftest import noon
from tests.app.odd import write_odd
from tests.app.seeing import settle, text
from tests.app.storm import ROUTES, SIZES, STEPS, Accountable, Step, do, on_the_desk, out, press, seen_is_so, stored
from tui.app import NutgrafApp
from tui.screens.palette import Palette

STORM = int(os.environ.get("NUTGRAF_STORM", "0"))
LENGTH = 50
"""Steps of one storm."""
STORMS = settings(max_examples=max(2, STORM // LENGTH // 2), derandomize=not STORM, database=None,
                  phases=(Phase.generate, Phase.shrink) if STORM else (Phase.generate,),
                  suppress_health_check=list(HealthCheck))  # fmt: skip


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of odd articles."""
    folder = tmp_path_factory.mktemp("odd")
    with open_library(folder / "library") as library, ThreadPoolExecutor(1) as executor:
        list(library.add([write_odd(folder / "odd.jsonl", 300)], executor=executor))
    return folder / "library"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written to a file of any name is written here."""
    monkeypatch.chdir(tmp_path)


async def storm(folder: Path, steps: list[Step]) -> None:
    """Any steps; then back leads out, `q` quits, and the library and the next session have what the user did."""
    with TemporaryDirectory() as copy, ThreadPoolExecutor(1) as executor:
        home = Path(shutil.copytree(folder, Path(copy) / "library"))
        library = Accountable(home)
        app = NutgrafApp(library, clock=noon, executor=executor)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            opened: set[str] = set()
            for step in steps:
                await do(pilot, step)
                assert app.is_running
                if app.desk.opened:
                    await pilot.pause()
                    opened.add(app.desk.shown)
            await settle(pilot)
            seen_is_so(app)
            await out(pilot)
            view, article, at = app.desk.browse.shelf, app.desk.browse.current[0], app.desk.shown
            place = app.desk.reader.text.place if app.desk.opened else None
            await press(app, ["q"])
            await pilot.pause()
            assert not app.is_running or app._exit
        assert app.return_code == 0
        assert opened <= library.ever_read | {""}
        library.close()
        account, places = stored(home)
        assert account == library.account
        assert places == {id: at for id, at in library.places.items() if at}
        assert place is None or library.places[at] == place
        with open_library(home) as again:
            app = NutgrafApp(again, clock=noon)
            async with app.run_test(size=(100, 30)) as pilot:
                await settle(pilot)
                browse = app.desk.browse
                assert (browse.shelf.view, browse.shelf.order) == (view.view, view.order)
                if view.view in ("all", "stories") and article:
                    assert browse.current[0] == article


@STORMS
@given(st.lists(STEPS, min_size=LENGTH, max_size=LENGTH))
async def test_any_keys_in_any_window_lose_nothing(built: Path, steps: list[Step]) -> None:
    await storm(built, steps)


@STORMS
@given(st.lists(STEPS, min_size=LENGTH, max_size=LENGTH))
async def test_any_keys_lose_nothing_among_odd_articles(odd: Path, steps: list[Step]) -> None:
    await storm(odd, steps)


async def test_every_screen_stands_any_size_and_back_leads_out_of_it(odd: Path, tmp_path: Path) -> None:
    with open_library(shutil.copytree(odd, tmp_path / "library")) as library:
        app = NutgrafApp(library, clock=noon)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            for name, route in list(ROUTES.items())[:: 1 if STORM else 3]:
                await pilot.resize_terminal(100, 30)
                await press(app, ("1",))
                await settle(pilot)
                for key in route:
                    await press(app, (key,))
                    await (pilot.pause() if len(key) == 1 else settle(pilot))
                await settle(pilot)
                for size in SIZES if STORM else SIZES[:3]:
                    await pilot.resize_terminal(*size)
                    await press(app, ("j", "pagedown"))
                await pilot.pause()
                assert app.is_running, name
                await out(pilot)
                assert on_the_desk(app)


async def test_two_keys_in_one_moment_leave_a_screen_once(app: NutgrafApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for route, leave in (((":",), "enter"), (("t",), "enter"), (("c",), "escape"), (("B",), "enter")):
            await press(app, route)
            await settle(pilot)
            await press(app, (leave, leave, leave))
            await settle(pilot)
            assert app.is_running
            await out(pilot)


@pytest.mark.parametrize("size", [(1, 1), (4, 4), (12, 4), (4, 9), (2, 50)])
async def test_the_palette_goes_where_there_is_no_room_for_it(app: NutgrafApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, Palette)
        await pilot.resize_terminal(*size)
        await pilot.press("pagedown", "down")
        assert app.screen is app.desk
        await pilot.press("ctrl+p", "pagedown")
        assert app.screen is app.desk


async def test_a_window_of_forty_by_twelve_shows_titles_text_and_hits(app: NutgrafApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert "Putin, Xi Vie for Influence" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "The leaders of Russia and China" in text(app)
        await pilot.press("escape", "slash", *"Guterres")
        for _ in range(100):
            await pilot.pause(0.02)
            if "1 article" in text(app):
                break
        assert "Guterres" in text(app).splitlines()[0] and "edit query" not in text(app)
