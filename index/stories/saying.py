"""Verbs of saying, and who stands beside them: the grammar of attribution in the common European languages."""

from __future__ import annotations

import re

from index.stories.people import NAME, names

_VERBS = """
said says say saying told tells added adds asked asks wrote writes tweeted posted declared declares stated states
explained explains noted notes insisted insists argued argues warned warns claimed claims replied replies answered
responded announced announces testified recalled continued concluded joked quipped shouted yelled remarked observed
commented indicated acknowledged admitted admits conceded suggested suggests urged urges vowed pledged promised
predicted reiterated stressed emphasized emphasised complained countered retorted repeated pointed lamented boasted
alleged charged asserted asserts reports contended maintained recounted opined mused called calls described describes
hailed praised dubbed characterized branded labeled labelled referred confirmed reported quoth wondered
dit disait déclaré déclare affirmé affirme ajouté ajoute expliqué explique estimé estime indiqué indique assuré
assure
souligné souligne lancé lance écrit précisé précise prévenu insisté insiste martelé rappelé confié
sagt sagte erklärt erklärte betont betonte schrieb schreibt meint meinte warnt warnte teilte
fügte forderte berichtete sprach nannte
dijo dice afirmó afirma declaró declara señaló explicó explica aseguró asegura agregó añadió escribió indicó
advirtió
sostuvo manifestó destacó comentó
disse detto dichiarato ha-detto spiegato spiega aggiunto aggiunge affermato afferma scritto sottolineato commentato
afirmou declarou explicou acrescentou escreveu ressaltou destacou contou
zei zegt vertelde verklaarde schreef aldus stelt voegde
sade säger sa sagde siger skrev uppgav
powiedział powiedziała stwierdził stwierdziła dodał dodała napisał podkreślił
сказал сказала заявил заявила отметил отметила подчеркнул добавил добавила сообщил сообщила написал
řekl řekla uvedl uvedla dodal
"""
VERB = "(?:" + "|".join(sorted(set(_VERBS.split()), key=lambda verb: (-len(verb), verb))) + ")"
_AUXILIARY = (
    r"(?:(?:has|have|had|a|ha|hat|heeft|har|also|later|then|further|reportedly|repeatedly|once|again|previously|"
    r"recently|even|often|publicly|immediately|went on to|simply|still|only) )*"
)
_PASSIVE = re.compile(r"(?:\b(?:was|were|is|are|been|be|being|to|not|so-?|who'd|wurde|est|été)\s*)$", re.IGNORECASE)
_AFTER = re.compile(
    rf"[,，]?[\s–—-]*{_AUXILIARY}\b(?P<verb>{VERB})\b(?! (?:that|to|by|in|of)\b)(?P<rest>[^\ue000;:!?]*)"
)
_AFTER_SUBJECT = re.compile(
    rf"[,，]?[\s–—-]*(?P<who>[^,.;:!?\ue000]{{1,90}}?(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|[A-Z])\.[^,.;:!?\ue000]{{1,40}}?)?)"
    rf"(?P<apposed>, [^.;!?\ue000]{{2,120}}?,)? {_AUXILIARY}(?P<verb>{VERB})\b"
)
_SAID = re.compile(rf"\b{_AUXILIARY}(?P<verb>{VERB})\b")
_ACCORDING = re.compile(
    r"\b(?:according to|selon|d'après|d’après|laut|según|secondo|segundo|volgens)\s+(?P<who>[^.;:!?\ue000]+)", re.I
)
_STOPS = re.compile(
    r"\b(?:of|for|in|on|at|to|by|with|during|after|before|as|when|who|whose|that|which|from|about|told|while|adding|"
    r"referring|speaking|outside|following|via|over|under|since|at|le|lors|dans|bei|nach|auf|im|während|en|durante|nel|"
    r"yesterday|today|tonight|earlier|later|this|last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|am|where|because|if|but|through)\b|[,.]\s|[,.]$|\(|\s[–—-]\s"
)
_ABBREVIATION = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|Rev|Capt|Maj|Adm|Const|St|M|[A-Z])\.(?=\s)"
)
PRONOUN = re.compile(r"(?:he|she|il|elle|er|sie|él|ella|lui|lei|ele|ela|hij|zij|ze|han|hon|hun|он|она)$", re.IGNORECASE)
_LEADS = re.compile(
    r"^(?:while|and|but|as|when|although|though|because|after|before|where|whereas|then|later|however|meanwhile|earlier|"
    r"et|mais|und|aber|y|pero|e|ma|maar|if|yet|so|since|nor|or|for)\b,?\s*", re.IGNORECASE,
)  # fmt: skip
_RELATIVE = re.compile(r",? (?:who|qui|der|die|que|che|die)$")
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
_ROLE = re.compile(r"(?:[^,]*[.!?] )?(?:the|a|an|its|his|her|their|le|la|der|die|el|il) [^,]*$", re.IGNORECASE)
"""What a name may follow in apposition: `the mayor, Ana Lund, said`."""
_DETERMINER = re.compile(r"(?:the|a|an|its|his|her|their|one|another)$", re.I)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*,?\s*$")
_PART_OF_NAME = re.compile(r"[A-Z]\w+ of [A-Z]")
"""`Voice of Varn director Ana Lund`: an institution whose name goes on after its first word."""
_OTHERS_CALL = re.compile(r"\bwhat (?!he\b|she\b)[a-z]+ call", re.IGNORECASE)
_ADJACENT = re.compile(r"(?: on \w+)?[,:]?\s*$")
"""Nothing but a comma stands between a verb of saying and the quotation."""
_MAIN = re.compile(
    rf"({NAME.pattern}) (?:also |later )?(?:[a-z]+ed|took|hit|told|wrote|said|spoke|went on)\b"
    r"(?!.*(?:[.!?]\s|\b(?:while|when|after|but)\b))"
)
"""A sentence that begins with a name and what the one named did: `Lund defended the plan, saying …`."""
_LONGEST_GENERIC = 4
_SAYING = frozenset(
    ("said", "says", "told", "wrote", "declared", "stated", "dit", "déclaré", "sagte", "dijo", "disse", "zei")
)
_OF_OTHERS = frozenset(
    ("praised", "hailed", "described", "describes", "called", "calls", "dubbed", "characterized", "labeled", "referred")
)
"""Verbs that lead to a quotation and never follow one."""
_FAR, _CLOSE = 160, 70


