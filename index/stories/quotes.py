"""The direct quotations of an article, each with its speaker; who is not sure to speak stays unnamed.

paragraph ─ marks ─► quotations ─ the words around them ─► speaker as written ─ names ─► speaker
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.findings import Spot
from index.models import READ, Article
from index.stories.marks import Quoted, quoted
from index.stories.people import Unified
from index.stories.saying import after, before, closing, introduced, untold, within
from index.stories.speakers import PRONOUN
from index.stories.subject import Account

UNNAMED_WORDS = 4
"""Shorter quotations without a speaker are titles, nicknames and doubts: nobody's words."""
_TITLE, _MINOR = 5, 3
"""The longest title in words, and the longest word in it that needs no capital."""
_STOP = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))[.!?…]\s+")
"""The end of a sentence, as far as titles and initials let it be one."""


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation in one article."""

    spot: Spot
    text: str
    speaker: str
    """As the article names it, without titles; empty if unsure."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quotation with its place and the words around it."""

    block: int
    span: Quoted
    text: str
    left: str
    """From the beginning of its sentence, or from the end of the quotation before it."""
    right: str
    """Up to the next quotation, or the end of the paragraph."""
    starts: bool
    """True when nothing stands before it in its sentence."""
    parts: bool
    """True when what stands before it goes on from the quotation before: “We,” said Ana Lund, “will go.”"""
    alone: bool
    """True when it makes up its whole paragraph."""


def quotations(article: Article, people: Unified) -> list[Said]:
    """In text order; a quotation that goes on in the next paragraph is one."""
    return _Reader(article, people).read()


class _Reader:
    """Goes through an article once and keeps account of whom it speaks about."""

    def __init__(self, article: Article, people: Unified) -> None:
        self.article, self.people = article, people
        self.found: list[Said] = []
        self.blocks: list[int] = []
        """The paragraph in which each of them ends."""
        self.open = False
        """True when the last quotation was not closed: the next paragraph goes on with it."""
        self.account = Account(people)
        self.number = 0
        """Of the paragraph among those that are read."""
        self.leads = ""
        """What the paragraph before leads to with a colon: its last sentence."""

    def read(self) -> list[Said]:
        for number, block in enumerate(self.article.blocks):
            if block.role in READ:
                self._paragraph(number, block.text)
                self.number += 1
        return [said for said in self.found if said.speaker or len(said.text.split()) >= UNNAMED_WORDS]

    def _paragraph(self, number: int, text: str) -> None:
        pieces = _pieces(number, text)
        speaker, heard = "", 0
        for at, piece in enumerate(pieces):
            heard = self._listen(text, heard, piece)
            if at == 0 and self.open and piece.span.start == 0:
                self._go_on(piece)
                speaker = self.found[-1].speaker
                continue
            named = self._named(piece)
            if not named and not self._has_speaker(piece):
                follows = piece.starts or (piece.parts and bool(_tagged(pieces[at - 1])))
                named = speaker if at and follows else self._of_paragraph(piece)
            self._add(piece, named)
            self.account.hear(piece.left, self.number)
            self.account.spoke(named, self.number)
            speaker = named or ("" if self._has_speaker(piece) else speaker)
        self.open = bool(pieces) and not pieces[-1].span.closed
        self.account.hear(text[heard:], self.number)
        self.leads = text[_last_boundary(text) :] if text.endswith(":") else ""

    def _listen(self, text: str, heard: int, piece: _Piece) -> int:
        """Hears the whole sentences up to a quotation; where the next ones begin."""
        self.account.hear(text[heard : piece.span.start - len(piece.left)], self.number)
        return piece.span.end

    def _go_on(self, piece: _Piece) -> None:
        known = self.found[-1]
        speaker = known.speaker or self._named(piece)
        self.blocks[-1] = piece.block
        self.found[-1] = replace(known, text=f"{known.text}\n{piece.text}", speaker=speaker)
        self.account.spoke(speaker, self.number)

    def _add(self, piece: _Piece, speaker: str) -> None:
        self.blocks.append(piece.block)
        self.found.append(Said(Spot(self.article.id, _sentence(self.article, piece)), piece.text, speaker))

    def _of_paragraph(self, piece: _Piece) -> str:
        """Whom the paragraph before leads to with a colon; one that is all quotation follows its only speaker."""
        if self.leads and piece.span.start == 0:
            return self._who(before(self.leads), piece) or self.account.leading(self.leads)
        earlier = {
            said.speaker for said, block in zip(self.found, self.blocks, strict=True) if block == piece.block - 1
        }
        return earlier.pop() if piece.alone and len(earlier) == 1 else ""

    @staticmethod
    def _has_speaker(piece: _Piece) -> bool:
        told = _goes_on(piece) and (_tagged(piece) or untold(piece.right))
        return bool(told or before(piece.left))

    def _named(self, piece: _Piece) -> str:
        """Who speaks, by the words around a quotation."""
        who = introduced(piece.left) or (_tagged(piece) if _goes_on(piece) else closing(piece.right))
        return self._who(who or before(piece.left) or (within(piece.text) if self._is_french(piece) else ""), piece)

    def _who(self, who: str, piece: _Piece) -> str:
        if PRONOUN.match(who):
            return self.account.meant(who, self.number, piece.left)
        return self.people.name(who) if who else ""

    def _is_french(self, piece: _Piece) -> bool:
        """Whether a speaker may stand inside the marks."""
        return self.article.language == "fr" or self.article.blocks[piece.block].text[piece.span.start] == "«"


