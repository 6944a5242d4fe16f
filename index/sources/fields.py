"""The fields of a news record under the names that data sets give them; shared by every format of records."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from index.models import Origin, Raw

Record = dict[str, object]

_TITLE = ("title", "headline", "headlinemain", "name")
_TEXT = (
    "text", "body", "content", "maintext", "articlebody", "fulltext", "articletext", "bodytext", "cleanedtext",
    "plaintext", "rawtext", "article", "story", "document", "description",
)  # fmt: skip
_DATE = (
    "published", "date", "datepublished", "publishedat", "datepublish", "publishdate", "publisheddate", "pubdate",
    "publicationdate", "publishedon", "publishtime", "firstpublished", "datetime", "created", "createdat", "timestamp",
)  # fmt: skip
_OUTLET = ("outlet", "source", "publisher", "publication", "newspaper", "sitename", "sourcename", "domain",
           "sourcedomain", "site")  # fmt: skip
_AUTHOR = ("authors", "author", "byline", "creator", "writer")
_URL = ("url", "link", "canonicalurl", "articleurl", "permalink", "weburl", "href", "uri")
_LANGUAGE = ("language", "lang", "inlanguage", "languagecode")
_KEY = ("id", "uuid", "guid", "articleid", "docid", "documentid")

_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_UNFIT_IN_KEYS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_LONGEST_KEY = 200
_MILLISECONDS = 100_000_000_000
"""A time stamp above this counts milliseconds: as seconds it would lie in the year 5138."""


def raw_of(record: Record, origin: Origin, modified: float | None) -> Raw | None:
    """The item that a record holds; None if it has no text."""
    fields = _folded(record)
    text = _first(fields, _TEXT)
    if not text.strip():
        return None
    return Raw(
        origin,
        text,
        title=_first(fields, _TITLE),
        outlet=_first(fields, _OUTLET),
        authors=_first(fields, _AUTHOR, between=", "),
        published=_date(fields),
        url=_first(fields, _URL),
        language=_first(fields, _LANGUAGE),
        modified=modified,
    )


def key_of(record: Record) -> str:
    """The record's own id, fit to stand in an origin; empty if it has none."""
    fields = _folded(record)
    number = next((value for name in _KEY if isinstance(value := fields.get(name), int)), "")
    return _UNFIT_IN_KEYS.sub(" ", _first(fields, _KEY) or str(number)).strip()[:_LONGEST_KEY]


def _folded(record: Record) -> Record:
    """A record by names without case and punctuation: `date_publish`, `datePublish` and `Date-Publish` are one."""
    folded: Record = {}
    for name, value in record.items():
        folded.setdefault(_NOT_LETTERS.sub("", name.lower()), value)
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
        value = next((value[name] for name in ("name", "title", "text", "$date", "$oid") if value.get(name)), None)
    return value.strip() if isinstance(value, str) else ""


def _date(fields: Record) -> str:
    """The date as the record writes it; a time stamp (seconds or milliseconds since 1970) as ISO 8601 in UTC."""
    for name in _DATE:
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
