"""The app on the five sample articles, at one and the same time of day."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from index.library import Library, open_library
from tui.app import NutgrafApp


def noon() -> datetime:
    """The one time that all ages are counted from."""
    return datetime(2024, 7, 8, 12, 0)


@pytest.fixture(autouse=True)
def previews_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the cursor stands on is shown without the pause that spares a key held down."""
    monkeypatch.setattr("tui.screens.reading.PREVIEW_PAUSE", 0.001)


@pytest.fixture(autouse=True)
def nobodys_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """What tests copy goes to no clipboard of whoever runs them."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION", "SSH_TTY", "WSL_DISTRO_NAME", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    """A library without articles."""
    with open_library(tmp_path / "empty") as library:
        yield library


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    """Work in this process: new processes would cost more than the work."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def app(library: Library) -> NutgrafApp:
    """The app on the five articles."""
    return NutgrafApp(library, clock=noon)
