"""A library's search: the query, the engine over the library's index, and rows and snippets for what it found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import NothingFound
from index.hits import Facets, Hidden, Hit, Hits, Marked, Sort
from index.indexed import Indexed
from index.models import LINED, SHOWN, Article
from index.store.in_common import in_common
from index.store.stores import Stores

if TYPE_CHECKING:
    from index.search.engine import Found
    from index.search.nodes import Problem, Query

SPELT = 20
"""Articles that are looked at for how a variant is spelt where no snippets are wanted."""


class Searching(Indexed):
    """Asks one library's engine, and says what it found."""

    def __init__(self, stores: Stores, folder: Path, today: Callable[[], date] = date.today,
                 engine: str = "whoosh") -> None:  # fmt: skip
        """`engine`: a name; the default one serves in place of one that is not installed."""
        super().__init__(stores, folder, engine)
        self._today = today

    def search(self, text: str, limit: int, sort: Sort, *, strict: bool = False, recent: bool = False,
               snippets: bool = True) -> Hits:  # fmt: skip
        """See `Library.search`."""
        from index.search.query import parse, understood

        query = parse(text, self._today(), strict=strict)
        found = self._find(query, limit, sort, recent=recent)
        notes = [unread(problem) for problem in query.problems]
        waiting = self._stores.pending.count()
        self._lost = self._lost and waiting > 0
        if waiting:
            waits = "1 article is not indexed yet" if waiting == 1 else f"{waiting:,} articles are not indexed yet"
            notes.append(f"{waits}: {self._hindrance}" if self._hindrance else waits)
        if recent and sort == "relevance":
            notes.append("recent articles are preferred")
        looked_at = found.matches if snippets else found.matches[: SPELT if found.also else 0]
        articles = dict(self._articles(match.id for match in looked_at))
        if found.also:
            notes.append(f"also: {', '.join(_as_spelt(found.also, list(articles.values())))}")
        hits = tuple(self._hits(found, articles if snippets else {}))
        return Hits(
            hits, found.total, understood(query), (*notes, *found.notes), _reworded(text, found.instead),
            marks=found.marks, loose=bool(found.also or (found.total and found.notes)),
            hidden=self._hidden(query, found.total), waiting=waiting if self._lost else 0,
        )  # fmt: skip

    def _hidden(self, query: Query, shown: int) -> Hidden | None:
        """What the filters of a query hide; asks once more, for a number alone."""
        from index.search.query import parse
        from index.search.query_filters import told, unfiltered

        rest = parse(unfiltered(query), self._today(), strict=query.strict) if query.filters else None
        if rest is None or rest.root is None:
            return None
        more = self._find(rest, 0, "relevance").total - shown
        return Hidden(more, told(query), rest.text) if more > 0 else None

    def snippet(self, article: str, marks: frozenset[str]) -> Marked:
        """See `Library.snippet`."""
        from index.search.snippets import snippet

        for _, found in self._articles([article]):
            return snippet(found.text, marks, found.language)
        return Marked("")

    def ids(self, text: str, *, strict: bool = False) -> tuple[str, ...]:
        """Every article that a query finds, best first."""
        from index.search.query import parse

        return self._find(parse(text, self._today(), strict=strict), 0, "relevance", every=True).all_ids

    def facets(self, text: str, *, strict: bool = False) -> Facets:
        """See `Library.facets`."""
        days, outlets, stories = in_common(self._stores.database, self.ids(text, strict=strict))
        return Facets(tuple(sorted(days.items())), _most_first(outlets), _most_first(stories))

    def highlights(self, article: Article, text: str) -> tuple[tuple[int, int, int], ...]:
        """See `Library.highlights`."""
        from index.search.query import parse
        from index.search.snippets import highlights

        marks = self._find(parse(text, self._today()), 0, "relevance").marks
        return tuple(
            (number, start, end)
            for number, block in enumerate(article.blocks)
            if block.role in SHOWN | LINED
            for start, end in highlights(block.text, marks, article.language)
        )

    def _articles(self, ids: Iterable[str]) -> Iterator[tuple[str, Article]]:
        """Each article by its id, but for those that another process removed since they were indexed."""
        for id in ids:
            with suppress(NothingFound):
                yield id, self._stores.articles.article(id)

    def _hits(self, found: Found, articles: Mapping[str, Article]) -> Iterator[Hit]:
        from index.search.snippets import snippet

        scores = {match.id: match.score for match in found.matches}
        for row in self._stores.articles.rows(list(scores)):
            article = articles.get(row.id)
            shown = snippet(article.text, found.marks, article.language) if article else Marked("")
            yield Hit(row, scores[row.id], shown)


def _most_first(counted: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(
        sorted(((name, count) for name, count in counted.items() if name), key=lambda item: (-item[1], item[0]))
    )


def unread(problem: Problem) -> str:
    """What could not be read, with its place: `( (character 7): a parenthesis is not closed`."""
    return f"{problem.text} (character {problem.start + 1}): {problem.reason}"


def _as_spelt(variants: Sequence[str], articles: Sequence[Article]) -> list[str]:
    """Folded words as the first article that has them spells them (raissi → Raïssi)."""
    from index.search.snippets import highlights
    from index.words import fold

    spelt = dict.fromkeys(variants, "")
    for article in articles:
        text = f"{article.title}\n{article.text}"
        for start, end in highlights(text, [word for word, found in spelt.items() if not found], article.language):
            if spelt.get(fold(text[start:end])) == "":
                spelt[fold(text[start:end])] = text[start:end]
    return [found or word for word, found in spelt.items()]


def _reworded(text: str, instead: Sequence[tuple[str, str]]) -> str:
    """A query with other words in place of some."""
    if not instead:
        return ""
    for said, better in instead:
        text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", better, text, flags=re.IGNORECASE)
    return text
