"""Front matter: the fields before a Markdown text, as YAML between `---` or TOML between `+++`.

Web clippers write the YAML by filling a template, so a title with a colon or a quotation mark in it breaks every strict
parser. This reads the flat part of the language that they use (scalars, lists, folded blocks) and fails at nothing;
anchors, aliases, tags and nested maps are left as the words they are.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date, datetime

from index.models import Origin, Raw
from index.sources.fields import Record, folded_name, raw_of

_FENCED = re.compile(
    r"\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<head>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*$", re.S | re.M
)
_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]{0,9}:(?:[ \t]+(.*)|[ \t]*$)")
_ITEM = re.compile(r"\s*-[ \t]+(.*)")
_BLOCK = re.compile(r"[|>][+-]?\d?[ \t]*$")
_COMMENT = re.compile(r"\s#\s.*$")
_LIST = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]*)\s*(?:,|$)""")
_WIKI = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_LONGEST = 100_000
"""Characters of front matter; what is longer is none."""
_CLIPPED = frozenset({"created", "datecreated", "createdat", "clipped", "saved", "updated", "modified", "timestamp"})
"""When the clipping was made, for everyone who writes front matter."""


def parted(text: str) -> tuple[Record, str]:
    """The fields before a text, and the text after them; no fields where there is no front matter."""
    match = _FENCED.match(text[: _LONGEST + 10])
    if not match:
        return {}, text
    fields = _toml(match["head"]) if match["fence"] == "+++" else _yaml(match["head"])
    return (fields, text[match.end() :]) if fields else ({}, text)


def facts(fields: Record, origin: Origin, modified: float | None) -> Raw:
    """What the fields tell about an article; its text is still to come."""
    told = {name: value for name, value in fields.items() if folded_name(name) not in _CLIPPED}
    raw = raw_of({**told, "text": "-"}, origin, modified)
    return replace(raw, text="") if raw else Raw(origin, "", modified=modified)


def _toml(head: str) -> Record:
    try:
        return {name: _plain(value) for name, value in tomllib.loads(head).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return _yaml(re.sub(r"^(\w+)[ \t]*=[ \t]*", r"\1: ", head, flags=re.M))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _yaml(head: str) -> Record:
    fields: Record = {}
    name, folded = "", False
    for line in head.splitlines():
        match = _LINE.match(line)
        if match and not line.startswith((" ", "\t", "-")):
            name, value = match[1], (match[2] or "").strip()
            folded = _BLOCK.match(value) is not None
            fields.setdefault(name, "" if folded else _value(value))
        elif name and line.strip() and not line.lstrip().startswith("#"):
            fields[name] = _longer(fields[name], line, folded)
    return fields


def _longer(value: object, line: str, folded: bool) -> object:
    """A field with one more line of it: an item of its list, or more of its words."""
    item = None if folded else _ITEM.match(line)
    if item:
        return [*value, _scalar(item[1])] if isinstance(value, list) else [_scalar(item[1])]
    return f"{value} {line.strip()}".strip() if isinstance(value, str) else value


def _value(value: str) -> object:
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [_scalar(item) for match in _LIST.finditer(value[1:-1]) if (item := match[1].strip())]
    return _scalar(value)


def _scalar(value: str) -> str:
    """One value, its quotation marks taken off and links between notes reduced to their names."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = re.sub(r"\\([\"\\/])", r"\1", value[1:-1])
    elif len(value) > 1 and value[0] == value[-1] == "'":
        value = value[1:-1].replace("''", "'")
    else:
        value = _COMMENT.sub("", value)
    return "" if value in ("null", "~") else _WIKI.sub(r"\1", value)
