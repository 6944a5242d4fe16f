"""Whom `he` or `she` means: the person whom the sentences before are about."""

from __future__ import annotations

import re

from index.months import month_numbers, weekday_numbers
from index.stories.countries import CITIES, COUNTRIES
from index.stories.naming_signs import ORGANISATION, PLACE, THINGS, of_a_people
from index.stories.people import NAME, Unified, is_lead, plain
from index.stories.verbs import VERB
from index.words import fold

_OPENING = re.compile(
    r"(?:^|[.!?]\s+|\ue000\s+)(?:[^.!?\ue000]{0,40}, )?([^.!?,\ue000]{2,70}?)(?:,[^.!?\ue000]{2,90}?,)? "
    rf"(?:has |had |also |later )?{VERB}\b"
)
"""A sentence that begins with somebody who says something."""
_BEGINS = re.compile(rf"(?:^|[.!?…]\s+|\ue000\s*)(?:[A-Z][^.!?,\ue000]{{0,40}}, )?({NAME.pattern})(?!['’]s)")
"""A sentence that begins with a name, after a few words of when or where."""
_WELL_KNOWN = COUNTRIES | CITIES
_DAYS = frozenset((*weekday_numbers(), *month_numbers()))
_NOBODY = ORGANISATION | PLACE | THINGS


def subject(text: str, people: Unified) -> str:
    """The person with whom the latest sentence begins that tells what somebody says; else the only person there is."""
    said = [name for match in _OPENING.finditer(text) if (name := _person(match[1], people))]
    return said[-1] if said else _only(text, people)


def _only(text: str, people: Unified) -> str:
    """The one who is named, if a sentence begins with that name; a single name may be somebody, too."""
    named = {name for match in NAME.finditer(text) if (name := _somebody(match.group(), people))}
    begins = (_person(match[1], people) for match in _BEGINS.finditer(text))
    return next((name for name in begins if named == {name}), "")


def people_of(text: str, people: Unified) -> list[str]:
    """Everybody who is named in a text and is known by two names; what may be somebody is taken to be."""
    return [name for match in NAME.finditer(text) if (name := _person(match.group(), people))]


def _person(phrase: str, people: Unified) -> str:
    """The full name of the person that a phrase ends with; empty if it is nobody known by two names."""
    runs = NAME.findall(phrase)
    name = _somebody(runs[-1], people) if runs and phrase.rstrip().endswith(runs[-1]) else ""
    return name if " " in name else ""


def _somebody(run: str, people: Unified) -> str:
    """Who may be meant by a run of words with capitals; empty for places, institutions and peoples."""
    name = people.name(plain(run))
    words = [fold(word) for word in name.split()]
    nobody = not words or not _NOBODY.isdisjoint(words) or of_a_people(name) or is_lead(words[0])
    return "" if nobody or fold(name) in _WELL_KNOWN or words[0] in _DAYS else name
