"""Whom `he` or `she` means: a running account of whom the sentences outside quotations are about, and who spoke last.

A pronoun means the person with whom the latest sentence begins; where somebody else spoke since, or may be meant by his
or her gender, it means nobody for sure. Cf. Hobbs, "Resolving pronoun references" (1978): subjects first, latest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.stories.genders import Gender, of_name, of_pronoun
from index.stories.people import NAME, Unified, titles_end
from index.stories.somebody import somebody
from index.stories.speakers import LEADS, PRONOUN, head, tail, unabbreviated
from index.stories.verbs import AUXILIARY, VERB

GAP = "\ue000"
"""Stands for a quotation where the words around it are read; a private character, never in a cleaned text."""
_FRAGMENTS = re.compile(rf"[.!?…]\s+|{GAP}")
_NO_VERB = (
    r"of|in|on|at|for|to|from|with|by|as|and|or|but|than|who|whom|whose|which|that|near|over|under|about|against|through|"
    r"during|after|before|into|et|und|y|de|von|à"
)
_LED = re.compile(r"(?:\w[^,;:]{0,120}, )?(?:[\w’'\u2024-]+ ){0,7}|\w[^;:]{0,170}, ")
"""What may stand before a name with which a sentence begins: when or where, and a role."""
_BESIDE = re.compile(
    r"(?:^|(?<!ecretary)(?<!inister)(?<!hief)(?<!irector)(?<!resident)\W)"
    r"(?:of|for|in|on|at|to|from|with|by|about|near|against) (?:the )?$"
)
"""What is named beside somebody; `Secretary of State Ana Lund` is herself."""
_SOMEBODY = "?"
"""A person of whom one name is known and nothing else."""
_ACTS = re.compile(
    rf"\b(?:{VERB}|(?!retired|elected|appointed|embattled|disgraced|convicted|accused|celebrated)[a-z]\w*(?:ed|ing)|"
    r"after|before|when|while|as|that|who|at|in|on|to|by|with|from|than)\b"
)
_DOES = re.compile(
    r"(?: (?:of|from|at|with) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?(?:,[^;:]{1,140},|\s?\([^()]*\),?)?"
    r"(?:(?: (?:on|late|early))* \w+day(?: \w+(?:ing|ght|oon))?)? "
    rf"(?=(?!(?:{_NO_VERB})\b)[a-zà-ÿ])"
)
"""What follows it: what the named one does."""
_PLACED = re.compile(r"^\([^()]{1,20}\)\s*")
"""`(CNN)Ana Lund …`: who reports, before the first sentence."""
_OWNS = re.compile(r"['’]s?$")
_SUFFERS = re.compile(
    r"(?:was|were|is|has been|had been|being) (?:\w+ly )?(?:\w+ed|shot|found|hit|taken|held|seen)\b|died\b|dies\b"
)
_FARTHEST = 180
"""Characters before the end of such a name."""
_APPOSED = re.compile(rf"[^,;:]{{2,60}}, (?P<who>{NAME.pattern}), (?=[a-z])")
"""`The mayor, Ana Lund, …`."""
_IT_IS = re.compile(rf"(?:[A-ZÀ-Þ\d](?P<lead>[^;:]{{0,80}}), )?(?P<who>{PRONOUN.pattern[:-1]})\b", re.IGNORECASE)
_OWNER = re.compile(rf"({NAME.pattern})['’]s\b|^[Ff]or ({NAME.pattern})$")
"""Whom the words before `he` name: `In Lund's view, he …`, `As for Lund, he …`."""
_SAYS = re.compile(rf"{AUXILIARY}{VERB}\b")
_ENDS = re.compile(
    rf"[,{GAP}] ?(?P<who>[^,;:{GAP}]{{2,80}}?) (?:has |had )?(?:said|says|added|wrote)(?=[.,]|$| (?:on|in|at)\b)"
)
_ENDS_INVERTED = re.compile(r", (?:said|says|added|wrote|according to) (?P<who>[^;:]{2,90})")
_BEGUN = re.compile(rf"[,\s]*{AUXILIARY}{VERB} (?P<who>[^;:]{{2,90}})")
"""What follows a quotation: `said Ana Lund`."""
_CLAUSE = re.compile(
    rf"\b(?:and|but|while|as|when|until|before|after|because) ({NAME.pattern}) (?!(?:{_NO_VERB})\b)[a-z]"
)
_SUBORDINATE = re.compile(r"(?:while|when|as|although|though|after|before|because|since|if)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:and|or|et|und|y|e|i|и)\b|&")
_WRITTEN = re.compile(
    r"\b(?:statement|report|study|company|paper|newspaper|agency|court|ruling|police|\w*ists|\w+ers|officials|sources|"
    r"people|authorities|website|site|survey|poll|letter|document|group|government|ministry|office|department)$"
)
"""Speakers in plain words that are neither he nor she."""
_RECENT = 1
"""Paragraphs back to which a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class _Begins:
    """How a sentence begins."""

    who: str = ""
    """A person or a pronoun; empty for anything else."""
    rest: str = ""
    """From the verb on."""


