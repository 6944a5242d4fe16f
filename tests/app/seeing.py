"""What tests look at: the screen as text, and waiting until the app has nothing left to do."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip


async def settle(pilot: Pilot[None]) -> None:
    """Until workers are done and their messages handled."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def strips(app: App[None]) -> list[Strip]:
    """What would be sent to the terminal."""
    return app.screen._compositor.render_strips(app.size)


def text(app: App[None]) -> str:
    """What is on the screen."""
    return "\n".join(strip.text for strip in strips(app))


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    """Until something has happened on the screen; fails when it does not within seconds."""
    for _ in range(400):
        await pilot.pause()
        if happened():
            return
    raise AssertionError("it did not happen")
