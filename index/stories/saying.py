"""Verbs of saying, and who stands beside them: the grammar of attribution in the common European languages."""

from __future__ import annotations

import re

from index.stories.people import NAME, is_lead, names
from index.stories.speakers import LEADS, PRONOUN, head, tail, unabbreviated, who_of
from index.stories.verbs import AUXILIARY, OF_OTHERS, SAYING, VERB

_PASSIVE = re.compile(r"(?:\b(?:was|were|is|are|been|be|being|to|not|so-?|who'd|wurde|est|été)\s*)$", re.IGNORECASE)
_AFTER = re.compile(
    rf"[,，]?[\s–—-]*{AUXILIARY}\b(?P<verb>{VERB})\b(?! (?:that|to|by|in|of)\b)(?P<rest>[^\ue000;:!?]*)"
)
_AFTER_SUBJECT = re.compile(
    rf"[,，]?[\s–—-]*(?P<who>[^,.;:!?\ue000]{{1,120}}?)"
    rf"(?P<apposed>, [^.;!?\ue000]{{2,120}}?,|, (?!which|who|where|when|but|and)[a-z][^,.;!?\ue000]{{2,60}}|"
    r", [^,.;!?\ue000]{2,60} (?:president|chairman|officer|director|manager|minister|spokesman|spokeswoman|economist))?"
    rf" {AUXILIARY}(?P<verb>{VERB})\b"
)
_INVERTED = re.compile(
    rf"[\s,»”]*(?:a-t-(?P<he>il|elle) {VERB}|(?:{VERB})-(?:t-)?(?P<she>il|elle))\b|"
    r"[\s,»”“]*,\s*so (?P<so>(?:der |die )?[A-ZÄÖÜ][^.;:!?\ue000]*)"
)
"""`a-t-il dit`, `dit-elle`; `so Bürgermeisterin Ana Lund`."""
_LATER = re.compile(
    r"[^.;:!?\ue000]{3,140}, (?:(?:said|says|dit|sagte|dijo) (?P<rest>[^\ue000;:!?]*)|"
    rf"(?P<who>he|she|{NAME.pattern}) (?:said|says|wrote|added|told \w+(?: \w+){{0,4}})"
    r"(?=[.,]| in\b| on\b| to\b| at\b| during\b|$))"
)
"""A sentence that goes on after the quotation and ends with who says all of it."""
_WITHIN = re.compile(rf", {AUXILIARY}{VERB} (?P<rest>[^,.;:!?]{{3,70}})[.,]")
"""`« Nous irons, promet Ana Lund. Personne … »`: French puts the speaker inside the marks."""
_SO = re.compile(r"\bso ((?:der |die )?[A-ZÄÖÜ][^,.;:!?\ue000]{2,60}), $")
_SAID = re.compile(rf"\b{AUXILIARY}(?P<verb>{VERB})\b(?:(?<=said)|(?<=says)|(?! by\b))")
_ACCORDING = re.compile(
    r"\b(?:according to|selon|d'après|d’après|laut|según|secondo|segundo|volgens)\s+(?P<who>[^.;:!?\ue000]+)", re.I
)
_RELATIVE = re.compile(r",? (?:who|qui|der|die|que|che|die)$")
_ROLE = re.compile(
    r"(?:[^,]*[.!?] )?(?:(?:the|a|an|its|his|her|their|le|la|der|die|el|il) |[A-Z][\w-]*['’]s? )[^,]*$", re.IGNORECASE
)
"""What a name may follow in apposition: `the mayor, Ana Lund, said`."""
_OTHERS_CALL = re.compile(r"\bwhat (?!he\b|she\b)[a-z]+ call", re.IGNORECASE)
_INTRODUCES = re.compile(rf"\b{VERB}(?: on \w+)?\s*[,:]\s*$")
_SPOKEN = re.compile(r"(?:^|[.!?]\s)([^.!?:(]{2,60}?)\s?(?:\([^()]*\))?:\s*$")
_ADJACENT = re.compile(r"(?: on \w+)?[,:]?\s*$")
"""Nothing but a comma stands between a verb of saying and the quotation."""
_MAIN = re.compile(
    rf"\s*(?:[A-Z][^,]{{0,40}}, )?({NAME.pattern}|[Hh]e|[Ss]he) (?:also |later |has |had )?"
    r"(?:[a-z]+ed|took|hit|told|wrote|said|says|spoke|went on)\b"
    r"(?!.*(?:[.!?]\s|\b(?:while|when|after|but)\b))"
)
"""A sentence that begins with a name and what the one named did: `Lund defended the plan, saying …`."""
_FIRST = re.compile(rf"\s*({NAME.pattern})(?:, (?=[a-z\d])| (?=[a-z])(?!(?:[a-z]+ ){{1,3}}[A-Z]))")
"""A sentence that begins with a name and something about it."""
_CLAUSES = re.compile(rf"\b(?:{VERB}|as|while|when|after|before|that|who|because|if)\b")
"""Signs of somebody else in a sentence."""
_AND = re.compile(r",? (?:but|and)(?: then| later| also)?$")
_CLOSING = re.compile(
    rf"\s*(?P<who>{NAME.pattern}) (?:said|says|tweeted|wrote|added)"
    r"(?: (?:on|in|at|during|to|after|last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"(?:(?! (?:that|he|she|they|it|would|will|is|was|has|had)\b)[^.;:!?\ue000]){0,110})?\.(?=\s|$)"
)
"""A sentence that says who said the one before: `“We go.” Lund said in Varn on Monday.`"""
_PUT = re.compile(
    rf"\b(?:[Aa]s )?({NAME.pattern}|[Hh]e|[Ss]he) (?:once |later |also )?puts? it\b[^.;:!?]{{0,40}}[,:]\s*$"
)
"""`As Ana Lund put it last week, “…”`."""
_FAR, _CLOSE = 160, 70


