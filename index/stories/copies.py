"""Which articles of a story are one text: wire copy, copies of it and rewrites, so that nobody counts them twice.

Shingling and containment: Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.findings import Copy, Sources, Tie
from index.models import Article, Role
from index.stories.marks import quoted
from index.words import WORD, fold

SHINGLE = 6
"""Words in a row. Five are found in common phrases of news prose, seven miss a text whose every line was touched."""
COPIED = 0.75
"""Share of the shorter article's own words that stand in the longer one; from here on one is a copy of the other."""
REWRITTEN = 0.25
"""From here on one was written from the other: reporters at one event share statements and names, but less."""
FEWEST = 25
"""Shingles without which a text is too short to be compared: a headline and a line may be alike by chance."""
FEWEST_COPIED = 60
"""Shingles without which a text is too short to be called a copy: it may be three sentences of a statement."""
OWN_WORDS = 0.55
"""Share of a copy's words that must be its own: what prints a long statement in quotation marks copies no report."""

SAME = 0.9
"""A copy that has so much of its original needs no comparing of its own: what copies it copies the original."""
_ANCHOR = 6
"""Letters of the first word of a shingle by which articles that may be alike are found."""
_MOST = 12
"""Earlier articles that one is compared with, those that have most anchors in common; keeps large stories linear."""
_MARKED = re.compile("[\"“”„«»‘'’‚]")
_CREDITED = 0.4
"""A share that is enough for a copy where both texts are signed by the same agency."""

Shingles = frozenset[tuple[str, ...]]


def sources(articles: Sequence[Article]) -> Sources:
    """Copies and rewrites with their originals, and the articles in groups that each count as one source.

    About a millisecond an article of 800 words, whatever the size of the story.
    """
    ordered = _by_origin(articles)
    compared = _Compared()
    copies: dict[str, Copy] = {}
    for article in ordered:
        tie = _tie(article, compared.add(article), copies)
        if tie is not None:
            copies[article.id] = tie
            if tie.tie == "copy" and tie.shared >= SAME:
                compared.leave_out_last()
    found = tuple(copies[article.id] for article in articles if article.id in copies)
    return Sources(found, _independent(articles, found))


def shingles(article: Article) -> Shingles:
    """Runs of words of an article's own text: quotations are left out (everybody has those), and captions, too."""
    found: set[tuple[str, ...]] = set()
    for block in article.blocks:
        if block.role is Role.BODY:
            for piece in _unquoted(block.text):
                said = list(map(fold, WORD.findall(piece)))
                found.update(zip(*(said[at:] for at in range(SHINGLE)), strict=False))
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


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What an article has in common with an earlier one."""

    earlier: Article
    share: float
    """Of the shorter one's shingles."""
    shortest: int
    """Shingles of the shorter one."""


class _Compared:
    """The articles seen so far. A story of one text printed two hundred times compares each with the first alone."""

    def __init__(self) -> None:
        self._seen: list[tuple[Article, Shingles]] = []
        self._with: dict[tuple[str, ...], list[int]] = defaultdict(list)
        """Shingles that begin with a long word (a third of all) → the articles that have them."""

    def add(self, article: Article) -> list[_Likeness]:
        """What it has in common with those before it, in their order; it is one of them from now on."""
        own = shingles(article)
        anchors = [shingle for shingle in own if len(shingle[0]) >= _ANCHOR]
        common = Counter(at for anchor in anchors for at in self._with.get(anchor, ()))
        candidates = sorted(sorted(common, key=lambda at: (-common[at], at))[:_MOST])
        found = [self._likeness(own, *self._seen[at]) for at in candidates]
        for anchor in anchors:
            self._with[anchor].append(len(self._seen))
        self._seen.append((article, own))
        return found

    def leave_out_last(self) -> None:
        """Has later articles not compared with the last one: it is the text of an earlier one."""
        article, _ = self._seen[-1]
        self._seen[-1] = article, frozenset()

    @staticmethod
    def _likeness(own: Shingles, earlier: Article, theirs: Shingles) -> _Likeness:
        shortest = min(len(own), len(theirs))
        return _Likeness(earlier, len(own & theirs) / shortest if shortest else 0.0, shortest)


def _tie(article: Article, earlier: Sequence[_Likeness], copies: Mapping[str, Copy]) -> Copy | None:
    """How an article follows an earlier one: the one it has most in common with, or what that one is a copy of."""
    best = max((one for one in earlier if one.shortest >= FEWEST), key=lambda one: one.share, default=None)
    tie = _named(best.share, best.earlier, article, best.shortest) if best else None
    if best is None or tie is None:
        return None
    source = copies.get(best.earlier.id)
    original = source.original if source and source.tie == "copy" else best.earlier.id
    return Copy(article.id, original, tie, round(best.share, 3))


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