def after(text: str, parted: bool) -> str:
    """Whom the words right after a quotation name as its speaker (as they stand there); empty if nobody.

    `parted`: a comma or another stop stands inside the marks; `X said` follows nothing else.
    """
    if match := _AFTER.match(text):
        who = head(match["rest"])
        if who:
            return who
    parted = parted or text.startswith((",", " –", " —", " -"))
    if parted and (match := _AFTER_SUBJECT.match(text)):
        who = _apposed(match["apposed"]) or tail(match["who"])
        new_clause = _LEADS.match(match["who"].strip()) or match["verb"] in _OF_OTHERS
        if who and not new_clause and not _PASSIVE.search(match["who"] + " "):
            return who
    if (match := _ACCORDING.search(text)) and match.start() <= 3:
        return head(match["who"])
    return ""


def _apposed(words: str | None) -> str:
    """The name between two commas, if it is nothing else: `the mayor, Ana Lund, said`."""
    inner = (words or "").strip(", ")
    return inner if [found[:2] for found in names(inner)] == [(0, len(inner))] and " " in inner else ""


def before(text: str) -> str:
    """Whom the words right before a quotation, back to the beginning of its sentence, name as its speaker."""
    text = _unabbreviated(text)
    if _OTHERS_CALL.search(text):
        return ""
    found = [match for match in _SAID.finditer(text) if not _PASSIVE.search(text[: match.start()])]
    if not found:
        match = _ACCORDING.search(text)
        if match:
            return head(match["who"])
        spoken = re.search(r"(?:^|[.!?]\s)([^.!?:]{2,60}):\s*$", text)
        return tail(spoken[1]) if spoken and NAME.fullmatch(spoken[1].strip()) else ""
    who = [tail(_subject(text, match.start())) for match in found if len(text) - match.end() < _reach(match["verb"])]
    if who and who[-1] and _ADJACENT.match(text, found[-1].end()):
        return who[-1]
    named = list(dict.fromkeys(filter(None, who)))
    return named[0] if len(named) == 1 and who[-1] in ("", named[0]) else ""


