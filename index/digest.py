"""Summaries of what was asked for: files that are in no library, the hits of a search, a method of one's own choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from index.build.derive import derive
from index.errors import LibraryBusy, NothingFound
from index.events import Skipped
from index.models import Article, Origin, Ranking, Raw, Summary, SummaryLine
from index.search.nodes import And, Fuzzy, Near, Node, Or, Pattern, Phrase, Word
from index.search.query import parse
from index.sources.items import items as read
from index.store.articles import Derived
from index.store.stores import Stores
from index.summarise.about import summarise_about
from index.summarise.article import rank, summarise
from index.summarise.methods import DEFAULT, summariser
from index.summarise.story import summarise_story
from index.words import words as words_of

IN_TEXT = ("", "title", "text", "body")
"""Fields of a query whose words a sentence can have."""
UNSEEN = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
"""Characters that cleaning takes out of a text and nobody sees."""


def digest_files(
    paths: Sequence[Path],
    *,
    sentences: int | None,
    words: int | None,
    about: str | None,
    method: str = DEFAULT,
) -> Iterator[tuple[SummaryLine, Origin]]:
    """The best sentences of all articles in some files, each with its origin, letter for letter as the file has it.

    Raises `NothingFound`, with the first reason, when none of the files holds an article, and `UsageError` for a
    method that there is not.
    """
    summariser(method)
    raws = list(read(paths))
    outcomes = [item if isinstance(item, Skipped) else derive(item) for item in raws]
    derived = {item.article.id: item for item in outcomes if isinstance(item, Derived)}
    if not derived:
        reasons = [f"{item.origin}: {item.reason}" for item in outcomes if isinstance(item, Skipped)]
        raise NothingFound("; ".join(reasons[:1]) or "there is no article in it", subject=paths)
    articles = [item.article for item in derived.values()]
    rankings = {id: item.ranking if method == DEFAULT else rank(item.article, method) for id, item in derived.items()}
    sources = {raw.origin: raw for raw in raws if isinstance(raw, Raw)}
    lines = _summary(articles, rankings, sentences, words, about).lines
    origins = {id: item.article.origins[0] for id, item in derived.items()}
    return ((_as_given(line, sources[origins[line.article]]), origins[line.article]) for line in lines)


def _summary(
    articles: Sequence[Article],
    rankings: dict[str, Ranking],
    sentences: int | None,
    words: int | None,
    about: str | None,
) -> Summary:
    if about:
        asked = [word for _, _, word in words_of(about)]
        return summarise_about(asked, articles, rankings, sentences=sentences, words=words)
    if len(articles) > 1:
        return summarise_story(articles, rankings, sentences=sentences, words=words)
    return summarise(articles[0], rankings[articles[0].id], sentences=sentences, words=words)


def _as_given(line: SummaryLine, raw: Raw) -> SummaryLine:
    """A line with the invisible marks that it has in its source (direction marks, soft hyphens), spaces folded."""
    source = " ".join(" ".join(block.text for block in raw.blocks).split() if raw.blocks else raw.text.split())
    found = None if line.text in source else re.search(UNSEEN.join(map(re.escape, line.text)), source)
    return replace(line, text=found.group()) if found else line


def of_hits(stores: Stores, ids: Iterable[str], text: str, sentences: int) -> Summary:
    """What some articles say about a query; what they have in common where it has no words, or none of theirs."""
    articles = [stores.articles.article(id) for id in ids]
    rankings = {article.id: stores.articles.ranking(article.id) for article in articles}
    asked = list(dict.fromkeys(_words(parse(text, date.today()).root)))
    found = summarise_about(asked, articles, rankings, sentences=sentences) if asked else Summary()
    return found if found.lines else summarise_story(articles, rankings, sentences=sentences)


def _words(node: Node | None) -> Iterator[str]:
    """The words that a query wants in the text; those that it excludes are not among them."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words(part)
        case Word(text, field) | Fuzzy(text, field) if field in IN_TEXT:
            yield text
        case Pattern(text, field) if field in IN_TEXT:
            yield text.replace("*", "")
        case Phrase(words, _, field) if field in IN_TEXT:
            yield from words
        case Near(left, right):
            yield from (left.text, right.text)


def ranking_by(stores: Stores, id: str, method: str) -> Ranking:
    """A ranking by any method: the stored one, or one computed now and kept. Raises `UsageError` for no method."""
    stored = stores.articles.ranking(id)
    if method == stored.method:
        return stored
    kept = stores.rankings.ranking(id, method)
    if kept is None:
        kept = rank(stores.articles.article(id), method)
        with suppress(LibraryBusy):  # a build is writing; it will be computed again
            stores.rankings.keep(id, kept)
    return kept
