"""Writes the article that is read to a file, as it is read: Markdown where the name ends so, else plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.clean.spaces import ITEM, words_at, written
from index.dossier.markdown import plain
from index.models import LINED, SHOWN, Article, ArticleRow, Role
from tui import dates
from tui.render import source, title_of

MARKDOWN = (".md", ".markdown")
_FENCE = "~~~~"
"""Around tables and code, which hold the commoner one of back quotes themselves."""
_BULLETS = {"•": "- ", "◦": "  - ", "▪": "    - "}

RULE = "\n* * *\n\n"
"""Between articles; Markdown draws a line there."""


def write_article(article: Article, row: ArticleRow, path: Path) -> str:
    """Writes a file that is not there yet; gives what happened in words."""
    return write_articles([(article, row)], path)


def write_articles(articles: Iterable[tuple[Article, ArticleRow]], path: Path) -> str:
    """Several of them in one file, one below the other."""
    page = as_markdown if path.suffix.lower() in MARKDOWN else as_text
    return write_new(path, RULE.join(page(article, row) for article, row in articles))


def write_new(path: Path, text: str) -> str:
    """Writes a file that is not there yet; gives what happened in words."""
    try:
        path = path.expanduser()
        with path.open("x", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except FileExistsError:
        return f"{path} is there already, and nothing was written"
    except (OSError, ValueError, RuntimeError) as error:
        return f"could not write {path}: {getattr(error, 'strerror', '') or error}"
    return f"written to {path.absolute()}"


def _facts(article: Article, row: ArticleRow) -> Iterator[str]:
    known = (source(row), ", ".join(row.authors), dates.dated(row.published), article.url)
    yield from (fact for fact in (*known, str(article.origins[0])) if fact)


def as_text(article: Article, row: ArticleRow) -> str:
    """Headline, facts, paragraphs with a blank line between them."""
    return "\n\n".join([title_of(row), "\n".join(_facts(article, row)), written(article.text)]) + "\n"


def as_markdown(article: Article, row: ArticleRow) -> str:
    """The same with headings and quotations; signs that Markdown would take for its own are escaped."""
    parts = [f"# {plain(title_of(row))}"]
    parts.append("\n".join(f"- {plain(fact)}" for fact in _facts(article, row)))
    for block in article.blocks:
        if block.role in LINED:
            parts.append(f"{_FENCE}\n{block.text}\n{_FENCE}")
        elif block.role in SHOWN:
            before = {Role.HEADING: "## ", Role.QUOTE: "> "}.get(block.role, "")
            parts.append(before + _marked_down(block.text))
    return "\n\n".join(parts) + "\n"


def _marked_down(text: str) -> str:
    """A paragraph in Markdown, a list's item as one."""
    listed = words_at(text)
    mark = _BULLETS.get(text[0], text[:listed].replace(ITEM, " ")) if listed else ""
    return mark + "\\\n".join(plain(line) for line in written(text[listed:]).split("\n"))
