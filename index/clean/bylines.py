"""Who wrote it: people from bylines and from a source's author field, and nothing that is no person."""

from __future__ import annotations

import re

from index.clean.agencies import agency, is_agency
from index.clean.stamps import without_stamp
from index.clean.wordlist import word_set

_BY = re.compile(
    r"^(?:[|•–—-]\s*)?"
    r"(?:(?:(?:written |reported |story |posted |published |words |text )?by:?|(?:von|par|por|door|av|af):?|de|di"
    r"|της|του|των)\s+|(?:author|autor|auteur|aut[eo]re?|forfatter|författare|skribent|kirjoittaja|szerző|yazar|haber"
    r"|muhabir|reporter|journalist|text|tekst|автор|текст|корреспондент|кореспондент|συντάκτης|作者|記者|记者|文|撰文)"
    r"\w{0,2}\s?[:：]\s*)(?=\S)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[,;|/&•·]|\s[-–—]\s|\b(?:and|with|und|et|y|mit|avec|con|e|en|и)\b(?=\s))\s*")
_JOB = re.compile(
    r"\b(?:staff|reporter|correspondent|writer|editor|editors|editorial|columnist|contributor|contributing|bureau"
    r"|newsroom|desk|team|news|"
    r"redaktion|rédaction|redacción|redazione|redação|redactie|редакция|agency|agencies|agencias|agences|agenturen"
    r"|press|service|"
    r"media|magazine|times|post|daily|online|web|admin|administrator|guest|special|senior|chief|producer|photographer|"
    r"associate|assistant|director|manager|journalist|anchor|reporting|analyst|published|updated|posted|read|min"
    r"|minutes|"
    r"video|photos?|shares?|comments?|twitter|facebook|email|follow|about|anonymous|unknown|none|null|board|wires?"
    r"|reports?|"
    r"university|professor|institute|company|inc|ltd|llc|corp|tv|radio|network|channel|sponsored|http|www|the|this"
    r"|our|your|for|from|on|at|in|of)\b",
    re.IGNORECASE,
)
_FIELDS = (
    "political|business|sports?|science|health|education|crime|city|local|national|international|foreign|world"
    "|economics?|technology|tech|environment|climate|travel|food|arts?|culture|entertainment|features|deputy|managing"
    "|executive|investigative|breaking|news|data|legal|court|transport|white house|diplomatic|defen[cs]e|security"
    "|home affairs|europe|asia|africa|middle east|us|uk|special|senior|chief|staff|freelance|guest|contributing"
    "|associate|assistant|multimedia|digital|social|media|online|web|community|democracy"
)
"""What stands before the post of somebody who writes for a newspaper."""
_POST = re.compile(
    r"^(?:(?:senior|staff|chief|special|political|business|sports|associate|contributing|managing)\b"
    r"|(?:[\w.’']+ ){0,3}(?:reporter|correspondent|writer|editor|columnist|contributor|journalist)$)",
    re.IGNORECASE,
)
_BY_INSIDE = re.compile(r"\s(?:[Bb]y|BY):?\s+(?=[^\W\d_a-z])")
_PARTICLES = word_set(
    "de da do dos das del della di du des la le van von der den ter ten el al bin ibn ben y e zu af av o'"
)
_JUNK = re.compile(
    r"(?<!\w)@\w+|\(.*?\)|\[.*?\]|\d+\s*(?:min(?:ute)?s?)\b.*|\bPhD\b|\bM\.?D\.?$"
    r"|\bPh\.D\.?|"
    r"\b(?:updated|published|posted|last modified|on|at|am|pm)\b:?.*\d.*$|\d.*$",
    re.IGNORECASE,
)
_MAILED = re.compile(r"\S+@\S+\s*\(([^()]{2,100})\)")
"""How feeds name an author (RSS 2.0): `jane@example.org (Jane Doe)`."""
_TURNED = re.compile(r"([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]+(?: [^\W\d_]\.?)?)")
"""How libraries name an author: `Doe, Jane`."""
_POST_AFTER = re.compile(
    r"\s+(?:special (?:to|for)\b|for (?:the|mailonline|dailymail)\b"
    rf"|(?:(?:{_FIELDS})\s+)+(?:reporter|correspondent|writer|editor|columnist|producer|journalist|contributor)\b).*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_BESIDE = re.compile(r"\s+[|—–·•]\s+")
"""What parts a byline from the post of who signs, or from a place."""
_CJK = re.compile(r"[\u3400-\u9fff\u3005]{2,5}|[\uac00-\ud7a3]{2,4}")
_CJK_POST = re.compile(r"(?<=[\u3400-\u9fff\uac00-\ud7a3])\s?(?:記者|记者|기자)$")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_AND = re.compile(r"\s(?:and|und|et|y|e|och|og|i|и|&)$")
_SHORTENED = (" Jr", " Sr")
_MARK = re.compile(r"(\s*[,|]\s*|\s[-–—]\s)")
_LONGEST = 160


def _is_name(piece: str, *, told: bool) -> bool:
    words = piece.split()
    if not words or len(words) > 5 or len(piece) > 50 or not piece[0].isalpha():
        return False
    if any(c.isdigit() or c in "!?:;<>{}=_%$#" for c in piece) or _JOB.search(piece):
        return False
    if told:
        return len(words) >= 2 or (len(piece) > 2 and not piece.isupper())
    proper = [w for w in words if w.lower() not in _PARTICLES]
    return len(words) >= 2 and all(w[0].isupper() or not w[0].isascii() for w in proper) and bool(proper)


def _capitalised(name: str) -> str:
    """JANE DOE → Jane Doe; a name in mixed case stays as it is."""
    if not name.isupper() or len(name) < 6:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize() if len(m[0]) > 1 else m[0], name)


