"""A quotation as it goes into somebody's notes: the sentence, then who, what, when and where. Pure."""

from __future__ import annotations

from index.models import ArticleRow, SummaryLine
from tui import dates
from tui.render import one_line, source, title_of


def citation(line: SummaryLine, row: ArticleRow) -> str:
    """`“Sentence.” — AP, “Headline”, 9 Nov 2023, address or file`; what is unknown is left out, or said to be."""
    return quotation(line.text, row)


def quotation(words: str, row: ArticleRow) -> str:
    """Any words of an article in the same form."""
    return one_line(f"“{words}” — {reference(row)}")


def reference(row: ArticleRow) -> str:
    """The article itself: `AP, “Headline”, 9 Nov 2023, address or file`."""
    facts = [source(row), ", ".join(row.authors), f"“{title_of(row)}”", dates.dated(row.published)]
    facts.append(row.url or str(row.origin))
    return one_line(", ".join(fact for fact in facts if fact))
