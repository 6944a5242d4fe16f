"""What the tests of both search engines share: small articles to index, and questions to ask of any engine."""

from __future__ import annotations

from datetime import date
from typing import Any

from index.search.engine import Document, Engine, Found
from index.search.query import parse

TODAY = date(2024, 3, 1)
FILLER = " ".join(f"filler{number}" for number in range(60))


def article(key: str, body: str, title: str = "", language: str = "en") -> Document:
    """An article as an engine sees it."""
    return Document(key, title, body, language=language)


def ask(engine: Engine, text: str, *, strict: bool = False, **asked: Any) -> Found:
    """Everything that an engine says to a query."""
    return engine.search(parse(text, TODAY, strict=strict), limit=100, **asked)


def found(engine: Engine, text: str, *, strict: bool = False) -> list[str]:
    """The ids of what it finds, best first."""
    return [match.id for match in ask(engine, text, strict=strict).matches]
