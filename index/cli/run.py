"""From arguments to an exit code: what can go wrong ends as a sentence on standard error, never as a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO

import click

from index.cli.around import COMPLETION_VARIABLE, Given, complete
from index.cli.commands import nutgraf
from index.cli.output import on_one_line
from index.errors import LibraryError, NutgrafError, UsageError

if TYPE_CHECKING:
    from index.config import Config
    from index.models import Problem

STOPPED = 130
"""128 + SIGINT, as shells report it."""
NOBODY_READS = 141
"""128 + SIGPIPE: the reader of a pipe (`| head`) has gone, which is no error of ours."""


def run(
    argv: list[str] | None,
    serve: Callable[..., int] | None = None,
    wrong: Callable[[Config], Sequence[Problem]] | None = None,
) -> int:
    """Runs the command that the arguments name, or tells a shell how they can go on."""
    given = Given(sys.argv[1:] if argv is None else argv, serve, wrong)
    asked = os.environ.get(COMPLETION_VARIABLE)
    try:
        code = complete(nutgraf, asked) if asked else _invoke(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        return NOBODY_READS
    except KeyboardInterrupt:
        return _told("stopped", STOPPED)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as problem:
        hint = f" (see {problem.ctx.command_path} --help)" if problem.ctx else ""
        return _told(problem.format_message() + hint, UsageError.exit_code)
    except NutgrafError as problem:
        return _told(str(problem), problem.exit_code)
    except OSError as problem:
        if problem.filename is None:
            _silence(sys.stdout)
        return _told(f"{problem.filename or 'standard output'}: {problem.strerror or problem}", LibraryError.exit_code)
    return code


def _invoke(given: Given) -> int:
    """What click's own `main` does, but without its ways to end the process and to replace standard output."""
    with nutgraf.make_context("nutgraf", list(given.arguments), obj=given) as context:
        code = nutgraf.invoke(context)
    return code if isinstance(code, int) else 0


def _told(problem: str, code: int) -> int:
    try:
        sys.stderr.write(f"nutgraf: {on_one_line(problem)}\n")
    except OSError:
        _silence(sys.stderr)
    return code


def _silence(stream: TextIO) -> None:
    """Sends what is still buffered nowhere; the interpreter would complain about it at its end."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
