"""What lists show of a story: a headline one of its articles carries, its days, and the words its articles share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from index.models import ArticleRow, Published, Story
from index.months import english
from index.stories.archive import Archive
from index.stories.features import Features
from index.stories.vectors import NUMBER, headline, lead

TERMS = 8
"""Words shown of a story."""


def describe(story: str, rows: Sequence[ArticleRow], features: Mapping[str, Features], archive: Archive) -> Story:
    """A story of these articles. `archive` says which words are common; it is the one of the articles' language."""
    ordered = sorted(rows, key=_age)
    days = sorted(row.published.when[:10] for row in ordered if row.published and _dated(row.published))
    return Story(
        id=story,
        headline=_headline(ordered, features, archive),
        articles=tuple(row.id for row in ordered),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        terms=_terms([features[row.id] for row in ordered if row.id in features], archive),
    )


def inferred_date(members: Iterable[Published | None]) -> Published | None:
    """When an undated article of a story appeared, as closely as the dates of the others agree: a month, a year.

    None where they do not agree, or none has a date of its own.
    """
    whens = [one.when for one in members if one is not None and not _borrowed(one)]
    months = {when[:7] for when in whens}
    years = {when[:4] for when in whens}
    if len(months) == 1 and len(month := months.pop()) == 7:
        return Published(month, "month", f"inferred from its story: {english(int(month[5:]))} {month[:4]}")
    if len(years) == 1:
        year = years.pop()
        return Published(year, "year", f"inferred from its story: {year}")
    return None


def _borrowed(published: Published) -> bool:
    return "from its story" in published.found_in


def _dated(published: Published | None) -> bool:
    return published is not None and published.precision in ("day", "minute") and not _borrowed(published)


def _age(row: ArticleRow) -> tuple[str, str]:
    """Earliest first, the undated last."""
    return (row.published.when if row.published and not _borrowed(row.published) else "9999"), row.id


def _headline(rows: Sequence[ArticleRow], features: Mapping[str, Features], archive: Archive) -> str:
    """The headline whose words stand most often in the headlines and leads of all; the earliest of equals."""
    titled = [row for row in rows if row.title]
    if len(rows) == 1 or not titled:
        return titled[0].title if titled else ""
    known = [features[row.id] for row in rows if row.id in features]
    titles = {row.id: headline(features[row.id], archive) for row in titled if row.id in features}
    centre: dict[str, float] = {}
    for vector in chain(titles.values(), (lead(each, archive) for each in known)):
        for term, weight in vector.items():
            centre[term] = centre.get(term, 0.0) + weight

    def typical(row: ArticleRow) -> float:
        return sum(weight * centre[term] for term, weight in titles.get(row.id, {}).items())

    return max(titled, key=typical).title


def _terms(members: Sequence[Features], archive: Archive) -> tuple[str, ...]:
    """The most telling words that most members share, as they are written in the texts."""
    weight: dict[str, float] = {}
    holders: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for member in members:
        for at, (term, word) in enumerate(zip(member.terms, member.spelled, strict=False)):
            if not member.kinds[at] & NUMBER:
                holders[term] += 1
                weight[term] = weight.get(term, 0.0) + archive.telling(term) * (1 - at / 48)
                spelled.setdefault(term, word)
    shared = [term for term in weight if 2 * holders[term] >= len(members)]
    best = sorted(shared, key=lambda term: (-weight[term], term))[:TERMS]
    return tuple(spelled[term] for term in best)
