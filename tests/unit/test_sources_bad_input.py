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
from index.sources import limits
from tests.unit.command_line import Cli
from tests.unit.test_sources_pdf import made
from tests.unit.test_sources_warc import PAGE, record

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
    told = add(a__zip=zipped(bomb__txt=b"0" * 30_000_000, good__txt=OTHER), b__txt__gz=gzip.compress(b"0" * 30_000_000))
    assert told["a.zip#bomb.txt"].endswith("a bomb")
    assert [reason for name, reason in told.items() if name.startswith("b.txt.gz")] == [told["a.zip#bomb.txt"]]


def test_links_in_a_circle_pipes_and_devices_are_told(add):
    os.mkfifo(add.folder / "pipe.txt")
    (add.folder / "loop.txt").symlink_to(add.folder / "loop.txt")
    (add.folder / "again").symlink_to(add.folder)
    (add.folder / "device.txt").symlink_to("/dev/zero")
    told = add()
    assert told["pipe.txt"] == "a pipe, not a file"
    assert told["device.txt"] == "a device, not a file"
    assert told["again"] == "a link to a folder that is read already"
    assert set(told) == {"pipe.txt", "device.txt", "loop.txt", "again"}


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
    days = ["0001-01-01", "2050-01-01", "9/6/17", "not a day"]
    text = "ships left the harbour. They came back."
    lines = [f'{{"id": "{n}", "title": "T{n}", "date": "{date}", "text": "{n} {text}"}}' for n, date in enumerate(days)]
    assert add(set__jsonl="\n".join(lines)) == {}
    with open_library(tmp_path / "library") as library:
        told = {row.title: row.published.when if row.published else "" for row in library.articles()[:]}
    assert [told[f"T{n}"] for n in (0, 1, 3)] == ["", "", ""]
    assert told["T2"] in ("", "2017-06-09", "2017-09-06")


def test_records_of_one_id_are_all_read(add, tmp_path):
    lines = [f'{{"id": "a", "text": "{n} ships left the harbour on Monday. They came back."}}' for n in range(3)]
    assert add(set__jsonl="\n".join(lines)) == {}
    with open_library(tmp_path / "library") as library:
        assert library.counts().articles == 4


def test_a_zip_of_many_thousand_entries_is_accounted_for(add):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for number in range(10_000):
            file.writestr(f"{number}.jpg", b"")
        file.writestr("good.txt", OTHER)
    told = add(many__zip=packed.getvalue())
    assert len(told) == 10_000
    assert set(told.values()) == {"not an article file"}


def test_an_archive_of_more_entries_than_the_settings_allow_is_told(add, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits())  # and set back when the test ends
    monkeypatch.setattr("index.config.config_file", lambda: tmp_path / "config.toml")
    (tmp_path / "config.toml").write_text("[limits]\nentries = 3\n")
    assert add(many__zip=zipped(**{f"{n}__txt": OTHER for n in range(4)})) == {"many.zip": "more than 3 entries"}


def test_paths_that_lead_out_of_an_archive_write_nothing(add, tmp_path):
    assert add(a__zip=zipped(**{"../../../up__txt": OTHER})) == {}
    assert not list(tmp_path.rglob("up.txt"))


def test_a_book_without_a_reading_order_is_read_by_name_and_one_without_pages_told(add, tmp_path):
    package = "<package><metadata/><manifest/></package>"
    page = f"<html><body><h1>Harbour closed</h1><p>{OTHER}</p></body></html>"
    assert add(a__epub=zipped(book__opf=package, one__xhtml=page), b__epub=zipped(book__opf=package)) == {
        "b.epub": "a book without chapters"
    }
    with open_library(tmp_path / "library") as library:
        assert f"{add.folder}/a.epub#one.xhtml" in [str(row.origin) for row in library.articles()[:]]


def test_an_encrypted_pdf_is_told(add):
    lock = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    data = made([[(50, 700, 10, "Words")]], lock, f"/Encrypt LAST /ID [<{'43' * 16}> <{'43' * 16}>]")
    assert add(a__pdf=data) == {"a.pdf": "encrypted"}


def test_a_web_archive_that_breaks_off_is_told(add):
    whole = record("https://example.org/a", PAGE) + record("https://example.org/b", PAGE)
    assert add(a__warc=whole[:-700]) == {"a.warc": "damaged: the archive breaks off after 1 records"}


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_strange_file_names_are_printed_without_doing_anything(tmp_path, capsys, as_json):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9\n\x1b[2J\xc2\x9b.png")).write_bytes(b"x")
    (folder / "good.txt").write_text(OTHER)
    said = Cli(tmp_path / "library", capsys)("add", *as_json, str(folder))
    assert said.code == 1
    assert "not an article file" in said.out + said.err
    assert not set(said.out + said.err) & {"\x1b", "\x9b"}
    assert not as_json or all(event["event"] for event in said.records)


def test_what_follows_a_record_and_pages_outside_a_reading_order_are_told(add):
    page = f"<html><body><h1>Harbour closed</h1><p>{OTHER}</p></body></html>"
    package = '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    told = add(
        a__json='{"text": "Words about the harbour."}\n\n rubbish',
        b__epub=zipped(book__opf=package, a__xhtml=page, other__xhtml=page),
    )
    assert told == {
        "a.json#2": "broken JSON; what follows could not be read",
        "b.epub#other.xhtml": "not in the book's reading order",
    }
