"""When a page's article appeared: what its markup says, the surest place first; never after the page was saved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from index.clean import dates, relative
from index.clean.stamps import told_part
from index.clean.wordlist import word_list
from index.sources import html_dates_written
from index.sources.html_look import is_card, is_elsewhere, names_of, some, text_of
from index.sources.html_pieces import Element

Meta = Mapping[str, Sequence[str]]

_DATES = word_list(
    """
    article:published_time article:published og:article:published_time datepublished
    parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date published
    publication_date og:published_time dc.date.issued dcterms.issued dc.date dcterms.date
    dc.date.created dcterms.created citation_publication_date citation_date
    cxenseparse:recs:publishtime article_date_original originalpublicationdate date
    rnews:datepublished ptime displaydate cxenseparse:pageclass:date article.published
    article.created created shareaholic:article_published_time datecreated iso-8601-publish-date
    bt:pubdate
    """
)
_CHANGES = word_list(
    """
    article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified dc.date.modified
    last-modified lastmod revised modified
    """
)
_NAMED = re.compile(
    r"(?:[\w.:-]*[._:-])?(?:date[_.-]?)?(?:publish(?:ed)?|publication|pub|issued?|posted|released?)"
    r"[_.-]?(?:date|time|datetime|on|at|timestamp)"
)
"""Names of `meta` elements that speak of publication, as hundreds of makers invent them."""
_STAMPED = re.compile(
    r"(?:^|[\s_-])(?:publish\w*|pub-?date|entry-?date|post-?date|posted\w*|date-?published|article-?date|dateline"
    r"|timestamp|time-?stamp|time|date|datetime|byline\w*|entry-?meta|post-?meta|meta|created|issued)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"update|modif|change|edited|revis", re.IGNORECASE)
_LONGEST = 160
"""Characters of a line that says when."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page comes from: what tells in which order figures stand."""

    url: str
    language: str
    """As the page declares it, `en-GB`."""


def published(
    root: Element, meta: Meta, told: str, place: Place, modified: float | None, captured: datetime | None = None
) -> str:
    """The first date that is possible: not after the page was saved.

    `told`: what its JSON-LD says. `captured`: the moment of saving, where it is known; only then "2 hours ago" counts.
    """
    order = dates.order_of(place.language, place.url)
    candidates = _date_candidates(root, meta, told, place.url)
    for value in chain(candidates, html_dates_written.candidates(root, order)):
        found = dates.field(value) or dates.field(value, order)
        if found and found.precision in ("day", "minute") and not dates.is_after(found.when, modified):
            return _local(value, candidates) if dates.field(value) else found.when
    return (_ago(root, captured) if captured else "") or _changed(meta, modified)


def _changed(meta: Meta, modified: float | None) -> str:
    """When a page was last changed, where it tells nothing else: it had appeared by then."""
    for name in _CHANGES:
        for value in meta.get(name, ()):
            found = dates.field(value)
            if found and found.precision in ("day", "minute") and not dates.is_after(found.when, modified):
                return value
    return ""


def _local(value: str, others: Iterator[str]) -> str:
    """The same moment in the outlet's own time, if the page gives it: near midnight the day is another."""
    moment = _moment(value)
    if moment is None or moment.utcoffset():
        return value
    return next((other for other in others if (o := _moment(other)) and o.utcoffset() and o == moment), value)


def _moment(value: str) -> datetime | None:
    """A time with its zone; None for anything else."""
    try:
        moment = datetime.fromisoformat(value.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _date_candidates(root: Element, meta: Meta, told: str, url: str) -> Iterator[str]:
    yield told
    yield from (value for name in _DATES for value in meta.get(name, ()))
    yield from _stamps(root)
    yield from (value for name, values in meta.items() if _NAMED.fullmatch(name) for value in values)
    if found := dates.in_url(url):
        yield found.when
    yield from _written(root)


def _stamps(root: Element) -> Iterator[str]:
    """Times in `<time>` elements and microdata, those first that say that they are of the publication."""
    sure = some(e for e in root.iter() if e.attrib and _is_published(e))
    yield from (_machine_date(e) or text_of(e) for e in sure)
    rest = [e for e in root.iter("time") if _machine_date(e) and not is_elsewhere(e) and not is_card(e)]
    yield from (_machine_date(e) for e in sorted(rest, key=_is_of_change)[:1])
    yield from (text_of(e) for e in _times(root) if not e.get("datetime"))


def _is_of_change(element: Element) -> bool:
    """True where the markup or the words say that a time is not that of publication."""
    named = f"{names_of(element)} {element.get('itemprop') or ''}"
    return (_CHANGED.search(named) is not None and "publish" not in named) or not told_part(text_of(element))


def _is_published(element: Element) -> bool:
    """True where the markup itself says that this is the time of publication."""
    if element.tag == "abbr":
        return "published" in (element.get("class") or "")
    said = element.get("itemprop") or element.get("property") or ""
    return (
        any(name.rpartition(":")[2] == "datePublished" for name in said.split()) or element.get("pubdate") is not None
    )


def _machine_date(element: Element) -> str:
    if element.tag == "abbr":
        return element.get("title") or ""
    return element.get("datetime") or element.get("content") or ""


def _written(root: Element) -> Iterator[str]:
    """Dates in words, in elements that are named for them."""
    later = []
    for element in _stamped(root):
        text = text_of(element)
        if len(text) < _LONGEST and dates.dates(text):
            if told := told_part(text):
                yield told
            else:
                later.append(text)
    yield from later


def _ago(root: Element, captured: datetime) -> str:
    """The day that the page tells by how long ago it is; empty where it tells none."""
    days = (relative.day(text_of(element), captured) for element in (*_times(root), *_stamped(root)))
    return next((day.isoformat() for day in days if day), "")


def _times(root: Element) -> Iterator[Element]:
    return (element for element in some(root.iter("time")) if not is_elsewhere(element) and not is_card(element))


def _stamped(root: Element) -> Iterator[Element]:
    """The elements that are named for a date."""
    elements = root.iter("span", "div", "p", "li", "small", "em", "h4", "h5", "h6", "td")
    return some(
        e for e in elements if e.attrib and _STAMPED.search(names_of(e)) and not is_elsewhere(e) and not is_card(e)
    )
