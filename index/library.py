"""The façade: one library, for the command line, the screen and the tests alike.

Importing it is cheap. What is slow (the search engine, the summariser, the parsers) is imported by the first call that
needs it, so call `search` and the building generators from a worker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.config import Config, read_config
from index.facade.arranging import Arranging
from index.facade.building import ENGINE_SETTING
from index.facade.keeping import Keeping
from index.paths import ARTICLES_DB, READING_DB, default_folder, search_folder, seeds_folder, user_path
from index.sources.limits import configure
from index.store.stores import Stores, open_stores

if TYPE_CHECKING:
    from index.hits import Facets, Hits, Marked, Sort
    from index.models import Origin, Problem, SummaryLine
    from index.saved import SavedSearches
    from index.searching import Searching
    from index.store.glance import Glance

__all__ = [
    "Library", "default_folder", "glance", "open_library", "seeds_folder",
    "summarise_files",
]  # fmt: skip


def glance(folder: Path) -> Glance:
    """A look at a library from outside, for some milliseconds; opens, makes and mends nothing, raises nothing."""
    from index.store.glance import glance as look

    return look(folder)


def open_library(folder: Path | str | None = None) -> Library:
    """Opens the library in a folder, the user's own if none is named; makes it if there is none.

    Raises `LibraryError` where the folder cannot be a library.
    """
    folder = user_path(folder or default_folder()).absolute()
    config = read_config()
    configure(config.limits)
    return Library(folder, open_stores(folder), config)


class Library(Arranging, Keeping):
    """Articles, stories, summaries, search and what the user did. Safe to use from several threads."""

    def __init__(self, folder: Path, stores: Stores, config: Config) -> None:
        super().__init__(stores)
        self.folder = folder
        self.config = config
        """The user's settings."""
        self.problems = (*_lost(stores), *config.problems)
        """What a front end tells at the start: what is wrong with the settings, and what became of a lost file."""

    def _begin_search(self) -> Searching:
        from index.searching import Searching

        engine = self._stores.reading.setting(ENGINE_SETTING) or self.config.options.engine
        return Searching(self._stores, search_folder(self.folder), engine=engine)

    @cached_property
    def searches(self) -> SavedSearches:
        """Searches that are kept under a name, and the history of all."""
        from index.saved import SavedSearches

        return SavedSearches(self._stores, self._search)

    def close(self) -> None:
        """Lets go of all files."""
        self._end_search()
        self._stores.database.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def search(self, text: str, limit: int = 20, sort: Sort = "relevance", *, strict: bool = False,
               recent: bool = False, snippets: bool = True) -> Hits:  # fmt: skip
        """The articles that a query finds, best first, each with a marked snippet (1 ms each) unless told otherwise.

        `strict` finds the words as they stand and all of them; `recent` prefers what is new. Any text is a query.
        Raises `LibraryError` when the index cannot be used.
        """
        return self._search.search(text, limit, sort, strict=strict, recent=recent, snippets=snippets)

    def snippet(self, article: str, hits: Hits) -> Marked:
        """The snippet of one of some hits that were asked for without; 1 ms."""
        return self._search.snippet(article, hits.marks)

    def facets(self, text: str, *, strict: bool = False) -> Facets:
        """Days, outlets and stories of everything that a query finds, counted."""
        return self._search.facets(text, strict=strict)

    def highlights(self, article: str, text: str) -> tuple[tuple[int, int, int], ...]:
        """What a query matches in an article: (index of the block, start, end), in text order."""
        return self._search.highlights(self.article(article), text)


def _lost(stores: Stores) -> Iterator[Problem]:
    if stores.restored is not None or stores.bereft:
        from index.models import Problem  # the whole vocabulary, 10 ms, for what hardly ever happens

        folder = stores.database.folder
        if stores.restored is not None:
            yield Problem(str(folder / READING_DB), f"was gone; {stores.restored.name} took its place")
        if stores.bereft:
            yield Problem(str(folder / ARTICLES_DB), _BEREFT)


_BEREFT = "holds no articles any more: add their files again, and what you read, marked and noted is theirs as before"


def verify_dossier(file: Path) -> Iterator[Problem]:
    """What no longer holds of an exported dossier; needs no library. Raises `UsageError` when the file is none."""
    from index.dossier.prove import verify

    return verify(file)


def summarise_files(
    paths: Sequence[Path],
    *,
    sentences: int | None = 3,
    words: int | None = None,
    about: str | None = None,
    method: str | None = None,
) -> Iterator[tuple[SummaryLine, Origin]]:
    """Summarises files that need not be in any library, all of them together; each line with its origin.

    Raises `NothingFound` when none of them holds an article, and `UsageError` for a method that there is not.
    """
    from index.digest import digest_files
    from index.summarise.methods import DEFAULT

    return digest_files(paths, sentences=sentences, words=words, about=about, method=method or DEFAULT)
