"""Which articles of a story are one text: wire copy, copies of it and rewrites, so that nobody counts them twice.

Shingling and containment: Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.findings import Copy, Sources, Tie
from index.models import Article, Role
from index.stories.marks import quoted
from index.words import words

SHINGLE = 6
"""Words in a row. Five are found in common phrases of news prose, seven miss a text whose every line was touched."""
COPIED = 0.7
"""Share of the shorter article's own words that stand in the longer one; from here on one is a copy of the other."""
REWRITTEN = 0.25
"""From here on one was written from the other: reporters at one event share statements and names, but less."""
FEWEST = 25
"""Shingles without which a text is too short to be compared: a headline and a line may be alike by chance."""
FEWEST_COPIED = 60
"""Shingles without which a text is too short to be called a copy: it may be three sentences of a statement."""
OWN_WORDS = 0.55
"""Share of a copy's words that must be its own: what prints a long statement in quotation marks copies no report."""

_MARKED = re.compile("[\"“”„«»‘'’‚]")
_CREDITED = 0.4
"""A share that is enough for a copy where both texts are signed by the same agency."""

Shingles = frozenset[tuple[str, ...]]


def sources(articles: Sequence[Article]) -> Sources:
    """Copies and rewrites with their originals, and the articles in groups that each count as one source."""
    ordered = _by_origin(articles)
    shared = _shared([shingles(article) for article in ordered])
    copies: dict[str, Copy] = {}
    for later, article in enumerate(ordered):
        tie = _tie(later, ordered, shared, copies)
        if tie is not None:
            copies[article.id] = tie
    found = tuple(copies[article.id] for article in articles if article.id in copies)
    return Sources(found, _independent(articles, found))


def shingles(article: Article) -> Shingles:
    """Runs of words of an article's own text: quotations are left out (everybody has those), and captions, too."""
    found: set[tuple[str, ...]] = set()
    for block in article.blocks:
        if block.role is Role.BODY:
            for piece in _unquoted(block.text):
                said = [word for _, _, word in words(piece)]
                found.update(tuple(said[at : at + SHINGLE]) for at in range(len(said) - SHINGLE + 1))
    return frozenset(found)


def _unquoted(text: str) -> Iterable[str]:
    if not _MARKED.search(text):
        return (text,)
    at, pieces = 0, []
    for span in quoted(text):
        pieces.append(text[at : span.start])
        at = span.end
    return [*pieces, text[at:]]


def _by_origin(articles: Sequence[Article]) -> list[Article]:
    """Whoever may be the original comes first: by day, then the agency itself, by minute, and the longer text.

    Undated articles stand last, the longer before the shorter: an excerpt is not what a text was made from.
    """

    def key(article: Article) -> tuple[bool, str, bool, str, int, str]:
        when = article.published.when if article.published else ""
        own = bool(article.agency) and article.outlet == article.agency
        return not when, when[:10], not own, when, -len(article.text), article.id

    return sorted(articles, key=key)


def _shared(shingled: Sequence[Shingles]) -> dict[tuple[int, int], tuple[int, int]]:
    """Pairs (earlier, later) with what they have in common → (shingles in common, shingles of the shorter one)."""
    carriers: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(shingled):
        for shingle in own:
            carriers[shingle].append(number)
    common = Counter(
        (earlier, later)
        for numbers in carriers.values()
        for at, later in enumerate(numbers)
        for earlier in numbers[:at]
    )
    return {pair: (times, min(len(shingled[pair[0]]), len(shingled[pair[1]]))) for pair, times in common.items()}


def _tie(
    later: int,
    articles: Sequence[Article],
    shared: Mapping[tuple[int, int], tuple[int, int]],
    copies: Mapping[str, Copy],
) -> Copy | None:
    """How an article follows an earlier one: the one it has most in common with, or what that one is a copy of."""
    best: tuple[float, int] = (0.0, 0)
    for earlier in range(later):
        times, shortest = shared.get((earlier, later), (0, 0))
        if shortest >= FEWEST and times / shortest > best[0]:
            best = times / shortest, earlier
    share, earlier = best
    tie = _named(share, articles[earlier], articles[later], shared.get((earlier, later), (0, 0))[1])
    if tie is None:
        return None
    source = copies.get(articles[earlier].id)
    original = source.original if source and source.tie == "copy" else articles[earlier].id
    return Copy(articles[later].id, original, tie, round(share, 3))


def _named(share: float, earlier: Article, later: Article, shortest: int) -> Tie | None:
    signed_alike = bool(earlier.agency) and earlier.agency == later.agency
    length = min(len(earlier.text.split()), len(later.text.split()))
    long_enough = shortest >= max(FEWEST_COPIED, OWN_WORDS * length)
    if long_enough and share >= (_CREDITED if signed_alike else COPIED):
        return "copy"
    return "rewrite" if share >= REWRITTEN else None


def _independent(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[tuple[str, ...], ...]:
    """Articles that stand for one source: copies and rewrites of one text, and all that one outlet or agency wrote."""
    leader = {article.id: article.id for article in articles}

    def top(id: str) -> str:
        while leader[id] != id:
            id = leader[id]
        return id

    first: dict[str, str] = {}
    for article in articles:
        for name in filter(None, (article.agency or article.outlet,)):
            leader[top(article.id)] = top(first.setdefault(name, article.id))
    for copy in copies:
        leader[top(copy.article)] = top(copy.original)
    groups: dict[str, list[str]] = {}
    for article in articles:
        groups.setdefault(top(article.id), []).append(article.id)
    return tuple(tuple(group) for group in groups.values())
