"""HTML inside other things (feed entries, mails, fields of records) as blocks: what the tags tell, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape

from index.clean import furniture
from index.clean.region import words_in
from index.clean.spaces import NOTE, NOTE_SIGN, unmarked, with_mark
from index.models import READ, Block, Role
from index.sources.markup_forms import Forms
from index.sources.structure import lines_joined

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "button", "head",
    "title", "canvas", "audio", "video", "math",
})  # fmt: skip
_PARAGRAPHS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_ROLES = {
    "blockquote": Role.QUOTE, "figcaption": Role.CAPTION, "nav": Role.LINKS,
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
}  # fmt: skip
"""What a tag says about its text."""
_OUTWEIGH = (Role.NOTICE, Role.LINKS)
"""What is hidden or a menu stays so, whatever stands in it."""
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?![.\d])", re.IGNORECASE)
_CONTROLS = re.compile("[\x00\x1a\x1d]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_BREAK = "\x1d"
"""Stands for `<br>`: a line end in the source is only white space."""
_TAG = re.compile(
    r"</?(?:a|article|b|blockquote|br|div|em|figure|font|h[1-6]|html|i|img|li|ol|p|pre|section|span|strong|table|td|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_PARTS = re.compile(r"<(?:article|blockquote|br|div|h[1-6]|html|li|p|pre|section|table|td)\b", re.IGNORECASE)
_CELL = 80
"""Characters of a table's cell, on average; in longer ones stands the text of a page that is laid out by tables."""
_FURNITURE_WORDS = 60
"""Words; what is longer is text, whatever it begins with."""


def is_html(text: str) -> bool:
    """True for a string with tags in it; a lone `<` or `&` is text."""
    return "<" in text and _TAG.search(text) is not None


def body_of(text: str) -> tuple[str, tuple[Block, ...]]:
    """A body that may hold HTML, as plain text and, where tags part it, as blocks; entities decoded once."""
    if not is_html(text):
        return unescape(text), ()
    if not _PARTS.search(text):  # a plain text with a few links or italics: its lines are its paragraphs
        text = text.replace("\n", "<br><br>")
    blocks = blocks_of_html(text)
    return joined(blocks), blocks


def blocks_of_html(fragment: str) -> tuple[Block, ...]:
    """The paragraphs of a piece of HTML with their roles, in order; entities decoded once, scripts and styles left out.

    Linear and without recursion, however deep the tags are nested. Never raises.
    """
    from lxml import etree  # 10 ms

    target = _Target()
    parser = etree.HTMLParser(target=target, recover=True, no_network=True, huge_tree=False)
    try:
        parser.feed(_CONTROLS.sub("", fragment).encode("utf-8", "replace").decode("utf-8"))
        parser.close()
    except etree.LxmlError:  # what came before the place that cannot be read stays
        target.close()
    return told_apart(target.blocks)


def text_of(fragment: str) -> str:
    """A title or a name on one line, its tags taken out and its entities decoded."""
    plain = " ".join(block.text for block in blocks_of_html(fragment)) if is_html(fragment) else unescape(fragment)
    return " ".join(plain.split())


def joined(blocks: Sequence[Block]) -> str:
    """Blocks as text, a blank line between paragraphs."""
    return "\n\n".join(block.text for block in blocks)


def told_apart(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks whose plain furniture (share links, rights, calls to subscribe) is told from the body by its words."""
    return tuple(_by_words(block) if block.role is Role.BODY else block for block in blocks)


def _by_words(block: Block) -> Block:
    words = unmarked(block.text)
    role = furniture.kind(words) if words_in(words) <= _FURNITURE_WORDS else None
    return Block(role, words) if role else block


class _Target:
    """What lxml's parser tells, one tag after the other; a tree would end at 256 levels and lose what lies deeper."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._roles: list[tuple[str, Role]] = []
        """The open elements that say what their text is."""
        self._parts: list[str] = []
        self._unseen = 0
        self._links = 0
        self._linked = 0
        self._cells = 0
        self._forms = Forms()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._unseen:
            self._unseen += tag not in _VOID
        elif tag in _UNSEEN:
            self._unseen = 1
        elif tag == "br":
            self._break()
        else:
            self._open(tag, attributes)

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _PARAGRAPHS:
            self._flush()
        elif tag in ("td", "th"):
            self._parts.append(" ")
        self._links += tag == "a"
        self._forms.open(tag, attributes, len(self.blocks), len(self._parts))
        role = _role(tag, attributes)
        if role and tag not in _VOID:
            around = self._roles[-1][1] if self._roles else None
            self._roles.append((tag, around if around in _OUTWEIGH else role))

    def end(self, tag: str) -> None:
        if self._unseen:
            self._unseen -= tag not in _VOID
            return
        if tag == "pre" and self._forms.in_code:
            self._end_of_code()
        elif tag in _PARAGRAPHS:
            self._flush()
        elif tag in ("td", "th"):
            self._cells += any(not part.isspace() for part in self._parts)
        elif tag == "sup":
            self._forms.set_off(self._parts, linked=self._links > 0)
        self._forms.close(tag, self.blocks)
        self._links = max(0, self._links - (tag == "a"))
        if self._roles and self._roles[-1][0] == tag:
            self._roles.pop()

    def data(self, text: str) -> None:
        if not self._unseen:
            self._parts.append(text)
            self._forms.text(text)
            self._linked += len("".join(text.split())) if self._links else 0

    def _end_of_code(self) -> None:
        """What was set without reflow: code as it is, prose as its paragraphs."""
        text = "".join(self._parts).replace(_BREAK, "\n")
        code = self._forms.code(text)
        if code and not any(role in _OUTWEIGH for _, role in self._roles):
            self.blocks.append(Block(Role.CODE, code))
            text = ""
        for paragraph in _BLANK_LINE.split(text):
            self._parts = [paragraph.replace("\n", _BREAK)]
            self._flush()

    def comment(self, text: str) -> None:
        """Says nothing to a reader."""

    def close(self) -> None:
        self._flush()

    def _break(self) -> None:
        """One line break goes on in the same paragraph, two begin another; in code each is a line's end."""
        self._forms.text(" ")
        if self._parts and self._parts[-1] == _BREAK and not self._forms.in_code:
            self._flush()
        else:
            self._parts.append(_BREAK)

    def _flush(self) -> None:
        if self._forms.in_code:
            return
        text = "".join(self._parts)
        rows = [" ".join(row.split()) for row in text.split(_BREAK)]
        tidy = lines_joined([row for row in rows if row]).replace(NOTE_SIGN, NOTE)
        if tidy:
            role = self._role_of(text, tidy)
            self.blocks.append(Block(role, with_mark(self._forms.mark(), tidy) if role in READ else unmarked(tidy)))
        self._parts, self._linked, self._cells = [], 0, 0

    def _role_of(self, text: str, tidy: str) -> Role:
        if self._roles:
            return self._roles[-1][1]
        if self._linked > 0.9 * len("".join(text.split())):
            return Role.LINKS
        return Role.TABLE if self._cells > 1 and len(tidy) < _CELL * self._cells else Role.BODY


def _role(tag: str, attributes: Mapping[str, str]) -> Role | None:
    """What an element says its text is; hidden text (a newsletter's preheader) is folded away, not lost."""
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return Role.NOTICE
    return _ROLES.get(tag)
