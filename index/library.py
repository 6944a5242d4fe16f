"""The façade: one library, for the command line, the screen and the tests alike.

Importing it is cheap. What is slow (the search engine, the summariser, the parsers) is imported by the first call that
needs it, so call `search` and the building generators from a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.config import Config, read_config
from index.errors import NothingFound, UsageError
from index.events import Event
from index.models import (
    Aligned,
    Article,
    ArticleRow,
    BriefStory,
    Change,
    Facets,
    Fresh,
    Hits,
    Inside,
    LibraryCounts,
    Origin,
    Problem,
    Reading,
    Revision,
    Story,
    Summary,
    SummaryLine,
)
from index.paths import default_folder, search_folder, seeds_folder
from index.saved import SavedSearches
from index.searching import Searching
from index.sources.limits import configure
from index.store.lists import Rows, View
from index.store.stores import Stores, open_stores

if TYPE_CHECKING:
    from index.dossier import Dossier
    from index.search.engine import Sort

__all__ = ["Library", "LibraryCounts", "Problem", "default_folder", "open_library", "seeds_folder", "summarise_files"]

SHORT = 3
"""Sentences of an article's summary, unless another length is asked for."""
STORY_LINES = 5
"""Lines of a story's summary, unless another length is asked for."""
SHORT_STORY, LONG_STORY = STORY_LINES, 10
"""The two lengths of a story's summary; the short one is stored."""
HITS = 50
"""Hits of a search that its summary is made of."""


def open_library(folder: Path | str | None = None) -> Library:
    """Opens the library in a folder, the user's own if none is named; makes it if there is none.

    Raises `LibraryError` where the folder cannot be a library.
    """
    folder = Path(folder or default_folder()).expanduser().absolute()
    config = read_config()
    configure(config.limits)
    return Library(folder, open_stores(folder), config)


