"""reStructuredText: read as text, its title, field list and inline marks understood (docutils' quick reference)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

from index.clean.spaces import with_mark
from index.events import Skipped
from index.models import Block, Origin, Role
from index.sources.encoding import parse_text
from index.sources.fields import Record
from index.sources.frontmatter import facts
from index.sources.markup import joined, told_apart
from index.sources.port import Item, Reader, item_limit, read_whole
from index.sources.structure import Listing, code_text

_FIELD = re.compile(r":([A-Za-z][\w .-]*):(?:[ \t]+(.*))?$")
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}\s*$")
_EXPLICIT = re.compile(r"\.\.(?:\s|$)")
_TARGETED = re.compile(r"`([^`<]{1,100}?)\s{0,9}<[^<>`]{1,2000}>`__?")
_INLINE = re.compile(
    r"(?::[\w:.+-]{1,30}:)?(?P<mark>\*\*|``|\*|`|\|)(?=\S)(?P<words>.{1,100}?)(?<=\S)(?P=mark)(?:__?)?(?!\w)"
)
_LONGEST_PARAGRAPH = 20_000
"""Characters; a longer one keeps its marks, for looking for their ends would take long."""
_BULLET = re.compile(r"(?:[*+•-]|#\.|\(?\w{1,3}[.)])\s+(?=\S)")


def _recognises(_head: bytes, suffix: str) -> bool:
    return suffix in READER.suffixes


def _read(path: Path) -> Iterator[Item]:
    return read_whole(path, _parse, item_limit())


def _parse(data: bytes, origin: Origin, modified: float | None) -> Iterator[Item]:
    return parse_text(_items_of, data, origin, modified)


def _items_of(text: str, origin: Origin, modified: float | None) -> Iterator[Item]:
    fields: Record = {}
    blocks = told_apart(_blocks(text, fields))
    raw = facts(fields, origin, modified)
    yield (
        replace(raw, text=joined(blocks), blocks=blocks) if _has_text(blocks) else Skipped(str(origin), "no text in it")
    )


def _has_text(blocks: tuple[Block, ...]) -> bool:
    return any(block.role is not Role.NOTICE for block in blocks)


def _blocks(text: str, fields: Record) -> Iterator[Block]:
    """The paragraphs; what the field lists say goes into `fields`."""
    role, titled, literal = Role.BODY, False, False
    for lines in _paragraphs(text):
        if all(_RULE.match(line) for line in lines):
            continue
        if _EXPLICIT.match(lines[0]):  # directives, footnotes, comments: kept, and none of the text; link targets not
            if not lines[0].startswith(".. _") and (words := " ".join(" ".join(lines)[2:].split())):
                yield Block(Role.NOTICE, words)
            continue
        if _FIELD.match(lines[0]):
            _take_fields(lines, fields)
            continue
        if _RULE.match(lines[0]) and len(lines) > 2:
            lines = lines[1:]
        if len(lines) > 1 and _RULE.match(lines[1]):
            yield Block(Role.HEADING if titled else Role.TITLE, _words(lines[0]))
            titled, lines = True, lines[2:]
        indented = bool(lines) and all(line.startswith((" ", "\t")) for line in lines)
        if literal and indented:
            yield Block(Role.CODE, dedent(code_text("\n".join(lines))))
            continue
        literal = bool(lines) and lines[-1].rstrip().endswith("::")
        role = Role.QUOTE if lines and lines[0].startswith((" ", "\t")) else Role.BODY
        for item in _items(lines):
            yield Block(role, item)


def _paragraphs(text: str) -> Iterator[list[str]]:
    """Stretches of lines between blank ones; what belongs to a directive or a comment is part of it."""
    held: list[str] = []
    for line in [*text.lstrip("\ufeff").splitlines(), ""]:
        if line.strip():
            if held and _EXPLICIT.match(held[0]) and not line.startswith((" ", "\t", "..")):
                yield held
                held = []
            held.append(line)
        elif held and not _EXPLICIT.match(held[0]):
            yield held
            held = []
    if held:
        yield held


def _take_fields(lines: list[str], fields: Record) -> None:
    name = ""
    for line in lines:
        match = _FIELD.match(line)
        if match:
            name = match[1]
            fields.setdefault(name, _words(match[2] or ""))
        elif name:
            fields[name] = f"{fields[name]} {_words(line)}".strip()


def _items(lines: list[str]) -> Iterator[str]:
    """The items of a list, or the paragraph that the lines are."""
    if not lines:
        return
    parts: list[list[str]] = [[]]
    marks = [""]
    listed = _BULLET.match(lines[0].lstrip()) is not None
    for line in lines:
        plain = line.strip()
        if listed and _BULLET.match(plain):
            mark = _BULLET.match(plain)
            parts.append([_BULLET.sub("", plain, count=1)])
            marks.append(_mark(mark.group() if mark else "", len(parts) - 1))
        else:
            parts[-1].append(plain)
    yield from (
        with_mark(mark, tidy) for mark, part in zip(marks, parts, strict=True) if (tidy := _words(" ".join(part)))
    )


def _mark(written: str, number: int) -> str:
    """A bullet or number as every format has it; `#.` counts."""
    sign = written.strip()
    if sign == "#.":
        return f"{number}."
    return f"{sign.strip('().')}." if sign[-1:] in ".)" else Listing(0).mark()


def _words(text: str) -> str:
    """A paragraph without its inline marks; link targets and roles reduced to their words."""
    plain = text
    if len(text) <= _LONGEST_PARAGRAPH:
        plain = _INLINE.sub(lambda match: match["words"], _TARGETED.sub(r"\1", text))
    return " ".join(plain.removesuffix("::").split())


READER = Reader("reStructuredText", (".rst", ".rest"), _recognises, _read, largest=item_limit, parse=_parse)
