"""A headless browser that is looked at and typed into, over the pipe of its debugging protocol: no socket of ours."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyte

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60.0
"""Seconds: a browser that starts on a busy machine is slow."""
_NAMED = {"\r": ("Enter", 13, 0), "\x11": ("q", 81, 2)}
"""Keys that are no letters: name, number, and what is held with it (2 is ctrl)."""
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-dev-shm-usage", "--window-size=1200,760", "--remote-debugging-pipe",
)  # fmt: skip


def program() -> str | None:
    """The browser that is installed here."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Browser:
    """One page; what its terminal is told to paint is painted here too."""

    def __init__(self, profile: Path) -> None:
        theirs_in, self._to = os.pipe()
        self._from, theirs_out = os.pipe()
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "bash", str(program()), *_FLAGS,
             f"--user-data-dir={profile}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(theirs_in, theirs_out), start_new_session=True,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._number, self._rest, self._session = 0, b"", ""
        self.asked: list[str] = []
        """Every address that the page asked for."""
        self.complaints: list[str] = []
        """What the browser wrote to its console."""
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        [page] = [each for each in self._do("Target.getTargets")["targetInfos"] if each["type"] == "page"]
        self._session = self._do("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._do(f"{domain}.enable")
        self._do("Emulation.setFocusEmulationEnabled", enabled=True)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def open(self, address: str) -> None:
        self._do("Page.navigate", url=address)

    def evaluate(self, script: str) -> Any:
        return self._do("Runtime.evaluate", expression=script, awaitPromise=True)["result"].get("value")

    def type(self, words: str) -> None:
        for letter in words:
            key, code, held = _NAMED.get(letter, (letter, 0, 0))
            pressed: dict[str, Any] = {"key": key, "windowsVirtualKeyCode": code, "modifiers": held}
            text = {} if held else {"text": letter}
            self._do("Input.dispatchKeyEvent", type="keyDown", **pressed, **text)
            self._do("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def picture(self, file: Path) -> bytes:
        picture = base64.b64decode(self._do("Page.captureScreenshot")["data"])
        file.write_bytes(picture)
        return picture

    def until(self, seen: Callable[[str], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not seen(self.text):
            assert time.monotonic() < end, f"not seen:\n{self.text}\n{self.complaints}"
            self._take(0.1)

    def _do(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        message |= {"sessionId": self._session} if self._session else {}
        os.write(self._to, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for answer in self._take(0.5):
                if answer.get("id") == self._number:
                    assert "error" not in answer, answer
                    result: dict[str, Any] = answer["result"]
                    return result
        raise AssertionError(f"the browser does not answer: {method}")

    def _take(self, seconds: float) -> list[dict[str, Any]]:
        if select.select([self._from], [], [], seconds)[0]:
            self._rest += os.read(self._from, 1 << 20)
        *whole, self._rest = self._rest.split(b"\0")
        messages = [json.loads(each) for each in whole]
        for message in messages:
            self._heard(message.get("method", ""), message.get("params", {}))
        return messages

    def _heard(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.asked.append(told["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(told["url"])
            sizes = dict(each.split("=") for each in told["url"].partition("?")[2].split("&"))
            self.screen.resize(int(sizes["height"]), int(sizes["width"]))
        elif method == "Network.webSocketFrameReceived" and told["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(told["response"]["payloadData"]))
        elif method in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(told))

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)
