"""Hands the text of an article to a command and brings back what it prints; no shell unless the user says so."""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass

from index.errors import UsageError
from index.paths import user_path

MOST = 1_000_000
"""Bytes of output that are kept; a command that prints more is stopped."""


@dataclass(frozen=True, slots=True)
class Piped:
    """How a command ended."""

    name: str
    code: int
    """Its exit code; below 0 the signal that ended it."""
    output: str
    """What it printed, complaints included; made harmless by whoever shows it."""
    cut: bool
    """True when it printed too much and was stopped."""

    @property
    def words(self) -> str:
        """How it ended, in words."""
        if self.cut:
            return "stopped: it prints too much"
        return f"exit code {self.code}" if self.code > 0 else f"ended by signal {-self.code}" if self.code else "done"


def argv_of(line: str, *, shell: bool) -> list[str]:
    """The words of a command. A shell runs it only when the settings say so, or the line itself begins with one.

    Raises `UsageError` for a line that has no words, or a quotation mark without its other half.
    """
    if shell and line.strip():
        return ["sh", "-c", line]
    try:
        argv = shlex.split(line)
    except ValueError as problem:
        raise UsageError(f"the command cannot be read: {problem}", subject=line) from None
    if not argv:
        raise UsageError("there is no command")
    return [str(user_path(argv[0])), *argv[1:]] if argv[0].startswith("~") else argv


async def piped(argv: list[str], text: str) -> Piped:
    """Runs a command with the text as its input, without a terminal; ends it when it is cancelled.

    Raises `UsageError` when there is no such program.
    """
    pipe, both = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT
    try:
        process = await asyncio.create_subprocess_exec(
            *argv, stdin=pipe, stdout=pipe, stderr=both, start_new_session=True
        )
    except (OSError, ValueError) as problem:
        raise UsageError(f"{argv[0]}: {getattr(problem, 'strerror', '') or problem}", subject=argv[0]) from None
    feeding = asyncio.create_task(_feed(process, text))
    try:
        output, cut = await _read(process)
        if cut:
            _end(process)
        code = await process.wait()
    finally:
        feeding.cancel()
        with suppress(asyncio.CancelledError):
            await feeding
        _end(process)
    return Piped(argv[0], code, output.decode("utf-8", "replace"), cut)


async def _feed(process: asyncio.subprocess.Process, text: str) -> None:
    """A command need not read to the end (`head`): that it has had enough is no error."""
    assert process.stdin is not None
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(text.encode("utf-8", "replace"))
        await process.stdin.drain()
    process.stdin.close()


async def _read(process: asyncio.subprocess.Process) -> tuple[bytes, bool]:
    assert process.stdout is not None
    try:
        return await process.stdout.readexactly(MOST), True
    except asyncio.IncompleteReadError as all_of_it:
        return all_of_it.partial, False


def _end(process: asyncio.subprocess.Process) -> None:
    """Ends it and what it started, if it still runs."""
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":  # which has no groups of processes
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
