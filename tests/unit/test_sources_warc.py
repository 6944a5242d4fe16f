import gzip
import sys

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import warc

PAGE = (
    "<html><head><title>Harbour closed after storm</title></head><body><article><h1>Harbour closed after storm</h1>"
    + "<p>The harbour of Dunmore was closed on Monday after a storm tore two cranes from their rails. </p>" * 1
    + "<p>Engineers expect the repairs to take three weeks, and ships are sent to other ports along the coast until "
    + "then, the port authority said in a statement on Tuesday morning.</p></article></body></html>"
).encode()


def record(url, body, kind="response", status="200 OK", content="text/html; charset=utf-8"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-11-09T18:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url))}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(folder, data, name="a.warc"):
    file = folder / name
    file.write_bytes(data)
    assert warc.READER.recognises(data[:1000], "")
    return list(warc.READER.read(file))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_page_is_read_with_its_address_and_its_time_of_capture(tmp_path, pack):
    [item] = read(tmp_path, pack(record("https://example.org/harbour", PAGE)))
    assert isinstance(item, Raw)
    assert (item.url, item.modified) == ("https://example.org/harbour", 1699554600)
    assert item.origin.key == "https://example.org/harbour"
    assert "three weeks" in " ".join(block.text for block in item.blocks) + item.text


def test_records_that_are_no_pages_are_counted_in_one_line(tmp_path):
    items = read(
        tmp_path,
        record("https://e.org/a", PAGE)
        + record("https://e.org/b", b"gone", status="404 Not Found")
        + record("https://e.org/c.png", b"\x89PNG", content="image/png")
        + record("https://e.org/d.png", b"\x89PNG", content="image/png"),
    )
    assert [type(item) for item in items] == [Raw, Skipped]
    assert items[1].reason == "3 records that are no pages: 2 × image/png, 1 × status 404"


def test_one_address_captured_twice_gives_two_keys(tmp_path):
    items = read(tmp_path, record("https://e.org/a", PAGE) * 2)
    assert [item.origin.key for item in items] == ["https://e.org/a", "https://e.org/a@2"]


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path):
    data = gzip.compress(record("https://e.org/a", PAGE)) + gzip.compress(record("https://e.org/b", PAGE))[:150]
    assert isinstance(read(tmp_path, data)[0], Raw)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_wherever_an_archive_breaks_off_it_is_told(tmp_path, pack, monkeypatch, capsys):
    monkeypatch.setattr("index.sources.html.page", lambda data, origin, **_: Raw(origin, data.decode()))
    first = pack(record("https://e.org/a", b"One page."))
    whole = first + pack(record("https://e.org/b", b"Another page."))
    file = tmp_path / "cut.warc"
    ends = range(len(first) - 4 if pack is bytes else len(first), len(first) + 1)  # blank lines between two records
    for cut in {*range(20, len(whole) - 4, 9), *range(len(first) - 6, len(first) + 3)}:
        file.write_bytes(whole[:cut])
        told = any(isinstance(item, Skipped) for item in warc.READER.read(file))
        assert told == (cut not in ends), cut
    assert "".join(capsys.readouterr()) == ""


def test_a_record_without_an_address_ends_the_archive_with_a_reason(tmp_path):
    data = record("https://e.org/a", PAGE) + record("x", PAGE).replace(b"WARC-Target-URI: x\r\n", b"")
    assert [type(item) for item in read(tmp_path, data)] == [Raw, Skipped]


def test_without_its_library_the_line_to_type_is_told(tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "index.sources.warc_records", raising=False)
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    [item] = read(tmp_path, record("https://e.org/a", PAGE))
    assert item.reason == "needs: pip install 'nutgraf[warc]'"
