"""What is around the commands: completion for shells, the manual page, and the reader in a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem, get_completion_class, shell_complete

from index.cli.facts import lines
from index.cli.manual import manual
from index.cli.options import common
from index.errors import UsageError

if TYPE_CHECKING:
    from index.config import Config
    from index.models import Problem

COMPLETION_VARIABLE = "_NUTGRAF_COMPLETE"
"""What a shell sets when it asks how a line can go on."""
SHELLS = ("bash", "zsh", "fish")
PORT = 8017


@dataclass(frozen=True, slots=True)
class Given:
    """What a run was given from outside; the object of click's context."""

    arguments: Sequence[str] = ()
    serve: Callable[..., int] | None = None
    """Opens the reader in a browser; the screen lends it, for this side knows no screen."""
    wrong: Callable[[Config], Sequence[Problem]] | None = None
    """What of the settings the screen cannot follow: themes and keys; lent as well."""


class Group(click.Group):
    """The commands; what begins like none of them may be a file to add and read."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options, else files."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]


def complete(group: click.Group, instruction: str) -> int:
    """Answers a shell that asks."""
    return shell_complete(group, {}, "nutgraf", COMPLETION_VARIABLE, instruction)


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@common
@click.pass_context
def completion(
    context: click.Context,
    library: Path | None,  # noqa: ARG001  accepted everywhere
    shell: str,
) -> int:
    """Print the script that completes nutgraf's commands in a shell.

    bash: nutgraf completion bash > ~/.local/share/bash-completion/completions/nutgraf.
    zsh: nutgraf completion zsh > _nutgraf, in a folder of $fpath.
    fish: nutgraf completion fish > ~/.config/fish/completions/nutgraf.fish.
    """
    kind = get_completion_class(shell)
    root = context.find_root().command
    if kind is None:
        raise UsageError(f"there is no completion for {shell}")
    asked = kind(root, {}, "nutgraf", COMPLETION_VARIABLE)
    # `source()` would first start a bash, to see whether it is new enough
    sys.stdout.write(asked.source_template % asked.source_vars())
    return 0


@click.command()
@common
@click.pass_context
def man(context: click.Context, library: Path | None) -> int:  # noqa: ARG001  accepted everywhere
    """Print this manual as a page for man.

    To read it: nutgraf man | man -l -. To install it: nutgraf man > ~/.local/share/man/man1/nutgraf.1.
    """
    group = context.find_root().command
    if not isinstance(group, click.Group):
        raise UsageError("the manual is of all the commands")
    version = next(lines(())).removeprefix("nutgraf ")
    sys.stdout.write("\n".join(manual(group, version)) + "\n")
    return 0


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--open-to-network", is_flag=True, help="Allow a HOST that other machines reach. Read above first.")
@common
def serve(library: Path | None, **asked: Any) -> int:
    """Open the reader in a browser of this machine.

    Prints the address to open; it has a key in it, without which nobody is let in. Nothing is loaded from
    anywhere else. Ctrl-C ends it. Needs the extra `serve`.

    With --open-to-network other machines reach it. Whoever has the address then acts as you: reads your library, marks
    in it, and writes files where you may write; and the way there is not encrypted.
    """
    context = click.get_current_context()
    given = context.find_object(Given)
    if given is None or given.serve is None:
        raise UsageError("the reader is not here; run this as `nutgraf serve`")
    return given.serve(library or context.find_root().params.get("library"), **asked)


COMMANDS = (completion, man, serve)
