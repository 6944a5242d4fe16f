"""Verbs of saying, and who stands beside them: the grammar of attribution in the common European languages."""

from __future__ import annotations

import re

from index.stories.people import NAME, is_lead, names
from index.stories.speakers import LEADS, head, tail, unabbreviated, who_of
from index.stories.verbs import AUXILIARY, OF_OTHERS, SAYING, VERB

_PASSIVE = re.compile(r"(?:\b(?:was|were|is|are|been|be|being|to|not|so-?|who'd|wurde|est|été)\s*)$", re.IGNORECASE)
_AFTER = re.compile(
    rf"[,，]?[\s–—-]*{AUXILIARY}\b(?P<verb>{VERB})\b(?! (?:that|to|by|in|of)\b)(?P<rest>[^\ue000;:!?]*)"
)
_AFTER_SUBJECT = re.compile(
    rf"[,，]?[\s–—-]*(?P<who>[^,.;:!?\ue000]{{1,90}}?(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|Jr|Sr|[A-Z])\.[^,.;:!?\ue000]{{0,40}}?)?)"
    rf"(?P<apposed>, (?:[^.;!?\ue000]|(?<=\b[A-Z])\.){{2,120}}?,)? {AUXILIARY}(?P<verb>{VERB})\b"
)
_INVERTED = re.compile(
    rf"[\s,»”]*(?:a-t-(?P<he>il|elle) {VERB}|(?:{VERB})-(?:t-)?(?P<she>il|elle))\b|"
    r"[\s,»”“]*,\s*so (?P<so>(?:der |die )?[A-ZÄÖÜ][^.;:!?\ue000]*)"
)
"""`a-t-il dit`, `dit-elle`; `so Bürgermeisterin Ana Lund`."""
_LATER = re.compile(
    r"[^.;:!?\ue000]{3,140}, (?:(?:said|says|dit|sagte|dijo) (?P<rest>[^\ue000;:!?]*)|"
    rf"(?P<who>he|she|{NAME.pattern}) (?:said|says|wrote|added)(?=[.,]| in\b| on\b| to\b| at\b| during\b|$))"
)
"""A sentence that goes on after the quotation and ends with who says all of it."""
_WITHIN = re.compile(rf", {AUXILIARY}{VERB} (?P<rest>[^,.;:!?]{{3,70}})[.,]")
"""`« Nous irons, promet Ana Lund. Personne … »`: French puts the speaker inside the marks."""
_SO = re.compile(r"\bso ((?:der |die )?[A-ZÄÖÜ][^,.;:!?\ue000]{2,60}), $")
_SAID = re.compile(rf"\b{AUXILIARY}(?P<verb>{VERB})\b")
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
    rf"({NAME.pattern}) (?:also |later )?(?:[a-z]+ed|took|hit|told|wrote|said|spoke|went on)\b"
    r"(?!.*(?:[.!?]\s|\b(?:while|when|after|but)\b))"
)
"""A sentence that begins with a name and what the one named did: `Lund defended the plan, saying …`."""
_FAR, _CLOSE = 160, 70


def after(text: str, parted: bool) -> str:
    """Whom the words right after a quotation name as its speaker (as they stand there); empty if nobody.

    `parted`: a comma or another stop stands inside the marks; `X said` follows nothing else.
    """
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
    if match := _LATER.match(unabbreviated(text)):
        return head(match["rest"]) if match["rest"] else who_of(match["who"])
    return ""


def within(text: str) -> str:
    """Whom words inside the marks name as the speaker, as French has it; empty if nobody."""
    match = _WITHIN.search(text)
    who = head(match["rest"]) if match else ""
    return who if [found[2] for found in names(who)] == [who] else ""


def _apposed(words: str | None) -> str:
    """The name between two commas, if it is nothing else: `the mayor, Ana Lund, said`."""
    inner = (words or "").strip(", ")
    return inner if [found[:2] for found in names(inner)] == [(0, len(inner))] and " " in inner else ""


def introduced(text: str) -> str:
    """Whom a verb with a comma or a colon right before a quotation names: `Lund said, “…,” the Post reported`."""
    return before(text) if _INTRODUCES.search(text) else ""


def before(text: str) -> str:
    """Whom the words right before a quotation, back to the beginning of its sentence, name as its speaker."""
    text = unabbreviated(text)
    if _OTHERS_CALL.search(text):
        return ""
    found = [match for match in _SAID.finditer(text) if not _PASSIVE.search(text[: match.start()])]
    if not found:
        if match := _ACCORDING.search(text) or _SO.search(text):
            return head(match[1])
        return _of_transcript(text)
    who = [tail(_subject(text, match.start())) for match in found if len(text) - match.end() < _reach(match["verb"])]
    if who and who[-1] and _ADJACENT.match(text, found[-1].end()):
        return who[-1]
    named = list(dict.fromkeys(filter(None, who)))
    return named[0] if len(named) == 1 and who[-1] in ("", named[0]) else ""


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
