"""The whole way in a real terminal: add, search, open, jump, quit, come back."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

from index.library import open_library, seeds_folder

ROOT = Path(__file__).parents[2]
PATIENCE = 240.0
"""Seconds: new processes that import a summariser are slow on a busy machine."""


class Terminal:
    """A program in a terminal that can be typed to and looked at."""

    def __init__(self, *arguments: str, columns: int = 120, rows: int = 40) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._file, inner = os.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        mine = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NUTGRAF_LIBRARY")
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tui", *arguments],
            stdin=inner, stdout=inner, stderr=inner, cwd=ROOT, start_new_session=True,
            env={**mine, "TERM": "xterm-256color"},
        )  # fmt: skip
        os.close(inner)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def type(self, keys: str) -> None:
        os.write(self._file, keys.encode())

    def read(self) -> bool:
        """What has been painted since; False once the program has ended."""
        if select.select([self._file], [], [], 0.05)[0]:
            try:
                self._stream.feed(os.read(self._file, 1 << 16))
            except OSError:
                return False
        return True

    def until(self, seen: Callable[[str], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not seen(self.text):
            assert self.read(), f"ended early:\n{self.text}"
            assert time.monotonic() < end, f"not seen:\n{self.text}"

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        """Whatever was asserted, nothing is left running and no file open."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._file)

    def hang_up(self) -> None:
        """The window is closed while the program runs."""
        os.close(self._file)
        self._file = os.open(os.devnull, os.O_RDWR)
        self._process.wait(PATIENCE)

    def ended(self) -> int:
        """The exit code, once it has ended."""
        end = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < end, f"still running:\n{self.text}"
        return self._process.wait(PATIENCE)


def test_a_whole_session_in_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Terminal("--library", str(folder), str(seeds_folder())) as terminal:
        _read_something(terminal)
    with open_library(folder) as library:
        read = [row for row in library.articles("all") if row.read]
        place = library.reading(read[0].id).place
        order = [row.id for row in library.articles("all")]
    assert len(read) == 1 and place > 0

    with Terminal("--library", str(folder), columns=60, rows=20) as terminal:
        _come_back(terminal, order.index(read[0].id))
    with open_library(folder) as library:
        assert library.reading(read[0].id).place == place


def _read_something(terminal: Terminal) -> None:
    terminal.until(lambda text: "5 articles · 2 stories" in text and "IN BRIEF" in text)
    terminal.type("/")
    terminal.until(lambda text: "edit query" in text)
    terminal.type("Tokayev")
    terminal.until(lambda text: "4 articles" in text)
    terminal.type("\r")
    terminal.until(lambda text: "4 unread" in text and "min left" in text)
    terminal.type("\t\x1b[B\x1b[B")
    terminal.until(lambda text: "enter open" in text)
    terminal.type("\r")
    terminal.until(lambda text: "/ find" in text)
    terminal.type("G")
    terminal.until(lambda text: "100%" in text)
    terminal.type("\x11")
    assert terminal.ended() == 0


def _come_back(terminal: Terminal, row: int) -> None:
    terminal.until(lambda text: "STORIES" in text and "4 articles" in text)
    terminal.type("2g")
    terminal.until(lambda text: "ALL" in text)
    terminal.type("j" * row + "\r")
    terminal.until(lambda text: "all › AP" in text and "%" in text)
    assert "Putin visits Kazakhstan" not in "\n".join(terminal.screen.display[1:10])
    terminal.type("q")
    terminal.until(lambda text: "ALL" in text)
    terminal.type("q")
    assert terminal.ended() == 0


def test_the_program_ends_with_its_terminal(tmp_path: Path) -> None:
    with Terminal("--library", str(tmp_path / "library"), str(seeds_folder())) as terminal:
        terminal.until(lambda text: "5 articles · 2 stories" in text)
        terminal.hang_up()
    with open_library(tmp_path / "library") as library:
        assert len(library.articles("all")) == 5
