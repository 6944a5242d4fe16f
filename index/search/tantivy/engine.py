"""tantivy behind the engine port, for big archives: the extra `nutgraf[fast]`. Importing it costs about 25 ms."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from index.errors import LibraryError
from index.hits import Sort
from index.search.engine import Document, Found, IndexDamaged, States, words_of
from index.search.kept import KeptEngine
from index.search.lock import alone
from index.search.nodes import Query
from index.search.plan import SEARCHED
from index.search.spelling import Vocabulary
from index.search.tantivy.index import FORM, entry, schema
from index.search.tantivy.query import Archive
from index.search.tantivy.ranking import Wanted, answer, no_states

_MEMORY = 64_000_000
"""Bytes that are gathered before a segment is written."""
_STATE = "meta.json"
"""The file that names the segments; each commit puts a new one in its place."""


def links_to(folder: Path) -> TemporaryDirectory[str]:
    """Links to the files of an index that cannot be written: tantivy locks a folder even to read in it."""
    links = TemporaryDirectory(prefix="nutgraf-")
    for file in sorted(folder.iterdir()):
        if file.suffix != ".lock":
            Path(links.name, file.name).symlink_to(file.absolute())
    return links


class TantivyEngine(KeptEngine):
    """The engine for big archives."""

    form = FORM

    def _make(self) -> None:
        tantivy.Index(schema(), path=str(self.folder), reuse=False)

    def _open(self) -> None:
        self._archive: Archive | None = None
        self._seen: tuple[int, int] | None = None
        self._links = None if os.access(self.folder, os.W_OK) else links_to(self.folder)
        self._index = tantivy.Index.open(self._links.name if self._links else str(self.folder))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with super()._reading():
                yield
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # what a damaged file does to Rust; its class has no address
                raise
            raise IndexDamaged(f"the search index cannot be read: {error}", subject=self.folder) from error

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        """A writer whose work is kept as a whole or not at all."""
        with ExitStack() as held:
            with self._reading():
                held.enter_context(alone(self.folder, self._patience))
                writer = self._index.writer(_MEMORY, num_threads=1)
            try:
                yield writer
            except BaseException:
                with suppress(ValueError):  # a full disk refuses this, too; what was not committed is lost anyway
                    writer.rollback()
                raise
            finally:
                with self._reading():
                    writer.wait_merging_threads()  # the writer holds tantivy's own lock until then

    def update(self, documents: Iterable[Document], removed: Collection[str] = ()) -> None:
        """Puts documents in place of those of the same id, takes `removed` out, in one commit; twice does no harm."""
        with self._writing() as writer:
            made = {document.id: document for document in documents}
            with self._reading():
                for id in sorted({*removed, *made}):
                    writer.delete_documents_by_term("id", id)
                known: dict[str, None] = {}
                for document in made.values():
                    words = words_of(document)
                    known |= dict.fromkeys(word for name in SEARCHED for word in words.get(name, ()))
                    writer.add_document(entry(document, words))
                self._add_words(known)
                writer.commit()

    def tidy(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Does nothing: tantivy merges small segments after each commit."""

    def count(self) -> int:
        """How many articles are indexed."""
        with self._reading():
            return self._current().count

    def search(self, query: Query, *, limit: int = 20, sort: Sort = "relevance",
               only: Collection[str] | None = None, states: States | None = None,
               recent: bool = False, every: bool = False) -> Found:  # fmt: skip
        """The best matches. `only` restricts to these ids; `states` names the ids of a state; `every` tells all ids.
        Never raises for any query; raises `LibraryError` when the folder cannot be used."""
        with self._reading():
            return answer(self._current(), query, Wanted(limit, sort, recent, every), only, states or no_states)

    def _current(self) -> Archive:
        """What is committed by now, by this process or another."""
        status = (self.folder / _STATE).stat()
        seen = (status.st_ino, status.st_mtime_ns)
        if self._archive is None or self._seen != seen:
            self._index.reload()
            self._known, self._seen = None, seen
            self._archive = Archive(self._index.searcher(), self._index.schema, Vocabulary(self._words()))
        return self._archive

    def _words_inside(self) -> set[str]:
        self._index.reload()
        searcher = self._index.searcher()
        return {word for name in SEARCHED for word, _ in searcher.terms_with_prefix(name, "")}

    def close(self) -> None:
        """Lets go of files; nothing is lost."""
        self._archive = None
        if self._links is not None:
            self._links.cleanup()


__all__ = ["IndexDamaged", "LibraryError", "TantivyEngine"]
