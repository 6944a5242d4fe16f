"""Whether words that end with a name may mean a person: no place, no institution, no people, no day."""

from __future__ import annotations

import re

from index.months import month_numbers, weekday_numbers
from index.stories.countries import CITIES, COUNTRIES
from index.stories.genders import of_name
from index.stories.naming_signs import ORGANISATION, PLACE, THINGS, of_a_people
from index.stories.people import NAME, Unified, is_lead, plain
from index.words import fold

_WELL_KNOWN = COUNTRIES | CITIES
_DAYS = frozenset((*weekday_numbers(), *month_numbers()))
_NOBODY = ORGANISATION | PLACE | THINGS
_LONG = re.compile(r"[^\W\d_]{3,}")


def somebody(phrase: str, people: Unified) -> str:
    """The name of whoever may be meant; empty for anything that is no person."""
    runs = NAME.findall(phrase)
    if not runs or not phrase.rstrip().endswith(runs[-1]):
        return ""
    name = people.name(plain(runs[-1]))
    words = [fold(word) for word in name.split()]
    return "" if not words or _is_nobody(name, words) else name


def _is_nobody(name: str, words: list[str]) -> bool:
    in_capitals_in_part = len(set(map(str.isupper, _LONG.findall(name)))) > 1
    return (
        not _NOBODY.isdisjoint(words)
        or of_a_people(name)
        or (of_a_people(words[0]) and not of_name(name))
        or is_lead(words[0])
        or in_capitals_in_part
        or fold(name) in _WELL_KNOWN
        or words[0] in _DAYS
    )
