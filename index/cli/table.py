"""Who says what, as a table that fits 80 columns: a line for each aspect, a narrow column for each teller."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from index.cli.dates import in_words
from index.cli.output import on_one_line
from index.overviews import Aspect, Teller, WhoSaysWhat

WORDS, CELL = 26, 3
"""Columns of the words, and of one teller."""
MOST = 12
"""Tellers that have a column; of a story with more, those that came first."""
_NAMED = 2
"""Tellers without an aspect that are named; more would be a second table."""
_HOUR, _DAY = 60, 1440


def says_table(says: WhoSaysWhat) -> Sequence[Text]:
    """Legend with times, then the aspects; nothing where one teller alone tells the story."""
    tellers = says.tellers[:MOST]
    if len(tellers) < 2 or not says.aspects:
        return []
    head = " " * WORDS + "".join(f"{number:>{CELL}}" for number in range(1, len(tellers) + 1))
    lines = [Text(), Text("Who says what (sentences)", "cyan")]
    lines += [Text(f"{number:>3} {_teller(one)}", "dim") for number, one in enumerate(tellers, 1)]
    lines += [Text(f"    and {len(says.tellers) - MOST} more", "dim")] if len(says.tellers) > MOST else []
    lines.append(Text(head, "dim"))
    return [*lines, *(_row(aspect, len(tellers)) for aspect in says.aspects if any(aspect.cells[:MOST]))]


def _teller(one: Teller) -> str:
    name = on_one_line(one.source)
    name = name if cell_len(name) <= 2 * WORDS else set_cell_size(name, 2 * WORDS - 1) + "…"
    return " · ".join(filter(None, [name, _when(one.first) if one.first else "undated", lag(one.lag)]))


def _when(first: str) -> str:
    """A day in words, with the time where it is known."""
    return in_words(first) + (f", {first[11:16]}" if len(first) > len("2023-11-09") else "")


def lag(minutes: int | None) -> str:
    """How long after the first: `+3 days`, `+2 hours`, `+40 min`; empty for the first and for the undated."""
    if not minutes:
        return ""
    for unit, name in ((_DAY, "day"), (_HOUR, "hour")):
        if minutes >= unit:
            return f"+{minutes // unit} {name}{'s' * (minutes // unit != 1)}"
    return f"+{minutes} min"


def _row(aspect: Aspect, tellers: int) -> Text:
    words = on_one_line(aspect.words)
    words = set_cell_size(words if cell_len(words) < WORDS else set_cell_size(words, WORDS - 2) + "…", WORDS)
    cells = "".join(f"{len(cell) or '·':>{CELL}}" for cell in aspect.cells[:tellers])
    return Text.assemble(words, cells, ("  " + _extent(aspect, tellers), "dim"))


def _extent(aspect: Aspect, tellers: int) -> str:
    told = [at for at in aspect.told_by if at < tellers]
    missing = [at for at in range(tellers) if at not in told]
    if len(told) == 1:
        return f"only in {told[0] + 1}"
    return f"not in {', '.join(str(at + 1) for at in missing)}" if 0 < len(missing) <= _NAMED else ""
