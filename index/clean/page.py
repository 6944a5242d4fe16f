"""A scraped page whose headline and article region are known: the role of each of its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.clean import bylines, dates, furniture, relative
from index.clean.region import is_ended, is_last_paragraph, is_prose, listed, words_in
from index.clean.stamps import STAMPED, without_stamps
from index.clean.title import Headline, alike, key, marks
from index.clean.writing import may_end_bare
from index.models import Role

_CLOCK_WORDS = re.compile(
    r"\b(?:\d\d?[:.h]\d\d(?::\d\d)?|\d+|[ap]\.?m\b\.?|[A-Z]{2,4}T?\b|GMT|UTC|Uhr|at|at:|on|(?:mon|tues?|wednes"
    r"|thurs?|fri|satur|sun)(?:day)?|updated|published|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|[^\w\s]",
    re.IGNORECASE,
)
_TWEETED = re.compile(r"^[—–-] .{2,60}\(@\w+\)")
_QUOTED = ("“", '"', "«", "„", "‘", "'", "—", "–")
_BULLET = re.compile(r"^(?:[•*▪■●◦‣·-]\s|\d{1,2}[.)]\s)")
_HEADING_WORDS = 9
_LONGER = 1.5
"""Times as long as the headline, from which a line only begins with its words; elsewhere a site's name may follow."""
_LONG = 40
"""Words; no headline has as many."""
_SHORT = 24
"""Words; no line that says who and when has more."""


def is_header(line: str) -> bool:
    """True for a line that says who or when and nothing else."""
    if bylines.is_byline(line):
        return True
    if "://" in line or "©" in line or not (found := dates.dates(line, "day")):
        return False
    around = relative.AGO.sub(" ", line[: found[0].start] + " " + line[found[-1].end :])
    rest = without_stamps(_CLOCK_WORDS.sub(" ", around))
    if bylines.is_byline(rest.strip()):
        return True
    stamped, words = STAMPED.match(line) is not None, rest.split()
    most = 5 if stamped else 3 if "@" not in line and all(word[0].isupper() for word in words) else 1  # a name, a place
    return len(words) <= most and words_in(line) < (18 if stamped else 14) and (stamped or not is_prose(line))


