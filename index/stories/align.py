"""Two articles side by side: which sentences say the same, and which stand only here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.findings import Aligned
from index.models import Article
from index.stories.novelty import Known, Statement, statements


def align(left: Article, right: Article) -> tuple[Aligned, ...]:
    """All sentences of both in the order of the left one; what only the right has stands where it comes there.

    A sentence says the same as one that holds most of it, whichever of the two says more.
    """
    ours, theirs = statements(left), statements(right)
    partner = _pairs(ours, theirs, {})
    partner |= {
        same: one for one, same in _pairs(theirs, ours, {there: here for here, there in partner.items()}).items()
    }
    rows: list[Aligned] = []
    waiting = [number for number in range(len(right.sentences)) if number not in partner.values()]
    for number in range(len(left.sentences)):
        same_there = partner.get(number)
        while same_there is not None and waiting and waiting[0] < same_there:
            rows.append(Aligned(None, waiting.pop(0)))
        rows.append(Aligned(number, same_there))
    return (*rows, *(Aligned(None, number) for number in waiting))


def _pairs(ours: Sequence[Statement], theirs: Sequence[Statement], paired: Mapping[int, int]) -> dict[int, int]:
    """Number of a sentence → that of the one in the other article that says it; `paired` ones are spoken for."""
    known = Known()
    known.add([one for one in theirs if one.sentence not in paired.values()])
    found: dict[int, int] = {}
    for one in ours:
        same = known.source(one) if one.sentence not in paired else None
        if same is not None and same.sentence not in found.values():
            found[one.sentence] = same.sentence
    return found
