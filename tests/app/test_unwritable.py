"""The app on a library that cannot be written: it is said once, everything is read, and nothing is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.library import open_library
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tests.app.test_linear import said
from tui.app import NutgrafApp
from tui.linear.session import Session

TOLD = "cannot be written"


@pytest.fixture
def shut(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library, said to be unwritable."""
    asked = os.access

    def access(path: Path, mode: int) -> bool:
        return asked(path, mode) and not (mode & os.W_OK and Path(path).is_relative_to(copied))

    monkeypatch.setattr(os, "access", access)
    return copied


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


async def _told(pilot: Pilot[None], *keys: str) -> int:
    """How often it is said, all notices gone before, that nothing can be written."""
    pilot.app.clear_notifications()
    await pilot.press(*keys)
    await settle(pilot)
    return text(pilot.app).count(TOLD)


async def test_all_is_read_and_what_would_write_says_why_it_does_not(shut: Path) -> None:
    before = contents(shut)
    with open_library(shut) as library:
        app = NutgrafApp(library, clock=noon)
        async with app.run_test(size=(160, 40), notifications=True) as pilot:
            await settle(pilot)
            assert text(app).count(TOLD) == 1
            assert await _told(pilot, "enter", "space", "space", "n", "escape") == 0, "reading is no writing"
            for keys in (("m",), ("r",), ("t", *"energy", "enter"), ("a", *"words", "enter")):
                assert await _told(pilot, *keys) == 1, keys
            assert await _told(pilot, "slash", *"Tokayev", "enter") == 0
            assert "4 articles" in text(app)
            assert await _told(pilot, "escape", "B") == 0
            await pilot.press("escape", "q")
    assert contents(shut) == before


async def test_files_to_add_are_refused_in_words(shut: Path, seeds: Path) -> None:
    with open_library(shut) as library:
        app = NutgrafApp(library, [seeds], clock=noon)
        async with app.run_test(size=(160, 40), notifications=True) as pilot:
            await settle(pilot)
            assert TOLD in text(app) and "Putin" in text(app)


def test_line_by_line_all_is_read_too(shut: Path) -> None:
    before = contents(shut)
    with open_library(shut) as library:
        session = Session(library)
        assert [TOLD in line for line in session.warn()] == [True]
        read = [said(session, line) for line in ("all", "1", "", "search Tokayev")]
        assert TOLD not in "".join(read) and "4 articles found" in read[-1]
        assert all(TOLD in said(session, line) for line in ("mark 1", "tag 1 energy", "note 1 words", "samples"))
        session.leave()
    assert contents(shut) == before
