"""How the commands speak: JSON lines for scripts, Rich text for people; streams are looked up at every call."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from index.clean.safety import safe
from index.clean.spaces import written

MEASURE = 84
"""Columns of running text in a wide terminal; longer lines are hard to read."""
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON lets stand as it is and a terminal or an encoder does not: C1 controls, bidi controls, lone surrogates."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile(r"\s*\n\s*")


class _Stream(Console):
    """A stream for people. Words of articles are never markup, and nothing in them is highlighted."""

    def __init__(self, file: TextIO) -> None:
        super().__init__(file=file, highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Rich would end the process here; what follows from a broken pipe is the caller's to decide."""
        raise BrokenPipeError


def on_one_line(text: str) -> str:
    """A title, a name, a path: harmless, and without line breaks. Undecodable bytes of a file name show as �."""
    return _BREAKS.sub(" ", written(safe(_SURROGATES.sub("\ufffd", text)))).strip()


def record(values: Mapping[str, object]) -> None:
    """One object as one line of JSON on standard output, at once; it parses back to exactly what it was."""
    text = json.dumps(values, ensure_ascii=not _writes_unicode(sys.stdout))
    sys.stdout.write(_ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n")
    sys.stdout.flush()


def show(text: Text | str = "", *, indent: int = 0, cut: bool = False) -> None:
    """A line or a paragraph of data for people on standard output.

    In a terminal it is wrapped at words to a readable width, or cut at the edge if `cut`; in a pipe it is one line,
    plain and whole.
    """
    _print(_Stream(sys.stdout), text, indent, cut)


def say(text: Text | str) -> None:
    """Words for people on standard error."""
    _print(_Stream(sys.stderr), text, 0, cut=False)


def talks_to_a_terminal() -> bool:
    """True when somebody may be watching standard error."""
    return sys.stderr.isatty()


def _print(console: Console, text: Text | str, indent: int, cut: bool) -> None:
    shown = text if isinstance(text, Text) else Text(text)
    if not _writes_unicode(console.file):
        shown.plain = shown.plain.encode(console.encoding, "replace").decode(console.encoding)
    if not console.is_terminal:
        console.print(Text(" " * indent) + shown, soft_wrap=True)
    elif cut:
        console.print(shown, no_wrap=True, overflow="ellipsis", crop=True)
    else:
        console.print(Padding(shown, (0, 0, 0, indent)), width=min(console.width, MEASURE))


def _writes_unicode(stream: object) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"  # a StringIO has none and takes everything
    return str(encoding).lower().replace("-", "").startswith("utf")