def says_who_or_when(line: str) -> bool:
    """True for a line that begins with the words for it: a date without any may be that of anything."""
    return bylines.says_by(line) or STAMPED.match(line) is not None


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page and where its article stands."""

    lines: Sequence[str]
    kinds: Sequence[Role | None]
    """What each line is by its own words."""
    headline: Headline
    start: int
    end: int
    """Half-open range of the lines that hold the article."""

    def roles(self) -> list[Role]:
        """The role of every line."""
        told, again, in_list = key(self.headline.text), _repeated(self.lines), listed(self.lines, self.kinds)
        roles = []
        for at in range(len(self.lines)):
            if not self.start <= at < self.end:
                roles.append(self._outside(at, told))
            elif again[at]:
                roles.append(Role.CAPTION)
            else:
                roles.append(Role.BODY if in_list[at] else self._inside(at, told))
        return roles

    def _inside(self, at: int, told: str) -> Role:
        line, kind, count = self.lines[at], self.kinds[at], words_in(self.lines[at])
        if told and _is_headline(line, told):
            return Role.CAPTION
        if kind is not None:
            return kind
        if furniture.opens_tail(line):
            return Role.LINKS
        if _TWEETED.match(line):
            return Role.QUOTE
        if count < _SHORT and is_header(line):
            return Role.BYLINE
        if self._is_bio(at):
            return Role.BIO
        if self._is_above_credit(at):
            return Role.CAPTION
        if is_prose(line) or _BULLET.match(line) or (line[0].islower() and count > 2):
            return Role.BODY
        return self._short(at)

    def _is_bio(self, at: int) -> bool:
        line = self.lines[at]
        if line.startswith(_QUOTED):
            return False
        last = at >= self.end - 3 and words_in(line) < 60
        return (last or furniture.has_contact(line)) and furniture.is_bio(line)

    def _is_above_credit(self, at: int) -> bool:
        """True for a caption whose credit stands on the next line."""
        if at + 1 >= self.end or self.kinds[at + 1] is not Role.CREDIT or self.lines[at].startswith(_QUOTED):
            return False
        line, count = self.lines[at], words_in(self.lines[at])
        return (count < 30 and not is_ended(line)) or (count < 70 and bool(dates.dates(line)))

    def _short(self, at: int) -> Role:
        """A short line inside the article: a heading if running text follows at once, a quotation, or a link."""
        line = self.lines[at]
        follows = self._reads_on(at)
        if line.startswith(("–", "—")) and line.endswith(("–", "—")) and follows:
            return Role.HEADING
        if line.startswith(_QUOTED) or is_ended(line):
            return Role.BODY
        if words_in(line) <= _HEADING_WORDS and follows:
            return Role.HEADING
        return Role.BODY if self._is_bare(at) else Role.LINKS

    def _reads_on(self, at: int) -> bool:
        """True when running text follows, a caption and its credit between or not."""
        after = at + 1
        while after < self.end and self.kinds[after] in (Role.CAPTION, Role.CREDIT):
            after += 1
        return after < self.end and self.kinds[after] is None and words_in(self.lines[after]) > _HEADING_WORDS

    def _is_bare(self, at: int) -> bool:
        """True for a paragraph that ends without a sign, right after running text, in writing where that is usual."""
        follows = at > self.start and self.kinds[at - 1] is None and is_prose(self.lines[at - 1])
        return follows and is_last_paragraph(self.lines[at])

    def _outside(self, at: int, told: str) -> Role:
        line, kind, title = self.lines[at], self.kinds[at], self.headline.line
        if at == title:
            return Role.TITLE
        if told and _is_headline(line, told) and not _is_far_shorter(line, told):
            return Role.TITLE if at < self.start else Role.CAPTION
        near = (title - 3 if title >= 0 else self.start - 6) <= at < self.start
        if kind in (Role.RIGHTS, Role.CREDIT, Role.CAPTION, Role.NOTICE) and not (near and bylines.signs(line)):
            return kind
        if (near or self._is_below(at)) and words_in(line) < _SHORT and is_header(line):
            return Role.BYLINE
        if kind is not None:
            return kind
        count = words_in(line)
        if near and at == title + 1 and count >= 5:
            return Role.DECK
        if at >= self.end and furniture.is_bio(line):
            return Role.BIO
        return Role.NOTICE if count > 8 and is_prose(line) else Role.LINKS

    def _is_below(self, at: int) -> bool:
        """True right below the article, where no heading opens teasers or comments: they have names and dates, too.

        A date alone is theirs, unless it follows the article at once.
        """
        if not self.end <= at < self.end + 4 or any(map(furniture.opens_tail, self.lines[self.end : at + 1])):
            return False
        return at == self.end or says_who_or_when(self.lines[at])


def _is_headline(line: str, told: str) -> bool:
    """True for a line that says what the headline says."""
    if len(line) > _LONGER * len(told) and may_end_bare(line):
        return False
    low = line.casefold()
    for mark in marks(told):
        if mark in low:
            return words_in(line) < _LONG and alike(told, key(line))
    return False


def _is_far_shorter(line: str, told: str) -> bool:
    """True for lines too short to be a spelling of the headline, as most lines of a menu are."""
    return len(line) <= 25 and 2 * len(line) <= len(told) and line.isascii()


def _repeated(lines: Sequence[str]) -> list[bool]:
    """For each line: is it a paragraph that stood before, or one that stands three times? Galleries repeat captions."""
    counted = Counter(line for line in lines if len(line) > 18 and words_in(line) > 9)
    twice = {line: count for line, count in counted.items() if count > 1}
    if not twice:
        return [False] * len(lines)
    seen: set[str] = set()
    again = []
    for line in lines:
        again.append(line in twice and (twice[line] > 2 or line in seen))
        seen.add(line)
    return again
