"""Two wordings, sentence against sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from index.wordings import Change


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """What was removed, added and left as it is, in reading order; a rewritten sentence is one of each."""
    return list(_changes(before, after))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (Change("same", text) for text in before[start:end])
        else:
            yield from (Change("removed", text) for text in before[start:end])
            yield from (Change("added", text) for text in after[new_start:new_end])
