"""A query cut into lexemes: words, quotations, fields, signs and operators, each with its place. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEXEME = re.compile(
    r'(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<quote>["“”])(?P<quoted>[^"“”]*)["“”](?:~(?P<slop>[0-9]{1,4}))?'
    r'|(?P<stray>["“”])|(?P<minus>[-–](?=[^\s)–-]))|(?P<field>[A-Za-z]{2,20}):(?!//)|(?P<atom>[^\s()"“”]+)'
)
NEAR = re.compile(r"NEAR(?:/([0-9]{1,4}))?")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the query that means something by itself."""

    kind: str
    """open, close, quoted, stray (an unclosed quotation mark), minus, field, atom, AND, OR, NOT, NEAR."""
    text: str
    start: int
    end: int
    slop: int = 0
    """Of a quotation: how many words may stand between."""


def lexemes(text: str) -> Iterator[Lexeme]:
    """The lexemes of any text, in order."""
    for match in _LEXEME.finditer(text):
        kind = match.lastgroup or ""
        if kind in ("slop", "quoted"):
            yield Lexeme("quoted", match["quoted"], match.start(), match.end(), int(match["slop"] or 0))
        elif kind == "atom" and match[0] in ("AND", "OR", "NOT"):
            yield Lexeme(match[0], match[0], match.start(), match.end())
        elif kind == "atom" and NEAR.fullmatch(match[0]):
            yield Lexeme("NEAR", match[0], match.start(), match.end())
        elif kind != "space":
            yield Lexeme(kind, match["field"] or match[0], match.start(), match.end())
