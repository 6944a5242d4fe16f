"""The settings as a list: what holds, where it comes from, what it is for; and a file to begin with. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.config import LIMITS, Config
from index.options import shown, table
from index.sources.limits import Limits


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that is set, for people and scripts."""

    name: str
    """`measure`, `limits.item`, `keys.star`, `themes.mine.accent`."""
    value: object
    default: object
    """None where there is none."""
    origin: str
    words: str


def effective(config: Config) -> Iterator[Setting]:
    """Every setting that holds, with where it comes from."""
    for option in table():
        value = getattr(config.options, option.name)
        yield Setting(option.name, value, option.default, config.origin(option.name), option.words)
    for name, words in LIMITS.items():
        key, value = f"limits.{name}", getattr(config.limits, name)
        yield Setting(key, value, getattr(Limits(), name), config.origin(key), words)
    for action, keys in config.rebound.items():
        yield Setting(f"keys.{action}", list(keys), None, config.origin(f"keys.{action}"), "keys of an action")
    for theme, colours in config.themes.items():
        for role, colour in colours.items():
            key = f"themes.{theme}.{role}"
            yield Setting(key, colour, None, config.origin(key), "colour of an own theme")


def default_text() -> str:
    """A settings file that says, with its words, what holds without one."""
    lines = []
    for option in table():
        lines += [f"# {option.words}", f"# takes {option.kind.told}", f"{option.name} = {shown(option.default)}", ""]
    lines += ["[limits]"]
    for name, words in LIMITS.items():
        lines += [f"# {words}", f"{name} = {shown(getattr(Limits(), name))}"]
    return "\n".join(lines) + "\n"
