"""The fields of a news record under the names that data sets give them; shared by every format of records."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from index.events import Skipped
from index.models import Origin, Raw
from index.sources.markup import body_of, text_of
from index.sources.port import Item

Record = dict[str, object]

_TITLE = ("title", "headline", "headlinemain", "webtitle", "name")
_TEXT = (
    "text", "body", "content", "maintext", "articlebody", "contenthtml", "contenttext", "fulltext", "articletext",
    "bodytext", "cleanedtext", "plaintext", "rawtext", "article", "story", "document", "html", "abstract",
    "leadparagraph", "summary", "description",
)  # fmt: skip
_DATE = (
    "published", "date", "datepublished", "publishedat", "datepublish", "publishdate", "publisheddate", "pubdate",
    "publicationdate", "webpublicationdate", "publishedon", "publishtime", "firstpublished", "datetime",
)  # fmt: skip
_DATE_OF_RECORD = ("created", "createdat", "timestamp")
"""When the article appeared, in data sets; when the reader saved it, in the lists of services that keep links."""
_OF_SAVED = frozenset({
    "isarchived", "isstarred", "savedat", "saveddate", "dateadded", "timeadded", "addedat", "folder", "favorite",
    "readingprogress", "cover", "highlights", "toread",
})  # fmt: skip
"""Fields that only such a list has."""
_OUTLET = ("outlet", "source", "publisher", "publication", "newspaper", "sitename", "sourcename", "domain",
           "sourcedomain", "domainname", "site")  # fmt: skip
_AUTHOR = ("authors", "author", "byline", "creator", "writer", "publishedby")
_URL = ("url", "link", "canonicalurl", "articleurl", "permalink", "weburl", "originalurl", "givenurl", "href", "uri",
        "externalurl")  # fmt: skip
_LANGUAGE = ("language", "lang", "inlanguage", "languagecode")
_KEY = ("id", "uuid", "guid", "articleid", "docid", "documentid", "slug")
_KNOWN = frozenset((*_TITLE, *_TEXT, *_DATE, *_DATE_OF_RECORD, *_OUTLET, *_AUTHOR, *_URL, *_LANGUAGE, *_KEY))

_WRAPPINGS = ("fields", "_source", "attributes")
"""Where news interfaces and search engines put the fields of a record."""

NO_TEXT = "no text in it"
LINK_ONLY = "a link without text"

_INNER = ("name", "title", "text", "main", "original", "rendered", "$date", "$oid")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_ADDRESS = re.compile(r"https?://\S+$")
_UNFIT_IN_KEYS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_LONGEST_KEY = 200
_MILLISECONDS = 100_000_000_000
"""A time stamp above this counts milliseconds: as seconds it would lie in the year 5138."""


def raw_of(record: Record, origin: Origin, modified: float | None) -> Raw | None:
    """The item that a record holds; None if it has no text. HTML in its text becomes blocks."""
    fields = _folded(record)
    text, blocks = body_of(_first(fields, _TEXT))
    if not text.strip():
        return None
    outlet, url = _first(fields, _OUTLET), _first(fields, _URL)
    if _ADDRESS.match(outlet):  # web clippers call the address the source
        outlet, url = "", url or outlet
    return Raw(
        origin,
        text,
        title=text_of(_first(fields, _TITLE)),
        outlet=outlet,
        authors=_first(fields, _AUTHOR, between=", "),
        published=_date(fields, _DATE if _OF_SAVED & fields.keys() else _DATE + _DATE_OF_RECORD),
        url=url,
        language=_first(fields, _LANGUAGE),
        modified=modified,
        blocks=blocks,
        record=True,
    )


def item_of(record: Record, origin: Origin, modified: float | None) -> Item:
    """The item that a record holds, or what it lacks."""
    return raw_of(record, origin, modified) or Skipped(str(origin), LINK_ONLY if url_of(record) else NO_TEXT)


def url_of(record: Record) -> str:
    """The address that a record gives; empty if it gives none."""
    return _first(_folded(record), _URL).strip()


def is_known(name: str) -> bool:
    """True for a name that a field of an article has, however it is spelled."""
    return folded_name(name) in _KNOWN


def has_text(record: Record) -> bool:
    """True for a record with words in one of the fields of text."""
    return bool(_first(_folded(record), _TEXT).strip())


def key_of(record: Record) -> str:
    """The record's own id, fit to stand in an origin; empty if it has none."""
    fields = _folded(record)
    number = next((value for name in _KEY if isinstance(value := fields.get(name), int)), "")
    return _UNFIT_IN_KEYS.sub(" ", _first(fields, _KEY) or str(number)).strip()[:_LONGEST_KEY]


def folded_name(name: str) -> str:
    """A field's name without case and punctuation: `date_publish`, `datePublish` and `Date-Publish` are one."""
    return _NOT_LETTERS.sub("", name.lower())


def _folded(record: Record) -> Record:
    """A record by folded names; what is wrapped in it (`fields`, `_source`) stands beside the rest."""
    folded: Record = {}
    for name, value in record.items():
        folded.setdefault(folded_name(name), value)
    for name in _WRAPPINGS:
        inner = record.get(name)
        if isinstance(inner, dict):
            for inner_name, value in inner.items():
                folded.setdefault(folded_name(str(inner_name)), value)
    return folded


def _first(fields: Record, names: tuple[str, ...], between: str = "\n\n") -> str:
    """The value of the first of these fields that says something."""
    return next((text for name in names if (text := _text(fields.get(name), between))), "")


def _text(value: object, between: str) -> str:
    """A value in words: lists joined, objects by their name or text."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, list):
        return between.join(part for item in value if (part := _flat(item)))
    return _flat(value)


def _flat(value: object) -> str:
    """A string, or the name or text of an object as schema.org and news interfaces give them (`{"name": …}`)."""
    if isinstance(value, dict):
        value = next((value[name] for name in _INNER if value.get(name)), None)
    return value.strip() if isinstance(value, str) else ""


def _date(fields: Record, names: tuple[str, ...]) -> str:
    """The date as the record writes it; a time stamp (seconds or milliseconds since 1970) as ISO 8601 in UTC."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if moment := _moment(value):
                return moment
        elif text := _text(value, " "):
            return _moment(float(text)) or text if re.fullmatch(r"\d{10}|\d{13}", text) else text
    return ""


def _moment(stamp: float) -> str:
    if 1000 <= stamp <= 2999:
        return str(int(stamp))  # a year
    try:
        seconds = stamp / 1000 if stamp > _MILLISECONDS else stamp
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return ""
