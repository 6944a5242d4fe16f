"""Who wrote it: people from bylines and from a source's author field, and nothing that is no person."""

from __future__ import annotations

import re

from index.clean.agencies import agency, is_agency
from index.clean.wordlist import word_set

_BY = re.compile(
    r"^(?:[|•–—-]\s*)?(?:(?:written |reported |story |posted |published |words |text )?by:?|author[s]?:|von|par|por"
    r"|de|di|door|av|af|автор:|текст:)\s+(?=\S)",
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
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_SHORTENED = (" Jr", " Sr")
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
    text = _ADDRESS.sub(" ", text[:1000]).strip()
    inside = _BY_INSIDE.search(text)
    text = text[inside.end() :] if inside and not _BY.match(text) and not told else _BY.sub("", text)
    found: dict[str, None] = {}
    for piece in _SPLIT.split(text):
        name = " ".join(_JUNK.sub(" ", _BY.sub("", piece)).split()).strip(" .,:|-–—'\"")
        name = f"{name}." if name.endswith(_SHORTENED) and f"{name}." in piece else name
        if name and not is_agency(name) and _is_name(name, told=told):
            found.setdefault(_capitalised(name))
    return tuple(found)


def is_byline(line: str) -> bool:
    """True for a short line that names who wrote the article."""
    if len(line) > _LONGEST or (line.rstrip()[-1:] in ".!?" and len(line) > 60 and not line.endswith(".m.")):
        return False
    match = _BY.match(line)
    if not match:
        return is_agency(line.strip("() ")) or (
            len(line) < 60 and ("," in line or "|" in line) and _signs_with_job(line)
        )
    rest = line[match.end() :]
    return bool(people(rest)) or bool(agency(rest)) or (len(rest.split()) <= 4 and _JOB.search(rest) is not None)


def _signs_with_job(line: str) -> bool:
    """ "Jane Doe, Staff Writer" and "Jane Doe | Associated Press": a name, a mark, a job."""
    head, mark, rest = re.split(r"(\s*[,|]\s*)", line, maxsplit=1) if re.search(r"[,|]", line) else (line, "", "")
    return bool(mark) and _is_name(head, told=False) and (_POST.match(rest) is not None or is_agency(rest))


def says_by(line: str) -> bool:
    """True when a line itself says "by" or what stands for it."""
    return _BY.match(line) is not None
