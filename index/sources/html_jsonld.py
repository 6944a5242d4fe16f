"""What a page says about its article in JSON-LD (https://schema.org/NewsArticle), however carelessly it is written."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.sources.html_look import letters, some, text_of
from index.sources.html_pieces import Element

_ARTICLE = re.compile(
    r"(?:Article|NewsArticle|BlogPosting|Report|Reportage\w*|LiveBlogPosting|OpinionNewsArticle|AnalysisNewsArticle"
    r"|ReviewNewsArticle|Review|SocialMediaPosting|TechArticle|ScholarlyArticle|Recipe|MedicalWebPage)$"
)
_PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|VideoObject)$")
_OPENING = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)\s*|\s*(?://)?\s*(?:\]\]>|-->)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_TAG = re.compile(r"<[^<>]{1,300}>")
_LARGEST = 2_000_000
"""Characters of one script; the longest articles have a tenth."""
_SHORT = 12
"""Letters of a headline that may stand in a page by chance."""
_DEEPEST = 6
_MOST = 2_000
"""Objects looked at."""

Thing = dict[str, object]


@dataclass(frozen=True, slots=True)
class Told:
    """The page's own words about its article; empty where it says nothing."""

    title: str = ""
    body: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    is_article: bool = False
    """True when the page calls itself an article."""


def told(root: Element) -> Told:
    """The article that the scripts of a page describe."""
    things = [thing for script in _scripts(root) for thing in _things(script)]
    named = {str(thing["@id"]): thing for thing in things if isinstance(thing.get("@id"), str) and "name" in thing}
    articles = [thing for thing in things if _is(thing, _ARTICLE)]
    pages = [thing for thing in things if _is(thing, _PAGE)]
    own = "".join(text_of(e) for tag in ("title", "h1") for e in some(root.iter(tag)))
    article = max(articles, key=lambda thing: (_is_named_in(own, thing), _fullness(thing)), default=None)
    about = article or max(pages, key=_fullness, default=None)
    if about is None:
        return Told()
    return Told(
        title=words(about.get("headline") or (about.get("name") if article else "")),
        body=_plain(words(about.get("articleBody"))),
        outlet=_name(about.get("publisher"), named),
        authors=tuple(_names(about.get("author"), named) or _names(about.get("creator"), named)),
        published=words(about.get("datePublished") or about.get("dateCreated")),
        url=words(about.get("url")) if article else "",
        language=words(about.get("inLanguage")),
        is_article=article is not None,
    )


def words(value: object) -> str:
    """A string in one line, entities decoded; the first of a list; the text of an object."""
    if isinstance(value, list):
        return next((text for item in value if (text := words(item))), "")
    if isinstance(value, dict):
        return words(value.get("@value") or value.get("name"))
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _plain(text: str) -> str:
    return _TAG.sub(" ", text)


def _scripts(root: Element) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < _LARGEST:
            text = _OPENING.sub("", script.text)
            for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
                try:
                    yield json.loads(attempt, strict=False)
                except (ValueError, RecursionError):
                    continue
                break


def _things(value: object) -> Iterator[Thing]:
    """Every object in a value, outer ones first, few levels deep."""
    waiting, seen = [(value, 0)], 0
    while waiting and seen < _MOST:
        item, depth = waiting.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            inner = [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "hasPart")
                     if key in item]  # fmt: skip
        else:
            inner = item if isinstance(item, list) else []
        if depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in inner if isinstance(part, dict | list))


def _is(thing: Thing, kind: re.Pattern[str]) -> bool:
    types = thing.get("@type")
    return any(isinstance(one, str) and kind.match(one) for one in (types if isinstance(types, list) else [types]))


def _is_named_in(own: str, thing: Thing) -> bool:
    """True for an object whose headline the page shows as its own; others describe its teasers."""
    headline = letters(words(thing.get("headline") or thing.get("name")))
    return len(headline) > _SHORT and headline in letters(own)


def _fullness(thing: Thing) -> int:
    """How much an object tells; a page may describe its teasers, too."""
    return sum(bool(thing.get(key)) for key in ("headline", "datePublished", "author", "publisher", "articleBody"))


def _name(value: object, named: dict[str, Thing]) -> str:
    return next(iter(_names(value, named)), "")


def _names(value: object, named: dict[str, Thing]) -> list[str]:
    """The names in an author or publisher field: strings, objects, references to objects, or lists of these."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item:
            item = named.get(str(item.get("@id")), {})
        whole = item.get("name") if isinstance(item, dict) else item
        found.extend(filter(None, map(words, whole if isinstance(whole, list) else [whole])))
    return list(dict.fromkeys(found))
