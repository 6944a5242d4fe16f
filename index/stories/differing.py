"""Numbers that differ: what a story's articles state of the same thing, where they do not agree. Possible, no verdict.

sentences ─ amounts ─► each with what it counts and the words around it ─ the same thing? ─► rows that do not agree
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from index.findings import Differing, Figure, Mention
from index.models import Article
from index.stories.quantities import Quantity, quantities

ALIKE = 0.45
"""Cosine of the words around two amounts, from which on they are of one thing."""
ALIKE_FATE = 0.15
"""The same where both count people to whom the same befell: a story has one toll, and words it in many ways."""
ALIKE_VAGUE = 0.6
"""The same where nothing but a unit, or a word that counts anything, stands beside them."""
NAMED_ALIKE = 0.6
"""Share of the names of one sentence that the other must name as well, unless both count victims."""
_FURTHEST, _FURTHEST_FATE = 3.0, 12.0
"""How many times as large one of two figures for one thing may be; a toll grows by more than a price."""
_MOST_VALUES = 4
"""More different figures that neither only grow nor only shrink are a series."""

Stated = Mapping[tuple[str, str], Sequence[Quantity]]
"""Article and unit → its quantities."""


def differing(articles: Sequence[Article]) -> tuple[Differing, ...]:
    """Rows whose figures do not agree, in the order of their first figures; the articles come earliest first.

    Of one article a row holds one figure: the one that is most like those of the others.
    """
    by_id = {article.id: article for article in articles}
    groups = [group for group in _groups(quantities(articles)) if _differs(group)]
    return tuple(_row(group, by_id) for group in groups if not any(_repeats(group, other) for other in groups))


def _differs(group: Sequence[Quantity]) -> bool:
    """True for figures that do not all agree and are no series, where every article tells of another week's."""
    values = list(dict.fromkeys(one.amount.exact for one in group))
    in_order = values in (sorted(values), sorted(values, reverse=True))
    return any(_disagree(group[0], one) for one in group) and (len(values) <= _MOST_VALUES or in_order)


def _repeats(group: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """True when another row has the same toll: an article that gives it twice stands in two rows."""
    same = group[0].fate == other[0].fate != "" and len(group) < len(other)
    return same and {one.amount.exact for one in group} <= {one.amount.exact for one in other}


def _groups(found: Sequence[Quantity]) -> list[list[Quantity]]:
    """Quantities of one thing, each group with at most one of an article, in text order."""
    links = sorted(_links(found), key=lambda link: (-round(link[0], 6), link[1:]))
    group_of: dict[int, list[int]] = {}
    for _, one, other in links:
        left, right = group_of.setdefault(one, [one]), group_of.setdefault(other, [other])
        if left is not right and not _meet(left, right, found):
            left += right
            group_of.update(dict.fromkeys(right, left))
    unique = {id(group): sorted(group) for group in group_of.values()}
    return [[found[at] for at in group] for group in sorted(unique.values()) if len(group) > 1]


def _meet(left: Sequence[int], right: Sequence[int], found: Sequence[Quantity]) -> bool:
    """True when two groups hold figures of one article: then they are of two things."""
    return not {found[at].article for at in left}.isdisjoint(found[at].article for at in right)


def _links(found: Sequence[Quantity]) -> Iterator[tuple[float, int, int]]:
    """Pairs of quantities that may be of one thing: (likeness, place, place)."""
    meeting: dict[str, list[int]] = defaultdict(list)
    for at, quantity in enumerate(found):
        for key in quantity.meets():
            meeting[key].append(at)
    pairs = {(one, other) for places in meeting.values() for n, other in enumerate(places) for one in places[:n]}
    stated = _stated(found)
    for one, other in sorted(pairs):
        left, right = found[one], found[other]
        likeness = _likeness(left, right) if _may_differ(left, right) else 0.0
        if likeness and not (_disagree(left, right) and _knows_both(left, right, stated)):
            yield likeness, one, other


def _may_differ(one: Quantity, other: Quantity) -> bool:
    """A toll may grow from one article to the next; another price in the same outlet is another day's price."""
    return one.article != other.article and (bool(one.fate) or one.source != other.source)


def _likeness(one: Quantity, other: Quantity) -> float:
    """How alike what two quantities count is; 0 where it is not the same thing."""
    if not _comparable(one, other) or _another_occasion(one, other):
        return 0.0
    shared = one.heads & other.heads
    if (one.heads or other.heads) and not shared and not (one.fate and one.people and other.people):
        return 0.0
    wanted = ALIKE_FATE if one.fate else ALIKE if shared and not one.vague else ALIKE_VAGUE
    if not one.fate and not _of_the_same(one.names, other.names):
        return 0.0
    found = one.likeness(other)
    return found if found >= wanted else 0.0


def _comparable(one: Quantity, other: Quantity) -> bool:
    """True when two numbers may be of one thing by their size, unit and time."""
    furthest = _FURTHEST_FATE if one.fate else _FURTHEST
    small, large = sorted((one.amount.exact, other.amount.exact))
    alike = (one.amount.unit, one.then, one.fate, one.part) == (other.amount.unit, other.then, other.fate, other.part)
    return alike and large <= furthest * small


def _of_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when two sentences speak of the same people and places: one names most of what the other does."""
    return len(one & other) >= max(1, NAMED_ALIKE * min(len(one), len(other)))


def _another_occasion(one: Quantity, other: Quantity) -> bool:
    return _elsewhere(one.places, other.places) or (bool(one.days and other.days) and one.days.isdisjoint(other.days))


def _elsewhere(one: Collection[str], other: Collection[str]) -> bool:
    """True when both name places and none of them is one of the other's, in more or fewer words."""
    return bool(one and other) and not any(here in there or there in here for here in one for there in other)


def _disagree(one: Quantity, other: Quantity) -> bool:
    return one.amount.high < other.amount.low or other.amount.high < one.amount.low


def _stated(found: Sequence[Quantity]) -> Stated:
    stated: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for one in found:
        stated[one.article, one.amount.unit].append(one)
    return stated


def _knows_both(one: Quantity, other: Quantity, stated: Stated) -> bool:
    """True when one of the two articles states the other's figure as well: then it means another thing by it."""
    return any(
        not _disagree(known, theirs) and _may_count_the_same(known, theirs)
        for own, theirs in ((one, other), (other, one))
        for known in stated[own.article, own.amount.unit]
    )


def _may_count_the_same(one: Quantity, other: Quantity) -> bool:
    return not one.heads.isdisjoint(other.heads) or one.heads == other.heads or (one.people and other.people)


def _row(group: Sequence[Quantity], articles: dict[str, Article]) -> Differing:
    first = group[0]
    return Differing(
        first.subject, first.fate, first.amount.unit, tuple(_figure(one, articles[one.article]) for one in group)
    )


def _figure(one: Quantity, article: Article) -> Figure:
    text = article.sentence(one.spot.sentence)
    start, end = one.amount.start, one.amount.end
    return Figure(Mention(one.spot, start, end), text[start:end], text, one.amount.exact)