def _reach(verb: str) -> int:
    """Characters that may stand between a verb and the quotation: what promises or praises speaks of other things."""
    return _FAR if verb in _SAYING else _CLOSE


def _unabbreviated(text: str) -> str:
    """The same text, as long as before, with the full stops of abbreviations and initials taken out."""
    return _ABBREVIATION.sub(lambda match: match[1] + "\u2024", text)


def _subject(text: str, verb: int) -> str:
    """What stands before a verb, as far back as its subject may reach."""
    left = text[:verb].rstrip()
    if left.endswith(",") and text.startswith(("saying", "adding"), verb):
        main = _MAIN.match(left)
        return main[1] if main else ""
    if left.endswith(","):
        opened = left.rfind(",", 0, len(left) - 1)
        apposed = left[opened + 1 : -1].strip()
        if _ROLE.match(left[: max(0, opened)]) and [found[:2] for found in names(apposed)] == [(0, len(apposed))]:
            return apposed
        left = left[:opened] if opened >= 0 else left[:-1]
    if relative := _RELATIVE.search(left):
        left = left[: relative.start()]
    return re.split(r"[;:!?.\ue000]\s*|\s[–—]\s", left)[-1]


def head(phrase: str) -> str:
    """The speaker at the beginning of what follows a verb: `Ana Lund of the town council` → `Ana Lund`."""
    phrase = _unabbreviated(phrase.strip(" ,"))
    stop = _STOPS.search(phrase)
    if _PART_OF_NAME.match(phrase):
        return ""
    return _who(phrase[: stop.start()] if stop else phrase)


def tail(phrase: str) -> str:
    """The speaker at the end of what leads to a verb: `But on Monday, Mayor Ana Lund` → `Ana Lund`."""
    phrase = _PARENTHESIS.sub("", _unabbreviated(phrase))
    for part in reversed(phrase.split(", ")):
        part = part.strip(" ,")
        while (cut := _LEADS.sub("", part)) != part:
            part = cut
        return _who(part)
    return ""


def _who(phrase: str) -> str:
    """A name, a pronoun, or a few plain words (the company); empty for anything that is no speaker."""
    phrase = phrase.replace("\u2024", ".").strip()
    if PRONOUN.match(phrase):
        return phrase
    if plain_words := _OF_NAME.match(phrase):
        phrase = plain_words[1]
    found = [found for found in names(phrase) if not re.match(r"['’]s?\b", phrase[found[1] :])]
    found = [name for name in found if not re.search(r"['’]s?$", phrase[name[0] : name[1]])]
    between = phrase[found[0][1] : found[-1][0]] if len(found) > 1 else ""
    if len(found) > 1 and re.search(r"\b(?:and|et|und|y|e|or)\b", between):
        return ""
    if found and found[-1][1] >= len(phrase) - 1:
        return found[-1][2]
    return phrase if _is_generic(phrase) else ""


def _is_generic(phrase: str) -> bool:
    """True for a few plain words that may speak: police, the company, a Varn Police spokeswoman."""
    if re.search(r" (?:the|a|an|his|her|its|their|le|la|der|die|el) ", phrase) or not _GENERIC.match(phrase):
        return False
    parts = phrase.split()
    named = [part for part in parts[1:] if part[0].isupper()]
    several = len(parts) > 1 or not _DETERMINER.match(phrase)
    return several and len(parts) <= _LONGEST_GENERIC + len(named) and (parts[-1][0].islower() or len(parts) == 1)
