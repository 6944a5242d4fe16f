"""What the library holds as JSON objects. News data sets say `source` and `author`, so these do too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.excerpts import Excerpt
from index.hits import Hit
from index.library import Library
from index.models import Article, ArticleRow, BriefStory, Role, Story, Summary

Record = Mapping[str, object]


def article_record(row: ArticleRow, article: Article) -> Record:
    """One article without its text. What is not known is null, and so is a date that is only inferred."""
    return {
        "id": row.id,
        "origin": str(row.origin),
        "title": row.title,
        "source": row.outlet or None,
        "agency": row.agency or None,
        "author": ", ".join(row.authors) or None,
        "published": article.published.when if article.published else None,
        "published_found_in": row.published.found_in if row.published else None,
        "place": article.place or None,
        "url": row.url or None,
        "language": row.language,
        "headings": [block.text for block in article.blocks if block.role is Role.HEADING],
        "sentences": len(article.sentences),
        "copy_of": row.copy_of or None,
    }


def full_record(row: ArticleRow, article: Article, summary: Summary) -> Record:
    """One article with its text, its summary and every paragraph with its role."""
    return {
        **article_record(row, article),
        "text": article.text,
        "summary": _lines(summary, {row.id: row}),
        "blocks": [{"role": block.role.value, "text": block.text} for block in article.blocks],
    }


def hit_record(hit: Hit) -> Record:
    """One article that a search found."""
    return {
        "id": hit.row.id,
        "origin": str(hit.row.origin),
        "title": hit.row.title,
        "score": round(hit.score, 4),
        "snippet": hit.snippet.text,
        "copy_of": hit.row.copy_of or None,
    }


def story_record(library: Library, story: Story) -> Record:
    """One story with its articles and its summary, each line with the article it stands in.

    `origins` begins with one for each article; further places where the same texts were found follow.
    """
    rows = library.rows(story.articles)
    return {
        "id": story.id,
        "headline": story.headline,
        "articles": [row.id for row in rows],
        "origins": list(dict.fromkeys([*(str(row.origin) for row in rows), *map(str, library.origins(story.id))])),
        "independent": story.sources or None,
        "first": story.first or None,
        "last": story.last or None,
        "summary": _lines(library.story_summary(story.id), {row.id: row for row in rows}),
    }


def brief_record(told: BriefStory) -> Record:
    """One story of a brief, each line with its receipt."""
    rows = {row.id: row for row in told.articles}
    return {
        "id": told.story.id,
        "headline": told.story.headline,
        "first": told.story.first or None,
        "last": told.story.last or None,
        "sources": list(told.outlets),
        "articles": [row.id for row in told.articles],
        "summary": cited_lines(told.summary, rows),
    }


def cited_lines(summary: Summary, rows: Mapping[str, ArticleRow]) -> Sequence[Record]:
    """Lines of a summary, each with its place, who published it when, and which other articles say so."""
    return [
        {
            "text": line.text,
            "article": line.article,
            "sentence": line.sentence,
            "origin": str(rows[line.article].origin),
            "source": rows[line.article].source or None,
            "published": date.when if (date := rows[line.article].published) else None,
            "said_by": list(line.said_by),
        }
        for line in summary.lines
    ]


def excerpt_record(excerpt: Excerpt) -> Record:
    """One highlight or note with the article that it stands in. What is not known is null."""
    mark, row = excerpt.highlight, excerpt.row
    return {
        "id": mark.id,
        "article": mark.article,
        "origin": str(row.origin) if row else None,
        "title": row.title if row else None,
        "source": (row.outlet or None) if row else None,
        "agency": (row.agency or None) if row else None,
        "author": (", ".join(row.authors) or None) if row else None,
        "published": row.published.when if row and row.published and not row.published.inferred else None,
        "url": (row.url or None) if row else None,
        "tags": list(excerpt.tags),
        "text": mark.text or None,
        "sentences": None if mark.first < 0 else [mark.first, mark.last],
        "paragraph": excerpt.paragraph or None,
        "detached": mark.detached,
        "note": mark.note or None,
        "made": mark.made,
    }


def _lines(summary: Summary, rows: Mapping[str, ArticleRow]) -> Sequence[Record]:
    return [
        {"text": line.text, "article": line.article, "origin": str(rows[line.article].origin)} for line in summary.lines
    ]
