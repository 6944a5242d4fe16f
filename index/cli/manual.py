"""`nutgraf man`: the manual page, made of the commands themselves, so that it says what `--help` says. For man(7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

from index.options import table
from index.paths import LIBRARY_VARIABLE

_LEADING = re.compile(r"^([.'])", re.MULTILINE)
EVERYWHERE = ("--library", "--version", "--help")
"""Options of every command, told once."""
FILES = (
    ("articles.db", "in the library: what the sources said, and what was derived from it"),
    ("reading.db", "in the library: what you read, marked, tagged and noted; nothing else can make it again"),
    ("search/", "in the library: the full-text index, which can always be made again"),
    ("config.toml", "the settings; nutgraf config says where it is and what holds"),
)
EXITS = (
    ("0", "all well"),
    ("1", "some items were skipped, or nothing was found"),
    ("2", "wrong usage, or a path that is not there"),
    ("3", "the library cannot be used"),
    ("130", "stopped with Ctrl-C; what was read so far is kept"),
)


def manual(group: click.Group, version: str) -> Iterator[str]:
    """The lines of the page, in ASCII: other characters are written as roff has them."""
    with click.Context(group, info_name="nutgraf") as context:
        yield f'.TH NUTGRAF 1 "" "nutgraf {_plain(version)}" "User Commands"'
        yield ".SH NAME"
        yield r"nutgraf \- a terminal reader for your own archive of news articles"
        yield ".SH SYNOPSIS"
        yield r".B nutgraf"
        yield _plain("[OPTIONS] [PATH…]")
        yield ".br"
        yield ".B nutgraf"
        yield _plain("[OPTIONS] COMMAND [ARGUMENTS]")
        yield ".SH DESCRIPTION"
        yield from _paragraphs(group.help or "")
        yield ".SH OPTIONS"
        yield from _options(group, context)
        yield ".SH COMMANDS"
        yield _plain(f"{', '.join(EVERYWHERE)} go with all of them, before or after the name of the command.")
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None:
                yield from _command(name, command, context)
    yield from _table("ENVIRONMENT", _variables())
    yield from _table("FILES", FILES)
    yield from _table("EXIT STATUS", EXITS)


def _command(name: str, command: click.Command, outer: click.Context) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=outer) as context:
        usage = " ".join([f"nutgraf {name}", *command.collect_usage_pieces(context)])
        yield f'.SS "{_plain(usage)}"'
        yield from _paragraphs(command.help or "")
        yield from _options(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """All of them; of a command those that are its own."""
    for parameter in command.get_params(context):
        told = parameter.get_help_record(context)
        own = context.parent is None or not set(EVERYWHERE) & set(parameter.opts)
        if isinstance(parameter, click.Option) and told is not None and own:
            yield from _item(*told)


def _variables() -> Iterator[tuple[str, str]]:
    yield LIBRARY_VARIABLE, "The library to use, in place of your own."
    for option in table():
        yield option.variable, f"{option.words}; takes {option.kind.told}"


def _table(heading: str, rows: Sequence[tuple[str, str]] | Iterator[tuple[str, str]]) -> Iterator[str]:
    yield f'.SH "{heading}"'
    for name, words in rows:
        yield from _item(name, words)


def _item(name: str, words: str) -> Iterator[str]:
    yield ".TP"
    yield f'.B "{_plain(name)}"'
    yield _plain(words) or r"\&"


def _paragraphs(text: str) -> Iterator[str]:
    for number, part in enumerate(text.strip().split("\n\n")):
        if number:
            yield ".PP"
        yield _plain(" ".join(part.split()))


def _plain(text: str) -> str:
    """Text that roff shows as it is: nothing in it is a request, an escape or a hyphen that may break."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    text = "".join(letter if letter.isascii() else rf"\[u{ord(letter):04X}]" for letter in text)
    return _LEADING.sub(r"\&\1", text)
