"""Who speaks, by the words beside a verb of saying: a name, a pronoun, or a few plain words."""

from __future__ import annotations

import re

from index.stories.naming_signs import of_a_people
from index.stories.people import NAME, names, titles_end

_WHEN = re.compile(
    r"\s*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|gestern|ayer|ieri|heute|hoy|oggi|"
    r"am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|"
    r"el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+)+"
)
"""When somebody said it, before who did."""
_WHEN_AFTER = re.compile(
    r"(?: (?:on|late|early))* (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$"
)
_ROLE_AND_NAME = re.compile(
    rf"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z]\w+['’]s?) [^,;:]{{3,60}}, ({NAME.pattern})(?=[,.]|$)"
)
"""`said the town's mayor, Ana Lund`."""
_ROLE_BEFORE = re.compile(r"(?:[^\W\dA-ZА-Я_][\w’'-]* ){0,3}")
"""Up to three words written small: the role of whoever is named after them."""
_OFFICE = re.compile(
    r" (?:\w+ )?(?:director|president|spokesman|spokeswoman|chairman|chairwoman|professor|leader|editor) "
)
_STOPS = re.compile(
    r"\b(?:of|for|in|on|at|to|by|with|during|after|before|as|when|who|whose|that|which|from|about|told|while|adding|"
    r"referring|speaking|outside|following|via|over|under|since|at|le|lors|dans|bei|nach|auf|im|während|en|durante|nel|"
    r"yesterday|today|tonight|earlier|later|this|last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|am|where|because|if|but|through|even|amid|despite|upon|without|among)\b|[,.]\s|[,.]$|\(|\s(?:[–—-]|--)\s"
)
_ABBREVIATION = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|Rev|Capt|Maj|Adm|Const|St|M|Jr|Sr|Ltd|Inc|Corp|Co|Bros|Calif|"
    r"Fla|Ala|Ariz|Conn|Ill|Mass|Mich|Minn|Ore|Okla|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Ga|Md|Mo|[A-Z])\.(?=[\s,A-Z])|(?<=\d)\.(?=\d)"
)
_PLACE_ABBREVIATED = re.compile(r"[A-Z][a-z]+\u2024$")
"""`…, Ariz., who said`: where somebody comes from."""
PRONOUN = re.compile(r"(?:he|she|il|elle|er|sie|él|ella|lui|lei|ele|ela|hij|zij|ze|han|hon|hun|он|она)$", re.IGNORECASE)
LEADS = re.compile(
    r"^(?:while|and|but|as|when|although|though|because|after|before|where|whereas|then|later|however|meanwhile|earlier|"
    r"et|mais|und|aber|y|pero|e|ma|maar|if|yet|so|since|nor|or|for)\b,?\s*", re.IGNORECASE,
)  # fmt: skip
_GENERIC = re.compile(
    r"^(?:the|a|an|its|his|her|their|one|another|le|la|l['’]|un|une|der|die|ein|eine|el|il|lo|de|het|een|o|os|as)\b.*|"
    r"^(?:police|officials|authorities|prosecutors|investigators|witnesses|researchers|scientists|lawyers|critics|organizers|"
    r"supporters|analysts|doctors|residents|neighbors|neighbours)$", re.IGNORECASE,
)  # fmt: skip
_OF_NAME = re.compile(
    r"((?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: [a-zà-ÿ][\w-]*){1,3}?) "
    r"(?:of|to|for|in|at|from|with|on|near|close) "
)
"""`A source close to the West Wing`: the speaker is what stands before the preposition."""
_DETERMINER = re.compile(r"(?:the|a|an|its|his|her|their|one|another)$", re.I)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*,?\s*$")
_PART_OF_NAME = re.compile(r"[A-Z]\w+ of [A-Z]")
"""`Voice of Varn director Ana Lund`: an institution whose name goes on after its first word."""
_MEMBER = re.compile(r" (?:of|from|with|at|for) (?:the |a )?")
"""`Ana Lund of the Harbour Board`: she speaks."""
_LONGEST_GENERIC = 4
_OF_PARTY = frozenset(("Democrat", "Republican", "Conservative", "Tory"))
"""What somebody may be called: the California Democrat."""


