"""Who wrote a page's article: people that its markup names, the surest place first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.clean import bylines, outlets
from index.clean.wordlist import word_list
from index.sources.html_look import ADDRESS, is_elsewhere, letters, names_of, some, text_of
from index.sources.html_pieces import Element

Meta = Mapping[str, Sequence[str]]

_AUTHORS = word_list(
    """
    author byl parsely-author sailthru.author dc.creator dcterms.creator article:author
    og:article:author citation_author article.author authors rbauthors dcsext.author
    twitter:data1:author cxenseparse:author byline creator dc.contributor
    """
)
_TAGS = ("a", "span", "div", "p", "li", "address", "em", "strong", "h3", "h4", "h5")
_SHORT_SITE = 5
_MOST = 0.5
"""Share of an outlet's letters, from which a name that stands in it is its own."""
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:author(?:-?name|s|-link)?|by-?line(?:-?\w+)?|writer|contributor|reporter|article-?author"
    r"|post-?author|entry-?author|vcard|fn|posted-?by)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SEAM = "\u2063"
_JOINT = re.compile(rf"([^\W\d_]){_SEAM}+(?=[^\W\d_])")
"""Where an element ends between two words without a space: a name, and what stands on the next line."""
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autore|staff|by|people|profiles?|newsteam|contributors?|journalists?|writers?"
    r"|reporters?|columnists?|experts?)/[^/?#]{4,}|[?&]trk=author",
    re.IGNORECASE,
)


def authors(root: Element, meta: Meta, told: Sequence[str], outlet: str, url: str) -> str:
    """The first place that names people; a newsroom is none. `told`: names in the page's JSON-LD."""
    newsroom, site = letters(outlet), letters(outlets.domain(url).split(".")[0])
    words = [letters(word) for word in outlet.split()]
    for names in (told, *(meta.get(name, ()) for name in _AUTHORS), _signed(root)):
        people = bylines.people(", ".join(name for name in names if not ADDRESS.match(name)), told=True)
        if people := tuple(name for name in people if not _is_newsroom(letters(name), newsroom, site, words)):
            return ", ".join(people)
    return ""


def _is_newsroom(name: str, newsroom: str, site: str, words: Sequence[str]) -> bool:
    """True for the outlet's own name or most of it; the Ela of "Elavegan" is a person."""
    if name in words or (name in newsroom and len(name) > _MOST * len(newsroom)):
        return True
    return len(site) > _SHORT_SITE and name != site and site in name


def _signed(root: Element) -> tuple[str, ...]:
    """The people that microdata, links to authors and bylines name; of several, those who sign together."""
    ranked: dict[int, list[Element]] = {1: [], 2: [], 3: []}
    for element in some(e for e in root.iter(*_TAGS) if e.attrib and _signs(e) and not is_elsewhere(e)):
        ranked[_signs(element)].append(element)
    for rank, elements in ranked.items():
        signed = [(element, people) for element in elements if (people := _people(element, rank))]
        if signed:
            together = _around(signed[0][0])
            names = [name for element, people in signed for name in people if _around(element) is together]
            return tuple(dict.fromkeys(names))
    return ()


def _people(element: Element, rank: int) -> tuple[str, ...]:
    text = _JOINT.sub("\\1 | ", text_of(element, _SEAM)).replace(_SEAM, "")
    return bylines.people(text, told=rank == 1) if 3 < len(text) < 120 else ()


def _around(element: Element) -> Element | None:
    parent = element.getparent()
    return parent if parent is None or parent.getparent() is None else parent.getparent()


def _signs(element: Element) -> int:
    """How surely an element names the author: 1 in microdata, 2 as a link to a person, 3 as a byline; 0 not at all."""
    said = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('property') or ''}".split()
    if any(name.rpartition(":")[2] == "author" for name in said):
        return 1
    if element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or ""):
        return 2
    return 3 if _NAMED.search(names_of(element)) else 0
