"""The user's settings: `config.toml`, over it the environment; what is wrong is told and never stops anything."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import UsageError
from index.options import Options, from_environment, shown, table
from index.paths import config_file
from index.sources.limits import Limits

if TYPE_CHECKING:
    from index.models import Problem

_LARGEST_FILE = 1_000_000
"""Bytes; settings are a page."""
DEFAULT = "default"
"""The origin of what nobody has set."""
LIMITS = {
    "item": "bytes of one item, and of one line of a data set",
    "entries": "entries of one archive",
    "unpacked": "bytes that one archive unpacks to",
    "ratio": "times its packed size that anything may become",
    "pages": "pages of one PDF; the first ones are read",
    "letters": "letters of one page of a PDF; the first ones are read",
    "nesting": "archives in archives",
}
"""What each limit is of."""
_TABLES = ("limits", "keys", "themes")


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; what neither file nor environment names has its default."""

    limits: Limits = field(default_factory=Limits)
    """What is read of a file at most."""
    problems: tuple[Problem, ...] = ()
    """What could not be understood, each with the file, the line and the key; its default stands."""
    options: Options = field(default_factory=Options)
    """Everything that is one value."""
    rebound: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Action id → its keys, as the table `[keys]` has them; only the screen knows which ids there are."""
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Name of an own theme → its colours, from `[themes.NAME]` and from files in the folder `themes`."""
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """`keys.star` → `/home/me/config.toml:7`: where each thing was set; a variable's name where that set it."""

    def origin(self, name: str) -> str:
        """Where something was set: `file:line`, a variable of the environment, or `default`."""
        return self.origins.get(name, DEFAULT)


def read_config(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Config:
    """The settings in a file (the user's own if none is named) under those of the environment. Raises nothing.

    A missing file means all defaults. Files in the folder `themes` beside it are themes.
    """
    path = path or config_file()
    reading = _Reading(path)
    reading.file()
    for file in sorted((path.parent / "themes").glob("*.toml")):
        reading.theme_file(file)
    reading.environment(os.environ if environment is None else environment)
    return reading.config


class _Reading:
    """Puts the settings together, the weakest first."""

    def __init__(self, path: Path) -> None:
        self.config = Config()
        self._path = path
        self._lines: dict[str, int] = {}

    def file(self) -> None:
        """What the settings file says."""
        settings, self._lines = self._toml(self._path, "all defaults stand")
        for name, value in settings.items():
            if name == "keys" and not isinstance(value, dict):
                self._option(name, value, self._at(name))
            elif name in _TABLES:
                self._table(name, value)
            else:
                self._option(name, value, self._at(name))

    def theme_file(self, file: Path) -> None:
        """A theme in a file of its own."""
        colours, self._lines = self._toml(file, "there is no such theme")
        if colours:
            self._theme(file.stem, colours, "", file)

    def environment(self, environment: Mapping[str, str]) -> None:
        """What variables say is stronger than the file."""
        for option, value in from_environment(environment):
            self._option(option.name, value, option.variable)

    def _toml(self, path: Path, otherwise: str) -> tuple[dict[str, object], dict[str, int]]:
        try:
            with path.open("rb") as file:
                read = file.read(_LARGEST_FILE)
        except FileNotFoundError:
            return {}, {}
        except OSError as problem:
            self._problem(str(path), f"cannot be read: {problem.strerror or problem}")
            return {}, {}
        import tomllib  # with its patterns 3 ms, which nobody needs without a settings file

        from index.toml_lines import lines_of

        try:
            text = read.decode("utf-8")
            return tomllib.loads(text), lines_of(text)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
            self._problem(str(path), f"is not TOML, so {otherwise}: {problem}")
        return {}, {}

    def _table(self, name: str, value: object) -> None:
        if not isinstance(value, dict):
            self._problem(self._at(name), f"{name} must be a table: [{name}]")
        elif name == "limits":
            self._limits(value)
        elif name == "keys":
            self._keys(value)
        else:
            for theme, colours in value.items():
                self._theme(theme, colours, f"themes.{theme}.", self._path)

    def _option(self, name: str, value: object, origin: str) -> None:
        option = next((each for each in table() if each.name == name), None)
        if option is None:
            known = ", ".join(f"[{each}]" for each in _TABLES)
            self._problem(origin, f"{name} is no option; `nutgraf config` lists them all, and there are {known}")
            return
        try:
            changed: dict[str, Any] = {name: option.kind.read(value)}
        except UsageError as wrong:
            stands = shown(getattr(self.config.options, name))
            self._problem(origin, f"{name} {wrong}, not {shown(value)}; {stands} stands")
            return
        self.config = replace(self.config, options=replace(self.config.options, **changed))
        self._set(name, origin)

    def _limits(self, told: dict[str, object]) -> None:
        for name, value in told.items():
            key = f"limits.{name}"
            try:
                limits = _with(self.config.limits, name, value)
            except UsageError as wrong:
                self._problem(self._at(key), f"{name} {wrong}")
                continue
            self.config = replace(self.config, limits=limits)
            self._set(key, self._at(key))

    def _keys(self, told: dict[str, object]) -> None:
        for name, value in _flat(told):
            key = f"keys.{name}"
            names = [value] if isinstance(value, str) else value
            if name == "preset":
                self._option("keys", value, self._at(key))
            elif not isinstance(names, list) or not all(isinstance(each, str) and each for each in names):
                self._problem(self._at(key), f'{key} must be a key or a list of keys, like "x" or ["x", "ctrl+x"]')
            else:
                self.config = replace(self.config, rebound={**self.config.rebound, name: tuple(map(str, names))})
                self._set(key, self._at(key))

    def _theme(self, name: str, colours: object, prefix: str, file: Path) -> None:
        if not isinstance(colours, dict):
            self._problem(self._at(prefix.rstrip(".")), f"themes.{name} must be a table: [themes.{name}]")
            return
        kept = {}
        for role, colour in colours.items():
            origin = self._at(f"{prefix}{role}", file)
            if isinstance(colour, str):
                kept[role] = colour
                self._set(f"themes.{name}.{role}", origin)
            else:
                self._problem(origin, f'{role} must be a colour in quotation marks, like "#d8d5ce"')
        self.config = replace(self.config, themes={**self.config.themes, name: kept})

    def _set(self, name: str, origin: str) -> None:
        self.config = replace(self.config, origins={**self.config.origins, name: origin})

    def _problem(self, subject: str, reason: str) -> None:
        from index.models import Problem  # the whole vocabulary, 10 ms, for what is rarely wrong

        self.config = replace(self.config, problems=(*self.config.problems, Problem(subject, reason)))

    def _at(self, key: str, file: Path | None = None) -> str:
        """`file:line` of a key; of the table around it where the key's own line cannot be told."""
        while key not in self._lines and "." in key:
            key = key.rpartition(".")[0]
        return f"{file or self._path}:{self._lines.get(key, 1)}"


def _flat(told: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """`summary.more = "+"` without quotation marks is a table in a table to TOML."""
    for name, value in told.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _with(limits: Limits, name: str, value: object) -> Limits:
    """The limits with one of them as the user wants it. Raises `UsageError`."""
    names = [each.name for each in fields(Limits)]
    if name not in names:
        raise UsageError(f"is not a limit; there are {', '.join(names)}")
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        default = getattr(Limits(), name)
        raise UsageError(f"must be a whole number above 0; {default} stands")
    return replace(limits, **{name: value})
