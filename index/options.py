"""The table of options: what `config.toml` may say, what each option means, and what holds without it.

Parsing, `nutgraf config`, the file it writes and the table of README.md come from this one place: a new option is a new
field of `Options`. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from index.errors import UsageError

_METADATA = "option"
VARIABLE = "NUTGRAF_"
"""What stands before the name of an option in the environment: `NUTGRAF_MEASURE`."""


class Kind(NamedTuple):
    """What values an option takes."""

    told: str
    """In words: `a whole number from 20 to 160`."""
    read: Callable[[object], object]
    """The value as it is kept. Raises `UsageError` for any other."""
    parse: Callable[[str], object]
    """What an environment variable says, as `config.toml` would have it."""


class Option(NamedTuple):
    """One row of the table."""

    name: str
    default: object
    words: str
    """What it is for."""
    kind: Kind

    @property
    def variable(self) -> str:
        """The environment variable that is stronger than the file."""
        return VARIABLE + self.name.upper()


def shown(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"{value:_}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "[" + ", ".join(shown(each) for each in value) + "]" if isinstance(value, Sequence) else str(value)


def _number(least: int, most: int) -> Kind:
    told = f"a whole number from {least} to {most}"

    def read(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise UsageError(f"must be {told}")
        return value

    return Kind(told, read, lambda text: int(text) if text.strip().lstrip("-").isdigit() else text)


def _choice(*values: object) -> Kind:
    told = " or ".join(shown(value) for value in values)

    def read(value: object) -> object:
        if not any(value == each and type(value) is type(each) for each in values):
            raise UsageError(f"must be {told}")
        return value

    return Kind(told, read, lambda text: {"true": True, "false": False}.get(text, text))


def _text(told: str, fits: Callable[[str], bool]) -> Kind:
    def read(value: object) -> object:
        if not isinstance(value, str) or not fits(value):
            raise UsageError(f"must be {told}")
        return value

    return Kind(told, read, str)


def _option(default: Any, words: str, kind: Kind) -> Any:
    return field(default=default, metadata={_METADATA: (words, kind)})


@dataclass(frozen=True, slots=True)
class Options:
    """Every option with a value of its own; `[limits]`, `[keys]` and `[themes]` are tables beside it."""

    measure: int = _option(68, "columns of running text; 66 to 72 are easy to follow", _number(20, 160))
    alignment: str = _option(
        "ragged", "the right edge of running text; justified text is hyphenated with the extra `hyphens`",
        _choice("ragged", "justified"),
    )  # fmt: skip
    theme: str = _option(
        "dark", "the colours: those of the app, or one of your own",
        _text("the name of a theme: dark, light, contrast, ansi, or one of your own", bool),
    )  # fmt: skip
    ascii: bool | str = _option(
        "auto", "signs and rules in plain ASCII; auto: where the locale is not UTF-8", _choice("auto", True, False)
    )
    mouse: bool = _option(True, "click, wheel and drag; false leaves the mouse to the terminal", _choice(True, False))
    keys: str = _option(
        "default", "the preset of keys that [keys] builds on", _choice("default", "newsboat", "vim", "elfeed")
    )
    engine: str = _option(
        "whoosh", "the search engine of libraries that chose none; tantivy, the extra `fast`, is for big archives",
        _choice("whoosh", "tantivy"),
    )  # fmt: skip
    pipe: str = _option(
        "",
        "the command an article is handed to, as a first answer to the question",
        _text("a command on one line", str.isprintable),
    )
    shell: bool = _option(
        False,
        "commands that articles are handed to are run by a shell (sh -c), not by themselves",
        _choice(True, False),
    )
    pictures: bool = _option(
        False,
        "a key shows the pictures that are stored with an article, where the terminal can; needs the extra `pictures`",
        _choice(True, False),
    )


def table() -> Iterator[Option]:
    """The rows, in the order in which people read them."""
    for each in fields(Options):
        words, kind = each.metadata[_METADATA]
        yield Option(each.name, each.default, words, kind)


def from_environment(environment: Mapping[str, str]) -> Iterator[tuple[Option, object]]:
    """The options that variables of the environment set, each with its value, not yet looked at."""
    return ((o, o.kind.parse(environment[o.variable])) for o in table() if environment.get(o.variable))
