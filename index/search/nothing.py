"""What to tell when nothing is found: which part of a query excludes most, and which words the archive has instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from index.search.nodes import And, Node, Or, Phrase, Query, Word
from index.search.plan import SEARCHED
from index.search.query_echo import understood

if TYPE_CHECKING:
    from index.search.engine import States
    from index.search.whoosh.matching import Matcher


def excluding(matcher: Matcher, parts: Sequence[Node], states: States, *, widen: bool) -> tuple[str, ...]:
    """The part without which most is found, and how many articles that is; empty where no single part is to blame."""
    return most_excluding(parts, lambda rest: len(matcher.scores(rest, states, widen=widen)))


def most_excluding(parts: Sequence[Node], count: Callable[[And], int]) -> tuple[str, ...]:
    """The same for an engine that counts the articles with all of some parts."""
    if len(parts) < 2:
        return ()
    without = [count(And((*parts[:at], *parts[at + 1 :]))) for at in range(len(parts))]
    most = max(without)
    if not most:
        return ()
    part = understood(Query("", parts[without.index(most)]))
    articles = "1 article has" if most == 1 else f"{most:,} articles have"
    return (f"no article has all of it; {articles} the rest, left out: {part}",)


def instead(matcher: Matcher, root: Node | None) -> tuple[tuple[str, str], ...]:
    """For each word that the archive does not have: as it was written, and the most frequent of the nearest it has."""

    def often(word: str, fields: Sequence[str]) -> int:
        return sum(len(matcher.snapshot.postings(name, word).numbers) for name in fields)

    return others(root, matcher.vocabulary.nearest, often)


def others(
    root: Node | None, nearest: Callable[[str], Iterable[str]], often: Callable[[str, Sequence[str]], int]
) -> tuple[tuple[str, str], ...]:
    """The same for an engine that tells how `often` a word stands in some fields, over a vocabulary."""
    pairs = []
    for word in _words(root):
        if not often(word.text, (word.field, *SEARCHED) if word.field else SEARCHED):
            near = {other: times for other in nearest(word.text) if (times := often(other, SEARCHED))}
            if near:
                pairs.append((word.said or word.text, min(near, key=lambda other: (-near[other], other))))
    return tuple(pairs)


def _words(node: Node | None) -> list[Word]:
    """The words that a query looks for, those behind NOT and codes of languages left out."""
    match node:
        case And(parts) | Or(parts):
            return [word for part in parts for word in _words(part)]
        case Phrase(words, _, field):
            return [Word(word, field) for word in words]
        case Word() if node.field != "lang":
            return [node]
    return []
