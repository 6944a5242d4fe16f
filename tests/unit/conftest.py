"""Libraries for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import open_library
from tests.unit.command_line import Cli


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "library"
    with open_library(folder) as library:
        list(library.add([seeds]))
    return folder


@pytest.fixture
def cli(filled: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(filled, capsys)


@pytest.fixture
def new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path / "new", capsys)
