"""The command line: everything the library can do, for people and for scripts. Knows click and rich, never Textual.

Data goes to standard output, words for people to standard error. Exit codes: 0 all well, 1 some items skipped or
nothing found, 2 wrong usage, 3 the library cannot be used, 130 stopped by the user.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.config import Config
    from index.models import Problem


def main(
    argv: list[str] | None = None,
    serve: Callable[..., int] | None = None,
    wrong: Callable[[Config], Sequence[Problem]] | None = None,
) -> int:
    """Runs one command and returns its exit code; `argv` is what follows `nutgraf`, by default that of the process.

    `serve(library, host=, port=, open_to_network=)` opens the reader in a browser, `wrong(config)` tells which
    themes and keys cannot be; whoever has a screen lends them. May be called again and again in one process:
    nothing stays open, streams are those of the moment.
    """
    from index.cli.run import run  # click and rich: 60 ms that the app, which asks `names` only, need not spend

    return run(argv, serve, wrong)
