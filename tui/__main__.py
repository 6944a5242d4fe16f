"""The `nutgraf` command: a sub-command goes to the command line, anything else opens the reader."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from index.errors import NutgrafError, UsageError


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; the exit code is that of DESIGN: 0 well, 1 something skipped, 2 usage, 3 library."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if _is_for_the_command_line(arguments):
            from index.cli import main as command_line

            return command_line(arguments)
        return _open(*_read(arguments))
    except NutgrafError as error:
        sys.stderr.write(f"nutgraf: {_plain(str(error))}\n")
        return error.exit_code


def _is_for_the_command_line(arguments: Sequence[str]) -> bool:
    from index.cli.names import COMMANDS

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


def _read(arguments: Sequence[str]) -> tuple[Path | None, list[Path]]:
    library: Path | None = None
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
        elif argument.startswith("-"):
            raise UsageError(f"there is no option {argument}; `nutgraf --help` lists them all", subject=argument)
        else:
            paths.append(Path(argument))
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no file or folder {path}", subject=path)
    return library, paths


def _open(folder: Path | None, paths: list[Path]) -> int:
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise UsageError("the reader needs a terminal; `nutgraf --help` lists what works without one")
    from index.library import open_library
    from tui.app import NutgrafApp

    with open_library(folder) as library:
        app = NutgrafApp(library, paths)
        app.run()
        return app.return_code or 0


def _plain(words: str) -> str:
    from index.clean.safety import safe

    return " ".join(safe(words).split())


if __name__ == "__main__":
    sys.exit(main())
