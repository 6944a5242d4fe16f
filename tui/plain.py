"""For terminals without Unicode: every sign has a twin in ASCII of the same width, so that no column moves. Pure."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS = str.maketrans(
    "●○◦★☆▸▾▶▼◀▲›‹»«▌▎┃│║╎─━═▔▁▂▃▄▅▆▇█░▒▓•·∙…–—−‑‐¶§✓✗×↑↓←→⏎¹²³“”„‟‘’‚‛′″\xa0❯╸╺╴╶┌┐└┘├┤┬┴┼╭╮╯╰",
    "*oo*+>v>v<^><><||||||-==-__..::##.:#*--.-----P#vxx^v<>+123\"\"\"\"'''''\" >----+++++++++++++",
)
"""What the app draws with, and the punctuation of print."""
_PLAIN_LOCALES = ("C", "POSIX")


def charset_of(environment: Mapping[str, str]) -> str:
    """The codec of a locale that is not UTF-8; empty where it is, or where none is set.

    Python itself sets LC_CTYPE to a UTF-8 locale where LANG is C (PEP 538); what the user set is seen through it.
    """
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if not names[0] and names[2] in _PLAIN_LOCALES and names[1] in ("C.UTF-8", "C.utf8", "UTF-8"):
        names[1] = ""
    name = next((each for each in names if each), "")
    if not name:
        return ""
    if name in _PLAIN_LOCALES:
        return "ascii"
    charset = name.partition(".")[2].partition("@")[0]
    try:
        codec = codecs.lookup(charset).name if charset else ""
    except LookupError:
        return ""
    return "" if codec.startswith("utf") else codec


@lru_cache(10_000)
def plain(text: str, charset: str = "") -> str:
    """The text with ASCII in place of every sign; where a codec is named, of every letter too that it does not have."""
    text = text.translate(SIGNS)
    if not charset or text.isascii():
        return text
    return "".join(_carried(character, charset) for character in text)


@lru_cache(10_000)
def _carried(character: str, charset: str) -> str:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        base = unicodedata.normalize("NFKD", character)[:1]
        width = cell_len(character)
        return base if base.isascii() and width == 1 else "?" * width
    return character


class PlainFilter(LineFilter):
    """The last step before the terminal: whatever widget painted it, it is plain."""

    def __init__(self, charset: str = "") -> None:
        super().__init__()
        self._charset = charset

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  Textual's interface
        """Segments with plain text."""
        return [
            Segment(plain(text, self._charset), style, control) if not text.isascii() else Segment(text, style, control)
            for text, style, control in segments
        ]
