"""What is in the library, told: articles, stories, hits and summaries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.clean.safety import safe
from index.cli import building, markup, pages, records
from index.cli.facets import facets_page, facets_record
from index.cli.inside import inside_page, inside_record
from index.cli.output import on_one_line, record, say, show
from index.hits import Hits, Sort
from index.library import Library, summarise_files
from index.models import ArticleRow

NOTHING = 1
"""Exit code where nothing was found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search should tell, and how."""

    limit: int
    sort: Sort
    summary: bool
    """First what the best hits say about it."""
    facets: bool
    """First when, where and in which stories the hits appeared."""
    strict: bool
    """Words as they stand, and all of them."""
    recent: bool
    """What is new is preferred."""


def articles(library: Library, query: str, as_json: bool) -> int:
    """All articles, newest first, or those that a query finds."""
    rows: Iterable[ArticleRow] = library.articles()
    if query:
        hits = _found(library, query, limit=max(1, library.counts().articles), sort="newest", snippets=False)
        rows = [hit.row for hit in hits.hits]
        _explain(hits)
    number = copies = 0
    for row in rows:
        number, copies = number + 1, copies + bool(row.copy_of)
        if as_json:
            record(records.article_record(row, library.article(row.id)))
        else:
            show(pages.article_line(row), cut=True)
    if copies:
        say(f"{number:,} articles, {copies:,} of them copies (=)")
    return 0 if number else _nothing("no article matches" if query else _EMPTY)


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


def search(library: Library, query: str, asked: Asked, as_json: bool) -> int:
    """The hits of a query, on request after their summary and facets; how it was understood goes to standard error."""
    hits = _found(library, query, limit=asked.limit, sort=asked.sort, strict=asked.strict, recent=asked.recent)
    _explain(hits)
    if asked.summary and hits.hits:
        _summary_of_hits(library, query, as_json)
    if asked.facets and hits.hits:
        _facets_of_hits(library, query, asked.strict, as_json)
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
    say(f"{len(hits.hits):,} of {hits.total:,} found" if hits.total > len(hits.hits) else f"{hits.total:,} found")
    return 0


def _found(library: Library, query: str, **asked: Any) -> Hits:
    """What a search finds in all of the library. That an index is damaged is only seen when it is read: it is made anew
    then, and asked again."""
    building.catch_up(library)
    hits = library.search(query, **asked)
    if not hits.waiting:
        return hits
    building.catch_up(library)
    return library.search(query, **asked)


def _facets_of_hits(library: Library, query: str, strict: bool, as_json: bool) -> None:
    counted = library.facets(query, strict=strict)
    headlines = {story.id: story.headline for story in library.stories()}
    if as_json:
        record({"facets": facets_record(counted, headlines)})
    else:
        for line in facets_page(counted, headlines):
            show(line, cut=True)


def _summary_of_hits(library: Library, query: str, as_json: bool) -> None:
    told = library.summarise_hits(query)
    ids = dict.fromkeys(id for line in told.lines for id in (line.article, *line.said_by))
    rows = {row.id: row for row in library.rows(list(ids))}
    if as_json:
        record({"summary": records.cited_lines(told, rows)})
    else:
        for line in told.lines:
            show(pages.summary_line(line.text, pages.receipt(line, rows, story=False)))
        show()


def brief(library: Library, since: str | None, words: int | None, markdown: bool, as_json: bool) -> int:
    """What happened, story by story; how many stories are left out goes to standard error."""
    told = library.brief(since, words)
    for each in told:
        if as_json:
            record(records.brief_record(each))
        else:
            for line in markup.story(each) if markdown else pages.brief_story(each):
                show(line)
            show()
    if not told:
        return _nothing("no story is of that time" if library.counts().stories else _EMPTY)
    say(f"{len(told):,} of {library.counts().stories:,} stories")
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
    """One story with its summary, its articles and what is inside."""
    story = library.story(library.resolve_story(id))
    if as_json:
        record({**records.story_record(library, story), **inside_record(library.inside(story.id))})
    else:
        rows, inside = library.rows(story.articles), library.inside(story.id)
        page = pages.story_page(story, rows, library.story_summary(story.id), inside)
        for line in (*page, *inside_page(inside, rows)):
            show(line)
    return 0


def summary(
    files: Sequence[Path], sentences: int | None, words: int | None, about: str | None, method: str, as_json: bool
) -> int:
    """A summary of files that need not be in any library."""
    lines = list(summarise_files(files, sentences=sentences, words=words, about=about, method=method))
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
    if hits.hidden is not None:
        hides = "1 article" if hits.hidden.total == 1 else f"{hits.hidden.total:,} articles"
        say(f"{on_one_line(hits.hidden.by)}: hides {hides}; without it: {on_one_line(hits.hidden.query)}")
    if hits.suggestion:
        say(f"did you mean: {on_one_line(hits.suggestion)}")


def _nothing(words: str) -> int:
    say(words)
    return NOTHING
