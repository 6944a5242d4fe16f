"""The headline: given by the source, or found above the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.clean import bylines, dates, furniture
from index.clean.region import is_last_paragraph, is_prose, words_in
from index.clean.writing import may_end_bare, needs_no_stop
from index.models import Role
from index.words import ASCII_WORDS, WORD

_SITE = re.compile(r"\s+(?:[|–—»·•]|-{1,2}|::|[<>])\s+")
_BARE_WORDS = 6
"""Words that most headlines have in writing without stops; a menu's entry has fewer."""
_STOPS = (".", "。", "।", "۔", "။", "។")
"""Full stops; headlines have none."""
_STAMP = re.compile(
    r"^(?:title|headline|date|published)?\s*:?\s*(\d{4}-\d\d-\d\d)(?:T[\d:.]+Z?)?\s*[-–—:|]?\s+(?=\S)", re.IGNORECASE
)
_SKIP = re.compile(r"\s+(?:skip to|jump to|menu)\b.*", re.IGNORECASE)
_DATED = re.compile(r"(?:first |last |originally )?(?:updated|published|posted|modified)\b", re.IGNORECASE)
_FIELD = re.compile(r"^(?:title|headline)\s*:\s*", re.IGNORECASE)
_SIGNED = 1.5
"""What a line that says who or when, right below, adds to a headline."""
_NEVER = -10.0
_LONGEST = 220
_CUT = 120


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline and the line it stands in."""

    text: str
    line: int
    """-1 when no line of the text is the headline."""
    site: str = ""
    """What a page's own title adds after the headline: mostly the outlet."""


@lru_cache(4096)
def key(text: str) -> str:
    """What two spellings of one headline have in common."""
    text = text[: 2 * _LONGEST]
    if text.isascii() and "'" not in text:
        return " ".join(text.translate(ASCII_WORDS).split())
    return " ".join(WORD.findall(text)).casefold()


def alike(first: str, second: str) -> bool:
    """True when two keys are the same headline, give or take a few words."""
    if (
        first == second
        or (len(first) > 25 and second.startswith(first))
        or (len(second) > 25 and first.startswith(second))
    ):
        return True
    if not 0.5 < len(first) / max(1, len(second)) < 2:
        return False
    b = second.split()
    if len(b) < 5:
        return False
    count, a = _words_of(first)
    others = set(b)
    return count >= 5 and len(a & others) >= 0.7 * max(len(a), len(others))


@lru_cache(64)
def _words_of(headline: str) -> tuple[int, frozenset[str]]:
    """How many words a key has, and which; asked for one headline and every line of its page."""
    found = headline.split()
    return len(found), frozenset(found)


@lru_cache(64)
def marks(headline: str) -> tuple[str, ...]:
    """Words of a key: a line without any of them, its case folded, is not that headline, whatever else it says.

    Its first word, and more of the others than a line that is `alike` may lack. Asking for them costs a tenth of a key.
    """
    found = headline.split()
    longest = sorted(dict.fromkeys(found), key=lambda word: (-len(word), word))
    return (*(word[:20] for word in found[:1]), *longest[: 3 * len(longest) // 10 + 1])


def tidy(title: str) -> str:
    """A headline in one line, without a leading field name or date stamp."""
    title = " ".join(title.split())
    return _FIELD.sub("", _STAMP.sub("", title)) or title


def stamp(line: str) -> str:
    """The date that stands before the headline in the same line; empty if none does."""
    match = _STAMP.match(line)
    return match[1] if match else ""


def first_words(text: str) -> str:
    """A stand-in for a missing headline: the first words of the text."""
    return text if len(text) <= _CUT else text[:_CUT].rsplit(" ", 1)[0] + "…"


def find(lines: Sequence[str], kinds: Sequence[Role | None], start: int) -> Headline:
    """The headline above the line where the article begins (or that line itself)."""
    head = range(min(len(lines), start + 4))
    counted = Counter(lines)
    best, best_score = -1, 0.0
    page = key(lines[0]) if lines and len(lines[0]) <= _LONGEST else ""
    for at in head:
        score = _score(lines, kinds, at, start, page, counted)
        if score + _SIGNED > best_score and not _is_none(lines[at]):
            score += _SIGNED if any(_is_signed(n) for n in lines[at + 1 : at + 4] if len(n) < 120) else 0.0
            if score > best_score:
                best, best_score = at, score
    if best < 0:
        return Headline("", -1)
    return _without_site(tidy(lines[best]), best, lines[0] if best else "")


def _score(
    lines: Sequence[str], kinds: Sequence[Role | None], at: int, start: int, page: str, counted: Counter[str]
) -> float:
    """How well a line stands for a headline; too little for any where it cannot be one."""
    line = lines[at]
    if len(line) > _LONGEST or (kinds[at] is not None and kinds[at] is not Role.NOTICE):
        return _NEVER
    count = max(words_in(line), len(line) // 3 if may_end_bare(line) else 0)
    if count < 2 or (at >= start and count > 9 and is_prose(line) and line.rstrip('"”’').endswith(_STOPS)):
        return _NEVER
    if at > start and is_last_paragraph(line) and any(map(is_prose, lines[start:at])):
        return _NEVER
    bare = needs_no_stop(line)
    mine = key(line)
    score = 3.0 if (_BARE_WORDS if bare else 4) <= count <= 24 else 0.5
    score += 6.0 if at and len(mine) > 12 and page.startswith(mine) else 0.0
    score += 1.5 if counted[line] > 1 and count > 3 else 0.0
    score += 2.0 if at == 0 else 0.0
    score -= min(3.0, 0.2 * max(0, start - at))
    if at >= start and is_prose(line) and not line.endswith(("?", "!")):
        score -= 1.0 if bare else 2.5  # there headlines are prose by their length, too
    return score - ((4.0 if count > 9 else 1.0) if line.endswith((*_STOPS, ".”", '."')) else 0.0)


def _is_none(line: str) -> bool:
    """True for lines that are plainly something else: a teaser, a byline, a date, the heading of links."""
    count = words_in(line)
    if furniture.is_cut(line) or bylines.is_byline(line) or (furniture.opens_tail(line) and count < 5):
        return True
    return bool(dates.dates(line) and not stamp(line) and (count < 9 or _DATED.match(line)))


@lru_cache(1024)
def _is_signed(line: str) -> bool:
    """True for a short line that says who or when; asked for three headlines in a row, mostly."""
    return bool(dates.dates(line)) or bylines.says_by(line)


def _without_site(title: str, at: int, page: str) -> Headline:
    """Takes the name of the site off a page's title, and finds it there when the headline stands alone below."""
    if at and key(page).startswith(key(title)):
        return Headline(title, at, site_after(title, page))
    parts = _SITE.split(title)
    if at == 0 and len(parts) > 1 and _site(parts[-1]) and len(parts[0].split()) >= 3:
        return Headline(title[: title.rfind(parts[-1])].rstrip(" |–—»·•-:<>"), at, _site(parts[-1]))
    return Headline(title, at)


def site_after(headline: str, page: str) -> str:
    """The name that a page's own title adds behind the headline: mostly the outlet; empty where it adds none."""
    rest = _SITE.split(page[max(0, len(headline) - 2) :]) if key(page).startswith(key(headline)) else []
    return _site(rest[-1]) if len(rest) > 1 else ""


def _site(rest: str) -> str:
    """The name in what a page's title adds; empty where it is more than a name."""
    name = _SKIP.sub("", rest)
    return name if len(name.split()) <= 5 and "." not in name.rstrip(".")[:-4] and not name.endswith(".") else ""
