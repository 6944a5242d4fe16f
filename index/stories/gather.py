"""The quotations of a whole story: one row for the same words, with everybody who prints them, cropped or whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from index.findings import Carried, Quotation
from index.models import Article
from index.stories.people import Unified
from index.stories.quotes import Said, quotations
from index.words import words

LEAST = 4
"""Words that a cropped quotation must have to be known again inside a longer one."""
KEY = 3
"""Words in a row by which quotations that may be the same are found."""


def gather(articles: Sequence[Article]) -> tuple[Quotation, ...]:
    """All quotations of a story in the order in which they first appear; the articles come earliest first."""
    people = Unified(block.text for article in articles for block in article.blocks)
    said = [one for article in articles for one in quotations(article, people)]
    return tuple(_row([said[at] for at in group]) for group in _groups(said))


def _groups(said: Sequence[Said]) -> list[list[int]]:
    """Numbers of quotations that are the same words: a shorter one belongs to the longest that holds it."""
    spoken = [tuple(word for _, _, word in words(one.text)) for one in said]
    keys: dict[tuple[str, ...], list[int]] = defaultdict(list)
    leaders: dict[int, list[int]] = {}
    for at in sorted(range(len(said)), key=lambda at: (-len(spoken[at]), at)):
        leader = _leader(at, said, spoken, keys)
        if leader is None:
            leaders[at] = [at]
            for key in _keys(spoken[at]):
                keys[key].append(at)
        else:
            leaders[leader].append(at)
    return sorted(sorted(group) for group in leaders.values())


def _keys(spoken: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(spoken[at : at + KEY] for at in range(max(1, len(spoken) - KEY + 1))))


def _leader(
    at: int,
    said: Sequence[Said],
    spoken: Sequence[tuple[str, ...]],
    keys: dict[tuple[str, ...], list[int]],
) -> int | None:
    own = spoken[at]
    for other in sorted(keys.get(own[:KEY], ())):
        short = len(own) < LEAST and (own != spoken[other] or said[at].speaker != said[other].speaker)
        opposed = bool(said[at].speaker and said[other].speaker) and said[at].speaker != said[other].speaker
        if not short and not (opposed and len(own) < 2 * LEAST) and _holds(spoken[other], own):
            return other
    return None


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _row(group: Sequence[Said]) -> Quotation:
    fullest = max(group, key=lambda one: len(list(words(one.text))))
    whole = [word for _, _, word in words(fullest.text)]
    carried = tuple(Carried(one.spot, one.text, [word for _, _, word in words(one.text)] == whole) for one in group)
    return Quotation(fullest.text, _speaker(group), carried)


def _speaker(group: Sequence[Said]) -> str:
    """Whom most of those who name somebody name; nobody where they are at odds."""
    named = Counter(one.speaker for one in group if one.speaker).most_common(2)
    if not named or (len(named) > 1 and named[0][1] == named[1][1]):
        return ""
    return named[0][0]
