"""A query told back in words, so that the user sees how it was understood. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from index.months import english
from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, Query, State, Word

_FIELDS = {"lang": "language", "url": "address"}


def understood(query: Query) -> str:
    """The query in words: `tokayev AND (putin OR lavrov), outlet Moscow Times, in November 2023`."""
    if query.root is None:
        return "everything"
    return _group(query.root) if isinstance(query.root, And) else _tell(query.root)


def _group(node: And) -> str:
    """Text first, joined by AND; then fields, states and dates, each after a comma."""
    searched = [_tell(part, inside=True) for part in node.parts if not _aside(part)]
    return ", ".join([*([" AND ".join(searched)] if searched else []), *(_tell(p) for p in node.parts if _aside(p))])


def _aside(node: Node) -> bool:
    if isinstance(node, Not):
        return _aside(node.part)
    return isinstance(node, State | DateRange) or (not isinstance(node, And | Or) and bool(node.field))


def _tell(node: Node, *, inside: bool = False) -> str:
    if isinstance(node, And | Or):
        told = _group(node) if isinstance(node, And) else " OR ".join(_tell(part, inside=True) for part in node.parts)
        return f"({told})" if inside else told
    if isinstance(node, Not):
        return f"NOT {_tell(node.part, inside=True)}"
    if isinstance(node, State):
        return {"is": "", "has": "with a ", "source": "source "}[node.kind] + node.value
    if isinstance(node, DateRange):
        return _dates(node)
    return f"{_FIELDS.get(node.field, node.field)} {_text(node)}" if node.field else _text(node)


def _text(node: Word | Phrase | Pattern | Fuzzy | Near) -> str:
    if isinstance(node, Near):
        return f"{_text(node.left)} within {node.distance} words of {_text(node.right)}"
    if isinstance(node, Fuzzy):
        return f"{node.text} and words like it"
    if isinstance(node, Pattern):
        return node.text
    if isinstance(node, Word):
        return f'"{node.said or node.text}"' if node.exact and not node.field else node.said or node.text
    told = node.said or " ".join(node.words)
    if node.exact and not node.field:
        told = f'"{told}"'
    return f"{told} with up to {node.slop} words between" if node.slop else told


def _day(day: date) -> str:
    return f"{day.day} {english(day.month)} {day.year}"


def _dates(node: DateRange) -> str:
    first, last = node.first, node.last
    if first is None or last is None:
        return f"since {_day(first)}" if first else f"until {_day(last)}" if last else "at any time"
    if first == last:
        return f"on {_day(first)}"
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return f"in {first.year}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"in {english(first.month)} {first.year}"
    return f"from {_day(first)} to {_day(last)}"
