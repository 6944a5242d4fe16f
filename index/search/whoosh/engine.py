"""Whoosh behind the engine port. Importing it costs about 60 ms, so it is imported on the first search or build."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import whoosh.fields
import whoosh.index
from whoosh import __version__, analysis, columns
from whoosh.filedb.filetables import FileFormatError
from whoosh.reading import CorruptIndexError, TermNotFound

from index.errors import LibraryError
from index.hits import Sort
from index.search.damage import DAMAGE
from index.search.engine import TEXTS, Document, Found, IndexDamaged, Match, States, day_of, words_of
from index.search.kept import KeptEngine
from index.search.lock import alone
from index.search.nodes import Query, State
from index.search.plan import SEARCHED
from index.search.spelling import Vocabulary
from index.search.whoosh.matching import Matcher
from index.search.whoosh.postings import Snapshot
from index.search.whoosh.ranking import rank
from index.search.whoosh.segments import Cancelled, Segment, uncollected
from index.words import fold

FORM = f"nutgraf 3, whoosh {'.'.join(map(str, __version__[:3]))}\n"
_SEGMENTS = 16
"""More than this are merged: each costs every word of a query a look-up in every field."""


_whoosh: Any = whoosh  # half typed: what it annotates contradicts what it accepts
_columns: Any = columns
_analysis: Any = analysis


def _schema() -> Any:
    """No stored bodies, no spelling, no characters: each costs dear, and bodies live in the store."""
    fields = _whoosh.fields
    text = fields.TEXT(analyzer=_analysis.RegexTokenizer(), phrase=True, stored=False)
    kept = {"key": _columns.VarBytesColumn(), "published": _columns.NumericColumn("i"),
            "language": _columns.RefBytesColumn(), "outlet_name": _columns.VarBytesColumn()}  # fmt: skip
    return fields.Schema(
        id=fields.ID(unique=True),
        **dict.fromkeys(TEXTS, text),
        **{name: fields.COLUMN(column) for name, column in kept.items()},
    )


class WhooshEngine(KeptEngine):
    """The default engine."""

    form = FORM
    damage = (*DAMAGE, CorruptIndexError, FileFormatError, TermNotFound, whoosh.index.IndexError)

    def _make(self) -> None:
        _whoosh.index.create_in(str(self.folder), _schema()).close()

    def _open(self) -> None:
        self._matcher: Matcher | None = None
        if not whoosh.index.exists_in(str(self.folder)):
            raise IndexDamaged("the search index is empty", subject=self.folder)
        self._index: Any = _whoosh.index.open_dir(str(self.folder))

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """A writer whose work is kept as a whole or not at all."""
        with ExitStack() as held:
            with self._reading():
                held.enter_context(alone(self.folder, self._patience))
                writer = self._index.writer(compound=False, _lk=False)
            with self._kept_whole(writer):
                yield writer

    @contextmanager
    def _kept_whole(self, writer: Any) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            if not writer.is_closed:
                with suppress(OSError):  # a full disk cannot take what the writer still holds
                    writer.cancel()
            if isinstance(error, FileNotFoundError):  # another process threw the index away
                raise IndexDamaged(f"the search index is gone: {error}", subject=self.folder) from error
            if isinstance(error, OSError):
                raise LibraryError(f"the search index cannot be written: {error}", subject=self.folder) from error
            raise

    def update(self, documents: Iterable[Document], removed: Collection[str] = ()) -> None:
        """Puts documents in place of those of the same id, takes `removed` out, in one commit; twice does no harm."""
        with self._writing() as writer, uncollected():
            words: dict[str, None] = {}
            segment, indexed = Segment(writer), set(removed)
            for document in {document.id: document for document in documents}.values():
                texts, columns = _fields(document)
                words |= dict.fromkeys(word for name in SEARCHED for word in texts.get(name, ()))
                segment.add(texts, columns)
                indexed.add(document.id)
            with self._reading():
                _delete(writer, indexed)
            self._add_words(words)
            writer.commit(merge=False)

    def tidy(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Merges small segments when there are so many that every search has to ask too many; about 0.5 ms an article.
        A stop leaves the index as it was."""
        with self._reading(), self._index.refresh().reader() as reader:
            many = len(reader.leaf_readers()) if reader.doc_count_all() else 0
        if many > _SEGMENTS:
            self._merge_small(cancelled)

    def _merge_small(self, cancelled: Callable[[], bool]) -> None:
        def merge(writer: Any, segments: list[Any]) -> list[Any]:
            some = _small(segments)
            Segment(writer).merge(some, cancelled)
            return [segment for segment in segments if segment not in some]

        with suppress(Cancelled), self._writing() as writer, self._reading():
            writer.commit(mergetype=merge)

    def count(self) -> int:
        """How many articles are indexed."""
        with self._reading():
            return int(self._index.doc_count())

    def search(self, query: Query, *, limit: int = 20, sort: Sort = "relevance",
               only: Collection[str] | None = None, states: States | None = None,
               recent: bool = False, every: bool = False) -> Found:  # fmt: skip
        """The best matches. `only` restricts to these ids; `states` names the ids of a state; `every` tells all ids.
        Never raises for any query; raises `LibraryError` when the folder cannot be used."""
        with self._reading():
            matcher = self._current()
            most = None if every else limit
            ranked = rank(matcher, query, sort, only, states or _no_states, recent=recent, most=most)
        matches = tuple(map(Match, ranked.ids[:limit], ranked.figures))
        all_ids = tuple(ranked.ids) if every else ()
        return Found(matches, ranked.total, ranked.marks, ranked.notes, all_ids, ranked.also, ranked.instead)

    def _current(self) -> Matcher:
        """What is committed by now, by this process or another."""
        if self._matcher is None or self._index.latest_generation() != self._matcher.snapshot.reader.generation():
            self._release()
            self._index = self._index.refresh()
            snapshot = Snapshot(self._index.reader())
            self._known = None
            self._matcher = Matcher(snapshot, Vocabulary(self._words()))
        return self._matcher

    def _words_inside(self) -> set[str]:
        with self._index.reader() as reader:
            return {str(word, "utf-8") for name in SEARCHED for word in reader.lexicon(name)}

    def _release(self) -> None:
        if self._matcher is not None:
            self._matcher.snapshot.reader.close()
            self._matcher = None

    def close(self) -> None:
        """Lets go of files; nothing is lost."""
        self._release()
        self._index.close()


