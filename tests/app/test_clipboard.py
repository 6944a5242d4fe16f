"""Which ways to copy there are, and that what is said of them is true."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tui.clipboard import LARGEST, Way, copy, ways


def kinds(environment: dict[str, str], *found: str, platform: str = "linux", web: bool = False) -> list[str]:
    """Ways in order; a terminal that may not take it with a question mark."""
    some = ways(environment, web=web, platform=platform, found=lambda name: name if name in found else None)
    return [way.argv[0] if way.argv else f"{way.kind}{'' if way.sure else '?'}" for way in some]


@pytest.mark.parametrize(
    ("environment", "found", "expected"),
    [
        ({"TERM": "xterm-256color"}, (), ["terminal?", "file"]),
        ({"TERM": "xterm-kitty"}, (), ["terminal", "file"]),
        ({"TERM": "xterm-kitty", "DISPLAY": ":0"}, ("xclip",), ["terminal", "xclip", "file"]),
        ({"TERM": "xterm", "DISPLAY": ":0"}, ("xclip", "xsel"), ["xclip", "xsel", "terminal?", "file"]),
        ({"TERM": "xterm", "WAYLAND_DISPLAY": "w"}, ("wl-copy", "xclip"), ["wl-copy", "terminal?", "file"]),
        ({"TERM": "xterm", "DISPLAY": ":0"}, (), ["terminal?", "file"]),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1", "DISPLAY": "x:10"}, ("xclip",), ["terminal?", "xclip", "file"]),
        ({"TERM": "tmux-256color", "TMUX": "/s"}, ("tmux",), ["tmux", "file"]),
        ({"TERM": "screen", "TMUX": "/s", "DISPLAY": ":0"}, ("tmux", "xsel"), ["xsel", "tmux", "file"]),
        ({"TERM": "screen"}, (), ["file"]),
        ({"TERM": "linux"}, (), ["file"]),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, (), ["file"]),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, (), ["terminal", "file"]),
        ({"WT_SESSION": "1", "WSL_DISTRO_NAME": "Debian"}, ("clip.exe",), ["terminal", "clip.exe", "file"]),
        ({}, (), ["terminal?", "file"]),
    ],
)
def test_what_is_tried_and_in_which_order(environment, found, expected) -> None:
    assert kinds(environment, *found) == expected


def test_each_platform_has_its_own_program() -> None:
    assert kinds({"TERM": "dumb"}, "pbcopy", platform="darwin") == ["pbcopy", "file"]
    assert kinds({"TERM": "dumb"}, "clip.exe", platform="win32") == ["clip.exe", "file"]


def test_from_a_browser_only_its_own_clipboard_is_meant() -> None:
    assert kinds({"DISPLAY": ":0", "TERM": "xterm-kitty"}, "xclip", web=True) == ["terminal?", "file"]


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_a_program_gets_the_words_and_is_named(tmp_path: Path) -> None:
    put = f"import sys, pathlib; pathlib.Path({str(tmp_path / 'got')!r}).write_bytes(sys.stdin.buffer.read())"
    said = copy("“für” $(x)", [Way("program", python(put)), Way("file")], lambda _: None, tmp_path / "file")
    assert said == f"copied ({sys.executable})" and not (tmp_path / "file").exists()
    assert (tmp_path / "got").read_text("utf-8") == "“für” $(x)"


def test_a_program_that_fails_or_is_not_there_gives_way(tmp_path: Path) -> None:
    tried = [Way("program", python("raise SystemExit(1)")), Way("program", ("no-such-program",)), Way("file")]
    said = copy("words", tried, lambda _: None, tmp_path / "state" / "copied.txt")
    assert said == f"no clipboard: in {tmp_path / 'state' / 'copied.txt'}"
    assert (tmp_path / "state" / "copied.txt").read_text() == "words\n"
    assert stat.S_IMODE((tmp_path / "state" / "copied.txt").stat().st_mode) == 0o600


def test_a_terminal_that_takes_it_is_enough_and_another_is_not_trusted(tmp_path: Path) -> None:
    sent: list[str] = []
    assert copy("a", [Way("terminal"), Way("file")], sent.append, tmp_path / "x") == "copied (by the terminal, OSC 52)"
    assert sent == ["a"] and not (tmp_path / "x").exists()
    said = copy("b", [Way("terminal", sure=False), Way("file")], sent.append, tmp_path / "x")
    assert sent == ["a", "b"] and str(tmp_path / "x") in said and "may not" in said


def test_what_is_too_long_for_a_terminal_is_not_cut(tmp_path: Path) -> None:
    sent: list[str] = []
    said = copy("ü" * LARGEST, [Way("terminal"), Way("file")], sent.append, tmp_path / "x")
    assert sent == [] and said.startswith("no clipboard: in") and len((tmp_path / "x").read_text()) == LARGEST + 1


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "could not be copied" in copy("a", [Way("file")], lambda _: None, tmp_path / "file" / "copied.txt")
