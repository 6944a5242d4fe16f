"""Puts words where other programs can paste them from, and says where they are: nothing is copied on mere hope.

A terminal takes them through OSC 52 (xterm's `Ps = 52`), and never answers whether it did; a clipboard program answers
with its exit code; a file is always there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PATIENCE = 3.0
"""Seconds that a clipboard program gets; a forwarded display that is gone would let it wait for ever."""
LARGEST = 74_994
"""Bytes that every terminal with OSC 52 takes: 100,000 of base64, less what stands around them."""
_TAKES = ("kitty", "alacritty", "foot", "ghostty", "wezterm", "contour", "rio")
"""Terminals that take OSC 52 as they come, by a part of TERM or TERM_PROGRAM."""
_IGNORES = ("linux", "dumb", "apple_terminal", "screen")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to copy."""

    kind: Literal["terminal", "program", "file"]
    argv: tuple[str, ...] = ()
    """Of a program: it reads the words from standard input."""
    sure: bool = True
    """False for a terminal that may not take it; then the file is written too."""


def ways(environment: Mapping[str, str], *, web: bool = False, platform: str = sys.platform,
         found: Callable[[str], str | None] = shutil.which) -> Iterator[Way]:  # fmt: skip
    """What there is, in the order in which it is tried; a file is always the last."""
    names = f"{environment.get('TERM', '')} {environment.get('TERM_PROGRAM', '')}".lower()
    known = "WT_SESSION" in environment or any(name in names for name in _TAKES)
    tmux = [Way("program", ("tmux", "load-buffer", "-w", "-"))] if environment.get("TMUX") and found("tmux") else []
    # tmux does not hand OSC 52 on as it comes (set-clipboard external); asked itself, it does
    takes = not tmux and (known or web or not any(name in names for name in _IGNORES))
    terminal = [Way("terminal", sure=known and not web)] if takes else []
    far = web or bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    programs = [] if web else list(_programs(environment, platform, found))
    if far or known:
        yield from (*tmux, *terminal, *programs)
    else:
        yield from (*programs, *tmux, *terminal)
    yield Way("file")


def _programs(environment: Mapping[str, str], platform: str, found: Callable[[str], str | None]) -> Iterator[Way]:
    some: list[tuple[str, ...]] = []
    if platform == "darwin":
        some = [("pbcopy",)]
    elif platform == "win32" or environment.get("WSL_DISTRO_NAME"):
        some = [("clip.exe",)]
    if environment.get("WAYLAND_DISPLAY"):
        some.append(("wl-copy",))
    if environment.get("DISPLAY"):
        some += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    yield from (Way("program", argv) for argv in some if found(argv[0]))


def copy(text: str, tried: Sequence[Way], send: Callable[[str], None], file: Path) -> str:
    """Copies by the first way that takes it; gives in words where it is. May take seconds: call it from a worker."""
    sent = False
    for way in tried:
        if way.kind == "program" and _taken(way.argv, text):
            return f"copied ({'tmux, and the terminal if it allows it' if way.argv[0] == 'tmux' else way.argv[0]})"
        if way.kind == "terminal" and len(text.encode()) <= LARGEST:
            send(text)
            if way.sure:
                return "copied (by the terminal, OSC 52)"
            sent = True
    try:
        _write(text, file)
    except OSError as problem:
        return f"could not be copied: {file}: {problem.strerror or problem}"
    return (
        f"sent to the terminal, which may not take it (OSC 52); also in {file}" if sent else f"no clipboard: in {file}"
    )


def _taken(argv: Sequence[str], text: str) -> bool:
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            argv, input=_encoded(argv[0], text), stdout=quiet, stderr=quiet, timeout=PATIENCE, check=False,
            start_new_session=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _encoded(program: str, text: str) -> bytes:
    """`clip.exe` takes UTF-8 for the code page of its console, and UTF-16 for what it is."""
    return text.encode("utf-16") if program == "clip.exe" else text.encode("utf-8", "replace")


def _write(text: str, file: Path) -> None:
    """For its owner only: what somebody reads is nobody else's business."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(
        file, "w", encoding="utf-8", errors="replace", opener=lambda path, flags: os.open(path, flags, 0o600)
    ) as it:
        it.write(text + "\n")
