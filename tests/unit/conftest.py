"""The command line on the five sample articles, and on no library yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.command_line import Cli


@pytest.fixture
def cli(built: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(built, capsys)


@pytest.fixture
def new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path / "new", capsys)