class Library:
    """Articles, stories, summaries, search and what the user did. Safe to use from several threads."""

    def __init__(self, folder: Path, stores: Stores, config: Config) -> None:
        self.folder = folder
        self.config = config
        """The user's settings; a front end tells their `problems`."""
        self._stores = stores
        self._search = Searching(stores, search_folder(folder))
        self.searches = SavedSearches(stores, self._search)

    def close(self) -> None:
        """Lets go of all files."""
        self._search.close()
        self._stores.database.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # building

    def add(
        self,
        paths: Sequence[Path],
        *,
        executor: Executor | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        """Reads files and folders into the library and remembers them as its sources; see `index.build.build`.

        Raises `UsageError` before anything is read when a path is not there.
        """
        for path in paths:
            if not path.exists():
                raise UsageError(f"there is no file or folder {path}", subject=path)
        self._stores.files.add_sources(str(path.absolute()) for path in paths)
        return self._build([path.absolute() for path in paths], executor, cancelled)

    def refresh(
        self, *, executor: Executor | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Event]:
        """Looks at every source again and catches up with what an earlier run left undone."""
        return self._build([Path(path) for path in self._stores.files.sources()], executor, cancelled)

    def rebuild(
        self, *, executor: Executor | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Event]:
        """Makes all derived data anew from the files that are there, and the search index from nothing."""
        self._search.discard()
        return self._build([Path(path) for path in self._stores.files.sources()], executor, cancelled, anew=True)

    def catch_up(self, *, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Event]:
        """Does what an earlier run left undone, stories and index, without looking at any source."""
        return self._build([], None, cancelled)

    def _build(
        self, paths: Sequence[Path], executor: Executor | None, cancelled: Callable[[], bool], anew: bool = False
    ) -> Iterator[Event]:
        from index.build import build  # the cleaner, the summariser and the clustering: 0.1 s, and more in its workers

        return build(self._stores, self._search, paths, executor=executor, cancelled=cancelled, anew=anew)

    def check(self) -> Iterator[Problem]:
        """Verifies the databases, the search index and that every line of every summary stands in its source file."""
        from index.verify import verify  # reads every file again

        return verify(self._stores, self.summary, self.story_summary)

    # browsing

    def counts(self) -> LibraryCounts:
        """How much there is, and how much of it is unread."""
        return self._stores.articles.counts()

    def articles(self, view: View = "all") -> Rows:
        """The rows of a view, newest first, read a page at a time."""
        return Rows(self._stores.database, view)

    def row(self, id: str) -> ArticleRow:
        """Raises `NothingFound` for an id that is not in the library."""
        return self._stores.articles.row(id)

    def rows(self, ids: Sequence[str]) -> list[ArticleRow]:
        """In the order of `ids`; unknown ones are left out."""
        return self._stores.articles.rows(ids)

    def article(self, id: str) -> Article:
        """Raises `NothingFound` for an id that is not in the library."""
        return self._stores.articles.article(id)

    def raw(self, id: str) -> str:
        """The text of an article's source as it was decoded, before cleaning.

        Raises `NothingFound` for an id that is not in the library, or when no file of the article is there any more.
        """
        from index.verify import source_text

        return source_text(self.article(id))

    def stories(self) -> list[Story]:
        """Latest first, undated last; an article alone is a story of one."""
        return self._stores.stories.stories()

    def story(self, id: str) -> Story:
        """Raises `NothingFound` for an id that is not in the library."""
        return self._stores.stories.story(id)

    def inside(self, story: str) -> Inside:
        """Sources, what is new in each article, and quotations. Raises `NothingFound`; some tenths of a second."""
        from index.inside import inside

        return inside(self._stores, story)

    def what_is_new(self, story: str, read: Collection[str] | None = None) -> tuple[Fresh, ...]:
        """What each article of a story adds to the earlier ones, or to those whose ids are given as read."""
        from index.inside import what_is_new

        return what_is_new(self._stores, story, read)

    def compare(self, left: str, right: str) -> tuple[Aligned, ...]:
        """The sentences of two articles side by side: which say the same, which stand in one only."""
        from index.stories.align import align

        return align(self.article(left), self.article(right))

    def dossier(self, story: str) -> Dossier:
        """All that was read out of a story, each line with its receipt: what is exported and can be verified."""
        from index.dossier import dossier

        return dossier(self._stores, self.story(story), self.story_summary(story))

    def revisions(self, id: str) -> list[Revision]:
        """The earlier wordings of an article whose file was changed, oldest first."""
        return self._stores.articles.revisions(id)

    def what_changed(self, id: str, revision: Revision) -> list[Change]:
        """An earlier wording against the one of today, sentence by sentence."""
        from index.compare import changes

        article = self.article(id)
        return changes(revision.sentences, [article.sentence(number) for number in range(len(article.sentences))])

    def behind(self) -> int:
        """How many articles an earlier run left ungrouped or unindexed; `catch_up` sees to them."""
        return max(self._stores.pending.count(), len(self._stores.stories.ungrouped()))

    def gone(self) -> list[ArticleRow]:
        """The articles whose files are no longer there."""
        return self.rows(self._stores.articles.gone())

    def prune(self) -> int:
        """Removes the articles whose files are gone; gives how many. Stories and search follow in `catch_up`."""
        from index.build.prune import prune

        return prune(self._stores)

    def resolve_article(self, prefix: str) -> str:
        """The one article whose id begins so. Raises `NothingFound`, or `UsageError` where several do."""
        return _only("article", prefix, self._stores.articles.find(prefix))

    def resolve_story(self, prefix: str) -> str:
        """The one story whose id begins so. Raises `NothingFound`, or `UsageError` where several do."""
        return _only("story", prefix, self._stores.stories.find(prefix))

    # summaries

    def summary(self, article: str, sentences: int = SHORT, method: str | None = None) -> Summary:
        """The best sentences of an article in text order, from the stored ranking.

        Another method than the standard one is computed when it is first asked for (up to seconds: call it from a
        worker) and stored. Raises `UsageError` for a name that is not among `methods()`.
        """
        from index.summarise.article import summarise

        if method is None:
            return summarise(self.article(article), self._stores.articles.ranking(article), sentences=sentences)
        from index.digest import ranking_by

        return summarise(self.article(article), ranking_by(self._stores, article, method), sentences=sentences)

    def methods(self) -> tuple[str, ...]:
        """The names of the ways to rank sentences, the standard one first."""
        from index.summarise.methods import methods

        return methods()

    def story_summary(self, story: str, sentences: int = STORY_LINES) -> Summary:
        """The story in lines that each name their article; the stored one where the length is the standard one."""
        if sentences == STORY_LINES:
            return self._stores.stories.summary(story)
        from index.build.group import story_summary

        return story_summary(self._stores, self.story(story).articles, sentences)

    def nut_graf(self, story: str) -> SummaryLine | None:
        """The one line that tells a story, for a list: the stored summary begins with it. None if nothing is told."""
        return next(iter(self._stores.stories.summary(story).lines), None)

    def summarise_hits(self, text: str, sentences: int = STORY_LINES) -> Summary:
        """What the best hits of a query say about it. Raises `LibraryError` when the index cannot be used."""
        from index.digest import of_hits

        return of_hits(self._stores, self._search.ids(text)[:HITS], text, sentences)

    def brief(self, since: str | None = None, words: int | None = None) -> list[BriefStory]:
        """What happened since a day (2023-11-09, yesterday, last week; the week up to the newest article).

        Stories of several outlets come first; all lines together have about so many words. Raises `UsageError` for a
        date that cannot be read.
        """
        from index.brief import brief

        return brief(self._stores, since, words, date.today())

    # search

    def search(self, text: str, limit: int = 20, sort: Sort = "relevance", *, strict: bool = False,
               recent: bool = False, snippets: bool = True) -> Hits:  # fmt: skip
        """The articles that a query finds, best first, each with a marked snippet (1 ms each) unless told otherwise.

        `strict` finds the words as they stand and all of them; `recent` prefers what is new. Any text is a query.
        Raises `LibraryError` when the index cannot be used.
        """
        return self._search.search(text, limit, sort, strict=strict, recent=recent, snippets=snippets)

    def facets(self, text: str, *, strict: bool = False) -> Facets:
        """Days, outlets and stories of everything that a query finds, counted."""
        return self._search.facets(text, strict=strict)

    def highlights(self, article: str, text: str) -> tuple[tuple[int, int, int], ...]:
        """What a query matches in an article: (index of the block, start, end), in text order."""
        return self._search.highlights(self.article(article), text)

    # what the user did

    def reading(self, article: str) -> Reading:
        """Read mark, star, tags and place."""
        return self._stores.reading.reading(article)

    def mark_read(self, articles: Iterable[str], read: bool = True) -> None:
        """Sets or takes away read marks."""
        self._stores.reading.mark_read(articles, read)

    def star(self, articles: Iterable[str], starred: bool = True) -> None:
        """Sets or takes away stars."""
        self._stores.reading.star(articles, starred)

    def set_place(self, article: str, sentence: int) -> None:
        """Remembers where the reader was: the number of a sentence."""
        self._stores.reading.set_place(article, sentence)

    def setting(self, name: str) -> str:
        """A remembered setting of the screen; empty if there is none."""
        return self._stores.reading.setting(name)

    def set_setting(self, name: str, value: str) -> None:
        """Remembers a setting of the screen."""
        self._stores.reading.set_setting(name, value)


def verify_dossier(file: Path) -> Iterator[Problem]:
    """What no longer holds of an exported dossier; needs no library. Raises `UsageError` when the file is none."""
    from index.dossier import verify

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


def _only(what: str, prefix: str, found: Sequence[str]) -> str:
    if not found:
        raise NothingFound(f"there is no {what} {prefix}", subject=prefix)
    if len(found) > 1 and prefix not in found:
        raise UsageError(f"{prefix} may be several: {', '.join(found)}", subject=prefix)
    return prefix if prefix in found else found[0]
