"""What is in the library, told: articles, stories, hits and summaries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from index.clean.safety import safe
from index.cli import building, pages, records
from index.cli.output import on_one_line, record, say, show
from index.library import Library, summarise_files
from index.models import ArticleRow, Hits

Sort = Literal["relevance", "newest", "oldest", "outlet"]
NOTHING = 1
"""Exit code where nothing was found."""


def articles(library: Library, query: str, as_json: bool) -> int:
    """All articles, newest first, or those that a query finds."""
    rows: Iterable[ArticleRow] = library.articles()
    if query:
        building.catch_up(library)
        hits = library.search(query, limit=max(1, library.counts().articles), sort="newest")
        rows = [hit.row for hit in hits.hits]
        _explain(hits)
    empty = True
    for row in rows:
        empty = False
        if as_json:
            record(records.article_record(row, library.article(row.id)))
        else:
            show(pages.article_line(row), cut=True)
    return _nothing("no article matches" if query else _EMPTY) if empty else 0


def show_article(library: Library, id: str, as_json: bool) -> int:
    """One article with its summary."""
    row = library.row(library.resolve_article(id))
    article, summary = library.article(row.id), library.summary(row.id)
    if as_json:
        record(records.full_record(row, article, summary))
    else:
        for line in pages.article_page(row, article, summary):
            show(line)
    return 0


def raw(library: Library, id: str, as_json: bool) -> int:
    """The source of an article as it was decoded."""
    id = library.resolve_article(id)
    text = library.raw(id)
    if as_json:
        record({"id": id, "origin": str(library.row(id).origin), "raw": text})
    else:
        show(safe(text))
    return 0


def search(library: Library, query: str, limit: int, sort: Sort, as_json: bool) -> int:
    """The hits of a query, best first; how it was understood goes to standard error."""
    building.catch_up(library)
    hits = library.search(query, limit=limit, sort=sort)
    _explain(hits)
    for number, hit in enumerate(hits.hits, 1):
        if as_json:
            record(records.hit_record(hit))
        else:
            show(pages.hit_head(number, hit))
            show(pages.hit_facts(hit), indent=5)
            show(pages.marked(hit.snippet), indent=5)
            show()
    if not hits.hits:
        return _nothing("no article matches")
    say(f"{len(hits.hits)} of {hits.total} found" if hits.total > len(hits.hits) else f"{hits.total} found")
    return 0


def stories(library: Library, as_json: bool) -> int:
    """All stories, latest first."""
    found = library.stories()
    for story in found:
        if as_json:
            record(records.story_record(library, story))
        else:
            show(pages.story_line(story), cut=True)
    return 0 if found else _nothing(_EMPTY)


def show_story(library: Library, id: str, as_json: bool) -> int:
    """One story with its summary and its articles."""
    story = library.story(library.resolve_story(id))
    if as_json:
        record(records.story_record(library, story))
    else:
        for line in pages.story_page(story, library.rows(story.articles), library.story_summary(story.id)):
            show(line)
    return 0


def summary(files: Sequence[Path], sentences: int | None, words: int | None, about: str | None, as_json: bool) -> int:
    """A summary of files that need not be in any library."""
    lines = list(summarise_files(files, sentences=sentences, words=words, about=about))
    if as_json:
        record({"sentences": [{"text": line.text, "origin": str(origin)} for line, origin in lines]})
    else:
        several = len({origin for _, origin in lines}) > 1
        for line, origin in lines:
            show(pages.summary_line(line.text, str(origin) if several else ""))
    return 0 if lines else _nothing("there is no sentence to quote")


_EMPTY = "the library is empty; add something with: nutgraf add FOLDER"


def _explain(hits: Hits) -> None:
    if hits.understood:
        say(f"interpreted as {on_one_line(hits.understood)}")
    for note in hits.notes:
        say(on_one_line(note))


def _nothing(words: str) -> int:
    say(words)
    return NOTHING
