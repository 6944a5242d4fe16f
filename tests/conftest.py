"""No test may touch the library, the settings or the terminal of whoever runs it."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from index.build.workers import Inline
from index.library import Library, open_library
from index.paths import seeds_folder

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # how long an example takes tells of what else the machine does


@pytest.fixture(autouse=True)
def _a_home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name))
    monkeypatch.setenv("NUTGRAF_LIBRARY", str(home / "library"))
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def _interrupts_are_heard() -> None:
    """A shell starts what it puts in the background deaf to Ctrl-C; programs that tests start would be so too."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five articles of the first run."""
    return seeds_folder()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """The folder of a finished library of the five; to be looked at only."""
    folder = tmp_path_factory.mktemp("built") / "library"
    with open_library(folder) as library:
        list(library.add([seeds], executor=Inline()))
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """The folder of a copy that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "library"))


@pytest.fixture
def library(copied: Path) -> Iterator[Library]:
    """A copy of the finished library."""
    with open_library(copied) as library:
        yield library
