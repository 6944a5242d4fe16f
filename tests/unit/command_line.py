"""Runs the command line in this process, and writes small articles for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.cli import main

REPORT = (
    "The harbour of Varn was closed on Monday after a storm tore three ships from their moorings.\n\n"
    "The mayor, Ana Lund, said that nobody had been hurt and that the town would pay for the repairs.\n\n"
    "Crews worked through the night to clear the entrance, and ferries are expected to run again on Wednesday.\n"
)


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Cli:
    """Runs commands on one library."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library, self.capsys = library, capsys

    def __call__(self, *arguments: str | Path) -> Said:
        return self.bare("--library", self.library, *arguments)

    def bare(self, *arguments: str | Path) -> Said:
        self.capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Said(code, *self.capsys.readouterr())


def article(folder: Path, name: str, text: str = REPORT) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file
