"""Shows a text in the user's own editor or pager, which gets the whole terminal, and comes back whole."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from textual.app import App, SuspendNotSupported

VARIABLES = ("VISUAL", "EDITOR", "PAGER")
"""Which program it is, the first that is set; the names are POSIX's."""
_OTHERWISE = ("less", "more", "vi", "notepad.exe")


def program(environment: Mapping[str, str]) -> list[str]:
    """The words of the command that opens a file; none where there is neither editor nor pager."""
    told = next((environment[name] for name in VARIABLES if environment.get(name, "").strip()), "")
    if not told:
        return [name for name in _OTHERWISE if shutil.which(name)][:1]
    try:
        return shlex.split(told)
    except ValueError:
        return [told]


def edit(app: App[None], text: str, name: str, argv: list[str]) -> str:
    """Opens a copy of the text; gives in words what happened. What the user wrote into the copy is kept."""
    folder = Path(tempfile.mkdtemp(prefix="nutgraf-"))
    file = folder / name
    file.write_text(text, encoding="utf-8", errors="replace")
    try:
        said = _opened(app, [*argv, str(file)])
        if file.exists() and file.read_text("utf-8", "replace") != text:
            return f"{said}; what you wrote is in {file}" if said else f"what you wrote is in {file}"
    except OSError as problem:
        return f"{file}: {problem.strerror or problem}"
    shutil.rmtree(folder, ignore_errors=True)
    return said


def _opened(app: App[None], argv: list[str]) -> str:
    try:
        with app.suspend(), _interrupts_are_not_ours():
            code = _run(argv)
    except SuspendNotSupported:
        return "there is no terminal here that another program could have"
    if isinstance(code, str):
        return f"could not start {argv[0]}: {code}"
    return f"{Path(argv[0]).name} ended with exit code {code}" if code else ""


def _run(argv: list[str]) -> int | str:
    """The exit code, or why it could not be started."""
    try:
        return subprocess.run(argv, check=False).returncode
    except (OSError, ValueError) as problem:
        return str(getattr(problem, "strerror", "") or problem)


@contextmanager
def _interrupts_are_not_ours() -> Iterator[None]:
    """Ctrl-C in the other program reaches both; a handler of ours, unlike `SIG_IGN`, is not inherited by it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
