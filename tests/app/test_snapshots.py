"""How the desk looks in four windows and in every theme.

To accept a change: pytest tests/app/test_snapshots.py --snapshot-update
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.library import open_library
from tests.app.conftest import noon
from tests.app.seeing import settle
from tui.app import NutgrafApp


async def _open_the_second_story(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("]", "j", "enter")
    await settle(pilot)


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_desk_with_an_open_article(
    size: tuple[int, int], app: NutgrafApp, snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(app, terminal_size=size, run_before=_open_the_second_story)


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_desk_before_anything_is_opened(
    size: tuple[int, int], app: NutgrafApp, snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.parametrize("theme", ["light", "contrast", "ansi"])
def test_the_desk_in_other_colours(
    theme: str, copied: Path, monkeypatch: pytest.MonkeyPatch, snap_compare: Callable[..., bool]
) -> None:
    monkeypatch.setenv("NUTGRAF_THEME", theme)
    with open_library(copied) as library:
        app = NutgrafApp(library, clock=noon)
        assert snap_compare(app, terminal_size=(120, 40), run_before=_open_the_second_story)
