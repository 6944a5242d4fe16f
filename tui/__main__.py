"""The `nutgraf` command: a sub-command goes to the command line, anything else opens the reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import NutgrafError, UsageError

if TYPE_CHECKING:
    from index.config import Config
    from index.models import Problem


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; exit code: 0 well, 1 something skipped, 2 usage, 3 library."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if _is_for_the_command_line(arguments):
            from index.cli import main as command_line

            return command_line(arguments, _serve, _wrong)
        return _open(_read(arguments))
    except NutgrafError as error:
        sys.stderr.write(f"nutgraf: {_plain(str(error))}\n")
        return error.exit_code


def _is_for_the_command_line(arguments: Sequence[str]) -> bool:
    from index.cli.names import COMMANDS

    if "_NUTGRAF_COMPLETE" in os.environ:
        return True
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--help", "-h", "--version"):
            return True
        if argument == "--":
            return False
        if argument == "--library":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument in COMMANDS
    return False


@dataclass(frozen=True, slots=True)
class Asked:
    """How the reader is to be opened."""

    library: Path | None
    """None for the one that is meant when none is named."""
    paths: list[Path]
    """Files and folders to add."""
    plain: bool
    """As lines of text."""


def _read(arguments: Sequence[str]) -> Asked:
    library: Path | None = None
    plain = False
    paths: list[Path] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            paths += [Path(path) for path in rest]
        elif argument == "--library" or argument.startswith("--library="):
            named = argument.partition("=")[2] if "=" in argument else next(rest, "")
            if not named:
                raise UsageError("--library needs a folder")
            library = Path(named)
        elif argument == "--plain":
            plain = True
        elif argument.startswith("-"):
            raise UsageError(f"there is no option {argument}; `nutgraf --help` lists them all", subject=argument)
        else:
            paths.append(Path(argument))
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no file or folder {path}{_meant(path)}", subject=path)
    return Asked(library, paths, plain)


def _meant(path: Path) -> str:
    """The command that a word which is no path may have been meant for."""
    from difflib import get_close_matches

    from index.cli.names import COMMANDS

    near = get_close_matches(str(path), sorted(COMMANDS), n=1, cutoff=0.7)
    return f"; did you mean nutgraf {near[0]}?" if near else ""


def begin() -> None:
    """Keeps Python's collector from the 70,000 objects that are made on the way to the first frame: hardly any is
    garbage, and to walk them again and again takes a tenth of the time. `tui.screens.ahead` sets what is right later.
    """
    gc.set_threshold(100_000)


def _open(asked: Asked) -> int:
    at_a_terminal = sys.stdout.isatty() and sys.stdin.isatty()
    if asked.plain or (at_a_terminal and os.environ.get("TERM") == "dumb"):
        return _talk(asked)
    if not at_a_terminal and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError(
            "the reader needs a terminal; without one there is `nutgraf --plain`, and see `nutgraf --help`"
        )
    begin()
    from index.library import open_library
    from tui.app import NutgrafApp

    with open_library(asked.library) as library:
        if library.config.options.pictures:
            from tui.pictures import prepare

            prepare()
        app = NutgrafApp(library, asked.paths)
        app.run(mouse=library.config.options.mouse)
        return app.return_code or 0


def _talk(asked: Asked) -> int:
    from index.library import open_library
    from tui.linear.loop import run

    with open_library(asked.library) as library:
        return run(library, asked.paths, sys.stdin, sys.stdout)


def _serve(library: Path | None, **asked: Any) -> int:
    from tui.serving import serve  # aiohttp: 0.3 s

    return serve(library, **asked)


def _wrong(config: Config) -> list[Problem]:
    from tui.keymap import keymap_of
    from tui.themes import missing, themes_of

    themes, wrong = themes_of(config)
    return [*keymap_of(config).problems, *wrong, *missing(config, config.options.theme, themes)]


def _plain(words: str) -> str:
    from index.clean.safety import safe

    return " ".join(safe(words).split())


if __name__ == "__main__":
    sys.exit(main())
