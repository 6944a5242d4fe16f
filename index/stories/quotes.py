"""The direct quotations of an article, each with its speaker; who is not sure to speak stays unnamed.

paragraph ─ marks ─► quotations ─ the words around them ─► speaker as written ─ names ─► speaker
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.findings import Spot
from index.models import READ, Article
from index.stories.marks import Quoted, quoted
from index.stories.people import Unified, names
from index.stories.saying import after, before, introduced, within
from index.stories.speakers import PRONOUN
from index.stories.subject import people_of, subject

UNNAMED_WORDS = 4
"""Shorter quotations without a speaker are titles, nicknames and doubts: nobody's words."""
_TITLE, _MINOR = 5, 3
"""The longest title in words, and the longest word in it that needs no capital."""
_GAP = "\ue000"
"""Stands for a quotation where the words around it are read; a private character, never in a cleaned text."""
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
    alone: bool
    """True when it makes up its whole paragraph."""


def quotations(article: Article, people: Unified) -> list[Said]:
    """In text order; a quotation that goes on in the next paragraph is one."""
    return _Reader(article, people).read()


class _Reader:
    """Goes through an article once and remembers who spoke last."""

    def __init__(self, article: Article, people: Unified) -> None:
        self.article, self.people = article, people
        self.found: list[Said] = []
        self.blocks: list[int] = []
        """The paragraph in which each of them ends."""
        self.open = False
        """True when the last quotation was not closed: the next paragraph goes on with it."""
        self.last, self.last_block = "", -2
        self.pronouns: dict[str, str] = {}
        """Speaker → the pronoun that stood for him or her first; another one means somebody else."""
        self.before = ""
        """The last paragraph without its quotations."""

    def read(self) -> list[Said]:
        for number, block in enumerate(self.article.blocks):
            if block.role in READ:
                self._paragraph(number, block.text)
        return [said for said in self.found if said.speaker or len(said.text.split()) >= UNNAMED_WORDS]

    def _paragraph(self, number: int, text: str) -> None:
        spans = quoted(text)
        pieces = _pieces(number, text, spans)
        outer = _outside(text, spans)
        speaker = ""
        for at, piece in enumerate(pieces):
            if at == 0 and self.open and piece.span.start == 0:
                self._go_on(piece)
                speaker = self.found[-1].speaker
                continue
            here = outer.split(_GAP)[: at + 1]
            named = self._named(piece, speaker, _GAP.join(here))
            if not named and not self._has_speaker(piece):
                named = speaker if at and piece.starts else self._whole_paragraph(piece)
            if _is_title(piece):
                continue
            self._add(piece, named)
            speaker = named or ("" if self._has_speaker(piece) else speaker)
        self.open = bool(pieces) and not pieces[-1].span.closed and not _is_title(pieces[-1])
        self.before = outer

    def _go_on(self, piece: _Piece) -> None:
        known = self.found[-1]
        named = known.speaker or self._named(piece, "", "")
        self.blocks[-1] = piece.block
        self.found[-1] = replace(known, text=f"{known.text}\n{piece.text}", speaker=named)

    def _add(self, piece: _Piece, speaker: str) -> None:
        if speaker:
            self.last, self.last_block = speaker, piece.block
        self.blocks.append(piece.block)
        self.found.append(Said(Spot(self.article.id, _sentence(self.article, piece)), piece.text, speaker))

    def _whole_paragraph(self, piece: _Piece) -> str:
        """A paragraph that is nothing but a quotation has the speaker of the one before, if there was but one."""
        before = [said.speaker for said, block in zip(self.found, self.blocks, strict=True) if block == piece.block - 1]
        return before[0] if piece.alone and len(set(before)) == 1 else ""

    @staticmethod
    def _has_speaker(piece: _Piece) -> bool:
        return bool(_tagged(piece) or before(piece.left))

    def _named(self, piece: _Piece, speaker: str, so_far: str) -> str:
        """Who speaks, by the words around a quotation."""
        who = introduced(piece.left) or (_tagged(piece) if _goes_on(piece) else "")
        who = who or before(piece.left) or (within(piece.text) if self._is_french(piece) else "")
        if PRONOUN.match(who):
            return self._meant(who, piece, speaker, so_far)
        return self.people.name(who) if who else ""

    def _is_french(self, piece: _Piece) -> bool:
        """Whether a speaker may stand inside the marks."""
        return self.article.language == "fr" or self.article.blocks[piece.block].text[piece.span.start] == "«"

    def _meant(self, pronoun: str, piece: _Piece, speaker: str, so_far: str) -> str:
        """Whom `he` means: who spoke in this paragraph, else the one person whom the sentences before are about."""
        meant = speaker or subject(so_far, self.people)
        if not meant and not names(so_far):
            meant = self._of_paragraph_before(piece)
        known = self.pronouns.setdefault(meant, pronoun.lower()) if meant else ""
        return meant if known == pronoun.lower() else ""

    def _of_paragraph_before(self, piece: _Piece) -> str:
        """Who was quoted there, where it opens with the quotation or names nobody else; else who speaks there."""
        text = self.before
        if text.startswith(_GAP) and piece.block - self.last_block == 1:
            return self.last
        quoted_alone = self.last if piece.block - self.last_block == 1 else ""
        about = subject(text, self.people) or quoted_alone
        return about if set(people_of(text, self.people)) <= {about} else ""


def _pieces(number: int, text: str, spans: Sequence[Quoted]) -> list[_Piece]:
    found = []
    for at, span in enumerate(spans):
        begin = spans[at - 1].end if at else 0
        end = spans[at + 1].start if at + 1 < len(spans) else len(text)
        gap = text[begin : span.start]
        left = gap[_last_boundary(gap) :]
        starts = not left.strip() and (not at or bool(gap.strip()) or _ended(text, spans[at - 1]))
        alone = len(spans) == 1 and not text[: span.start].strip() and not text[span.end :].strip()
        found.append(_Piece(number, span, span.words(text), left, text[span.end : end], starts, alone))
    return found


def _last_boundary(gap: str) -> int:
    """Where the last sentence of a text begins."""
    return max((match.end() for match in _STOP.finditer(gap)), default=0)


def _ended(text: str, span: Quoted) -> bool:
    return span.words(text)[-1:] in (".", "!", "?", "…")


def _is_title(piece: _Piece) -> bool:
    """True for the name of a film, a book, a role: a few words in capitals with no stop inside the marks."""
    parts = piece.text.rstrip(",").split()
    capitals = all(part[0].isupper() for part in (parts[0], *(part for part in parts if len(part) > _MINOR)))
    if not capitals or len(parts) > _TITLE or piece.text[-1] in ".!?…":
        return False
    return not (piece.text.endswith(",") and _tagged(piece))


def _tagged(piece: _Piece) -> str:
    """Whom the words after a quotation name."""
    return after(piece.right, parted=piece.text.rstrip("'’”\"»").endswith((",", "?", "!", "…", "-", "—", "–", ".")))


def _goes_on(piece: _Piece) -> bool:
    """True when the words after a quotation belong to its sentence; a full stop inside the marks ends it."""
    rest = piece.right.lstrip()
    if piece.text.endswith((".", "…")) and not piece.text.endswith("..") and rest[:1].isupper():
        return False
    return bool(rest) and rest[0] not in ".;:!?)"


def _outside(text: str, spans: Sequence[Quoted]) -> str:
    parts, at = [], 0
    for span in spans:
        parts.append(text[at : span.start])
        at = span.end
    return _GAP.join([*parts, text[at:]])


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