def _no_states(_: State) -> Collection[str]:
    return ()


def _small(segments: list[Any]) -> list[Any]:
    """The smallest segments, up to the first that is larger than twice all before it: work is not soon redone."""
    found: list[Any] = []
    for segment in sorted(segments, key=lambda segment: int(segment.doc_count_all())):
        if len(found) > 1 and segment.doc_count_all() > 2 * sum(one.doc_count_all() for one in found):
            break
        found.append(segment)
    return found


def _delete(writer: Any, ids: Collection[str]) -> None:
    """Takes the articles of these ids out of the segments that are there."""
    with writer.reader() as reader:
        for leaf, offset in reader.leaf_readers() if reader.doc_count_all() else ():
            for key in sorted(ids):
                if ("id", key.encode()) in leaf:
                    for number in leaf.postings("id", key.encode()).all_ids():
                        writer.delete_document(number + offset)


def _fields(document: Document) -> tuple[dict[str, Sequence[str]], dict[str, object]]:
    """The tokens of each field, an empty field left out; and one value for each column."""
    columns = {
        "key": document.id.encode(),
        "language": document.language.encode(),
        "outlet_name": fold(document.outlet).encode(),
        "published": day_of(document),
    }
    return {**words_of(document), "id": [document.id]}, columns


__all__ = ["IndexDamaged", "LibraryError", "WhooshEngine"]
