"""From chosen pieces to blocks: what each piece of a page is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.clean import furniture, title
from index.clean.page import is_header, says_who_or_when
from index.clean.region import is_ended, is_prose, words_in
from index.clean.spaces import words_at
from index.models import READ, SHOWN, Block, Role
from index.sources.html_choose import Signs
from index.sources.html_names import HEADINGS, HOLDERS
from index.sources.html_pieces import Piece

_HEADING_WORDS = 16
_BYLINE_WORDS = 24
_SPEAKER_WORDS = 15
_LABEL_WORDS = 6
_NEAR = 8
"""Pieces before and after the article in which its author and date may stand."""
_LINKS_BELOW = 2
"""Links below a heading; more, and it is theirs."""
_LINKED = 0.7
"""Share of a table's characters; one with more in links is a menu."""


def blocks(page: Signs, own: Sequence[bool], headline: str) -> tuple[Block, ...]:
    """Every piece of a page as a block, in order."""
    places = [at for at, yes in enumerate(own) if yes]
    first, last = (places[0], places[-1]) if places else (len(own), -1)
    if places and page.pieces[first].tag == "h1":
        first = next((at for at in places[1:3] if page.pieces[at].tag != "h1" and at <= first + _NEAR), first)
    told, seen = title.key(headline), set[str]()
    roles: list[Role] = []
    for at, piece in enumerate(page.pieces):
        if not own[at]:
            role = Role.QUOTE if _names_speaker(page, at, roles) else _around(page, at, told, first, last)
        else:
            role = _inside(page, at, own, told)
            if piece.text in seen and words_in(piece.text) > 9:
                role = Role.CAPTION
            seen.add(piece.text)
        roles.append(role)
    _tail(page, roles)
    return tuple(_as_blocks(page, roles, places))


def _as_blocks(page: Signs, roles: Sequence[Role], own: Sequence[int]) -> Iterator[Block]:
    """Each piece as a block, but one for all of a table or of code."""
    first, last = (own[0], own[-1]) if own else (0, -1)
    at = 0
    for form, run in groupby(page.pieces, key=lambda piece: piece.form):
        end = at + len(list(run))
        if form is not None and (_is_read(roles[at:end]) or (first < at < last and _stands_between(page, at, end))):
            yield Block(form.role, form.text)
        else:
            yield from (_block(role, piece) for role, piece in zip(roles[at:end], page.pieces[at:end], strict=True))
        at = end


def _block(role: Role, piece: Piece) -> Block:
    if role is Role.HEADING:
        return Block(role, piece.shown[words_at(piece.shown) :])
    return Block(role, piece.shown if role in READ else piece.text)


def _is_read(roles: Sequence[Role]) -> bool:
    return any(role in SHOWN for role in roles)


def _stands_between(page: Signs, start: int, end: int) -> bool:
    """True for a table or code among the paragraphs of the article; what is set beside them, or all links, is none."""
    pieces = page.pieces[start:end]
    linked = sum(piece.linked for piece in pieces) > _LINKED * sum(len(piece.text) for piece in pieces)
    return not linked and not any(page.beside[start:end])


def _names_speaker(page: Signs, at: int, before: Sequence[Role]) -> bool:
    """True for a few words below a quotation of the article, in the same element: who said it."""
    piece = page.pieces[at]
    below = piece.hint == "quote" and before[-1:] == [Role.QUOTE] and page.kinds[at] is None
    return below and words_in(piece.text) <= _SPEAKER_WORDS and page.pieces[at - 1].path[-2] in piece.path


def _inside(page: Signs, at: int, own: Sequence[bool], told: str) -> Role:
    piece = page.pieces[at]
    count = words_in(piece.text)
    if told and count < 40 and title.key(piece.text) == told:
        return Role.TITLE
    if count < _BYLINE_WORDS and is_header(piece.text):
        return Role.BYLINE
    if piece.tag == "h1" and not any(own[:at]):
        return Role.TITLE
    if count <= _LABEL_WORDS and piece.tag in HOLDERS | {"p"} and _is_label(page, at, own):
        return Role.BYLINE if piece.text.istitle() else Role.LINKS
    if _is_heading(piece, count):
        return Role.HEADING if _has_text_below(page, at, own) else Role.LINKS
    return Role.QUOTE if piece.hint == "quote" else Role.BODY


def _is_label(page: Signs, at: int, own: Sequence[bool]) -> bool:
    """True for a few words above the first paragraph that end no sentence: who signs, a section, what it costs."""
    piece = page.pieces[at]
    if is_ended(piece.text) or piece.hint == "quote" or piece.form is not None:
        return False
    above = any(yes and is_prose(other.text) for other, yes in zip(page.pieces[:at], own, strict=False))
    return not above and any(
        yes and is_prose(other.text) for other, yes in zip(page.pieces[at + 1 : at + 4], own[at + 1 :], strict=False)
    )


def _is_heading(piece: Piece, count: int) -> bool:
    if piece.tag in HEADINGS:
        return count <= _HEADING_WORDS or not is_prose(piece.text)
    return piece.bold and count <= _HEADING_WORDS and not is_ended(piece.text) and piece.tag == "p"


def _has_text_below(page: Signs, at: int, own: Sequence[bool]) -> bool:
    """True for a heading with text of the article before the next of its rank, pictures and tables between or not."""
    tag = page.pieces[at].tag
    rank = tag if tag in HEADINGS else "h6"
    links = 0
    for below in range(at + 1, len(own)):
        links += page.kinds[below] is Role.LINKS and page.pieces[below].form is None
        if links > _LINKS_BELOW or (page.pieces[below].tag in HEADINGS and page.pieces[below].tag <= rank):
            break
        if own[below]:
            return True
    return any(own[at + 1 : at + 4])


def _around(page: Signs, at: int, told: str, first: int, last: int) -> Role:
    """The role of what is not the article's text: the lines that tell about it, captions, and the rest."""
    piece, kind = page.pieces[at], page.kinds[at]
    count = words_in(piece.text)
    if told and count < 40 and title.key(piece.text) == told:
        return Role.TITLE if at <= first else Role.LINKS
    near = first - _NEAR <= at < first or (last < at <= last + _NEAR and _is_below(page, last, at))
    if near and not page.beside[at] and count < _BYLINE_WORDS and (piece.hint == "byline" or is_header(piece.text)):
        return Role.BYLINE if is_header(piece.text) else kind or Role.LINKS
    if kind is not None:
        return kind
    if at > last - 3 and furniture.is_bio(piece.text):
        return Role.BIO
    if (
        first - _NEAR <= at < first
        and count >= 5
        and piece.tag in ("h2", "h3", "p")
        and not page.beside[at]
        and piece.link_share < 0.5
    ):
        return Role.DECK
    return Role.NOTICE if is_prose(piece.text) and count > 8 else Role.LINKS


def _is_below(page: Signs, last: int, at: int) -> bool:
    """True below the article and above the teasers: their dates and names are not its own."""
    between = [piece.text for piece in page.pieces[last + 1 : at + 1]]
    return not any(map(furniture.opens_tail, between)) and (at == last + 1 or says_who_or_when(between[-1]))


def _tail(page: Signs, roles: list[Role]) -> None:
    """What is said about the author in the last paragraphs, and headings with nothing below, are not the article's."""
    last = [at for at, role in enumerate(roles) if role in READ][-3:]
    for at in last:
        text = page.pieces[at].text
        if (
            words_in(text) < 80
            and furniture.is_bio(text)
            and (furniture.has_contact(text) or at == last[-1])
            and len(last) > 1
        ):
            roles[at] = Role.BIO