def _pieces(number: int, text: str) -> list[_Piece]:
    found: list[_Piece] = []
    spans = [span for span in quoted(text) if not _is_title(span, text)]
    for at, span in enumerate(spans):
        begin = spans[at - 1].end if at else 0
        end = spans[at + 1].start if at + 1 < len(spans) else len(text)
        gap = text[begin : span.start]
        left = gap[_last_boundary(gap) :]
        starts = not left.strip() and (not at or bool(gap.strip()) or _ended(text, spans[at - 1]))
        parts = bool(at) and left == gap and gap.rstrip().endswith(",")
        alone = len(spans) == 1 and not text[: span.start].strip() and not text[span.end :].strip()
        found.append(_Piece(number, span, span.words(text), left, text[span.end : end], starts, parts, alone))
    return found


def _last_boundary(gap: str) -> int:
    """Where the last sentence of a text begins."""
    return max((match.end() for match in _STOP.finditer(gap)), default=0)


def _ended(text: str, span: Quoted) -> bool:
    return span.words(text)[-1:] in (".", "!", "?", "…")


def _is_title(span: Quoted, text: str) -> bool:
    """True for the name of a film, a book, a role: a few words in capitals with no stop inside the marks."""
    said = span.words(text)
    parts = said.rstrip(",").split()
    capitals = all(part[0].isupper() for part in (parts[0], *(part for part in parts if len(part) > _MINOR)))
    if not capitals or len(parts) > _TITLE:
        return False
    if text[: span.start].endswith(("'s ", "’s ")):
        return True
    if said[-1] in ".!?…":
        return False
    return not (said.endswith(",") and after(text[span.end :], parted=True))


def _tagged(piece: _Piece) -> str:
    """Whom the words after a quotation name."""
    return after(piece.right, parted=piece.text.rstrip("'’”\"»").endswith((",", "?", "!", "…", "-", "—", "–", ".")))


def _goes_on(piece: _Piece) -> bool:
    """True when the words after a quotation belong to its sentence; a full stop inside the marks ends it."""
    rest = piece.right.lstrip()
    if piece.text.endswith((".", "…")) and not piece.text.endswith("..") and rest[:1].isupper():
        return False
    return bool(rest) and rest[0] not in ".;:!?)"


def _sentence(article: Article, piece: _Piece) -> int:
    """The number of the sentence in which a quotation begins."""
    return next(
        (
            number
            for number, at in enumerate(article.sentences)
            if at.block == piece.block and at.end > piece.span.start
        ),
        0,
    )
