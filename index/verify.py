"""Proof, from the files themselves: every line of every summary stands in its source, and nothing is damaged."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from index.errors import NothingFound
from index.models import Article, Origin, Problem, Raw, Summary
from index.sources.items import items
from index.store.stores import Stores

_SPACE = re.compile(r"\s+")

Summaries = Callable[[str], Summary]
"""Id → summary."""
Lines = Mapping[str, list[str]]
"""Article → the lines that quote it."""


def verify(stores: Stores, of_article: Summaries, of_story: Summaries) -> Iterator[Problem]:
    """What is wrong with a library; yields nothing when all is well. Every file is read once, in any order."""
    yield from _databases(stores)
    if waiting := stores.pending.count():
        yield Problem("search", f"{waiting} articles are not indexed yet; scan the sources again")
    lines = _lines(stores, of_article, of_story)
    by_file: dict[str, dict[Origin, str]] = defaultdict(dict)
    for id in lines:
        for origin in stores.articles.article(id).origins:
            by_file[origin.path][origin] = id
    found: dict[str, list[str]] = {}
    """Of each article that was met, the lines that no origin holds."""
    for path, origins in by_file.items():
        for item in items([Path(path)]):
            if isinstance(item, Raw) and item.origin in origins:
                id = origins[item.origin]
                missing = _missing(lines[id], item)
                found[id] = [line for line in found.get(id, missing) if line in missing]
    yield from _problems(stores, lines, found)


def _databases(stores: Stores) -> Iterator[Problem]:
    for name in ("main", "reading"):
        for (found,) in stores.database.connection.execute(f"PRAGMA {name}.integrity_check"):
            if found != "ok":
                yield Problem(f"{'articles' if name == 'main' else name}.db", found)


def _lines(stores: Stores, of_article: Summaries, of_story: Summaries) -> dict[str, list[str]]:
    """Of each article, the lines of its own summary and those that its story's summary takes from it."""
    lines = {id: [line.text for line in of_article(id).lines] for id in stores.articles.ids()}
    for story in stores.stories.stories():
        for line in of_story(story.id).lines:
            if line.text not in lines.get(line.article, [line.text]):
                lines[line.article].append(line.text)
    return lines


def _missing(lines: list[str], raw: Raw) -> list[str]:
    source = bare(_text(raw))
    return [line for line in lines if bare(line) not in source]


def _problems(stores: Stores, lines: Lines, found: Mapping[str, list[str]]) -> Iterator[Problem]:
    for id in lines:
        where = str(stores.articles.row(id).origin)
        if id not in found:
            yield Problem(where, "the file is gone; the article stays in the library")
        for line in found.get(id, ()):
            yield Problem(where, f"the file was changed; it no longer holds: {line}")


def bare(text: str) -> str:
    """A text without white space, control and format characters: what verbatim is measured on."""
    return "".join(c for c in _SPACE.sub("", text) if unicodedata.category(c) not in ("Cc", "Cf"))


def source_text(article: Article) -> str:
    """The text of the item at an article's first origin that is still there. Raises `NothingFound` if none is."""
    for origin in article.origins:
        for item in items([Path(origin.path)]):
            if isinstance(item, Raw) and item.origin == origin:
                return _text(item)
    raise NothingFound(f"no file of this article is there any more: {article.origins[0]}", subject=article.id)


def _text(raw: Raw) -> str:
    return "\n\n".join(block.text for block in raw.blocks) if raw.blocks else raw.text
