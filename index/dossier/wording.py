"""What the pages of a dossier say in the same words, whatever their form: places, counts, days, who else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from index.clean.safety import safe
from index.dossier.values import Counted, Dossier, Happened, Line, Source, Spoke, Voice

DIFFERING = "Numbers that possibly differ"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NAMED = 3
"""Sources without an aspect that are named; of more, their number tells enough."""


def numbered(dossier: Dossier) -> dict[str, int]:
    """Id of an article → its number in the table of sources."""
    return {row.article: number for number, row in enumerate(dossier.sources, 1)}


def facts(dossier: Dossier) -> str:
    """How many articles and sources, and of which days."""
    days = " to ".join(dict.fromkeys(day for day in (dossier.first, dossier.last) if day)) or "undated"
    count = len(dossier.sources)
    articles = f"{count} article{'s' * (count != 1)}, independent sources: {dossier.independent}"
    return f"{articles} · {days} · story {dossier.story}"


def day_of(event: Happened) -> str:
    """The day of an event, and the other one that may be meant."""
    return f"{event.day} (or {event.other})" if event.other else event.day


def other_tellers(event: Happened) -> tuple[str, ...]:
    """Who else names the day."""
    return tuple(id for id in event.told_by if id != event.line.article)


def course_of(row: Counted) -> str:
    """`people: 7 → 9 → 12`, each figure once."""
    figures = " → ".join(dict.fromkeys(one.figure for one in row.stated))
    return f"{row.subject}: {figures}" if row.subject else figures


def order_of_publishing(dossier: Dossier) -> str:
    """Who published when, and how long after the first."""
    return "First published: " + "; ".join(
        f"{teller.source} {teller.first or 'undated'}{_after(teller.lag)}" for teller in dossier.tellers
    )


def _after(minutes: int | None) -> str:
    if not minutes:
        return ""
    days, hours = minutes // 1440, minutes / 60
    return f" (+{days} day{'s' * (days != 1)})" if days else f" (+{hours:.1f} hours)"


def extent(aspect: Spoke, dossier: Dossier) -> str:
    """Who alone has it, or who does not."""
    told = {one.teller for one in aspect.told}
    others = [teller.source for at, teller in enumerate(dossier.tellers) if at not in told]
    if len(told) == 1 and others:
        return f"(only in {dossier.tellers[aspect.told[0].teller].source})"
    if 0 < len(others) <= _NAMED:
        return f"(not in {', '.join(others)})"
    return f"({len(told)} of {len(dossier.tellers)})"


def place(line: Line, numbers: Mapping[str, int]) -> str:
    """Source, paragraph and characters; the bracket is left open."""
    return f"({numbers[line.article]}, paragraph {line.block + 1}, characters {line.start}–{line.end}"


def also_by(others: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    """The other sources that say so; closes the bracket of `place`."""
    also = ", ".join(str(numbers[other]) for other in others if other in numbers)
    return f"; also {also})" if also else ")"


def spoken_by(voice: Voice, numbers: Mapping[str, int]) -> str:
    """Who speaks, and who prints it, whole or cropped."""
    printed = [f"{place(one.line, numbers)}{'' if one.whole else ', cropped'})" for one in voice.printed]
    return " ".join([voice.speaker or "unattributed", *printed])


def who_published(row: Source, numbers: Mapping[str, int]) -> str:
    """Outlet and agency, and whose text it is."""
    who = " / ".join(dict.fromkeys(name for name in (row.outlet, row.agency) if name)) or "unknown"
    return f"{who} ({row.tie} of {numbers[row.copy_of]})" if row.copy_of in numbers else who


def place_of_file(path: str, key: str) -> str:
    """A file, and the item's key inside it."""
    return str(PurePath(path)) + (f"#{key}" if key else "")


def harmless(text: str) -> str:
    """A text without control characters and undecodable bytes."""
    return safe(_SURROGATES.sub("\ufffd", text))
