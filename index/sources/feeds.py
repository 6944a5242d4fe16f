"""Feed files: RSS 2.0 and older, RSS 1.0 (RDF), Atom (RFC 4287). Each entry is an article; full content first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.events import Skipped
from index.models import Block, Origin, Raw
from index.sources.fields import LINK_ONLY, NO_TEXT
from index.sources.markup import body_of, text_of
from index.sources.port import EMPTY, Item, Reader, unique_key
from index.sources.xml_file import DECLARES_ENTITIES, Element, declares_entities, elements, local, root_of, text_in

_ROOTS = frozenset({"rss", "rdf", "feed"})
_ENTRIES = frozenset({"item", "entry"})
_CONTENT, _SUMMARY = ("encoded", "content", "body"), ("description", "summary")
"""`content:encoded` and `xhtml:body` of RSS modules, `content` of Atom."""
_DATES = ("pubdate", "published", "date", "issued", "created", "updated", "modified")
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((.+)\)$")
_LONGEST_NAME = 500
_CUT_OFF = "broken off: what stood after this could not be read"

Parts = Mapping[str, Element]
"""The children of an entry by name; the first of each name leads."""


def _recognises(head: bytes, suffix: str) -> bool:
    root = root_of(head)
    return root in _ROOTS and (root != "rdf" or b"purl.org/rss" in head or suffix in READER.suffixes)


def _read(path: Path) -> Iterator[Item]:
    if declares_entities(path):
        yield Skipped(str(path), DECLARES_ENTITIES)
        return
    feed = _Feed(path, path.stat().st_mtime)
    for name, element in elements(path, _ENTRIES, frozenset({"title"})):
        if name in _ENTRIES:
            yield feed.entry(element)
        elif name == "title":
            feed.name(element)
        else:
            yield Skipped(f"{path}#{feed.number + 1}" if feed.number else str(path), _CUT_OFF)
            return
    if not feed.number:
        yield Skipped(str(path), EMPTY)


@dataclass(slots=True)
class _Feed:
    """What the file said so far."""

    path: Path
    modified: float
    keys: set[str] = field(default_factory=set)
    number: int = 0
    title: str = ""

    def name(self, title: Element) -> None:
        """Takes the feed's own title; those of entries, images and text fields are not."""
        above = title.getparent()
        if not self.title and above is not None and local(above) in ("channel", "feed"):
            self.title = text_of(text_in(title))

    def entry(self, element: Element) -> Item:
        self.number += 1
        parts: dict[str, Element] = {}
        for child in element:
            parts.setdefault(local(child), child)
        link = _link(element)
        own = _own_id(element, parts)
        origin = Origin(str(self.path), unique_key(own or link, self.number, self.keys))
        text, blocks = _content(element)
        if not text.strip():
            return Skipped(str(origin), LINK_ONLY if link else NO_TEXT)
        return Raw(
            origin, text, blocks=blocks, modified=self.modified,
            title=text_of(_words(parts.get("title"))),
            outlet=_source(parts) or self.title,
            authors=", ".join(_authors(element)),
            published=next((date for name in _DATES if (date := _words(parts.get(name)))), ""),
            url=link or (own if own.startswith("http") else ""),
            language=_words(parts.get("language")) or _language(element),
        )  # fmt: skip


def _words(element: Element | None) -> str:
    return text_in(element).strip() if element is not None else ""


def _content(entry: Element) -> tuple[str, tuple[Block, ...]]:
    """The longest of the full contents; the longest summary where there is none."""
    for names in (_CONTENT, _SUMMARY):
        bodies = [_body(child) for child in entry.iterdescendants() if local(child) in names and not _is_media(child)]
        if bodies:
            best = max(bodies, key=lambda body: len(body[0]))
            if best[0].strip():
                return best
    return "", ()


def _is_media(element: Element) -> bool:
    """Media RSS has a `content` and a `description`, too: of a picture."""
    return "search.yahoo.com/mrss" in element.tag


def _body(element: Element) -> tuple[str, tuple[Block, ...]]:
    """What an element of text holds; Atom says whether it is plain text, HTML or XHTML (RFC 4287, 3.1)."""
    if element.get("type") in ("text", "text/plain"):
        return text_in(element), ()
    if len(element):
        from lxml import etree  # already there: it parsed the file

        return body_of(etree.tostring(element, encoding="unicode", with_tail=False, method="html"))
    return body_of(text_in(element))


def _link(entry: Element) -> str:
    """The article's page: the address before any redirect of the feed's host where it is told."""
    links: dict[str, str] = {}
    for child in entry:
        name = local(child)
        if name == "origlink":
            return _words(child)
        if name == "link" and child.get("rel", "alternate") == "alternate":
            links.setdefault("link", (child.get("href") or _words(child)).strip())
    return links.get("link", "")


def _own_id(entry: Element, parts: Parts) -> str:
    about = next((value for name, value in entry.attrib.items() if name.rpartition("}")[2] == "about"), "")
    return _words(parts.get("guid")) or _words(parts.get("id")) or about


def _source(parts: Parts) -> str:
    """The feed that an entry was taken from, in a feed of several; empty in all others."""
    source = parts.get("source")
    if source is None:
        return ""
    title = next((child for child in source if local(child) == "title"), source if not len(source) else None)
    return text_of(_words(title))


def _authors(entry: Element) -> Iterator[str]:
    for child in entry:
        if local(child) in ("author", "creator", "contributor"):
            name = next((part for part in child if local(part) == "name"), child)
            words = " ".join(text_in(name)[:_LONGEST_NAME].split())
            named = _MAIL_AND_NAME.match(words)  # RSS 2.0: `editor@example.org (Ann Lee)`
            if told := named[1] if named else "" if "@" in words else words:
                yield told


def _language(entry: Element) -> str:
    """`xml:lang` of the entry or of what is around it."""
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    return next((value for at in (entry, *entry.iterancestors()) if (value := at.get(lang))), "")


READER = Reader("feed", (".rss", ".atom", ".rdf"), _recognises, _read, many=True)