def after(text: str, parted: bool) -> str:
    """Whom the words right after a quotation name as its speaker (as they stand there); empty if nobody.

    `parted`: a comma or another stop stands inside the marks; `X said` follows nothing else.
    """
    text = unabbreviated(text)
    if match := _INVERTED.match(text):
        return match["he"] or match["she"] or head(match["so"])
    if (match := _AFTER.match(text)) and (who := head(match["rest"])):
        return who
    parted = parted or text.startswith((",", " –", " —", " -"))
    if parted and (match := _AFTER_SUBJECT.match(text)):
        who = _apposed(match["apposed"]) or tail(match["who"])
        new_clause = LEADS.match(match["who"].strip()) or match["verb"] in OF_OTHERS
        if who and not new_clause and not _PASSIVE.search(match["who"] + " "):
            return who
    if (match := _ACCORDING.search(text)) and match.start() <= 3:
        return head(match["who"])
    if match := _LATER.match(text):
        return who_of(match["who"]) if match["who"] else head(match["rest"])
    return ""


def untold(text: str) -> bool:
    """True when the words after a quotation begin with a verb of saying: somebody speaks who cannot be named."""
    return bool(_SAID.match(text.lstrip(", ")))


def closing(text: str) -> str:
    """Whom the next sentence names, where it does nothing but say who said the words before it."""
    match = _CLOSING.match(unabbreviated(text))
    return who_of(match["who"]) if match else ""


def within(text: str) -> str:
    """Whom words inside the marks name as the speaker, as French has it; empty if nobody."""
    match = _WITHIN.search(text)
    who = head(match["rest"]) if match else ""
    return who if [found[2] for found in names(who)] == [who] else ""


def _apposed(words: str | None) -> str:
    """The name between two commas, if it is nothing else: `the mayor, Ana Lund, said`."""
    inner = (words or "").strip(", ").replace("\u2024", ".")
    return inner if [found[:2] for found in names(inner)] == [(0, len(inner))] and " " in inner else ""


def introduced(text: str) -> str:
    """Whom a verb with a comma or a colon right before a quotation names: `Lund said, “…,” the Post reported`."""
    return before(text) if _INTRODUCES.search(text) else ""


def before(text: str) -> str:
    """Whom the words right before a quotation, back to the beginning of its sentence, name as its speaker."""
    text = unabbreviated(text)
    if _OTHERS_CALL.search(text):
        return ""
    if put := _PUT.search(text):
        return who_of(put[1])
    found = [match for match in _SAID.finditer(text) if not _PASSIVE.search(text[: match.start()])]
    if not found:
        if match := _ACCORDING.search(text) or _SO.search(text):
            return head(match[1])
        return _of_transcript(text)
    who = [tail(_subject(text, match.start())) for match in found if len(text) - match.end() < _reach(match["verb"])]
    if who and who[-1] and _ADJACENT.match(text, found[-1].end()):
        return who[-1]
    people = [one for one in who if one and not PRONOUN.match(one)]
    named = list(dict.fromkeys(people or filter(None, who)))
    return named[0] if len(named) == 1 and (who[-1] in ("", named[0]) or PRONOUN.match(who[-1])) else ""


def _of_transcript(text: str) -> str:
    """`Sen. Ana Lund (R-VA): “…”`: a name and a colon are the whole sentence."""
    spoken = _SPOKEN.search(text)
    name = spoken[1].replace("\u2024", ".") if spoken else ""
    return tail(name) if NAME.fullmatch(name) and not any(map(is_lead, name.split())) else ""


def _reach(verb: str) -> int:
    """Characters that may stand between a verb and the quotation: what promises or praises speaks of other things."""
    return _FAR if verb in SAYING else _CLOSE


def _subject(text: str, verb: int) -> str:
    """What stands before a verb, as far back as its subject may reach."""
    left = text[:verb].rstrip()
    left = left[:-1] if left.endswith((',"', ",”")) else left
    if left.endswith(",") and text.startswith(("saying", "adding"), verb):
        main = _MAIN.match(left)
        return main[1] if main else ""
    if (both := _AND.search(left)) and not _CLAUSES.search(left, 0, both.start()) and (first := _begins(left)):
        return first
    if left.endswith(","):
        opened = left.rfind(",", 0, len(left) - 1)
        apposed = left[opened + 1 : -1].strip()
        if _ROLE.match(left[: max(0, opened)]) and [found[:2] for found in names(apposed)] == [(0, len(apposed))]:
            return apposed
        first = _begins(left)
        left = left[:opened] if opened >= 0 else left[:-1]
        if first and not tail(left):  # more than one thing is told, between commas, of whoever begins the sentence
            return first
    if relative := _RELATIVE.search(left):
        left = left[: relative.start()]
    return re.split(
        r"[;:!?.\ue000]\s*|\s[–—]\s|\bthat (?=\w)|\b(?:when|while|as|because|after|before|if) (?=(?:he|she)$)", left
    )[-1]


def _begins(text: str) -> str:
    match = _FIRST.match(text)
    name = match[1] if match else ""
    return "" if not name or is_lead(name.split()[0]) or name.endswith("ing") else name
