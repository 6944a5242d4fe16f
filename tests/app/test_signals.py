"""Ended, stopped, interrupted or left alone: terminal and state stay whole."""

from __future__ import annotations

import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import open_library
from tests.app.pseudo_terminal import Terminal


def _is_painted(text: str) -> bool:
    return "5 articles · 2 stories" in text and "STORIES" in text and "IN BRIEF" in text


@pytest.fixture
def terminal(copied: Path) -> Iterator[Terminal]:
    with Terminal("--library", str(copied)) as terminal:
        terminal.until(_is_painted)
        yield terminal


def _open(terminal: Terminal) -> None:
    """Reads to the end of the first article, so that there is a place to keep."""
    terminal.type("2")
    terminal.until(lambda text: "ALL" in text and "STORIES" not in text)
    terminal.type("\r")
    terminal.until(lambda text: "4 unread" in text and "/ find" in text)
    terminal.type("G")
    terminal.until(lambda text: "100%" in text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_is_a_way_to_quit(terminal: Terminal, copied: Path, number: signal.Signals) -> None:
    _open(terminal)
    terminal.signal(number)
    assert terminal.ended() == 128 + number
    assert terminal.modes == terminal.found and not terminal.screen.cursor.hidden
    assert "Traceback" not in terminal.text
    with open_library(copied) as library:
        [read] = [row for row in library.articles("all") if row.read]
        assert library.reading(read.id).place > 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc here to see it stopped")
def test_the_shell_has_the_terminal_while_it_is_stopped_and_it_comes_back_whole(terminal: Terminal) -> None:
    _open(terminal)
    painted = terminal.modes
    terminal.type("\x1a")
    terminal.until(lambda _: terminal.is_stopped)
    assert terminal.modes == terminal.found != painted
    terminal.screen.reset()
    terminal.signal(signal.SIGCONT)
    terminal.until(lambda text: "100%" in text and "STORIES" not in text and "4 unread" in text)
    assert terminal.modes == painted
    terminal.type("\x11")
    assert terminal.ended() == 0 and terminal.modes == terminal.found


def _program(folder: Path, script: str) -> str:
    file = folder / "editor"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


def _edited(library: Path, folder: Path, editor: str) -> Terminal:
    return Terminal("--library", str(library), VISUAL=editor, TMPDIR=str(folder))


def test_an_editor_has_the_terminal_and_what_it_wrote_is_kept(copied: Path, tmp_path: Path) -> None:
    editor = _program(tmp_path, 'echo "IT IS MINE"; grep -c Putin "$1"; read line; echo "$line" >> "$1"')
    with _edited(copied, tmp_path, editor) as terminal:
        terminal.until(_is_painted)
        terminal.type("e")
        terminal.until(lambda text: "IT IS MINE" in text)
        assert terminal.modes == terminal.found
        terminal.type("my own words\n")
        terminal.until(lambda text: "what you wrote is in" in text and _is_painted(text))
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
    with _edited(copied, tmp_path, editor) as terminal:
        terminal.until(_is_painted)
        terminal.type("e")
        terminal.until(lambda text: said in " ".join(text.split()) and _is_painted(text))
        terminal.type("\x11")
        assert terminal.ended() == 0 and terminal.modes == terminal.found
    assert not list(tmp_path.glob("nutgraf-*"))


def test_ctrl_c_in_an_editor_does_not_end_the_reader(copied: Path, tmp_path: Path) -> None:
    waiting = "for second in $(seq 60); do sleep 1; done"
    editor = _program(tmp_path, f'trap "echo CAUGHT; exit 0" INT; echo "IT IS MINE"; {waiting}')
    with _edited(copied, tmp_path, editor) as terminal:
        terminal.until(_is_painted)
        terminal.type("e")
        terminal.until(lambda text: "IT IS MINE" in text)
        terminal.screen.reset()
        terminal.signal(signal.SIGINT, group=True)  # as the terminal does where it is the controlling one
        terminal.until(_is_painted)
        terminal.type("\x11")
        assert terminal.ended() == 0
