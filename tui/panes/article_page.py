"""What the reader shows of an article, as paragraphs to set. Pure."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

from index.clean.spaces import LINE, NOTE, NUMBER, words_at
from index.models import LINED, SHOWN, Article, ArticleRow, Block, Role, Story
from index.words import folded_with_places
from tui.render import many, metadata, one_line, title_of
from tui.typeset import Paragraph

_ITEM = re.compile(r"(?:[-*•‣▪◦·–]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
"""What a list's item begins with."""
_FOOTNOTE = re.compile(r"(?:\[\^?\w{1,3}\]:?|[*†‡¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?=\S)")
"""What a note to the text begins with."""
_INDENTS = {"◦": 2, "▪": 4}
"""Cells by which the items of a list in a list are set in."""
_NOTED = re.compile(f"{NOTE}({NUMBER})")
_RAIL = "│ "
"""Beside a quotation."""


def paragraphs(article: Article, row: ArticleRow, story: Story | None, *, folded: bool) -> list[Paragraph]:
    """Headline, metadata, text, captions; what cleaning folded away if asked for, else how much of it there is."""
    title = _title(article)
    right = runs_from_the_right(row.title)
    page = [Paragraph(title_of(row), "strong", space=0, right=right), Paragraph(metadata(row, story), "faint", space=0)]
    if title >= 0:
        page[0] = Paragraph(article.title, "strong", title, space=0, right=right)
    for number, block in enumerate(article.blocks):
        if block.role in SHOWN:
            page.append(_text(number, block, 0 if _in_list(article, number) else 1))
        elif block.role in LINED:
            page.append(_lined(number, block))
        elif block.role is Role.CAPTION:
            page.append(_caption(number, block))
        elif folded and number != title:
            page.append(Paragraph(block.text, "faint", number, before=f"{block.role.value}  ", indent=2, hang=True))
    if (hidden := folded_away(article)) and not folded:
        page.append(Paragraph(f"{many(hidden, 'passage')} folded away · x shows {_them(hidden)}", "faint", space=2))
    return page


def folded_away(article: Article) -> int:
    """How many passages are only shown when asked for."""
    title = _title(article)
    kept = (*SHOWN, *LINED, Role.CAPTION)
    return sum(block.role not in kept and number != title for number, block in enumerate(article.blocks))


def _title(article: Article) -> int:
    """The block that the headline was taken from; -1 when it was taken from elsewhere."""
    found = (n for n, b in enumerate(article.blocks) if b.role is Role.TITLE and b.text == article.title)
    return next(found, -1)


def _in_list(article: Article, number: int) -> bool:
    """True for a list's item after another, or below what it belongs to."""
    here = article.blocks[number].text
    after = number > 0 and words_at(article.blocks[number - 1].text) > 0
    return words_at(here) > 0 and (after or here[0] in _INDENTS)


def _text(number: int, block: Block, space: int) -> Paragraph:
    text, right = block.text, runs_from_the_right(block.text)
    text, inserts = _noted(text.replace(LINE, "\n"))
    flow = not right and "\n" not in text
    if block.role is Role.HEADING:
        return Paragraph(text, "heading", number, space=2, right=right, inserts=inserts)
    if block.role is Role.QUOTE:
        rail = "" if right else _RAIL
        return Paragraph(text, "plain", number, indent=2, rail=rail, flow=flow, right=right, inserts=inserts)
    if listed := words_at(text):
        hanging, indent = cell_len(text[:listed]), _INDENTS.get(text[0], 0)
        return Paragraph(text, "plain", number, indent, hanging=hanging, right=right, space=space, inserts=inserts)
    if note := _FOOTNOTE.match(text):
        return Paragraph(text, "faint", number, hanging=cell_len(note.group()), right=right)
    item = _ITEM.match(text)
    hanging = cell_len(item.group()) if item is not None else 0
    return Paragraph(text, "plain", number, hanging=hanging, flow=item is None and flow, right=right, inserts=inserts)


def _noted(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The numbers of notes in brackets, and what that inserted."""
    found = [(match.start(1), match.end(1)) for match in _NOTED.finditer(text)]
    for _, end in reversed(found):
        text = f"{text[:end]}]{text[end:]}"
    return text.replace(NOTE, "["), tuple((end, 1) for _, end in found)


def _lined(number: int, block: Block) -> Paragraph:
    """A table, whose columns are set one under the other, or code, whose lines stay."""
    table = block.role is Role.TABLE
    return Paragraph(block.text, "plain", number, indent=2, exact=True, table=table)


def _caption(number: int, block: Block) -> Paragraph:
    return Paragraph(block.text, "faint", number, before="[picture: ", after="]")


def runs_from_the_right(text: str) -> bool:
    """Whether the first letter of a text says so: Arabic, Hebrew, Persian … (Unicode Standard Annex 9, rule P2)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


def find(article: Article, words: str, *, folded: bool) -> tuple[tuple[int, int, int], ...]:
    """Where words stand in the text that is shown, without regard to case, accents and apostrophes; a line break on the
    page hides nothing. Each as block, start and end."""
    wanted, _ = folded_with_places(one_line(words))
    found = []
    for number, block in enumerate(article.blocks):
        if not wanted or not (folded or block.role in SHOWN or block.role in (*LINED, Role.CAPTION, Role.TITLE)):
            continue
        text, places = folded_with_places(block.text)
        at = text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            found.append((number, places[at], _behind(block.text, places[end - 1])))
            at = text.find(wanted, end)
    return tuple(found)


def _behind(text: str, letter: int) -> int:
    """The place behind a letter and the marks that are set on it."""
    end = letter + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