def people(text: str, *, told: bool = False) -> tuple[str, ...]:
    """The people among the names in a byline, in order, once each. `told`: the text comes from an author field."""
    text = _ADDRESS.sub(" ", _turned(text[:1000].strip(), told=told)).strip()
    text = text if told else _ASIDE.sub(" ", without_stamp(text))
    is_signed = told or _BY.match(text) is not None or _CJK_POST.search(text) is not None
    found: dict[str, None] = {}
    for piece in _SPLIT.split(_signers(text, told=told)):
        name = _tidy(piece)
        if name and not is_agency(name) and (_is_name(name, told=told) or (is_signed and _CJK.fullmatch(name))):
            found.setdefault(_capitalised(name))
    return tuple(found)


def _turned(text: str, *, told: bool) -> str:
    """The names in the order in which a byline has them."""
    if mailed := _MAILED.fullmatch(text):
        return mailed[1]
    turned = _TURNED.fullmatch(text) if told else None
    return f"{turned[2]} {turned[1]}" if turned else text


def _signers(text: str, *, told: bool) -> str:
    """The part of a byline that names people, without the words for "by"."""
    if _BY.match(text):
        return _BY.sub("", text if told else _BESIDE.split(text, maxsplit=1)[0])
    inside = None if told else _BY_INSIDE.search(text)
    return text[inside.end() :] if inside else text


def _tidy(piece: str) -> str:
    """A name without what stands around it: handles, brackets, numbers, a post, a word for "and"."""
    name = " ".join(_JUNK.sub(" ", _BY.sub("", piece)).split()).strip(" .,:|-–—'\"")
    name = _AND.sub("", _without_post(_CJK_POST.sub("", name)))
    return f"{name}." if name.endswith(_SHORTENED) and f"{name}." in piece else name


def _without_post(name: str) -> str:
    """A name without the post behind it; of "Political editor" nothing would be left, so it stays."""
    match = _POST_AFTER.search(name)
    return name[: match.start()] if match and len(name[: match.start()].split()) > 1 else name


def is_byline(line: str) -> bool:
    """True for a short line that names who wrote the article."""
    if len(line) > _LONGEST or (line.rstrip()[-1:] in ".!?" and len(line) > 60 and not line.endswith(".m.")):
        return False
    match = _BY.match(line)
    if not match and _CJK_POST.search(line):
        return bool(people(line))
    if not match:
        return is_agency(line.strip("() ")) or (
            len(line) < 60 and _MARK.search(line) is not None and _signs_with_job(line)
        )
    rest = line[match.end() :]
    return bool(people(rest)) or bool(agency(rest)) or (len(rest.split()) <= 4 and _JOB.search(rest) is not None)


def _signs_with_job(line: str) -> bool:
    """ "Jane Doe, Staff Writer" and "Jane Doe | Associated Press": a name, a mark, a job."""
    head, mark, rest = (*_MARK.split(line, maxsplit=1), "", "")[:3]
    return bool(mark) and _is_name(head, told=False) and (_POST.match(rest) is not None or is_agency(rest))


def signs(line: str) -> bool:
    """True for a short line that says "by" and names people, whatever else it says."""
    return len(line) <= _LONGEST and says_by(line) and bool(people(line))


def says_by(line: str) -> bool:
    """True when a line itself says "by" or what stands for it."""
    return _BY.match(line) is not None
