"""A page's tree as pieces: its paragraphs in order, each with what the markup around it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from index.clean.region import is_ended
from index.clean.spaces import NOTE_SIGN, with_mark
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
_ASIDES = frozenset({"nav", "footer", "aside", "menu", "dialog"})
_HINTS = {"figure": "figure", "figcaption": "caption", "caption": "caption", "blockquote": "quote", "address": "byline"}
HOLDERS = frozenset({"div", "td", "section", "article", "body", "main"})
"""Elements that hold text without a paragraph around it."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOX = re.compile(
    r"cookie|consent|gdpr|privacy|modal|popup|pop-up|overlay|dialog|lightbox|newsletter|subscri|login|sign-?(?:up|in)|menu"
    r"|nav|comment|related|promo|banner|tooltip|toast",
    re.IGNORECASE,
)
"""What opens over a page when it is asked to."""
_PARAGRAPH = 12
"""Spaces between the words of a whole paragraph."""
_NEVER_HINTS = frozenset({"html", "body", "main", "article"})
"""Their classes speak of the whole page (`no-sidebar`, `has-comments`), not of what stands in them."""
ASIDE = re.compile(
    r"""(?:^|[\s_-])(?:related|recommend\w*|newsletter|subscri\w+|promo\w*|sponsor\w*|advert\w*|ads?|share|sharing|social
    |addthis\w*|breadcrumbs?|tags?|tag-?list|comments?|comment-?list|disqus\w*|respond|nav|navbar|navigation|menu|footer
    |masthead|sidebar|side-?bar|popular|trending|most-?read|read-?more|readmore|more-?stories|moreon|outbrain|taboola
    |cookies?|consent|gdpr|paywall-\w+|modal|popup|toolbar|tool-?bar|signup|sign-?up|login|widget|widgets|pagination
    |pager|copyright|disclaimer|bio|author-?bio|author-?box|about-?author|rating|poll|teasers?|hidden|screen-reader-text
    |sr-only|visually-?hidden|visuallyhidden|print-?only|noprint|no-print|skip-link|mw-editsection|toc|catlinks|navbox
    |metadata|post-?meta|entry-?meta|postmetadata|yarpp\w*|jp-relatedposts|sharedaddy|addtoany\w*|fb-root|cta|
    donat\w+|correction-form|feedback|you-?may\w*|also-?like|teaser-?list|article-?tags|keywords)(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption\w*|caption\w*|figcaption|imgcaption|image-?caption|photo-?caption|img-?desc\w*|legend"
    r"|photo-?credit|image-?credit|credits?|cutline|media-?caption|picture-?text|slide-?caption)(?:$|[\s_-])",
    re.IGNORECASE,
)
QUOTE = re.compile(r"(?:^|[\s_-])(?:pull-?quote\w*|pullout\w*|quote-?box)(?:$|[\s_-])", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line\w*|author\w*|dateline|datetime|date-?time|time-?stamp|timestamp|post-?date|entry-?date"
    r"|pub-?date|publish\w*|posted-?on|article-?date|article-?info|story-?date|update[d]?-?(?:date|time))(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED = ((CAPTION, "caption"), (QUOTE, "pullquote"), (BYLINE, "byline"))
_NUMBER = re.compile(r"\d+")
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
        if event not in ("start", "end"):
            walk.text(element.tail)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            number += 1
            if tag in _UNSEEN or _is_hidden(element) or len(walk.pieces) > _MOST:
                walker.skip_subtree()
            elif tag == "br":
                walk.parts.append(BREAK)
            elif _is_inline(tag) and element is not body:
                walk.links += tag == "a"
                walk.bolds += tag in ("b", "strong")
                if tag == "sup" and points_to_note(element, walk.parts[-1] if walk.parts else ""):
                    walk.parts.append(NOTE_SIGN)
                walk.text(element.text)
            else:
                walk.flush()
                walk.stack.append(_opened(number, element, tag, walk.stack))
                walk.text(element.text)
        elif tag in _UNSEEN or _is_hidden(element) or tag == "br":
            walk.text(element.tail)
        elif _is_inline(tag) and element is not body:
            walk.links -= tag == "a"
            walk.bolds -= tag in ("b", "strong")
            walk.text(element.tail)
        elif walk.stack:
            walk.flush()
            walk.stack.pop()
            walk.text(element.tail if element is not body else "")
    return walk.pieces


def _is_inline(tag: str) -> bool:
    """Custom elements have a hyphen, and stand for anything; what is a block in them ends a paragraph itself."""
    return tag in _INLINE or "-" in tag


def _is_hidden(element: Element) -> bool:
    """True for what a page does not show; the slides and folded parts of an article are shown on a click."""
    style = element.get("style")
    if style is None or len(style) >= 500 or _HIDDEN.search(style) is None:
        return False
    names = " ".join(element.get(key) or "" for key in ("class", "id", "role"))
    return element.tag not in HOLDERS or _BOX.search(names) is not None or not _holds_text(element)


def _holds_text(element: Element) -> bool:
    """True for two whole paragraphs at least that are no links."""
    found = 0
    for paragraph in islice(element.iter("p"), 20):
        text = " ".join("".join(paragraph.itertext()).split())
        linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
        found += text.count(" ") >= _PARAGRAPH and is_ended(text) and 2 * linked < len(text)
    return found > 1


def _opened(number: int, element: Element, tag: str, stack: list[_Open]) -> _Open:
    """An element with what it says about its text; the innermost word counts."""
    above = stack[-1].hint if stack else ""
    above = "" if tag == "table" or (above == "byline" and tag in HEADINGS) else above
    names = " ".join(element.get(key) or "" for key in ("class", "id", "role", "data-testid"))
    name = _NUMBER.sub("", " ".join(names.split()))[:300]
    form, lists = form_of(element) or (stack[-1].form if stack else None), [at.listing for at in stack if at.listing]
    mark, listing = mark_of(element, lists), opened_list(element, lists)
    own = _HINTS.get(tag) or above
    if not name or tag in _NEVER_HINTS:
        return _Open(number, tag, name, own, tag if tag in _ASIDES else "", mark, form, listing)
    hint = next((word for pattern, word in _NAMED if pattern.search(name)), own)
    aside = name if tag in _ASIDES or ASIDE.search(name) else ""
    return _Open(number, tag, name, hint, aside, mark, form, listing)
