"""The reader in a browser, and who is not let in."""

from __future__ import annotations

import http.client
import os
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import UsageError
from index.library import open_library
from tests.app.browser import Browser, program
from tui.serving import PAGE, address_of, command, is_loopback, names_of, serve

ROOT = Path(__file__).parents[2]


class Serving:
    """A server, its port and the key of its address."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tui", "serve", "--port", "0", *arguments],
            cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert "http://127.0.0.1:" in line, line
        self.address = line.split()[-1]
        _, _, place, self.key, _ = self.address.split("/")
        self.port = int(place.partition(":")[2])

    def end(self) -> int:
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait(60)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code

    def answer(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer


@pytest.fixture
def serving(copied: Path) -> Iterator[Serving]:
    server = Serving("--library", str(copied))
    yield server
    assert server.end() == 0


@pytest.mark.skipif(program() is None, reason="there is no Chromium here")
def test_in_a_browser_it_opens_lists_searches_and_reads(serving: Serving, copied: Path, tmp_path: Path) -> None:
    with Browser(tmp_path / "profile") as browser:
        browser.open(serving.address)
        browser.until(lambda text: "5 articles · 2 stories" in text and "Putin in Kazakhstan" in text)
        browser.type("/")
        browser.until(lambda text: "tab hits" in text)
        browser.type("Tokayev")
        browser.until(lambda text: "4 articles" in text)
        browser.type("\r")
        browser.until(lambda text: "4 unread" in text and "match 1 of" in text)
        assert len(browser.picture(tmp_path / "page.png")) > 20_000
        browser.type("e")
        browser.until(lambda text: "no terminal here" in text)
        browser.type("\x11")
        browser.until(
            lambda _: browser.evaluate("getComputedStyle(document.querySelector('#ended')).display") == "flex"
        )
        ours = (
            f"http://127.0.0.1:{serving.port}/{serving.key}/",
            f"ws://127.0.0.1:{serving.port}/{serving.key}/",
            "data:",
        )
        assert browser.asked and [url for url in browser.asked if not url.startswith(ours)] == []
        assert browser.complaints == []
    with open_library(copied) as library:
        assert library.counts().unread == 4


@pytest.mark.enable_socket
def test_only_who_has_the_key_and_comes_from_the_page_is_let_in(serving: Serving) -> None:
    page = serving.answer(f"/{serving.key}/")
    assert page.status == 200 and "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert [serving.answer(path).status for path in ("/", "/ws", f"/{serving.key}x/", "/static/js/textual.js")] == [
        404
    ] * 4
    assert serving.answer(f"/{serving.key}/static/").status in (403, 404)
    assert serving.answer(f"/{serving.key}/static/../../server.py").status == 404
    assert serving.answer(f"/{serving.key}/", Host=f"rebound.example:{serving.port}").status == 404
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "x" * 24,
    }
    assert serving.answer(f"/{serving.key}/ws", Origin="http://else.example", **upgrade).status == 403
    assert serving.answer(f"/{serving.key}/ws", Origin="null", **upgrade).status == 403


def test_other_addresses_are_refused_with_what_they_mean(capsys: pytest.CaptureFixture[str]) -> None:
    for host in ("0.0.0.0", "::", "192.168.1.5", "example.org", ""):
        assert not is_loopback(host)
        with pytest.raises(UsageError, match=r"acts as you.*--open-to-network"):
            serve(None, host=host, port=0, open_to_network=False)
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "localhost")))
    assert capsys.readouterr().out == ""


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="cannot listen"):
        serve(None, host="127.0.0.1", port=taken.getsockname()[1], open_to_network=False)


def test_without_the_extra_the_line_to_type_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    with pytest.raises(UsageError, match=r"nutgraf\[serve\]"):
        serve(None, host="127.0.0.1", port=0, open_to_network=False)


def test_the_page_asks_nobody_else_for_anything() -> None:
    page = PAGE.read_text("utf-8")
    assert "http:" not in page and "https:" not in page and "//" not in page.replace("</", "")
    assert page.count("$") == page.count("$websocket") == 1


def test_what_is_run_for_a_page_takes_nothing_from_the_folder_one_is_in() -> None:
    words = shlex.split(command(Path("a folder/$(x)")))
    assert words[:3] == [sys.executable, "-P", "-c"]
    assert words[-2:] == ["--library", str(Path("a folder/$(x)").absolute())]
    assert "--library" not in shlex.split(command(None))


def test_addresses_are_written_as_browsers_take_them() -> None:
    assert address_of("::1", 80, "k") == "http://[::1]:80/k/"
    assert "localhost:80" in names_of("127.0.0.1", 80) and "[::1]:80" in names_of("::1", 80)
    assert "0.0.0.0" not in address_of("0.0.0.0", 80, "k")
