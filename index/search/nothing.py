"""What to tell when nothing is found: which part of a query excludes most, and which words the archive has instead."""

from __future__ import annotations

from collections.abc import Sequence

from index.search.matching import SEARCHED, Matcher, States
from index.search.nodes import And, Node, Or, Phrase, Query, Word
from index.search.query_echo import understood


def excluding(matcher: Matcher, parts: Sequence[Node], states: States) -> tuple[str, ...]:
    """The part without which most is found, and how many articles that is; empty where no single part is to blame."""
    if len(parts) < 2:
        return ()
    without = [
        len(matcher.scores(And((*parts[:at], *parts[at + 1 :])), states, widen=False)) for at in range(len(parts))
    ]
    most = max(without)
    if not most:
        return ()
    part = understood(Query("", parts[without.index(most)]))
    return (f"nothing has all of it; without {part} there {'is 1 article' if most == 1 else f'are {most} articles'}",)


def instead(matcher: Matcher, root: Node | None) -> tuple[tuple[str, str], ...]:
    """For each word that the archive does not have: as it was written, and the most frequent of the nearest it has."""
    pairs = []
    for word in _words(root):
        if not any(matcher.snapshot.postings(name, word.text).numbers for name in (word.field, *SEARCHED) if name):
            near = [other for other in matcher.vocabulary.nearest(word.text) if _often(matcher, other)]
            if near:
                frequent = min(near, key=lambda other: (-_often(matcher, other), other))
                pairs.append((word.said or word.text, frequent))
    return tuple(pairs)


def _often(matcher: Matcher, word: str) -> int:
    return sum(len(matcher.snapshot.postings(name, word).numbers) for name in SEARCHED)


def _words(node: Node | None) -> list[Word]:
    """The words that a query looks for, those behind NOT left out."""
    match node:
        case And(parts) | Or(parts):
            return [word for part in parts for word in _words(part)]
        case Phrase(words, _, field):
            return [Word(word, field) for word in words]
        case Word():
            return [node]
    return []
