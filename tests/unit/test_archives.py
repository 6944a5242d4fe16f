"""What was counted of all articles is kept, and nobody can tell it from what is counted anew."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.build import ground as built
from index.build.ground import StoredGround
from index.build.workers import Inline
from index.library import Library, open_library
from index.paths import archive_file
from index.store import archives
from index.store.archives import load, save
from index.stories.archive import Archive
from index.stories.ground import Ground
from index.stories.joined import parts

PLACES = ["Varn", "Elmsford", "Karlovy", "Tolna", "Ostrand", "Mirella"]


@pytest.fixture(autouse=True)
def _small_archives_are_kept_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "LEAST", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder) as library:
        add(library, "first", range(6))
        yield library


def add(library: Library, name: str, numbers: range, verb: str = "flooded") -> Path:
    """Adds a file of short reports; two of each event, not in the order of their days."""
    file = library._stores.database.folder.with_name(f"{name}.jsonl")
    lines = []
    for at in numbers:
        place, day = PLACES[at // 2 % len(PLACES)], f"2024-03-{28 - at % 20:02}"
        text = f"A storm {verb} the harbour of {place} in report {at}. Mayor Ana {place} closed the quay of {place}."
        record = {"id": f"{name}{at}", "title": f"Storm {verb} {place}", "text": text, "lang": "en", "date": day}
        lines.append(json.dumps(record if at % 5 else {**record, "date": ""}))
    file.write_text("\n".join(lines) + "\n", "utf-8")
    list(library.add([file], executor=Inline()))
    return file


def whole(archive: Archive) -> list[list[object]]:
    return [archive.rows.names, *(np.concatenate([*part]).tolist() for part in parts(archive))]


def counted(library: Library) -> list[list[object]]:
    return whole(Ground._archive(StoredGround(library._stores), "en"))


def asked(library: Library) -> list[list[object]]:
    return whole(StoredGround(library._stores).archive("en"))


def kept(folder: Path) -> list[list[object]]:
    found = load(archive_file(folder, "en"))
    assert found
    return whole(found.archive)


def test_it_is_as_counted_anew_after_articles_came_changed_and_went(library: Library, folder: Path) -> None:
    assert kept(folder) == counted(library)
    add(library, "second", range(3, 9))
    assert kept(folder) == counted(library)
    changed = add(library, "second", range(3, 8), verb="spared")
    assert kept(folder) == asked(library) == counted(library)
    changed.unlink()
    list(library.add([changed.parent], executor=Inline()))
    assert library.prune() == 6
    assert asked(library) == counted(library) == kept(folder)
    list(library.rebuild(executor=Inline()))
    assert kept(folder) == asked(library) == counted(library)


def test_it_is_counted_anew_where_so_many_articles_need_other_numbers(library: Library, folder: Path) -> None:
    add(library, "many", range(10, 45))
    assert len(kept(folder)[0]) == 41
    assert kept(folder) == asked(library) == counted(library)
    add(library, "few", range(45, 50))  # alone they would have smaller numbers
    assert kept(folder) == asked(library) == counted(library)


def test_answers_are_the_same_with_and_without_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add(library, "second", range(6, 12))
    stories = sorted({row.story for row in library.articles()})
    with_it = [(library.why(id), library.related(id), library.thread(id)) for id in stories]
    monkeypatch.setattr(StoredGround, "_kept", lambda *_: None)
    assert with_it == [(library.why(id), library.related(id), library.thread(id)) for id in stories]


@pytest.mark.parametrize("at", [0, 1_000, -1, -9, -40])
def test_a_damaged_one_is_not_believed_and_made_again(library: Library, folder: Path, at: int) -> None:
    file = archive_file(folder, "en")
    data = bytearray(file.read_bytes())
    data[at] ^= 0x10
    file.write_bytes(data)
    assert load(file) is None
    assert asked(library) == counted(library) == kept(folder)


@pytest.mark.parametrize("size", [0, 7, 8, 5_000])
def test_one_that_was_not_written_to_its_end_is_not_believed(library: Library, folder: Path, size: int) -> None:
    file = archive_file(folder, "en")
    file.write_bytes(file.read_bytes()[:size])
    assert load(file) is None
    assert asked(library) == counted(library) == kept(folder)


def test_one_of_another_library_or_language_is_not_believed(library: Library, folder: Path, tmp_path: Path) -> None:
    file = archive_file(folder, "en")
    with open_library(tmp_path / "other" / "library") as other:
        (tmp_path / "other").mkdir(exist_ok=True)
        add(other, "strange", range(6), verb="spared")
        strange = archive_file(tmp_path / "other" / "library", "en")
        assert len(kept(strange.parents[1])[0]) == len(kept(folder)[0])
        file.write_bytes(strange.read_bytes())
    assert asked(library) == counted(library) == kept(folder)
    strange.with_name("de").write_bytes(strange.read_bytes())
    assert load(strange.with_name("de")) is None


def test_nothing_is_written_where_the_library_cannot_be(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, access = counted(library), os.access
    why = [library.why(row.story) for row in library.articles()]
    archive_file(folder, "en").unlink()
    monkeypatch.setattr(os, "access", lambda path, mode: access(path, mode) and not mode & os.W_OK)
    with open_library(folder) as shut:
        assert asked(shut) == right
        assert [shut.why(row.story) for row in shut.articles()] == why
    assert not list(archive_file(folder, "en").parent.iterdir())


def test_where_there_is_no_room_it_is_counted_each_time(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(archives, "_write", full)
    before = archive_file(folder, "en").read_bytes()
    add(library, "second", range(6, 12))
    assert asked(library) == counted(library)
    assert [file.read_bytes() for file in archive_file(folder, "en").parent.iterdir()] == [before]


def test_one_that_a_process_left_unfinished_is_not_waited_for_forever(library: Library, folder: Path) -> None:
    file = archive_file(folder, "en")
    unfinished = file.with_suffix(".new")
    unfinished.touch()
    add(library, "second", range(6, 12))
    assert asked(library) == counted(library) != kept(folder)
    os.utime(unfinished, (0, 0))
    assert asked(library) == counted(library) != kept(folder)
    assert not unfinished.exists()
    assert asked(library) == counted(library) == kept(folder)


def test_an_interrupt_leaves_the_one_before_and_nothing_else(library: Library, folder: Path) -> None:
    file = archive_file(folder, "en")

    def interrupted() -> tuple[list[str], list[object]]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(file, 1, interrupted)  # type: ignore[arg-type]  # never gives anything
    assert [each.name for each in file.parent.iterdir()] == ["en"]
    assert kept(folder) == counted(library)


def test_of_two_that_write_at_once_one_does_and_both_are_right(library: Library, folder: Path) -> None:
    archive_file(folder, "en").unlink()
    begun = threading.Barrier(2)

    def ask(_: int) -> list[list[object]]:
        with open_library(folder) as mine:
            begun.wait(10)
            return asked(mine)

    with ThreadPoolExecutor(2) as threads:
        assert [*threads.map(ask, range(2))] == [counted(library)] * 2
    assert kept(folder) == counted(library)


def test_the_same_articles_make_the_same_file_however_they_came(library: Library, folder: Path) -> None:
    add(library, "second", range(6, 12))
    file = archive_file(folder, "en")
    grown = file.read_bytes()
    file.unlink()
    asked(library)
    assert file.read_bytes() == grown
