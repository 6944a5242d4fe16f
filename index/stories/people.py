"""Names of people without a model: capitals, titles and what stands before them, and one form for all variants."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from index.stories.naming_signs import of_a_people
from index.words import fold

_CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x560), *range(0x1E00, 0x1F00)))))
"""Of the Latin, Greek, Cyrillic and Armenian alphabets; scripts without capitals have no names that could be told."""
_CAPITAL = rf"[{_CAPITALS}][^\W\d_]*(?:['’-][^\W\d_]+)*"
"""A word that begins with a capital."""
_PARTICLE = r"(?:al|bin|bint|ibn|ben|van|von|der|den|ter|de|del|della|di|da|dos|das|do|la|le|el|du|ul|zu|y)"
_STOP = r"[.\u2024]"
"""A full stop, or what `speakers.unabbreviated` puts in its place."""
_INITIAL = rf"(?:[A-Z]{_STOP}[ ]?)+"
_ABBREVIATED = rf"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|Rev|Capt|Maj|Adm|Hon|St|M|Jr|Sr|Atty){_STOP}"
_WORD = rf"(?:{_ABBREVIATED}|{_INITIAL}|{_CAPITAL})"
NAME = re.compile(rf"(?<![\w.'’-]){_WORD}(?:[ -]?(?:(?<=[ -]){_PARTICLE}[ -])?(?<=[ .\u2024-]){_WORD})*")
"""A run of capitalised words: a name with the titles before it."""

_TITLES_WORDS = """
Mr Mrs Ms Miss Dr Prof Professor President Prime Minister Chancellor King Queen Prince Princess Sen Senator Rep
Representative Gov Governor Gen General Col Colonel Lt Lieutenant Sgt Sergeant Judge Justice Secretary Mayor Sheriff
Chief Pope Sir Lord Dame Lady Archbishop Bishop Cardinal Rev Reverend Father Captain Capt Major Maj Admiral Officer
Detective Deputy Congressman Congresswoman Councilman Councilwoman Premier Vice Attorney Commissioner Speaker Leader
Director Chairman Chairwoman Chair Spokesman Spokeswoman Ambassador Envoy Minority Majority House Senate Coach Hon
Superintendent Inspector Constable Const Supreme Ayatollah Sheikh Emir Sultan Republican Democrat Democratic GOP CEO
Foreign Defense Defence Interior Finance Former Ex Press Minister-President Staff State Independent Agent Police
Fire Attorney-General Undersecretary Assistant Executive Managing Editor Analyst Economist Author Actor Actress
Singer M Mme Mlle Monsieur Madame Président Présidente Ministre Herr Frau Präsident Präsidentin Bundeskanzler
Kanzler Kanzlerin Ministerpräsident Minister Ministerin Bundespräsident Señor Señora Don Doña Presidente Presidenta
Ministro Ministra
Bürgermeister Bürgermeisterin Sprecher Sprecherin Signor Signora Premier Senhor Senhora Meneer Mevrouw
Private Pfc Specialist Principal Pastor Brig Brigadier Solicitor Pan Pani Президент Министр Премьер Госпожа
Господин
"""
TITLES = frozenset(map(fold, _TITLES_WORDS.split()))
"""Folded words that stand before names and are no part of them."""
_ALSO_FAMILIES = frozenset(("king", "bishop", "prince", "pope", "judge", "major", "lord", "chief"))
"""Folded titles that people are called by, too."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NO_NAME_WORDS = """
The A An But And In On At It He She They We I You This That These Those There When While As If For From After Before
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
October November December Earlier Later Meanwhile However According Asked What Why How One Some Many Most His Her
Their Its Our My Your More Not No Yes Now Then Still Also Even Another Both Speaking Once Last Since With To By Of
Just Other Maybe Perhaps Today Tonight Tomorrow Yesterday Although Though Because Unless Until Whether Like Unlike
Despite During Under Through Among Every Each Few Several Where Which Whose Did Does Do Is Are Was Were Has Have Had
Can Could Should Would Let Here Again Always Never Often Sometimes Instead Indeed Besides Moreover Thus Dear Thank
Please Neither Nor Either Nobody Somebody Everybody Only Such
Der Die Das Ein Eine Er Sie Es Wir Und Aber Im Am Un Une Il Elle Et Mais Dans Y Pero
En Lo Gli
"""
_NO_NAME = frozenset(map(fold, _NO_NAME_WORDS.split()))
"""Folded words that carry a capital because a sentence begins with them."""


_INSTITUTION_WORDS = """
ministry department office court committee council party union policy affairs service services act intelligence
relations trade investment exchange secretary news security
"""
_INSTITUTIONS = frozenset(_INSTITUTION_WORDS.split())
"""Folded words that name nobody without the words before them: Foreign Ministry, Supreme Court."""
LEADS = 3
"""A family name alone means the person who is named so many times as often as the next one of that name."""


_OWNER = re.compile(r"^.*['’]s\s(?=\S)")
"""`the Post's Jim Smith`: whose Jim Smith he is belongs to no name."""
_SMALL = re.compile(r"\b[a-zà-öø-ÿ]{2,}\b")
BEGINS = re.compile(r"(?:^|[.!?:]\s)\W*$")
"""What stands before the first word of a sentence."""
_MOST = 4
"""Words of a full name."""
_LONGEST = 3
"""Parts of a name; before longer runs stands an organisation (American Chess Union Ana Lund)."""


def names(text: str) -> list[tuple[int, int, str]]:
    """The names in a text as (start, end, name without titles); places and organisations are among them."""
    found = []
    for match in NAME.finditer(text):
        name = plain(match.group())
        if name:
            found.append((match.start(), match.end(), name))
    return found


def plain(phrase: str) -> str:
    """A name without the titles before it: `Uzbek President Shavkat Mirziyoyev` → `Shavkat Mirziyoyev`."""
    parts = re.sub(r"['’]s?(?=\s|$)", "", without_owner(phrase)).split()
    while parts and fold(parts[0].strip(".")) in _NO_NAME:
        parts = parts[1:]
    kept = parts[titles_end(parts) :]
    parts = parts if len(kept) == 1 and fold(kept[0]) in _INSTITUTIONS else kept
    long = sum(
        len(part.strip(".")) > 1 and part[0].isupper() and fold(part.strip(".")) not in _SUFFIXES for part in parts
    )
    return " ".join(parts[-2:] if long > _LONGEST else parts)


def _is_title(part: str) -> bool:
    word = fold(part.strip("."))
    return word in TITLES or any(piece in TITLES for piece in word.split("-")[:1] if "-" in word)


def titles_end(parts: Sequence[str]) -> int:
    """How many of the first words of a run lead to a name: up to its last title; 0 where there is none."""
    last = len(parts) - _ends_like_a_family(parts)
    return 1 + max((at for at, part in enumerate(parts[:last]) if _is_title(part)), default=-1)


def _ends_like_a_family(parts: Sequence[str]) -> bool:
    """True for `Stephen King`, and not for the `Saudi King`."""
    family = len(parts) > 1 and fold(parts[-1].strip(".,")) in _ALSO_FAMILIES
    return family and not _is_title(parts[-2]) and not of_a_people(parts[-2]) and not is_lead(parts[-2])


def without_owner(phrase: str) -> str:
    """`Varn's Harbour Board` → `Harbour Board`: whose it is belongs to no name."""
    return _OWNER.sub("", phrase)


def is_lead(word: str) -> bool:
    """True for a word that carries a capital only because a sentence begins with it."""
    return fold(word.strip(".")) in _NO_NAME


def _full_names(texts: Iterable[str]) -> Counter[str]:
    """The names of several words; `Maybe Putin`, only met where a sentence begins, is none if `maybe` is a word."""
    inside, beginning, small = Counter[str](), Counter[str](), set[str]()
    for text in texts:
        small.update(_SMALL.findall(text))
        for start, _, name in names(text):
            if 2 <= len(name.split()) <= _MOST:
                begins = text.startswith(name, start) and bool(BEGINS.search(text[max(0, start - 6) : start]))
                (beginning if begins else inside)[name] += 1
    known = [name for name in beginning if name in inside or name.split()[0].lower() not in small]
    return inside + Counter({name: beginning[name] for name in known})


class Unified:
    """One form for each person of a story: the full name that its articles use most."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._full = _full_names(texts)
        self._form: dict[str, str] = {}
        self._families: dict[str, dict[str, list[str]]] = defaultdict(dict)
        """First letter → family name → the full names that lead; variants of a name begin alike."""
        for name in sorted(self._full, key=lambda name: (-self._full[name], name)):
            known = self._known(name)
            self._form[name] = known or name
            if known:
                self._full[known] += self._full[name]
            else:
                self._families[_family(name)[:1]].setdefault(_family(name), []).append(name)

    def _near(self, family: str) -> list[str]:
        """The leading full names of a family, its spelling variants included."""
        begin_alike = self._families.get(family[:1], {})
        return [name for word, found in begin_alike.items() if alike(word, family) for name in found]

    def _known(self, name: str) -> str:
        """A more frequent name that is the same person's: Kasym-Jomart Tokayev, Kassym-Jomart Tokayev."""
        same = [known for known in self._near(_family(name)) if _same_first(known, name)]
        return same[0] if len(same) == 1 else ""

    def name(self, name: str) -> str:
        """The form that stands for a name; the name itself where no other is known, or where two people share it."""
        if name not in self._form:
            self._form[name] = (self._known(name) if " " in name else self._of_family(fold(name))) or name
        return self._form[name]

    def _of_family(self, family: str) -> str:
        """Whom a family name alone means; empty where it may be several."""
        near = sorted(self._near(family), key=lambda name: (-self._full[name], name))
        found = [name for name in near if _family(name) == family] or near
        if near and self._full[near[0]] > self._full[found[0]]:
            return ""
        if len(found) > 1 and self._full[found[0]] < LEADS * self._full[found[1]]:
            return ""
        return found[0] if found else ""


def _family(name: str) -> str:
    parts = name.split()
    family = fold(parts[-2] if len(parts) > 2 and fold(parts[-1].strip(".")) in _SUFFIXES else parts[-1])
    return family.removeprefix("al-").removeprefix("el-")


def _same_first(one: str, other: str) -> bool:
    """True when two names of one family may be one person's: first names alike, and nothing in between that differs."""
    if _is_junior(one) != _is_junior(other):
        return False
    if len(one.split()) > 2 and len(other.split()) > 2 and not alike(_middle(one), _middle(other)):
        return False
    first, second = (fold(name.split()[0].strip(".")).replace("-", "") for name in (one, other))
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    return alike(first, second)


def _is_junior(name: str) -> bool:
    return fold(name.split()[-1].strip(".")) in _SUFFIXES


def _middle(name: str) -> str:
    return fold(" ".join(name.split()[1:-1])).replace(".", "")


def alike(one: str, other: str) -> bool:
    """True when two folded words differ by at most one letter (none in short ones): Raisi, Raissi."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return (
        one[start + 1 :] == other[start + 1 :] or one[start + 1 :] == other[start:] or one[start:] == other[start + 1 :]
    )
