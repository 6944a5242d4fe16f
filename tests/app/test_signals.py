"""Ended, stopped, interrupted or left alone: terminal and state stay whole."""

from __future__ import annotations

import os
import signal
import stat
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import open_library
from tests.app.test_terminal import Terminal

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither these signals nor terminals to open"
)


class Watched(Terminal):
    """A terminal of which one can tell whether it was left as it was found."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        before = {name: os.environ.get(name) for name in environment}
        os.environ.update(environment)
        try:
            super().__init__(*arguments)
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})
        self.modes = self.modes_now()

    def modes_now(self) -> list[object]:
        """Echo, lines, signals: what a shell relies on."""
        return termios.tcgetattr(self._file)[:4]

    def signal(self, number: int) -> None:
        os.kill(self._process.pid, number)

    def is_stopped(self) -> bool:
        self.read()
        return Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    @property
    def is_painted(self) -> bool:
        return "5 articles · 2 stories" in self.text and "STORIES" in self.text


@pytest.fixture
def watched(copied: Path) -> Iterator[Watched]:
    with Watched("--library", str(copied)) as terminal:
        terminal.until(lambda _: terminal.is_painted and "IN BRIEF" in terminal.text)
        yield terminal


def _opened(terminal: Watched) -> None:
    """Reads to the end of the first article, so that there is a place to keep."""
    terminal.type("2\r")
    terminal.until(lambda text: "4 unread" in text and "/ find" in text)
    terminal.type("G")
    terminal.until(lambda text: "100%" in text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_is_a_way_to_quit(watched: Watched, copied: Path, number: signal.Signals) -> None:
    _opened(watched)
    watched.signal(number)
    assert watched.ended() == 128 + number
    assert watched.modes_now()[3] == watched.modes[3] and not watched.screen.cursor.hidden
    assert "Traceback" not in watched.text
    with open_library(copied) as library:
        [read] = [row for row in library.articles("all") if row.read]
        assert library.reading(read.id).place > 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc here to see it stopped")
def test_the_shell_has_the_terminal_while_it_is_stopped_and_it_comes_back_whole(watched: Watched) -> None:
    _opened(watched)
    painted = watched.modes_now()[3]
    watched.type("\x1a")
    while not watched.is_stopped():
        pass
    assert watched.modes_now()[3] == watched.modes[3] != painted
    watched.screen.reset()
    watched.signal(signal.SIGCONT)
    watched.until(lambda text: "100%" in text and "STORIES" not in text and "4 unread" in text)
    assert watched.modes_now()[3] == painted
    watched.type("\x11")
    assert watched.ended() == 0 and watched.modes_now()[3] == watched.modes[3]


def _program(folder: Path, script: str) -> str:
    file = folder / "editor"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def test_an_editor_has_the_terminal_and_what_it_wrote_is_kept(copied: Path, tmp_path: Path) -> None:
    editor = _program(tmp_path, 'echo "IT IS MINE"; grep -c Putin "$1"; read line; echo "$line" >> "$1"')
    with Watched("--library", str(copied), VISUAL=editor, TMPDIR=str(tmp_path)) as terminal:
        terminal.until(lambda _: terminal.is_painted)
        terminal.type("e")
        terminal.until(lambda text: "IT IS MINE" in text)
        assert terminal.modes_now()[3] == terminal.modes[3]
        terminal.type("my own words\n")
        terminal.until(lambda text: "what you wrote is in" in text and terminal.is_painted)
        terminal.type("\x11")
        assert terminal.ended() == 0
    [kept] = tmp_path.glob("nutgraf-*/*.txt")
    assert kept.read_text("utf-8").endswith("my own words\n") and "Putin" in kept.read_text("utf-8")


@pytest.mark.parametrize(
    ("script", "said"),
    [(None, "could not start"), ("exit 3", "ended with exit code 3"), ("kill -9 $$", "exit code -9")],
)
def test_an_editor_that_fails_or_is_not_there_is_told(
    copied: Path, tmp_path: Path, script: str | None, said: str
) -> None:
    editor = "/no/such/editor" if script is None else _program(tmp_path, script)
    with Watched("--library", str(copied), VISUAL=editor, TMPDIR=str(tmp_path)) as terminal:
        terminal.until(lambda _: terminal.is_painted)
        terminal.type("e")
        terminal.until(lambda text: said in " ".join(text.split()) and terminal.is_painted)
        terminal.type("\x11")
        assert terminal.ended() == 0 and terminal.modes_now()[3] == terminal.modes[3]
    assert not list(tmp_path.glob("nutgraf-*"))


def test_ctrl_c_in_an_editor_does_not_end_the_reader(copied: Path, tmp_path: Path) -> None:
    editor = _program(tmp_path, 'trap "echo CAUGHT; exit 0" INT; echo "IT IS MINE"; while :; do sleep 0.05; done')
    with Watched("--library", str(copied), VISUAL=editor, TMPDIR=str(tmp_path)) as terminal:
        terminal.until(lambda _: terminal.is_painted)
        terminal.type("e")
        terminal.until(lambda text: "IT IS MINE" in text)
        os.killpg(terminal._process.pid, signal.SIGINT)  # as the terminal does where it is the controlling one
        terminal.until(lambda _: terminal.is_painted)
        terminal.type("\x11")
        assert terminal.ended() == 0
