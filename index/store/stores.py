"""All stores of one library over its one database."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import LibraryError
from index.paths import ARCHIVES, ARTICLES_DB, BACKUPS, READING_DB, SEARCH
from index.store.connection import is_there, is_writable
from index.store.database import Database
from index.store.journal import JournalStore

if TYPE_CHECKING:
    from index.store.arranged import ArrangedStore
    from index.store.articles import ArticleStore
    from index.store.files import FileStore
    from index.store.highlights import HighlightStore
    from index.store.pending import PendingStore
    from index.store.rankings import RankingStore
    from index.store.reading import ReadingStore
    from index.store.sketches import SketchStore
    from index.store.stories import StoryStore

_OURS = (ARTICLES_DB, READING_DB, SEARCH, ARCHIVES, BACKUPS)
_BEREFT = (
    "SELECT NOT EXISTS (SELECT 1 FROM main.articles)"
    " AND (EXISTS (SELECT 1 FROM reading.reading) OR EXISTS (SELECT 1 FROM reading.highlights))"
)


class Stores:
    """What the build writes and the library reads.

    A store keeps nothing itself and is imported by the first who asks for it: all of them with what they are made of
    take 20 ms, and the first frame needs one.
    """

    def __init__(self, database: Database, restored: Path | None = None, *, bereft: bool = False) -> None:
        self.database = database
        self._bereft = bereft
        self.restored = restored
        """The backup that took the place of a reading.db that was gone."""
        self.journal = JournalStore(database)
        """The one that knows when this session began."""

    @property
    def bereft(self) -> bool:
        """Whether articles.db was gone, or the user read or marked articles and there are none. 0.02 ms."""
        return self._bereft or bool(self.database.connection.execute(_BEREFT).fetchone()[0])

    @cached_property
    def files(self) -> FileStore:
        """What files were read."""
        from index.store.files import FileStore

        return FileStore(self.database)

    @cached_property
    def articles(self) -> ArticleStore:
        """Rows and texts."""
        from index.store.articles import ArticleStore

        return ArticleStore(self.database)

    @cached_property
    def stories(self) -> StoryStore:
        """Stories and their summaries."""
        from index.store.stories import StoryStore

        return StoryStore(self.database)

    @cached_property
    def sketches(self) -> SketchStore:
        """What grouping needs to know of articles."""
        from index.store.sketches import SketchStore

        return SketchStore(self.database)

    @cached_property
    def pending(self) -> PendingStore:
        """What the search has not followed yet."""
        from index.store.pending import PendingStore

        return PendingStore(self.database)

    @cached_property
    def reading(self) -> ReadingStore:
        """What the user did with articles."""
        from index.store.reading import ReadingStore

        return ReadingStore(self.database)

    @cached_property
    def rankings(self) -> RankingStore:
        """Scores by other methods than the standard one."""
        from index.store.rankings import RankingStore

        return RankingStore(self.database)

    @cached_property
    def arranged(self) -> ArrangedStore:
        """What the user put together and apart."""
        from index.store.arranged import ArrangedStore

        return ArrangedStore(self.database)

    @cached_property
    def highlights(self) -> HighlightStore:
        """Marked sentences and notes."""
        from index.store.highlights import HighlightStore

        return HighlightStore(self.database)


def open_stores(folder: Path) -> Stores:
    """Opens the databases of a library; an empty or missing folder becomes a new one, readable by its owner only.

    Where reading.db is gone, its latest backup takes its place. One that cannot be written is opened to be read. Raises
    `LibraryError` where there is something else.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        strange = sorted(path.name for path in folder.iterdir() if not path.name.startswith(_OURS))
        if strange and not any((folder / name).exists() for name in (ARTICLES_DB, READING_DB)):
            raise LibraryError(f"{folder} is not a library: it holds other files ({strange[0]})", subject=folder)
        restored = _restored(folder)
        bereft = is_there(folder / READING_DB) and not is_there(folder / ARTICLES_DB)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise LibraryError(f"cannot use {folder} as a library: {reason.lower()}", subject=folder) from problem
    return Stores(Database(folder), restored, bereft=bereft)


def _restored(folder: Path) -> Path | None:
    if is_there(folder / READING_DB) or not (folder / BACKUPS).is_dir():
        return None
    from index.store.backups import latest, restore  # hardly ever

    return restore(folder) if is_writable(folder) else latest(folder)
