"""The pictures of the README are made here, from the app as it is; a stale one fails.

To make them anew: NUTGRAF_PICTURES=update pytest tests/app/test_pictures.py
"""

import os
import re
from pathlib import Path

import pytest

from tests.app.seeing import settle
from tui.app import NutgrafApp

PICTURES = Path(__file__).parents[2] / "screenshots"
UPDATE = os.environ.get("NUTGRAF_PICTURES") == "update"
SCENES: dict[str, tuple[tuple[int, int], list[str]]] = {
    "panes": ((140, 40), ["]", "j", "enter"]),
    "search": ((120, 34), ["slash", *"Tokayev", "wait"]),
    "story": ((120, 44), ["]", "c"]),
    "narrow": ((60, 30), ["]", "j", "enter"]),
    "help": ((80, 40), ["question_mark"]),
    "light": ((140, 40), ["ctrl+t", "]", "j", "tab", "tab", "j", "enter"]),
}


@pytest.mark.parametrize("name", SCENES)
async def test_the_picture_shows_the_app_as_it_is(name: str, app: NutgrafApp) -> None:
    size, keys = SCENES[name]
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            if key == "wait":
                await _answered(pilot)
            else:
                await pilot.press(key)
        await settle(pilot)
        picture = _without_fonts(app.export_screenshot(title="nutgraf"))
    file = PICTURES / f"{name}.svg"
    if UPDATE:
        file.write_text(picture, "utf-8")
    assert file.read_text("utf-8") == picture, f"{file} is stale; see the first lines of this file"


async def _answered(pilot) -> None:  # type: ignore[no-untyped-def]  # any pilot
    for _ in range(200):
        await pilot.pause(0.02)
        if pilot.app.screen._answered:
            return


def _without_fonts(svg: str) -> str:
    """Without the fonts that the picture would fetch from the network, and with trailing space kept by renderers."""
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
