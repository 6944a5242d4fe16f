"""When what was read is stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import intake
from index.build.workers import Inline
from index.events import Progress
from index.library import open_library
from tests.unit.command_line import REPORT, article


def seen_meanwhile(folder: Path) -> list[int]:
    """How many articles somebody else finds in the library after each of three was read."""
    (folder / "news").mkdir()
    for name in ("Varn", "Oster", "Lillum"):
        article(folder / "news", f"{name}.txt", REPORT.replace("Varn", name))
    with open_library(folder / "library") as library, open_library(folder / "library") as other:
        events = library.add([folder / "news"], executor=Inline())
        return [other.counts().articles for event in events if isinstance(event, Progress) and event.stage == "reading"]


@pytest.mark.parametrize(("a_batch", "a_while", "seen"), [(200, 0.0, [1, 2, 3]), (2, 60.0, [0, 2, 2])])
def test_a_batch_is_stored_when_it_is_full_and_when_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, a_batch: int, a_while: float, seen: list[int]
) -> None:
    monkeypatch.setattr(intake, "A_BATCH", a_batch)
    monkeypatch.setattr(intake, "A_WHILE", a_while)
    monkeypatch.setattr("index.build.EVERY", 0.0)
    assert seen_meanwhile(tmp_path) == seen
