"""Highlights and notes to take along: each with the article that it stands in and the place there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from index.anchor import anchored
from index.dossier.markdown import plain
from index.errors import NothingFound
from index.marks import Highlight
from index.models import READ, Article, ArticleRow
from index.store.stores import Stores


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One highlight or note with its receipt."""

    highlight: Highlight
    """Numbered as the article stands today."""
    row: ArticleRow | None
    """None when the article is not in the library (any more)."""
    paragraph: int
    """Its number from 1 among those that are read; 0 for a note on the whole article, and where the words are gone."""
    tags: tuple[str, ...] = ()


def excerpts(stores: Stores) -> Iterator[Excerpt]:
    """Everything that is marked and noted: articles in the order of their last mark, each in text order."""
    latest = dict.fromkeys(mark.article for mark in stores.highlights.all())
    for id in latest:
        marks, tags = stores.highlights.of_article(id), stores.reading.reading(id).tags
        try:
            row, article = stores.articles.row(id), stores.articles.article(id)
        except NothingFound:
            yield from (Excerpt(mark, None, 0, tags) for mark in marks)
            continue
        found = sorted((anchored(mark, article) for mark in marks), key=lambda mark: (mark.first, mark.last, mark.id))
        yield from (Excerpt(mark, row, _paragraph(article, mark), tags) for mark in found)


def _paragraph(article: Article, mark: Highlight) -> int:
    if mark.first < 0:
        return 0
    read = [number for number, block in enumerate(article.blocks) if block.role in READ]
    return read.index(article.sentences[mark.first].block) + 1


def as_markdown(found: Iterable[Excerpt]) -> str:
    """CommonMark: a heading for each article, its citation, and each excerpt as a quotation with the user's words."""
    return "\n".join(_page(found)) + "\n"


def _page(found: Iterable[Excerpt]) -> Iterator[str]:
    yield "# Highlights and notes"
    for _, each in groupby(found, key=lambda excerpt: excerpt.highlight.article):
        of_article = list(each)
        row = of_article[0].row
        yield f"\n## {plain(row.title if row else of_article[0].highlight.article) or '(no headline)'}\n"
        yield plain(_citation(of_article[0]))
        for excerpt in of_article:
            yield from _entry(excerpt)


def _entry(excerpt: Excerpt) -> Iterator[str]:
    mark = excerpt.highlight
    if mark.text:
        where = f"paragraph {excerpt.paragraph}" if excerpt.paragraph else "no longer in the article"
        yield f"\n> {plain(mark.text)}\n>\n> — {where}"
    if mark.note:
        yield "".join(f"\n{plain(line)}" for line in mark.note.split("\n"))


def _citation(excerpt: Excerpt) -> str:
    row = excerpt.row
    if row is None:
        return "not in the library any more"
    dated = f"{row.published.when} ({row.published.found_in})" if row.published else "undated"
    tags = f"tags: {', '.join(excerpt.tags)}" if excerpt.tags else ""
    facts = [row.source, ", ".join(row.authors), dated, row.url or str(row.origin), tags]
    return " · ".join(fact for fact in facts if fact)
