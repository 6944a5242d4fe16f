"""A page's tree as pieces: its paragraphs in order, each with what the markup around it tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from index.clean.spaces import NOTE_SIGN, with_mark
from index.sources.html_names import HEADINGS, HOLDERS, aside_of, hint_of, name_of
from index.sources.html_shown import is_hidden, is_unclosed
from index.sources.html_structure import BREAK, Form, form_of, lines_of, mark_of, opened_list, points_to_note
from index.sources.structure import Listing

Element = Any
"""An lxml element; the library's stubs are no dependency."""

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "option", "textarea",
    "button", "input", "head", "title", "link", "meta", "canvas", "audio", "video", "map", "math", "picture",
    "datalist",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "o:p",
})  # fmt: skip
_MOST = 20_000
"""Pieces of one page; more is a table of data."""


@dataclass(slots=True)
class Piece:
    """A paragraph of a page and its place in the tree."""

    text: str
    """One line."""
    tag: str
    """Of the block element that holds it."""
    hint: str
    """What the markup says it is: caption, figure, quote, pullquote, byline; empty where it says nothing."""
    linked: int
    """Characters of it that are links."""
    path: tuple[int, ...]
    """Numbers of the elements around it, outermost first."""
    around: str = ""
    """The class of the element around it; empty where that has none."""
    asides: tuple[str, ...] = ()
    """The names of those of them whose names say that they stand beside the article."""
    bold: bool = False
    """True when all of it is bold: how many pages write a heading."""
    shown: str = ""
    """The text with the mark of a list's item, the numbers of notes set off and the ends of verses."""
    form: Form | None = None
    """The table or code that it is a part of."""

    @property
    def link_share(self) -> float:
        """The part of its characters that are links."""
        return self.linked / max(1, len(self.text))


@dataclass(slots=True)
class _Open:
    """A block element whose text is being collected."""

    number: int
    tag: str
    name: str
    """Its class, id and role without numbers: elements of one kind are often numbered."""
    hint: str
    aside: str
    """Its name where that says that it stands beside the article."""
    mark: str = ""
    """The bullet or number of a list's item, until a paragraph has it."""
    form: Form | None = None
    listing: Listing | None = None
    unclosed: bool = False
    """True for a figure whose paragraphs are the article's."""


@dataclass(slots=True)
class _Walk:
    pieces: list[Piece] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    bolds: int = 0
    bold: int = 0
    stack: list[_Open] = field(default_factory=list)

    def text(self, value: str | None) -> None:
        if value:
            self.parts.append(value)
            if self.links or self.bolds:
                size = len("".join(value.split()))
                self.linked += size if self.links else 0
                self.bold += size if self.bolds else 0

    def flush(self) -> None:
        """Ends a paragraph."""
        written = "".join(self.parts)
        text = written.replace(NOTE_SIGN, "")
        if text and not text.isspace() and self.stack:
            top = self.stack[-1]
            path = tuple(around.number for around in self.stack)
            asides = tuple(around.aside for around in self.stack if around.aside)
            letters = max(1, len("".join(text.split())))
            share, bold = self.linked / letters, self.bold > 0.9 * letters
            around = self.stack[-2].name if len(self.stack) > 1 and top.tag not in HOLDERS else top.name
            mark, form = self._mark(), top.form
            for line, shown in lines_of(written, top.tag):
                linked, shown, mark = int(share * len(line)), with_mark(mark, shown), ""
                self.pieces.append(Piece(line, top.tag, top.hint, linked, path, around, asides, bold, shown, form))
        self.parts, self.linked, self.bold = [], 0, 0

    def words(self, element: Element, tag: str) -> None:
        """An element within a paragraph begins."""
        self.count(element, tag, 1)
        if tag == "sup" and points_to_note(element, self.parts[-1] if self.parts else ""):
            self.parts.append(NOTE_SIGN)
        self.text(element.text)

    def count(self, element: Element, tag: str, step: int) -> None:
        """Counts the links and bold words that are open."""
        self.links += step * (tag == "a" and _leads_away(element, self.stack))
        self.bolds += step * (tag in ("b", "strong"))

    def open(self, element: Element, tag: str, number: int) -> None:
        """An element that is a paragraph, or holds some, begins."""
        self.flush()
        self.stack.append(_opened(number, element, tag, self.stack))
        self.text(element.text)

    def close(self) -> None:
        """The innermost of them ends."""
        self.flush()
        self.stack.pop()

    def _mark(self) -> str:
        """The mark of the innermost item that still has its own; those around it have none any more."""
        found = ""
        for around in self.stack:
            if around.mark:
                found, around.mark = around.mark, ""
        return found


def pieces(body: Element) -> list[Piece]:
    """The paragraphs of a page in order. No recursion: markup may be nested as deep as it likes."""
    from lxml import etree  # 10 ms

    walk, number = _Walk(), 0
    walker = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        inline = _is_inline(tag) and element is not body
        if event == "start":
            number += 1
            if tag in _UNSEEN or is_hidden(element) or len(walk.pieces) > _MOST:
                walker.skip_subtree()
            elif tag == "br":
                walk.parts.append(BREAK)
            elif inline:
                walk.words(element, tag)
            else:
                walk.open(element, tag, number)
        elif event == "end":
            if inline and not is_hidden(element):
                walk.count(element, tag, -1)
            elif walk.stack and not (tag in _UNSEEN or tag == "br" or is_hidden(element)):
                walk.close()
            walk.text(element.tail if element is not body else "")
        else:
            walk.text(element.tail)
    return walk.pieces


def _is_inline(tag: str) -> bool:
    """Custom elements have a hyphen, and stand for anything; what is a block in them ends a paragraph itself."""
    return tag in _INLINE or "-" in tag


def _leads_away(link: Element, stack: list[_Open]) -> bool:
    """True for a link; an anchor has no address, and the heading of a section leads to itself."""
    address = link.get("href")
    if address is None:
        return not (link.get("name") or link.get("id"))
    return not (stack and stack[-1].tag in HEADINGS and address.startswith("#"))


def _opened(number: int, element: Element, tag: str, stack: list[_Open]) -> _Open:
    """An element with what it says about its text."""
    above = stack[-1].hint if stack and not stack[-1].unclosed else ""
    name = name_of(element)
    hint = hint_of(tag, name, above)
    form, lists = form_of(element) or (stack[-1].form if stack else None), [at.listing for at in stack if at.listing]
    return _Open(
        number,
        tag,
        name,
        hint,
        aside_of(tag, name),
        mark_of(element, lists),
        form,
        opened_list(element, lists),
        hint in ("figure", "caption") and is_unclosed(element),
    )
