"""Which pieces of a page are the article: three methods are asked, and what two of them say is taken.

The methods: trafilatura; the part of the tree with the most running text (after Arc90's Readability); the stretch of
lines with the most running text, which needs no markup (`clean.region`). What a JSON-LD `articleBody` holds is added
where it agrees with them. What stands beside two paragraphs of the article, in the same element, is part of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from index.clean import furniture
from index.clean.furniture import is_bio
from index.clean.region import article_region, is_ended, is_prose, words_in
from index.models import Role
from index.sources.html_names import HEADINGS, HOLDERS
from index.sources.html_pieces import Piece
from index.words import WORD

_LEAST_WORDS = 8
_FULL = 60
_SURE = 20
"""Letters of a piece."""
_FADE = (1.0, 0.7, 0.45, 0.25)
"""What a paragraph is worth to the elements around it, from the inside out."""
_LINKED = 0.5
"""Share of a piece's characters; more in links, and it is no paragraph."""
_MOSTLY_LINKED = 0.8
"""The same for what trafilatura keeps: first sentences that link to the news before."""
_IN_BODY = 0.5
"""Share of the running text that `articleBody` must hold of what the methods found, to be believed."""
_LEAD_GAP = 25
_INTRODUCTION = 80
"""Pieces between the headline and the longest stretch of text."""
_LEAD_WORDS = 10
_WRAPPER = 0.4
"""Share of the article in an element, from which its name (`widget`, `has-comments`) cannot mean that it is beside."""


def letters(text: str) -> str:
    """What two spellings of one paragraph have in common."""
    return "".join(WORD.findall(text)).casefold()


@dataclass(frozen=True, slots=True)
class Signs:
    """The pieces of a page and what is said about them."""

    pieces: Sequence[Piece]
    kept: Set[int]
    """Pieces that trafilatura keeps."""
    told: Set[int]
    """Pieces that stand in the page's own `articleBody`."""
    kinds: Sequence[Role | None]
    """What each piece is by its markup, else by its own words; None when it may be the article's."""
    beside: Sequence[bool]
    """True for pieces in an element that stands beside the article."""


def signs(pieces: Sequence[Piece], trafilatura: str, body: str) -> Signs:
    """Asks about every piece: trafilatura's text, the page's `articleBody`, the markup and the words."""
    kept = held(pieces, trafilatura)
    wrappers = _wrappers(pieces, kept)
    beside = [any(name not in wrappers for name in piece.asides) for piece in pieces]
    return Signs(
        pieces, kept, held(pieces, body), [kind_of(piece, at in kept) for at, piece in enumerate(pieces)], beside
    )


def _wrappers(pieces: Sequence[Piece], kept: Set[int]) -> frozenset[str]:
    """Names of something beside the article on elements that hold the article itself."""
    inside: Counter[str] = Counter()
    total = 0
    for at in sorted(kept) or range(len(pieces)):
        count = words_in(pieces[at].text) if pieces[at].link_share < _LINKED else 0
        total += count
        for name in dict.fromkeys(pieces[at].asides):
            inside[name] += count
    return frozenset(name for name, count in inside.items() if count > _WRAPPER * total)


def kind_of(piece: Piece, kept: bool) -> Role | None:
    """What a piece is by its markup and its words; None when it may be the article's."""
    count = words_in(piece.text)
    if piece.hint == "caption" and count < 120:
        return Role.CAPTION
    if piece.link_share > 0.8 and not (count > 25 and is_ended(piece.text)):
        return Role.LINKS
    said = furniture.kind(piece.text)
    if kept and said is Role.LINKS and piece.tag == "p" and furniture.is_telephone(piece.text):
        return None
    if said is None and piece.hint == "figure" and count < 120 and not (kept and is_prose(piece.text)):
        return Role.CAPTION
    return said


def held(pieces: Sequence[Piece], text: str) -> frozenset[int]:
    """The pieces that stand in a text: as a line of it, or somewhere in it if they are long enough to be sure."""
    known = letters(text)
    if not known:
        return frozenset()
    lines = {letters(line) for line in text.split("\n")}
    mine = [letters(piece.text) for piece in pieces]
    return frozenset(
        at for at, key in enumerate(mine) if key and (key in lines or (len(key) >= _SURE and key in known))
    )


def chosen(page: Signs) -> list[bool]:
    """For each piece: is it the article's own text, headings among it included?"""
    pieces = page.pieces
    free = [_is_free(page, at) for at in range(len(pieces))]
    text = [yes and is_prose(piece.text) for piece, yes in zip(pieces, free, strict=True)]
    home = _home(page, text)
    start, end = article_region([piece.text for piece in pieces], _line_kinds(page))
    introduction = _introduction(page, text, start)
    inside = [home in piece.path for piece in pieces]
    kin = {piece.around for piece, yes, at in zip(pieces, inside, text, strict=True) if yes and at and piece.around}
    taken = []
    for at, piece in enumerate(pieces):
        votes = (at in page.kept) + (inside[at] or piece.around in kin) + (start <= at < end or at in introduction)
        taken.append(votes >= 2 and (text[at] or (free[at] and at in page.kept)))
    if _misses(page, taken):
        taken = [at in page.kept and yes for at, yes in enumerate(free)]
    if _is_told(page, taken):
        taken = [free[at] and (yes or at in page.told) for at, yes in enumerate(taken)]
    return _with_neighbours(page, free, taken)


