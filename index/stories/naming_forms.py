"""One form for all that a name is called: the full name, its initials, its other spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from index.models import Article
from index.stories.countries import COUNTRIES, FULL
from index.stories.naming_signs import ACRONYM, initials
from index.stories.people import Unified, alike
from index.stories.runs import name_of, runs
from index.words import fold

Signs = Mapping[str, Counter[str]]
"""Name → how often each sign of a kind was met with it, and under `all` how often it was named."""

SHARE = 0.15
"""Share of its mentions that must be so; below it, somebody was only once believed in."""
ALONE = 0.5
"""Share of mentions with an article from which on a name is no person's: the White House."""
_LONG = 8
"""Letters of a single word from which on one letter more or less is another spelling of it."""
_INITIALS = 3
"""Initials without which letters in a row may stand for many names."""
_SPELLINGS = (("isation", "ization"), ("centre", "center"), ("defence", "defense"))
"""British → American, as it stands in the names of institutions."""


def forms(signs: Signs, articles: Sequence[Article]) -> dict[str, str]:
    """Each name → the form that stands for all its variants."""
    people = Unified(article.sentence(number) for article in articles for number in range(len(article.sentences)))
    full = _of_initials(signs, articles)
    found = {}
    for name, counted in signs.items():
        form = name if _is_known(name, counted) else people.name(name)
        of_another = form != name and " " not in name
        told_apart = of_another and (counted["place"] > SHARE * counted["all"] or _is_thing(signs.get(form, Counter())))
        found[name] = full.get(name, name) if told_apart or form not in signs else full.get(form, form)
    written = _written(found, signs)
    return {name: _spelt_alike(written[form], signs) for name, form in found.items()}


def _is_known(name: str, counted: Counter[str]) -> bool:
    """True for what is nobody's family name: an institution, a country, letters in a row."""
    institution = counted["institution"] or counted["the place"] or counted["thing"]
    return bool(institution) or (name.isupper() and len(name) > 1) or fold(name) in COUNTRIES


def _is_thing(counted: Counter[str]) -> bool:
    return (
        bool(counted["institution"] or counted["the place"] or counted["thing"])
        or counted["the"] > ALONE * counted["all"]
    )


def _of_initials(signs: Signs, articles: Sequence[Article]) -> dict[str, str]:
    """Letters → the name they stand for: it stands before them in brackets, or all know it, or nothing else fits."""
    things: dict[str, list[str]] = defaultdict(list)
    for name in sorted(signs):
        letters = initials(name)
        if " " in name and len(letters) >= _INITIALS and _is_thing(signs[name]):
            things[letters].append(name)
    full = {}
    known = {_letters(name): name for name in sorted(signs) if " " in name}
    for name in signs:
        wanted = [known[other] for other in FULL.get(_letters(name), ()) if other in known]
        own = things.get(name.replace(".", ""), [])
        if wanted:
            full[name] = wanted[0]
        elif len(own) == 1 and " " not in name:
            full[name] = own[0]
    spelt_out = _spelt_out(articles)
    return full | {initials(name): name for name in sorted(signs, reverse=True) if name in spelt_out}


def _letters(name: str) -> str:
    """A name without case, accents and full stops: U.S. and US are one."""
    return fold(name).replace(".", "")


def _spelt(letters: str) -> str:
    """The same in American English: World Health Organisation."""
    for british, american in _SPELLINGS:
        letters = letters.replace(british, american)
    return letters


def _written(found: Mapping[str, str], signs: Signs) -> dict[str, str]:
    """Each form → the most frequent of those that differ in case, accents, full stops or English only: NATO, Nato."""
    same: dict[str, list[str]] = defaultdict(list)
    for form in dict.fromkeys(found.values()):
        letters = _letters(form)
        same[_spelt(min((letters, *FULL.get(letters, ()))))].append(form)
    return {
        form: min(group, key=lambda name: (-signs.get(name, Counter())["all"], name))
        for group in same.values()
        for form in group
    }


def _spelt_alike(form: str, signs: Signs) -> str:
    """The more frequent spelling of a long single word: Kazakstan, Kazakhstan."""
    if " " in form or len(form) < _LONG:
        return form
    near = [name for name in signs if len(name) >= _LONG and name[0] == form[0] and alike(fold(name), fold(form))]
    return min(near, key=lambda name: (-signs[name]["all"], name), default=form)


def _spelt_out(articles: Sequence[Article]) -> frozenset[str]:
    """Names whose initials follow in brackets: World Health Organization (WHO)."""
    found = set()
    for article in articles:
        for block in article.blocks:
            for match in ACRONYM.finditer(block.text) if "(" in block.text else ():
                for start, end in runs(block.text[: match.start()]):
                    name, _ = name_of(block.text[start:end])
                    if end == match.start() and initials(name) == match[1]:
                        found.add(name)
    return frozenset(found)
