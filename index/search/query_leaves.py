"""The smallest pieces of a query: a word, a pattern, a quotation, a range of dates. Pure."""

from __future__ import annotations

from datetime import date

from index.search.nodes import DateRange, Fuzzy, Pattern, Phrase, Text, Word
from index.search.query_dates import read_dates
from index.search.query_lexer import Lexeme
from index.search.tokens import terms

Leaf = Text | DateRange


def leaf(lexeme: Lexeme, field: str, today: date) -> tuple[Leaf | None, str]:
    """What a lexeme looks for, and what is wrong with it in words; a bare range of dates is one where no field says
    that it is text."""
    if lexeme.kind == "quoted":
        found = terms(lexeme.text)
        return (_quoted(found, lexeme.text, lexeme.slop, field) if found else None), ""
    if ".." in lexeme.text and not field:
        days = read_dates(lexeme.text, today)
        if days:
            return days, ""
    if "*" in lexeme.text:
        return _pattern(lexeme, field)
    return _word(lexeme, field), ""


def _word(lexeme: Lexeme, field: str) -> Text | None:
    found = terms(lexeme.text)
    if not found:
        return None
    if lexeme.text.endswith("~") and len(found) == 1:
        return Fuzzy(found[0], field)
    if len(found) == 1:
        return Word(found[0], field, said=lexeme.text.strip(".,;!?'’‘"))
    joined = len(found) == len(lexeme.text)
    return Phrase(tuple(found), 0, field, exact=joined or bool(field), said=lexeme.text)


def _pattern(lexeme: Lexeme, field: str) -> tuple[Text | None, str]:
    """`wo*d`; a pattern of several words, or of stars alone, is none."""
    pieces = [terms(piece) for piece in lexeme.text.split("*")]
    if any(pieces) and not any(len(piece) > 1 for piece in pieces):
        return Pattern("*".join(piece[0] if piece else "" for piece in pieces), field), ""
    found = [word for piece in pieces for word in piece]
    words = Phrase(tuple(found), 0, field, exact=False, said=" ".join(found)) if found else None
    return words, "a star stands for letters of one word"


def _quoted(found: list[str], said: str, slop: int, field: str) -> Text:
    said = " ".join(said.split())
    return Phrase(tuple(found), slop, field, said=said) if len(found) > 1 else Word(found[0], field, True, said)
