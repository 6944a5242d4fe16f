"""What the commands have in common: the options that all take, and the library that they work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from index.cli.output import say, show
from index.library import Library, default_folder, open_library

SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}
_FOLDER = click.Path(path_type=Path, file_okay=True)


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from index.cli.facts import lines  # the stores, only for who asks

        for line in lines(getattr(context.obj, "arguments", ())):
            show(line)
        context.exit()


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--library` and `--version`, which stand before or after the name of a command."""
    library = click.option(
        "--library", type=_FOLDER, metavar="DIR", help="The library to use, in place of NUTGRAF_LIBRARY or your own."
    )
    shown = click.option(
        "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
        help="Tell the version, and what the library is.",
    )  # fmt: skip
    return library(shown(command))


as_json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for scripts.")


@contextmanager
def opened_library(library: Path | None) -> Iterator[Library]:
    """The library that is meant: named after the command, before it, or the default one. Closed in any case."""
    before = click.get_current_context().find_root().params.get("library")
    with open_library(library or before or default_folder()) as opened:
        for problem in opened.problems:
            say(f"{problem.subject}: {problem.reason}")
        if missing := opened.missing_engine():
            say(missing)
        yield opened


def on_a_library(command: Callable[..., int]) -> Callable[..., Any]:
    """A command that works on the library, which it gets as its first argument."""

    @wraps(command)
    def run(library: Path | None, **options: Any) -> int:
        with opened_library(library) as opened:
            return command(opened, **options)

    return common(run)
