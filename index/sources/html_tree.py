"""From the text of a page to its tree, whatever the text is: broken, cut off, nested without end."""

from __future__ import annotations

import re

from index.sources.html_pieces import Element

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_INLINE = re.compile(r"</?(?:span|font|b|i|u|em|strong|small|big|center|a)\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:div|section|blockquote|table|tbody|tr|td|ul|ol|li|dl|dd|article)\b[^<>]*>", re.IGNORECASE)


def tree(text: str) -> Element | None:
    """The tree of a page; None if there is no markup in it. Entities are decoded once, by the parser.

    libxml2 stops at 256 levels; a page that is deeper is read once more without the elements that nest.
    """
    text = _CONTROLS.sub("", _DECLARATION.sub("", text, count=1))
    root, too_deep = _parsed(text)
    return _parsed(_BLOCK.sub("<p>", _INLINE.sub("", text)))[0] if too_deep else root


def _parsed(text: str) -> tuple[Element | None, bool]:
    """The tree, and whether the parser stopped because of its depth."""
    from lxml import etree, html  # 30 ms

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    return root, any("depth" in entry.message for entry in parser.error_log)
