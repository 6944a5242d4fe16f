"""Two articles side by side: which sentences say the same, and which stand only here."""

from __future__ import annotations

from index.findings import Aligned
from index.models import Article
from index.stories.novelty import Known, statements


def align(left: Article, right: Article) -> tuple[Aligned, ...]:
    """All sentences of both in the order of the left one; what only the right has stands where it comes there."""
    known = Known()
    known.add(statements(right))
    partner: dict[int, int] = {}
    for one in statements(left):
        same = known.source(one)
        if same is not None and same.sentence not in partner.values():
            partner[one.sentence] = same.sentence
    rows: list[Aligned] = []
    waiting = [number for number in range(len(right.sentences)) if number not in partner.values()]
    for number in range(len(left.sentences)):
        same_there = partner.get(number)
        while same_there is not None and waiting and waiting[0] < same_there:
            rows.append(Aligned(None, waiting.pop(0)))
        rows.append(Aligned(number, same_there))
    return (*rows, *(Aligned(None, number) for number in waiting))
