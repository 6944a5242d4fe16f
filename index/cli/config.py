"""`nutgraf config`: every setting that holds, where it comes from, and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text

from index.cli.output import record, say, show
from index.config import DEFAULT, Config, read_config
from index.models import Problem
from index.options import shown
from index.paths import config_file
from index.settings import default_text, effective

WRONG = 2
"""Exit code where the file or the environment says something that cannot be understood."""


def config(as_json: bool, as_file: bool, wrong: Callable[[Config], Sequence[Problem]] | None = None) -> int:
    """Lists the settings; what is wrong in them is told, and makes the exit code 2.

    `wrong` finds what only the screen can tell: themes and keys that there are not.
    """
    settings = read_config()
    problems = [*settings.problems, *(wrong(settings) if wrong is not None else ())]
    for problem in problems:
        say(f"{problem.subject}: {problem.reason}")
    if as_file:
        show(default_text().rstrip("\n"))
        return 0
    if not as_json:
        show(Text(f"# {config_file()}{'' if config_file().exists() else ' (not there; all defaults)'}"))
    for each in effective(settings):
        if as_json:
            record({"name": each.name, "value": each.value, "default": each.default, "origin": each.origin,
                    "words": each.words})  # fmt: skip
        else:
            told = "default" if each.origin == DEFAULT else f"from {each.origin}; default {shown(each.default)}"
            told = told if each.default is not None else f"from {each.origin}"
            show(Text.assemble((f"{each.name} = {shown(each.value)}", "bold"), f"  # {told}"))
            show(f"# {each.words}", indent=4)
    return WRONG if problems else 0
