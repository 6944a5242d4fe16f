"""Title, outlet, authors, date, address and language of a page: every place that tells them, the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from index.clean import outlets
from index.clean.title import site_after
from index.sources.html_authors import authors
from index.sources.html_dates import Place, published
from index.sources.html_jsonld import Told, told, words
from index.sources.html_look import ADDRESS, letters, text_of
from index.sources.html_pieces import Element
from index.sources.html_title import headline

_SITE_NAMES = ("og:site_name", "application-name", "al:android:app_name", "twitter:app:name:iphone", "dc.publisher",
               "publisher", "cre", "apple-mobile-web-app-title", "sailthru.source")  # fmt: skip
_SHORT = 2
"""Letters of a name that says too little."""
_TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "title")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page tells about its article; empty where it tells nothing."""

    title: str
    outlet: str
    authors: str
    published: str
    url: str
    language: str
    body: str
    """The article in the page's own words for machines, if it gives it."""
    is_article: bool
    """True when the page calls itself an article."""


def facts(root: Element, url: str = "", modified: float | None = None, captured: datetime | None = None) -> Facts:
    """Asks a page about its article. `url`, `captured`: where and when it was saved, if that is known."""
    meta, said = _meta(root), told(root)
    address = _url(root, meta, said) or url
    outlet, language = _outlet(meta, said), _language(root, meta, said)
    domain = outlets.domain(address).split(".")[0]
    title = headline(
        root, (said.title, _first(meta, _TITLES)), [name for name in (outlet, said.outlet, domain) if name]
    )
    outlet = outlet or _outlet_in_title(root, title, domain)
    return Facts(
        title=title,
        outlet=outlet,
        authors=authors(root, meta, said.authors, outlet, address),
        published=published(root, meta, said.published, Place(address, language), modified, captured),
        url=address,
        language=language,
        body=said.body,
        is_article=said.is_article or _meta_type(meta) == "article",
    )


Meta = dict[str, list[str]]


def _meta(root: Element) -> Meta:
    """What the `<meta>` elements say, by their names in lower case."""
    found: Meta = defaultdict(list)
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := element.get(key):
                    found[name.strip().lower()].append(words(content))
    return found


def _first(meta: Meta, names: Sequence[str]) -> str:
    return next((value for name in names for value in meta.get(name, ())), "")


def _meta_type(meta: Meta) -> str:
    return _first(meta, ("og:type",)).lower()


def _url(root: Element, meta: Meta, said: Told) -> str:
    """The page's own address: the canonical link, if it names more than the site."""
    links = [e.get("href") or "" for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    for address in (*links, _first(meta, ("og:url",)), _first(meta, ("twitter:url",)), said.url):
        if ADDRESS.match(address.strip()) and len(address) < 2000:
            return address.strip()
    return ""


def _outlet(meta: Meta, said: Told) -> str:
    name = _first(meta, _SITE_NAMES[:1]) or said.outlet or _first(meta, _SITE_NAMES[1:])
    return "" if ADDRESS.match(name) or name.startswith("@") or len(name) > 60 else name


def _outlet_in_title(root: Element, headline: str, domain: str) -> str:
    """The outlet as the page's own title gives it behind the headline, if its address does not speak against it."""
    name = site_after(headline, text_of(next(root.iter("title"), None))) if headline else ""
    mine, host = letters(name), letters(domain)
    return name if len(mine) > _SHORT and (not host or mine in host or host in mine) else ""


def _language(root: Element, meta: Meta, said: Told) -> str:
    html = next(root.iter("html"), root)
    return (html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang")
            or said.language or _first(meta, ("og:locale", "content-language", "dc.language", "language")))  # fmt: skip
