"""No order of keys and no size of window takes the app down."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, article
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.keys import KEYS

LEAVING = {"ctrl+q", "q", "ctrl+p", "o"}
NAMES = sorted({name for key in KEYS for name in key.keys.split(",") if name} - LEAVING)
STEP = st.one_of(st.sampled_from(NAMES), st.tuples(st.integers(1, 200), st.integers(1, 60)))


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=20, max_size=60))
async def test_any_keys_in_any_window_leave_the_app_running(steps: list[str | tuple[int, int]]) -> None:
    names = [f"a{n}" for n in range(8)]
    articles = [article(name, *(f"Paragraph {n} of {name}." for n in range(12))) for name in names]
    app = NutgrafApp(FakeLibrary(*articles, together=names[:3]), clock=noon)  # type: ignore[arg-type]  # a stand-in
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for number, step in enumerate(steps):
            if isinstance(step, str):
                app.simulate_key(step)
                await pilot.pause() if number % 4 == 0 else await asyncio.sleep(0)
            else:
                await pilot.resize_terminal(*step)
        await settle(pilot)
        assert app.is_running


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