_AFTER_PREPOSITION = re.compile(r"\b(?:in|of|at|from|for|with|near|against|about|outside) (?:the )?$")
"""`A poll in Varn said`: the name says where, and nobody speaks."""


def unabbreviated(text: str) -> str:
    """The same text, as long as before, with the full stops of abbreviations and initials taken out."""
    return _ABBREVIATION.sub(lambda match: (match[1] or "") + "\u2024", text)


def head(phrase: str) -> str:
    """The speaker at the beginning of what follows a verb: `Ana Lund of the town council` → `Ana Lund`."""
    phrase = _WHEN.sub("", unabbreviated(phrase.strip(" ,")), count=1)
    if (apposed := _ROLE_AND_NAME.match(phrase)) and " " in apposed[1]:
        return apposed[1].replace("\u2024", ".")
    if _PART_OF_NAME.match(phrase):
        return _of_institution(phrase)
    stop = _STOPS.search(phrase)
    phrase = phrase[: stop.start()] if stop else phrase
    return who_of(phrase) or _first_name(phrase)


def _first_name(phrase: str) -> str:
    """The full name that a role in a few words leads to, where more follows: `mayor Ana Lund late at night`."""
    found = names(phrase)
    sure = bool(found) and " " in found[0][2] and bool(_ROLE_BEFORE.fullmatch(phrase[: found[0][0]]))
    return found[0][2] if sure and phrase[found[0][1] :].startswith(" ") else ""


def _of_institution(phrase: str) -> str:
    """`University of Varn President Ana Lund`: who stands after an office that an institution has; else nobody."""
    rest = phrase.partition(" of ")[2]
    stop = _STOPS.search(rest)
    found = names(rest[: stop.start()] if stop else rest)
    if len(found) == 1 and titles_end(rest[found[0][0] : found[0][1]].split()[1:]):
        return found[0][2]
    return found[1][2] if len(found) == 2 and _OFFICE.fullmatch(rest[found[0][1] : found[1][0]]) else ""


def tail(phrase: str) -> str:
    """The speaker at the end of what leads to a verb: `But on Monday, Mayor Ana Lund` → `Ana Lund`."""
    phrase = _PARENTHESIS.sub("", unabbreviated(phrase))
    for part in reversed(phrase.split(", ")):
        part = part.strip(" ,")
        while (cut := LEADS.sub("", part)) != part:
            part = cut
        return who_of(_WHEN_AFTER.sub("", part))
    return ""


def who_of(phrase: str) -> str:
    """A name, a pronoun, or a few plain words (the company); empty for anything that is no speaker."""
    if _PLACE_ABBREVIATED.match(phrase):
        return ""
    phrase = phrase.replace("\u2024", ".").strip()
    if PRONOUN.match(phrase):
        return phrase
    if plain_words := _OF_NAME.match(phrase):
        phrase = plain_words[1]
    found = [found for found in names(phrase) if not re.match(r"['’]s?\b", phrase[found[1] :])]
    found = [name for name in found if not re.search(r"['’]s?$", phrase[name[0] : name[1]])]
    between = phrase[found[0][1] : found[-1][0]] if len(found) > 1 else ""
    if " " in (found[0][2] if found else "") and _MEMBER.fullmatch(between):
        return found[0][2]
    if len(found) > 1 and re.search(r"\b(?:and|et|und|y|e|or)\b", between):
        return ""
    if found and found[-1][1] >= len(phrase) - 1:
        nobody = _AFTER_PREPOSITION.search(phrase[: found[-1][0]]) or of_a_people(found[-1][2])
        return "" if nobody else found[-1][2]
    return phrase if _is_generic(phrase) else ""


def _is_generic(phrase: str) -> bool:
    """True for a few plain words that may speak: police, the company, a Varn Police spokeswoman."""
    if re.search(r" (?:the|a|an|his|her|its|their|le|la|der|die|el) ", phrase) or not _GENERIC.match(phrase):
        return False
    parts = phrase.split()
    named = [part for part in parts[1:] if part[0].isupper()]
    several = len(parts) > 1 or not _DETERMINER.match(phrase)
    ends = not parts[-1][0].isupper() or parts[-1] in _OF_PARTY or len(parts) == 1
    return several and len(parts) <= _LONGEST_GENERIC + len(named) and ends
