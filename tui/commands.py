"""What the command line understands: ids of actions, and words that take something after them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.keys import Key

MOST = 8
"""Ways to go on that are shown."""
_RANKS = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A command that takes something."""

    name: str
    takes: str
    """In words, for the list: `NAME`, `N`; empty when it stands alone."""
    words: str
    """What it does."""


WORDS: tuple[Word, ...] = (
    Word("view", "NAME", "list these: stories, all, unread …"),
    Word("theme", "NAME", "use this theme"),
    Word("set", "OPTION VALUE", "set the text: measure 72, alignment justified"),
    Word("measure", "N", "columns of running text"),
    Word("search", "QUERY", "search the library for this"),
    Word("help", "WORDS", "the keys that have to do with this"),
    Word("link", "N", "open this link of the article"),
    Word("add", "PATH", "add a file or a folder"),
    Word("tour", "", "the tour of the first run, again"),
    Word("w", "FILE", "write the article to a new file: .md is Markdown, any other plain text"),
    Word("pipe", "COMMAND", "hand the text to this command"),
    Word("q", "", "quit"),
)
SHORT = {"h": "help", "s": "search", "quit": "q", "q!": "q", "x": "q", "wq": "q", "write": "w", "e": "add"}
"""Other names of commands, from vi."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to complete what is typed."""

    text: str
    """The whole line as it would be."""
    words: str
    """What it does."""


def parsed(line: str) -> tuple[str, str]:
    """The command and what stands after it; `goto` and a number for a number alone."""
    name, _, rest = line.strip().lstrip(":").strip().partition(" ")
    return ("goto", name) if name.isdecimal() else (SHORT.get(name, name), rest.strip())


def ways(line: str, rows: Sequence[Key], values: Mapping[str, Sequence[str]]) -> list[Way]:
    """How a line can go on: values of a command that is whole, else commands and ids, the shortest way first.

    `values` has, by the name of a command, what may stand after it.
    """
    typed = line.lstrip(":")
    name, space, rest = typed.partition(" ")
    if space:
        known = values.get(SHORT.get(name, name), ())
        return [Way(f"{name} {value}", "") for value in known if value.startswith(rest.lstrip())]
    named = [Way(word.name, f"{word.takes}  {word.words}".strip()) for word in WORDS]
    words = {word.name for word in WORDS}
    rows = [row for row in rows if row.id not in words]
    named += [Way(row.id, f"{row.words}  ({' '.join(row.names)})" if row.names else row.words) for row in rows]
    wanted = typed.lower()
    ranks = [(way, _rank(way, wanted)) for way in named]
    return [way for rank in range(_RANKS) for way, own in ranks if own == rank]


def _rank(way: Way, wanted: str) -> int:
    """0 where it begins so, 1 where a part of its name does, 2 where its words do; else none of these."""
    parts = [way.text, *way.text.split(".")]
    words = way.words.lower().split()
    where = ([way.text], parts, words)
    return next((rank for rank, some in enumerate(where) if any(each.startswith(wanted) for each in some)), _RANKS)


def nearest(name: str, rows: Sequence[Key]) -> str:
    """A command that may have been meant; empty if none is near."""
    from difflib import get_close_matches  # 3 ms, and only for who mistypes

    found = get_close_matches(name, [*(word.name for word in WORDS), *(row.id for row in rows)], n=1, cutoff=0.6)
    return found[0] if found else ""
