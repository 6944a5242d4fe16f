"""What the reader shows of an article, as paragraphs to set. Pure."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

from index.models import SHOWN, Article, ArticleRow, Block, Role, Story
from tui.render import many, metadata, one_line, title_of
from tui.typeset import Paragraph

_LOOKS = {Role.HEADING: "heading", Role.QUOTE: "plain", Role.BODY: "plain"}
_ITEM = re.compile(r"(?:[-*•‣▪◦·–]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
"""What a list's item begins with."""
_FOOTNOTE = re.compile(r"(?:\[\^?\w{1,3}\]:?|[*†‡¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?=\S)")
"""What a note to the text begins with."""
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
            page.append(_text(number, block))
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
    kept = (*SHOWN, Role.CAPTION)
    return sum(block.role not in kept and number != title for number, block in enumerate(article.blocks))


def _title(article: Article) -> int:
    """The block that the headline was taken from; -1 when it was taken from elsewhere."""
    found = (n for n, b in enumerate(article.blocks) if b.role is Role.TITLE and b.text == article.title)
    return next(found, -1)


def _text(number: int, block: Block) -> Paragraph:
    text, right = block.text, runs_from_the_right(block.text)
    if "\n" in text:
        return Paragraph(text, _LOOKS[block.role], number, indent=2, exact=True)
    if block.role is Role.HEADING:
        return Paragraph(text, "heading", number, space=2, right=right)
    if block.role is Role.QUOTE:
        return Paragraph(text, "plain", number, indent=2, rail="" if right else _RAIL, flow=not right, right=right)
    if note := _FOOTNOTE.match(text):
        return Paragraph(text, "faint", number, hanging=cell_len(note.group()), right=right)
    item = _ITEM.match(text)
    hanging = cell_len(item.group()) if item is not None else 0
    return Paragraph(text, "plain", number, hanging=hanging, flow=item is None and not right, right=right)


def _caption(number: int, block: Block) -> Paragraph:
    if "\n" in block.text:
        return Paragraph(block.text, "faint", number, indent=2, exact=True)
    return Paragraph(block.text, "faint", number, before="[picture: ", after="]")


def runs_from_the_right(text: str) -> bool:
    """Whether the first letter of a text says so: Arabic, Hebrew, Persian … (Unicode Standard Annex 9, rule P2)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def _them(number: int) -> str:
    return "it" if number == 1 else "them"


def find(article: Article, words: str, *, folded: bool) -> tuple[tuple[int, int, int], ...]:
    """Where words stand in the text that is shown, without regard to case; a line break on the page hides nothing."""
    wanted = one_line(words).casefold()
    found = []
    for number, block in enumerate(article.blocks):
        if not wanted or not (folded or block.role in SHOWN or block.role in (Role.CAPTION, Role.TITLE)):
            continue
        text = block.text.casefold()
        if len(text) != len(block.text):
            text, wanted = block.text.lower(), one_line(words).lower()
        at = text.find(wanted)
        while at >= 0:
            found.append((number, at, at + len(wanted)))
            at = text.find(wanted, at + len(wanted))
    return tuple(found)
