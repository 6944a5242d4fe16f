"""Runs of capitalised words in a sentence, and the name in each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.months import weekday_numbers
from index.stories.naming_signs import JOINING, ORGANISATION, PLACE, STORMS, THINGS, tells_how
from index.stories.people import NAME, is_lead, plain, titles_end
from index.words import fold

_GOES_ON = re.compile(r" (?:of|for|de|du|des|der|della|del)(?: the| la)? ")
_WEEKDAYS = frozenset(weekday_numbers())


def runs(text: str, wholes: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Capitalised words in a row; an institution's name goes on after `of`: Ministry of Defence.

    `wholes` are names that are known to go on after `and`.
    """
    found, spans = list(_runs(text)), [(at, at + len(whole)) for whole in wholes if (at := text.find(whole)) >= 0]
    for first, last in spans:
        inner = [(start, end) for start, end in found if start < last and first < end]
        if inner:
            here = found.index(inner[0])
            found[here : here + len(inner)] = [(min(first, inner[0][0]), max(last, inner[-1][1]))]
    yield from found


def _runs(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for match in NAME.finditer(text):
        joined = end > 0 and text[end : match.start()] and _GOES_ON.fullmatch(text[end : match.start()])
        run = text[start:end]
        if joined and (fold(run.split()[-1]) in JOINING or (" for the " in run and joined[0].startswith(" of"))):
            end = match.end()
            continue
        if end > 0:
            yield start, end
        start, end = match.span()
    if end > 0:
        yield start, end


def _is_none(word: str) -> bool:
    """True for words at either end of a run that belong to no name: Because, Thursday, Montag."""
    return is_lead(word) or word.lower() in _WEEKDAYS


def name_of(run: str) -> tuple[str, str]:
    """The name in a run of capitalised words, and what an institution's word in it makes it."""
    parts = run.split()
    while parts and (_is_none(parts[0]) or (len(parts) > 1 and (len(parts[0]) == 1 or tells_how(parts[0])))):
        parts = parts[1:]
    while parts and _is_none(parts[-1]):
        parts = parts[:-1]
    words = [fold(part.strip(".,")) for part in parts]
    after = titles_end(parts)
    last = max((at for at, word in enumerate(words) if word in ORGANISATION), default=-1)
    placed = bool(words) and after < len(words) and not {words[after], words[-1]}.isdisjoint(PLACE)
    if len(parts) > 1 and (last >= after or placed):
        return re.sub(r"['’]s?$", "", " ".join(parts)), "institution" if last >= after else "the place"
    if len(parts) > 1 and (words[-1] in THINGS or words[0] in STORMS):
        return " ".join(parts), "thing"
    name = plain(" ".join(parts))
    return (" ".join(parts), "institution") if name[:1].islower() else (name, "")