def _introduction(page: Signs, text: Sequence[bool], start: int) -> frozenset[int]:
    """Paragraphs side by side between the headline and the longest stretch of text, if trafilatura keeps them.

    Guides have a notice or a table of contents after them. A lone one may as well be an excerpt: see `_lead`.
    """
    near = range(max(0, start - _INTRODUCTION), start)
    above = next((at for at in reversed(near) if page.pieces[at].tag == "h1"), start)
    found = [
        at
        for at in range(above + 1, start)
        if text[at] and at in page.kept and page.pieces[at].tag == "p" and is_ended(page.pieces[at].text)
    ]
    parents = Counter(page.pieces[at].path[:-1] for at in found)
    return frozenset(at for at in found if parents[page.pieces[at].path[:-1]] > 1)


def _is_free(page: Signs, at: int) -> bool:
    """True when neither markup nor words set a piece apart."""
    piece = page.pieces[at]
    if page.kinds[at] is not None or page.beside[at] or piece.hint == "pullquote":
        return False
    return piece.link_share < (_LINKED if at not in page.kept or not is_prose(piece.text) else _MOSTLY_LINKED)


def _line_kinds(page: Signs) -> list[Role | None]:
    return [Role.LINKS if kind is None and aside else kind for kind, aside in zip(page.kinds, page.beside, strict=True)]


def _misses(page: Signs, taken: Sequence[bool]) -> bool:
    """True when the other methods found something else than trafilatura: teasers, or the first of many parts."""
    words = {at: words_in(page.pieces[at].text) for at in sorted(page.kept) if _is_free(page, at)}
    return sum(count for at, count in words.items() if taken[at]) < _IN_BODY * sum(words.values())


def _is_told(page: Signs, taken: Sequence[bool]) -> bool:
    """True when `articleBody` holds most of what was taken: then it is the article and not its first words."""
    words = [words_in(piece.text) if yes else 0 for piece, yes in zip(page.pieces, taken, strict=True)]
    return bool(page.told) and sum(words[at] for at in page.told) > _IN_BODY * sum(words)


def _home(page: Signs, text: Sequence[bool]) -> int:
    """The element with the most running text, counted by how near it stands; 0 if there is none.

    What trafilatura keeps counts twice: a page may end in teasers that are longer than its article.
    """
    worth: dict[int, float] = defaultdict(float)
    for at, (piece, is_running) in enumerate(zip(page.pieces, text, strict=True)):
        count = words_in(piece.text)
        if is_running and count >= _LEAST_WORDS:
            around = piece.path if piece.tag in HOLDERS else piece.path[:-1]
            for element, share in zip(reversed(around), _FADE, strict=False):
                worth[element] += share * min(count, _FULL) * (2 if at in page.kept else 1)
    return max(worth, key=lambda element: (worth[element], element), default=0)


def _with_neighbours(page: Signs, free: Sequence[bool], taken: Sequence[bool]) -> list[bool]:
    """Adds paragraphs that stand between or right beside chosen ones, in an element that holds two of them."""
    holders = Counter(piece.path[-2:-1] for piece, yes in zip(page.pieces, taken, strict=True) if yes)
    places = [at for at, yes in enumerate(taken) if yes]
    if not places:
        return list(taken)
    first, last = places[0], places[-1]
    result = list(taken)
    if (lead := _lead(page, first)) is not None:
        result[lead] = True
    frame = _frame([page.pieces[at].path for at in places])
    for at, piece in enumerate(page.pieces):
        if free[at] and at in page.kept and at > first and frame in piece.path:
            result[at] = True
        elif free[at] and not taken[at] and first - 3 <= at <= last + 3:
            inside = first < at < last and piece.tag in HEADINGS | {"p", "li"}
            beside = holders[piece.path[-2:-1]] >= 2 or (piece.tag == "li" and holders[piece.path[-3:-2]] >= 2)
            result[at] |= beside and (is_prose(piece.text) or inside)
            listed = piece.tag == "li" and not piece.linked and at > first and result[at - 1]
            result[at] |= at < last and frame in piece.path and (listed or _heads_text(page, at, taken))
    return result


def _heads_text(page: Signs, at: int, taken: Sequence[bool]) -> bool:
    """True for a heading right above a paragraph of the article, a picture or a table between or not."""
    if page.pieces[at].tag not in HEADINGS or page.pieces[at].tag == "h1" or furniture.opens_tail(page.pieces[at].text):
        return False
    below = at + 1
    while below < len(taken) and (page.kinds[below] is Role.CAPTION or page.pieces[below].form is not None):
        below += 1
    return below < len(taken) and taken[below] and not page.beside[below]


def _frame(paths: Sequence[tuple[int, ...]]) -> int:
    """The innermost element that holds all of these."""
    shared = paths[0]
    for path in paths:
        end = next((at for at, (one, other) in enumerate(zip(shared, path, strict=False)) if one != other), len(path))
        shared = shared[:end]
    return shared[-1] if shared else 0


def _lead(page: Signs, first: int) -> int | None:
    """A whole sentence in a paragraph of its own between the headline and the first paragraph: the standfirst."""
    before = range(max(0, first - _LEAD_GAP), first)
    heads = [at for at in before if page.pieces[at].tag == "h1"] or [
        at for at in before if page.pieces[at].tag in HEADINGS
    ]
    for at in range(heads[-1] + 1 if heads else first, first):
        piece = page.pieces[at]
        apart = page.kinds[at] is not None or (page.beside[at] and "teaser" not in piece.asides[-1].lower())
        if (
            not apart
            and not piece.hint
            and piece.link_share < _LINKED
            and piece.tag not in HEADINGS | {"li"}
            and words_in(piece.text) >= _LEAD_WORDS
        ):
            return at if is_ended(piece.text) and not is_bio(piece.text) else None
    return None
