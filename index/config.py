"""The user's settings, read from `config.toml`: what is wrong in it is told and never stops anything."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from index.errors import UsageError
from index.models import Problem
from index.paths import config_file
from index.sources.limits import Limits

_LARGEST_FILE = 1_000_000
"""Bytes; settings are a page."""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; what the file does not name has its default."""

    limits: Limits = field(default_factory=Limits)
    """What is read of a file at most."""
    problems: tuple[Problem, ...] = ()
    """What could not be understood, each with the file, the line and the key; its default stands."""


def read_config(path: Path | None = None) -> Config:
    """The settings in a file, the user's own if none is named. A missing file means all defaults. Raises nothing."""
    path = path or config_file()
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_FILE).decode("utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError:
        return Config()
    except OSError as problem:
        return Config(problems=(Problem(str(path), f"cannot be read: {problem.strerror or problem}"),))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
        return Config(problems=(Problem(str(path), f"is not TOML, so all defaults stand: {problem}"),))
    return _Reading(path, text).config(table)


def default_text() -> str:
    """A settings file that says what holds without one."""
    lines = [f"{each.name} = {getattr(Limits(), each.name)}" for each in fields(Limits)]
    return "[limits]\n" + "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A settings file that is TOML."""

    path: Path
    text: str

    def config(self, table: dict[str, object]) -> Config:
        problems = [self._problem(name, "is not a table of Nutgraf") for name in table if name != "limits"]
        told = table.get("limits", {})
        if not isinstance(told, dict):
            return Config(problems=(*problems, self._problem("limits", "must be a table: [limits]")))
        chosen = Limits()
        for name, value in told.items():
            try:
                chosen = _with(chosen, name, value)
            except UsageError as wrong:
                problems.append(self._problem(name, str(wrong)))
        return Config(chosen, tuple(problems))

    def _problem(self, key: str, reason: str) -> Problem:
        return Problem(f"{self.path}:{next(self._lines(key), 1)}", f"{key} {reason}")

    def _lines(self, key: str) -> Iterator[int]:
        """The lines that give a key or open its table: tomllib does not say where a value stood."""
        given = re.compile(rf"""\s*(?:\[\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
        return (number for number, line in enumerate(self.text.splitlines(), 1) if given.match(line))


def _with(limits: Limits, name: str, value: object) -> Limits:
    """The limits with one of them as the user wants it. Raises `UsageError`."""
    names = [each.name for each in fields(Limits)]
    if name not in names:
        raise UsageError(f"is not a limit; there are {', '.join(names)}")
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        default = getattr(Limits(), name)
        raise UsageError(f"must be a whole number above 0; {default} stands")
    return replace(limits, **{name: value})