class Account:
    """Hears an article from its beginning, sentence by sentence, without its quotations."""

    def __init__(self, people: Unified) -> None:
        self._people = people
        self._about, self._spoke = ("", -9), ("", -9)
        """Whom the latest sentences are about and who spoke last, each with the paragraph."""
        self._unread: list[tuple[str, str, int]] = []
        """Texts and speakers, each with the paragraph, that no pronoun has asked for yet."""
        self._rivals: list[str] = []
        """Others who were named since a sentence began with somebody."""
        self._suffers = False
        """True where nothing but what was done to somebody is told of him or her."""
        self._genders: dict[str, Gender] = {}
        self._known: set[str] = set()
        """Of those with one name the ones who are people: they have a title, or speak."""

    def hear(self, text: str, paragraph: int) -> None:
        """Goes on with a text of whole sentences."""
        self._unread.append((text, "", paragraph))

    def spoke(self, speaker: str, paragraph: int) -> None:
        """Somebody was quoted."""
        if speaker:
            self._unread.append(("", speaker, paragraph))

    def _read(self) -> None:
        """Catches up: only a pronoun makes it worth the cost, 2 ms an article of 800 words."""
        for text, speaker, paragraph in self._unread:
            if speaker:
                self._speaks(speaker, paragraph)
            self._hears(text, paragraph)
        self._unread.clear()

    def _hears(self, text: str, paragraph: int) -> None:
        for fragment in _FRAGMENTS.split(unabbreviated(text)):
            if fragment.strip():
                self._sentence(_PLACED.sub("", fragment.strip(" \"'”’")), paragraph)

    def _speaks(self, speaker: str, paragraph: int) -> None:
        if speaker[:1].isupper() and somebody(speaker, self._people):
            self._known.add(speaker)
            self._is_quoted(speaker, paragraph)
        elif speaker[:1].islower() and not _WRITTEN.search(speaker):
            self._spoke, self._about = (speaker, paragraph), ("", -9)
            self._rivals = []

    def meant(self, pronoun: str, paragraph: int, left: str) -> str:
        """Who is meant in a sentence that begins with `left`; empty if unsure."""
        self._read()
        gender = of_pronoun(pronoun)
        own = self._subject(unabbreviated(left.strip())).who
        if own and not PRONOUN.match(own):
            return own if own != _SOMEBODY and self._agrees(own, gender) else ""
        here = not self._about[0] and self._spoke[1] == paragraph
        told = (self._about, self._spoke) if self._suffers or here else (self._about,)
        recent = (name for name, at in told if name and paragraph - at <= _RECENT)
        found = list(dict.fromkeys(name for name in recent if self._agrees(name, gender)))
        if len(found) != 1 or any(self._agrees(rival, gender) for rival in self._rivals if rival != found[0]):
            return ""
        self._genders.setdefault(found[0], gender)
        return found[0]

    def _is_quoted(self, who: str, paragraph: int) -> None:
        self._about = self._spoke = (who, paragraph)
        self._rivals, self._suffers = [], False

    def leading(self, text: str) -> str:
        """With whom a sentence begins that names nobody else."""
        self._read()
        begins = self._subject(unabbreviated(text.strip()))
        sure = not PRONOUN.match(begins.who) and set(self._others(begins.rest)) <= {begins.who}
        return begins.who if sure and begins.who != _SOMEBODY else ""

    def _others(self, text: str) -> list[str]:
        """Everybody who is named; what has two names and no article before it is taken to be somebody."""
        found = (match for match in NAME.finditer(text) if text[: match.start()][-4:].lower() != "the ")
        return [name for match in found if (name := self._person(match.group()))]

    def _agrees(self, name: str, gender: Gender) -> bool:
        known = self._genders.get(name, "") or of_name(name)
        return not known or not gender or known == gender

    def _sentence(self, text: str, paragraph: int) -> None:
        begins = self._subject(text)
        who = begins.who
        begun = _BEGUN.match(text)
        ends = self._named(head(begun["who"])) if begun else self._ends(text)
        if who == _SOMEBODY:
            self._about = ("", -9)
        elif PRONOUN.match(who):
            who = self._about[0] if self._agrees(self._about[0], of_pronoun(who)) else ""
            self._about = (who, paragraph) if who else ("", -9)
        elif who:
            self._about, self._rivals = (who, paragraph), []
            self._suffers = bool(_SUFFERS.match(begins.rest))
        if ends and not PRONOUN.match(ends):
            self._is_quoted(ends, paragraph)
        elif who not in ("", _SOMEBODY) and _SAYS.match(begins.rest):
            self._is_quoted(who, paragraph)
        elif who:
            self._rivals += [name for match in _CLAUSE.finditer(text) if (name := self._person(match[1]))]
        else:
            self._rivals += self._others(text)

    def _subject(self, text: str) -> _Begins:
        """The person, or the pronoun, with which a sentence begins."""
        lead = LEADS.match(text)
        rest = text[lead.end() :] if lead else text
        if lead and _SUBORDINATE.match(text) and ", " in rest:
            main = self._subject(rest.split(", ", 1)[1])
            if main.who and not PRONOUN.match(main.who):
                return main
        if match := _IT_IS.match(rest):
            owners = ["".join(found) for found in _OWNER.findall(match["lead"] or "")]
            owner = self._person(owners[0]) if len(owners) == 1 else ""
            return _Begins(owner or match["who"], rest[match.end() :].lstrip())
        if (match := _APPOSED.match(rest)) and (who := self._person(match["who"])):
            return _Begins(who, rest[match.end() :])
        return self._named_first(rest)

    def _named_first(self, text: str) -> _Begins:
        unknown = _Begins()
        for name in NAME.finditer(text, 0, _FARTHEST):
            led, does = text[: name.start()], _DOES.match(text, name.end())
            if does and not _OWNS.search(name.group()) and _is_led(led):
                the = led[-4:].lower() == "the " and not titles_end(name.group().split())
                if not the and (who := self._person(name.group())):
                    return _Begins(who, text[does.end() :])
                if not the and somebody(name.group(), self._people):
                    unknown = _Begins(_SOMEBODY, text[does.end() :])
        return unknown

    def _ends(self, text: str) -> str:
        """Who said what stands before: `…, Ana Lund said.`"""
        if match := _ENDS.search(text):
            who = tail(match["who"])
        else:
            inverted = _ENDS_INVERTED.search(text)
            who = head(inverted["who"]) if inverted else ""
        return self._named(who)

    def _named(self, who: str) -> str:
        return who if not who or PRONOUN.match(who) else self._person(who)

    def _person(self, phrase: str) -> str:
        phrase = phrase.replace("\u2024", ".")
        name = somebody(phrase, self._people)
        if titles_end(phrase.split()):
            self._known.add(name)
        if gender := of_name(name, phrase):
            self._genders.setdefault(name, gender)
        return name if " " in name or name in self._known else ""


def _is_led(led: str) -> bool:
    """True when a sentence may begin with what stands before a name."""
    last = led.rpartition(", ")[2]
    return bool(_LED.fullmatch(led)) and not (_SEVERAL.search(last) or _ACTS.search(last) or _BESIDE.search(led))
