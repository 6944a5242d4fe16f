"""All stores of one library over its one database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryError
from index.paths import BACKUPS
from index.store.arranged import ArrangedStore
from index.store.articles import ArticleStore
from index.store.database import Database
from index.store.files import FileStore
from index.store.highlights import HighlightStore
from index.store.journal import JournalStore
from index.store.pending import PendingStore
from index.store.rankings import RankingStore
from index.store.reading import ReadingStore
from index.store.schema import ARTICLES_DB, READING_DB
from index.store.stories import StoryStore

_OURS = (ARTICLES_DB.name, READING_DB.name, "search", BACKUPS)


@dataclass(frozen=True, slots=True)
class Stores:
    """What the build writes and the library reads."""

    database: Database
    files: FileStore
    articles: ArticleStore
    stories: StoryStore
    pending: PendingStore
    reading: ReadingStore
    rankings: RankingStore
    arranged: ArrangedStore
    highlights: HighlightStore
    journal: JournalStore


def open_stores(folder: Path) -> Stores:
    """Opens the databases of a library; an empty or missing folder becomes a new one, readable by its owner only.

    Raises `LibraryError` where there is something else.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        strange = sorted(path.name for path in folder.iterdir() if not path.name.startswith(_OURS))
        if strange and not (folder / ARTICLES_DB.name).exists():
            raise LibraryError(f"{folder} is not a library: it holds other files ({strange[0]})", subject=folder)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise LibraryError(f"cannot use {folder} as a library: {reason.lower()}", subject=folder) from problem
    database = Database(folder)
    return Stores(database, FileStore(database), ArticleStore(database), StoryStore(database), PendingStore(database),
                  ReadingStore(database), RankingStore(database), ArrangedStore(database),
                  HighlightStore(database), JournalStore(database))  # fmt: skip
