"""The words around a number that tell what it counts: what befell people, what ends a noun, where and when."""

from __future__ import annotations

import re

from index.words import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_FATES = {
    "killed": "killed killing dead died deaths slain perished fatalities bodies lives toll tués tué morts décès "
    "getötet starben gestorben tote muertos murieron mortos morreram morti uccisi doden gedood погибли погибших убиты",
    "injured": "injured injuring hurt wounded wounding injuries blessés verletzte verletzt heridos feriti "
    "feridos gewonden",
    "arrested": "arrested arresting arrests detained detaining custody arrêtés interpellés festgenommen detenidos",
    "missing": "missing unaccounted disparus vermisst desaparecidos dispersi vermist",
    "evacuated": "evacuated evacuating displaced fled évacués evakuiert evacuados sfollati",
}
FATE = {fold(word): fate for fate, every in _FATES.items() for word in every.split()}
"""Folded word → what befell the people counted."""
PEOPLE = _folded("""
people persons others individuals casualties victims personnes leute menschen personas pessoas mensen persone
""")
"""Folded words for people of whom nothing more is said."""
VAGUE = PEOPLE | _folded("""
year years month months week weeks day days hour hours minute minutes time times point points vote votes state states
country countries percent part parts group groups member members man men woman women child children page pages
case cases jahre ans años anni anos jaar
""")
"""Folded words that count anything, so that they alone do not tell two counts apart."""
ENDS = _folded("""
of in on at to by for from with and or but that which who whom whose when where while as than into after before during
since until was were is are be been being had has have will would could may might can said says told including among
between under over about against through per out up off near according the a an this these those it its they their
he his she her if not also because how many much ages aged today yesterday de des du dans sur par et qui dont von im auf
mit und der die das del en por con y di della
""")
"""Folded words with which the words that are counted end."""
FILLERS = _folded("of other others more additional further new separate or so des de der")
"""Folded words between a number and what it counts."""

PART_BEFORE = re.compile(
    r"\b(?:including|among|of whom|of them|another|dont|darunter|entre ellos|tra cui|the|these|those|all|both|his|her|"
    r"their|other)\W+(?:at least |about |some )?$",
    re.IGNORECASE,
)
PART_AFTER = re.compile(r"\s?(?:more|others?|additional)\b|\s?of (?:the|his|her|their|its|\d)", re.IGNORECASE)
"""Some of a number that was given before: including two children, the two, three more."""
THEN = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\bago\b|\bsince\b|\bannual(?:ly)?\b|\b(?:per|a|each|every) (?:year|day|month|week|hour)\b|"
    r"\b(?:last|previous|past|next|earlier|following|coming) (?:year|month|week|decade|century|time|season|few)\w*\b",
    re.IGNORECASE,
)
"""Another time than that of the report."""
PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|outside|across|around|à|dans|en|em|bei|nel)\s(?:the\s)?(?:[a-z]+\s)?(?:[a-z]+\sof\s)?"
    r"((?:[A-Z][\w.’'-]*)(?:\s[A-Z][\w’'-]*)*)"
)
SAID_ON = re.compile(r"\b(?:said|says|told|reported|announced|according|confirmed|put|stood|as of)\b[^,.;]*$")
"""Before the name of a day: then somebody said so."""
BREAK = re.compile(r"[.;:,()–—]|\s-\s|\band\b|\bbut\b|\bwhile\b|\bund\b|\bet\b|\by\b")
"""Where another clause begins."""
TABULAR = re.compile(r"\bvs\b")
"""A line of a table of results; its figures have no words around them."""
