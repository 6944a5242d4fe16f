"""People, places and organisations without a model: capitals, titles, prepositions, and how often each sign is met.

sentences ─ capitalised runs ─► names ─ one form for all variants ─► kind, where the signs leave no doubt
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.findings import Kind, Mention, Named, Spot
from index.models import Article
from index.months import month_numbers, weekday_numbers
from index.stories.countries import CITIES, COUNTRIES
from index.stories.naming_forms import ALONE, SHARE, forms
from index.stories.naming_joined import joined
from index.stories.naming_signs import (
    AFTER,
    BEFORE,
    KNOWN,
    NONE,
    ORGANISATION,
    PLACE,
    SAYS,
    of_a_people,
    of_several,
)  # fmt: skip
from index.stories.people import BEGINS, titles_end, without_owner
from index.stories.runs import name_of, runs
from index.words import fold, stop_words

SURE = 2
"""Times that a preposition must place a name before it is called a place."""
_BEFORE, _AFTER = 24, 60
"""Characters around a name in which a sign may stand."""
_SMALL = re.compile(r"\b[a-zà-öø-ÿ]{2,}\b")
_SIGNS: tuple[Kind, ...] = ("person", "place")
_NOUNS_HAVE_CAPITALS = frozenset(("de", "lb"))
"""Languages in which a capital alone makes no name."""
_CALENDAR = frozenset((*month_numbers(), *weekday_numbers()))
_QUOTED = 6
"""Characters before a word in which it shows that a sentence begins with it, quotation marks included."""
_NEVER_ALONE = (ORGANISATION | PLACE) - KNOWN
"""Folded words that name nothing by themselves: the Ministry, the City."""


@dataclass(frozen=True, slots=True)
class _Met:
    """A name where it stands."""

    mention: Mention
    name: str
    """Without titles."""
    signs: tuple[str, ...]
    """Kinds that the words in it and around it speak for, and `the` where an article stands before it."""
    begins: bool
    """True where a sentence begins with it: there every word has a capital."""


def naming(articles: Sequence[Article]) -> tuple[Named, ...]:
    """What the articles name; what most of them name first, then what is named most often, then the earliest."""
    wholes = joined(articles)
    met = [one for article in articles for one in _met(article, wholes)]
    met = _without_ordinary_words(met, articles)
    signs: dict[str, Counter[str]] = defaultdict(Counter)
    for one in met:
        signs[one.name].update((*one.signs, "all"))
    form_of = forms(signs, articles)
    groups: dict[str, list[_Met]] = defaultdict(list)
    for one in met:
        groups[form_of[one.name]].append(one)
    named = (_named(form, group) for form, group in groups.items())
    unsure = frozenset(article.id for article in articles if article.language in _NOUNS_HAVE_CAPITALS)
    found = [
        one
        for one in named
        if _is_name(one) and (one.kind != "name" or " " in one.name or not unsure.issuperset(one.articles))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.articles), -len(one.mentions))))


def _is_name(one: Named) -> bool:
    """False for peoples, languages, days and months, and for `Varn-led`, which says how."""
    if one.kind == "person" and " " in one.name:
        return not of_several(one.name)
    if " " not in one.name and one.kind != "person" and one.name.rpartition("-")[2].islower():
        return False
    return not of_a_people(one.name) and one.name.lower() not in _CALENDAR


def _met(article: Article, wholes: Sequence[str]) -> Iterator[_Met]:
    for number in range(len(article.sentences)):
        text = article.sentence(number)
        for start, end in runs(text, wholes):
            one = _one(text, start, end, Spot(article.id, number))
            if one is not None:
                yield one


def _one(text: str, start: int, end: int, spot: Spot) -> _Met | None:
    begins = bool(BEGINS.search(text[:start]) if start <= _QUOTED else BEGINS.search(text[start - _QUOTED : start]))
    run = without_owner(text[start:end])
    name, institution = name_of(run)
    at = text.find(name, end - len(run), end) if name else -1
    if at < 0 or NONE.match(name) or fold(name) in _NEVER_ALONE:
        return None
    signs = list(_signs(text, at, at + len(name)))
    if institution:
        signs = [institution, *(sign for sign in signs if sign == "the")]
    elif titles_end(run.split()) and not titles_end(name.split()):
        signs.append("person")
    return _Met(
        Mention(spot, at, at + len(name)),
        name,
        tuple(signs),
        begins and text.startswith(run, start) and run.startswith(name),
    )


def _signs(text: str, start: int, end: int) -> Iterator[str]:
    left, right = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    for kind in _SIGNS:
        if BEFORE[kind].search(left) or AFTER[kind].match(right):
            yield kind
    if BEFORE["the"].search(left):
        yield "the"
    if SAYS[0].search(left) or SAYS[1].match(right):
        yield "says"


def _without_ordinary_words(met: Sequence[_Met], articles: Sequence[Article]) -> list[_Met]:
    """Leaves out single words that carry a capital only at the beginning of sentences, or are written small as well."""
    small = Counter(word for article in articles for block in article.blocks for word in _SMALL.findall(block.text))
    for language in sorted({article.language for article in articles}):
        small.update(stop_words(language))
    whole = {one.name for one in met if not one.begins}
    bare = [_without_first(one, small) if one.begins and one.name not in whole else one for one in met]
    inside = Counter(word for one in bare if not one.begins for word in one.name.split())
    return [
        one for one in bare if " " in one.name or (inside[one.name] and small[one.name.lower()] <= inside[one.name])
    ]


def _without_first(one: _Met, small: Mapping[str, int]) -> _Met:
    """`Because Moscow` and `Oil-rich Kazakhstan` name what comes after the first word."""
    first, _, rest = one.name.partition(" ")
    if not rest or not (small.get(first.lower()) or first.rpartition("-")[2].islower()):
        return one
    mention = replace(one.mention, start=one.mention.end - len(rest))
    return replace(one, name=rest, mention=mention, begins=False)


def _named(form: str, group: Sequence[_Met]) -> Named:
    counted = Counter(sign for one in group for sign in one.signs)
    variants = Counter(one.name for one in group)
    ordered = sorted(variants, key=lambda name: (name != form, -variants[name], name))
    return Named(form, _kind(form, counted, variants, len(group)), tuple(ordered), tuple(one.mention for one in group))


def _kind(form: str, counted: Counter[str], variants: Counter[str], times: int) -> Kind:
    """What a name is, where the signs agree; an institution's word in it is sure by itself."""
    if fold(form) in COUNTRIES or (fold(form) in CITIES and counted["place"] >= counted["person"]):
        return "place"
    if counted["institution"] or fold(form) in KNOWN:
        return "organisation"
    if counted["the place"] or counted["thing"]:
        return "place" if counted["the place"] else "name"
    if counted["the"] > ALONE * times:
        return "organisation" if form.isupper() and len(form) > 1 else "name"
    placed = counted["place"] >= SURE and counted["place"] >= SHARE * times
    alone = sum(count for name, count in variants.items() if " " not in name and form.endswith(name))
    of_family = (
        " " in form
        and alone > 0
        and not of_a_people(form)
        and (counted["says"] > 0 or (alone >= SURE and not counted["the"]))
    )
    if (counted["person"] > counted["place"]) or (of_family and not counted["place"]):
        return "person"
    return "place" if placed and counted["place"] > SURE * counted["person"] else "name"
