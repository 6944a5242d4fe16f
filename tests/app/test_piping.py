"""Commands that get an article."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

import pytest

from index.errors import UsageError
from tui import piping
from tui.piping import argv_of, piped


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(
    ("line", "shell", "argv"),
    [
        ("wc -w", False, ["wc", "-w"]),
        ("grep 'a b' \"c\"", False, ["grep", "a b", "c"]),
        ("cat; rm x | $(y) > z", False, ["cat;", "rm", "x", "|", "$(y)", ">", "z"]),
        ("sh -c 'cat | wc'", False, ["sh", "-c", "cat | wc"]),
        ("cat | wc", True, ["sh", "-c", "cat | wc"]),
        ("./a", False, ["./a"]),
    ],
)
def test_no_shell_is_there_unless_it_is_asked_for(line, shell, argv) -> None:
    assert argv_of(line, shell=shell) == argv


def test_the_home_folder_may_be_written_short() -> None:
    assert argv_of("~/bin/x", shell=False) == [str(Path("~/bin/x").expanduser())]


@pytest.mark.parametrize("line", ["", "  ", "'half"])
def test_a_line_that_is_no_command_is_told(line) -> None:
    with pytest.raises(UsageError):
        argv_of(line, shell=False)


async def test_what_a_command_prints_and_how_it_ends_come_back() -> None:
    done = await piped(python("import sys; t = sys.stdin.read(); print(t.upper()); sys.exit(len(t))"), "für")
    assert (done.output, done.code, done.words) == ("FÜR\n", 3, "exit code 3")
    told = await piped(python("import sys; print('complaint', file=sys.stderr)"), "x" * 1_000_000)
    assert (told.output, told.words) == ("complaint\n", "done")


async def test_a_command_that_prints_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piping, "MOST", 1000)
    done = await piped(python("while True: print('y' * 100)"), "")
    assert done.cut and len(done.output) == 1000 and done.words == "stopped: it prints too much"


async def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="no-such-program: No such file"):
        await piped(["no-such-program"], "")


async def test_whoever_leaves_takes_the_command_along(tmp_path: Path) -> None:
    said = tmp_path / "pid"
    code = f"import os, time, pathlib; pathlib.Path({str(said)!r}).write_text(str(os.getpid())); time.sleep(60)"
    running = asyncio.create_task(piped(python(code), ""))
    while not said.exists() or not said.read_text():
        await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert _is_gone(int(said.read_text()))


def _is_gone(pid: int) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False
