"""The query language: any text → a tree of what to find, and a list of what could not be read. Pure; never raises.

query  :=  group { OR group }
group  :=  { [AND] item }            bare words next to each other mean AND, and may be relaxed
item   :=  { - | NOT } ( "(" query ")" | field: item | atom [NEAR/n atom] )
atom   :=  word | wo*d | word~ | "a phrase" | "a phrase"~3
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from index.search.nodes import (
    And,
    DateRange,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Problem,
    Query,
    State,
    Text,
    Word,
)
from index.search.query_dates import read_dates
from index.search.query_echo import understood
from index.search.query_filters import narrows
from index.search.query_leaves import leaf
from index.search.query_lexer import NEAR, Lexeme, lexemes
from index.words import fold

__all__ = ["FIELDS", "Problem", "Query", "parse", "understood"]

FIELDS = ("title", "outlet", "agency", "author", "url", "lang", "tag", "story", "note")
"""Fields that hold text."""
_DATES = ("on", "since", "until", "date")
_STATES = {"is": ("unread", "read", "starred"), "has": ("note", "highlight"), "source": ()}
"""Facts that no engine knows. `source:` is an outlet, or the agency where there is none, by its whole name; `outlet:`
finds parts of one."""
_KNOWN = {*FIELDS, *_DATES, *_STATES, "in"}
_DEEPEST = 40
"""Parentheses inside parentheses; beyond this they are named as a problem."""


def parse(text: str, today: date, *, strict: bool = False) -> Query:
    """What a query means. Every string is a query: what cannot be read becomes a problem, and the rest is kept."""
    parser = _Parser(text, today)
    root = parser.whole()
    parts = root.parts if isinstance(root, And) else ()
    filters = tuple(found for found in parser.filters if any(found.node is part for part in parts))
    return Query(text, root, tuple(parser.problems), strict, filters)


class _Parser:
    """Reads lexemes from left to right; whatever does not fit is put into `problems` and passed over."""

    def __init__(self, text: str, today: date) -> None:
        self.text = text
        self.today = today
        self.lexemes = list(lexemes(text))
        self.at = 0
        self.problems: list[Problem] = []
        self.filters: list[Filter] = []

    def whole(self) -> Node | None:
        found = []
        while self.at < len(self.lexemes):
            found.append(self.query("", 0))
            if self.at < len(self.lexemes):
                self.problem(self.take(), "a parenthesis closes that was never opened")
        return _all([node for node in found if node], implicit=True)

    def peek(self) -> str:
        return self.lexemes[self.at].kind if self.at < len(self.lexemes) else ""

    def take(self) -> Lexeme:
        self.at += 1
        return self.lexemes[self.at - 1]

    def problem(self, lexeme: Lexeme, reason: str) -> None:
        self.problems.append(Problem(self.text[lexeme.start : lexeme.end], lexeme.start, lexeme.end, reason))

    def query(self, field: str, depth: int) -> Node | None:
        groups = [self.group(field, depth)]
        while self.peek() == "OR":
            sign = self.take()
            groups.append(self.group(field, depth))
            if groups[-1] is None or groups[-2] is None:
                self.problem(sign, "something is missing on one side of it")
        parts = tuple(group for group in groups if group)
        return Or(parts) if len(parts) > 1 else parts[0] if parts else None

    def group(self, field: str, depth: int) -> Node | None:
        parts: list[Node] = []
        implicit = True
        while self.peek() not in ("", "OR", "close"):
            if self.peek() == "AND":
                sign, implicit = self.take(), False
                if not parts or self.peek() in ("", "OR", "AND", "close"):
                    self.problem(sign, "something is missing on one side of it")
                continue
            if self.peek() == "field" and self.lexemes[self.at].text.lower() == "in":
                field = self.scope(field)
                continue
            node = self.item(field, depth)
            if node:
                parts.append(node)
        return _all(parts, implicit=implicit)

    def scope(self, field: str) -> str:
        """`in:title` sends the words that follow it, in its group, to the title; anything else leaves the field."""
        sign = self.take()
        value = self.take().text if self.peek() in ("atom", "quoted") else ""
        if fold(value) == "title":
            return "title"
        self.problem(sign, "in: knows title")
        return field

    def item(self, field: str, depth: int) -> Node | None:
        negated, first = False, self.at
        signs = []
        while self.peek() in ("minus", "NOT"):
            signs.append(self.take())
            negated = not negated
        if signs and self.peek() in ("", "OR", "AND", "close"):
            self.problem(signs[-1], f"nothing follows {signs[-1].text}")
            return None
        node = self.positive(field, depth)
        node = Not(node) if node and negated else node
        if node and narrows(node):
            start = self.lexemes[first].start
            outer = [found for found in self.filters if found.start < start]  # what parentheses hold is one with them
            self.filters = [*outer, Filter(node, start, self.lexemes[self.at - 1].end)]
        return node

    def positive(self, field: str, depth: int) -> Node | None:
        lexeme = self.take()
        if lexeme.kind == "open":
            return self.parenthesis(lexeme, field, depth)
        if lexeme.kind == "field":
            return self.field(lexeme, field, depth)
        if lexeme.kind in ("stray", "NEAR"):
            self.problem(lexeme, "a quotation mark is not closed" if lexeme.kind == "stray" else "NEAR joins two words")
            return None
        node = self.leaf(lexeme, field)
        if self.peek() == "NEAR" and node:
            return self.near(node, field)
        return node

    def leaf(self, lexeme: Lexeme, field: str) -> Text | DateRange | None:
        node, problem = leaf(lexeme, field, self.today)
        if problem:
            self.problem(lexeme, problem)
        return node

    def parenthesis(self, lexeme: Lexeme, field: str, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            self.problem(lexeme, "too many parentheses inside each other")
            return None
        node = self.query(field, depth + 1)
        if self.peek() == "close":
            self.take()
        else:
            self.problem(lexeme, "a parenthesis is not closed")
        return replace(node, implicit=False) if isinstance(node, And) else node

    def near(self, left: Text | DateRange, field: str) -> Node | None:
        sign = self.take()
        match = NEAR.fullmatch(sign.text)
        right = self.leaf(self.take(), field) if self.peek() in ("atom", "quoted") else None
        if not (isinstance(left, Word) and isinstance(right, Word)):
            self.problem(sign, "NEAR joins two words")
            return And((left, right)) if right else left
        return Near(left, right, int(match[1]) if match and match[1] else 10, field)

    def field(self, lexeme: Lexeme, outer: str, depth: int) -> Node | None:
        name = lexeme.text.lower()
        if name not in _KNOWN:
            if self.peek() in ("atom", "quoted") and self.lexemes[self.at].start == lexeme.end:
                self.problem(lexeme, "no field is called so; it is looked for as a word")
            return self.leaf(replace(lexeme, kind="atom"), outer)
        if self.peek() == "open" and name in FIELDS:
            return self.parenthesis(self.take(), name, depth)
        if self.peek() not in ("atom", "quoted", "field", "minus") or self.lexemes[self.at].start != lexeme.end:
            self.problem(lexeme, f"nothing follows {name}:")
            return None
        value = self.value()
        if name in FIELDS:
            return self.leaf(replace(value, start=lexeme.start), name)
        return self.state(name, value, lexeme) if name in _STATES else self.dates(name, value, lexeme)

    def value(self) -> Lexeme:
        """What stands after a field's colon, up to the next space; a further colon belongs to it (url:a.org:80)."""
        value = self.take()
        while value.kind in ("field", "minus") and self.peek() in ("atom", "field", "minus"):
            more = self.lexemes[self.at]
            if more.start != value.end:
                break
            self.take()
            value = replace(more, text=self.text[value.start : more.end], start=value.start)
        return value if value.kind == "quoted" else replace(value, kind="atom")

    def state(self, name: str, value: Lexeme, sign: Lexeme) -> Node | None:
        known = _STATES[name]
        if name == "source" and value.text.strip():
            return State("source", " ".join(value.text.split()))
        folded = value.text.lower().strip().removesuffix("s") if name == "has" else value.text.lower().strip()
        if folded not in known:
            self.problem(replace(sign, end=value.end), f"{name}: knows {', '.join(known) or 'names'}")
            return None
        return State("is" if name == "is" else "has", folded)

    def dates(self, name: str, value: Lexeme, sign: Lexeme) -> Node | None:
        days = read_dates(value.text, self.today)
        if days is None:
            self.problem(replace(sign, end=value.end), "not a date")
            return None
        if name == "since":
            return DateRange(days.first, None)
        return DateRange(None, days.last) if name == "until" else days


def _all(parts: list[Node], *, implicit: bool) -> Node | None:
    if not parts:
        return None
    return And(tuple(parts), implicit) if len(parts) > 1 else parts[0]
