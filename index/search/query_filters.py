"""What a query says of which articles may be shown: dates, sources, languages, tags, what the user did. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.search.nodes import And, DateRange, Node, Not, Or, Query, State
from index.search.query_echo import understood

_FIELDS = frozenset({"outlet", "agency", "lang", "tag", "story"})


def narrows(node: Node) -> bool:
    """True for a part that hides articles which speak of all that is looked for."""
    if isinstance(node, Not):
        return narrows(node.part)
    if isinstance(node, And | Or):
        return False
    return isinstance(node, State | DateRange) or node.field in _FIELDS


def told(query: Query) -> str:
    """The filters of a query in words."""
    return understood(Query("", And(tuple(found.node for found in query.filters))))


def unfiltered(query: Query) -> str:
    """The text of a query without its filters; empty where it is made of nothing else."""
    kept, at = [], 0
    for found in query.filters:
        kept.append(query.text[at : found.start])
        at = found.end
    words = "".join([*kept, query.text[at:]]).split()
    return " ".join(_joining(words))


def _joining(words: Sequence[str]) -> Iterator[str]:
    """The words without an AND that joins nothing any more."""
    pairs = zip(words, ["AND", *words], [*words[1:], ""], strict=False)
    yield from (word for word, before, after in pairs if word != "AND" or (before != "AND" and after))
