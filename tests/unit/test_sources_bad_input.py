"""Whatever lies in a folder: each file is an article or a reason, and the rest of the run goes on."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from index.build.workers import Inline
from index.events import Finished, Skipped
from index.library import open_library

STORY = (
    "Harbour closed after a storm\n\nThe harbour of Dunmore was closed on Monday after a storm tore two cranes from"
    " their rails.\n\nEngineers expect the repairs to take three weeks, the port authority said on Tuesday.\n"
)
OTHER = STORY.replace("Dunmore", "Kilkee").replace("three", "five")


@pytest.fixture
def add(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "zz good.txt").write_text(STORY)

    def run(**files: bytes | str) -> dict[str, str]:
        for name, data in files.items():
            place = folder / name.replace("__", ".")
            place.write_bytes(data.encode() if isinstance(data, str) else data)
        with open_library(tmp_path / "library") as library:
            events = list(library.add([folder], executor=Inline()))
            found = [str(row.origin) for row in library.articles()[:]]
        assert str(folder / "zz good.txt") in found
        assert isinstance(events[-1], Finished)
        return {
            each.origin.removeprefix(str(folder) + "/"): each.reason for each in events if isinstance(each, Skipped)
        }

    run.folder = folder
    return run


def zipped(**entries: bytes | str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name.replace("__", "."), data)
    return packed.getvalue()


def test_empty_truncated_and_misnamed_files_have_their_reasons(add):
    told = add(
        a__txt=b"", b__zip=zipped(a__txt=OTHER)[:60], c__pdf=b"%PDF-1.7 cut", d__epub=b"PK\x03\x04cut",
        e__docx=b"PK\x03\x04cut", f__txt=b"\x89PNG\r\n\x1a\n" + bytes(range(256)), g__gz=gzip.compress(b"x" * 999)[:30],
        h__tar=b"not a tar at all", i__warc=b"WARC/1.0\r\ncut",
    )  # fmt: skip
    files = {name.partition("#")[0] for name in told}
    assert files == {"a.txt", "b.zip", "c.pdf", "d.epub", "e.docx", "f.txt", "g.gz", "h.tar", "i.warc"}
    assert all(told.values())


def test_a_text_of_a_gigabyte_is_not_read(add):
    with (add.folder / "huge.txt").open("wb") as file:
        file.write(b"Words. ")
        file.truncate(1_000_000_000)
    assert add()["huge.txt"].startswith("larger than")


def test_a_line_of_fifty_megabytes_is_skipped_and_the_next_one_read(add):
    (add.folder / "set.jsonl").write_bytes(
        b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "' + b"A word. " * 9 + b'"}'
    )
    told = add()
    assert list(told) == ["set.jsonl#1"]
    assert "larger than" in told["set.jsonl#1"]


def test_bombs_are_told(add):
    told = add(a__zip=zipped(bomb__txt=b"0" * 30_000_000, good__txt=OTHER), b__gz=gzip.compress(b"0" * 30_000_000))
    assert told["a.zip#bomb.txt"].endswith("a bomb")
    assert any(name.startswith("b.gz") for name in told)


def test_links_in_a_circle_pipes_and_devices_are_told(add):
    os.mkfifo(add.folder / "pipe.txt")
    (add.folder / "loop.txt").symlink_to(add.folder / "loop.txt")
    (add.folder / "again").symlink_to(add.folder)
    (add.folder / "device.txt").symlink_to("/dev/zero")
    told = add()
    assert told["pipe.txt"] == "a pipe, not a file"
    assert told["device.txt"] == "a device, not a file"
    assert set(told) == {"pipe.txt", "device.txt", "loop.txt"}


def test_a_file_without_permission_is_told(add, monkeypatch):
    opened = Path.open

    def guarded(path, *arguments, **named):
        if path.name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    (add.folder / "closed.txt").write_text(OTHER)
    monkeypatch.setattr(Path, "open", guarded)
    assert add() == {"closed.txt": "no permission to read it"}


def test_names_that_are_not_utf8_or_hold_escapes_are_names(add):
    (add.folder / os.fsdecode(b"caf\xe9\n\x1b[2J.txt")).write_text(OTHER)
    assert add() == {}


def test_a_page_nested_a_hundred_thousand_deep_does_not_stop_the_run(add):
    told = add(deep__html="<html><body>" + "<div>" * 100_000 + "<p>Words.</p>")
    assert set(told) <= {"deep.html"}


def test_a_bomb_of_entities_does_not_stop_the_run(add):
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{bomb}<!ENTITY out SYSTEM "file:///etc/passwd">]>'
    told = add(
        a__xml=f"{feed}<rss><channel><item><title>&l9;</title><description>&out;</description></item></channel></rss>"
    )
    assert len(told) == 1


def test_impossible_dates_are_no_dates(add, tmp_path):
    dates = ["0001-01-01", "2050-01-01", "9/6/17", "not a day"]
    lines = [f'{{"id": "{n}", "title": "T{n}", "date": "{date}", "text": "{n} ships left the harbour. They came back."}}'  # noqa: E501
             for n, date in enumerate(dates)]  # fmt: skip
    assert add(set__jsonl="\n".join(lines)) == {}
    with open_library(tmp_path / "library") as library:
        told = {row.title: row.published.when if row.published else "" for row in library.articles()[:]}
    assert told["T0"] == ""
    assert told["T3"] == ""


def test_records_of_one_id_are_all_read(add, tmp_path):
    lines = [f'{{"id": "a", "text": "{n} ships left the harbour on Monday. They came back."}}' for n in range(3)]
    assert add(set__jsonl="\n".join(lines)) == {}
    with open_library(tmp_path / "library") as library:
        assert library.counts().articles == 4


def test_a_zip_of_many_thousand_entries_is_accounted_for(add):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for number in range(100_000):
            file.writestr(f"{number}.jpg", b"")
        file.writestr("good.txt", OTHER)
    told = add(many__zip=packed.getvalue())
    assert len(told) == 100_000
    assert set(told.values()) == {"not an article file"}
