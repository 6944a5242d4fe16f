"""The whole program in a terminal that tests type to and look at."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds: new processes that import a summariser are slow on a busy machine."""


class Terminal:
    """A program in a terminal: `environment` is added to the one of this process."""

    def __init__(self, *arguments: str, columns: int = 120, rows: int = 40, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._file, inner = os.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        mine = {name: value for name, value in os.environ.items() if name != "NUTGRAF_LIBRARY"}
        self.found = self.modes
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tui", *arguments],
            stdin=inner, stdout=inner, stderr=inner, cwd=ROOT, start_new_session=True,
            env={**mine, "TERM": "xterm-256color", **environment},
        )  # fmt: skip
        os.close(inner)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        """Whatever was asserted, nothing is left running and no file open."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._file)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    @property
    def modes(self) -> int:
        """Echo, lines, signals: what a shell relies on."""
        return int(termios.tcgetattr(self._file)[3])

    @property
    def is_stopped(self) -> bool:
        """True while the program sleeps as Ctrl-Z makes it."""
        return Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    def type(self, keys: str) -> None:
        """Types, as fast as nobody does."""
        os.write(self._file, keys.encode())

    def signal(self, number: int, *, group: bool = False) -> None:
        """Sends a signal to the program, or to all that it has started too."""
        (os.killpg if group else os.kill)(self._process.pid, number)

    def hang_up(self) -> None:
        """The window is closed while the program runs."""
        os.close(self._file)
        self._file = os.open(os.devnull, os.O_RDWR)
        self._process.wait(PATIENCE)

    def until(self, happened: Callable[[str], bool]) -> None:
        """Reads on until the screen, or what it tells about, is as wanted; fails when it does not come."""
        end = time.monotonic() + PATIENCE
        while not happened(self.text):
            assert self._read(), f"ended early:\n{self.text}"
            assert time.monotonic() < end, f"not seen:\n{self.text}"

    def ended(self) -> int:
        """The exit code, once it has ended."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"still running:\n{self.text}"
        return self._process.wait(PATIENCE)

    def _read(self) -> bool:
        """Takes in what has been painted since; False once the program has ended."""
        if select.select([self._file], [], [], 0.05)[0]:
            try:
                self._stream.feed(os.read(self._file, 1 << 16))
            except OSError:
                return False
        return True
