"""Whoosh behind the engine port. Importing it costs about 60 ms, so it is imported on the first search or build."""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import whoosh.fields
import whoosh.index
from whoosh import __version__, analysis, columns
from whoosh.filedb.filetables import FileFormatError
from whoosh.reading import CorruptIndexError, TermNotFound

from index.errors import LibraryBusy, LibraryError
from index.search import folder as house
from index.search.engine import Document, Found, IndexDamaged, Match, Sort
from index.search.matching import SEARCHED, Matcher, States
from index.search.nodes import Query, State
from index.search.postings import Snapshot
from index.search.ranking import rank
from index.search.spelling import Vocabulary
from index.search.tokens import terms
from index.words import fold

FORM = f"nutgraf 1, whoosh {'.'.join(map(str, __version__[:3]))}\n"
_PATIENCE = 20.0
"""Seconds to wait for another process that is writing."""
_DAMAGE = (
    OSError, EOFError, ValueError, KeyError, IndexError, TypeError, AttributeError, ImportError, AssertionError,
    OverflowError, struct.error, zlib.error, pickle.UnpicklingError, CorruptIndexError, FileFormatError, TermNotFound,
    whoosh.index.IndexError,
)  # fmt: skip
"""What reading a damaged file raises: a cut or flipped byte can end in any of these, in Whoosh or in pickle."""
_TEXTS = ("body", "title", "about", "outlet", "agency", "author", "url", "tag", "story", "note")


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
        **dict.fromkeys(_TEXTS, text),
        **{name: fields.COLUMN(column) for name, column in kept.items()},
    )


class WhooshEngine:
    """The default engine: an index in one private folder. `fresh` tells that it was made just now and holds nothing."""

    def __init__(self, folder: Path) -> None:
        """Opens or makes the index. `IndexDamaged`: wipe the folder, build anew; `LibraryError`: not usable at all."""
        self.folder = folder
        self.fresh = house.prepare(folder, FORM)
        self._matcher: Matcher | None = None
        self._known: set[str] | None = None
        with self._reading():
            if not self.fresh and not whoosh.index.exists_in(str(folder)):
                raise IndexDamaged("the search index is empty", subject=folder)
            self._index: Any = (
                _whoosh.index.create_in(str(folder), _schema()) if self.fresh else _whoosh.index.open_dir(str(folder))
            )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as error:
            raise IndexDamaged(f"the search index cannot be read: {error!r}", subject=self.folder) from error

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """A writer whose work is kept as a whole or not at all."""
        try:
            writer = self._index.writer(timeout=_PATIENCE, delay=0.1, compound=False, limitmb=128)
        except whoosh.index.LockError as error:
            raise LibraryBusy("another process is writing to the search index", subject=self.folder) from error
        except _DAMAGE as error:
            raise IndexDamaged(f"the search index cannot be read: {error!r}", subject=self.folder) from error
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise

    def update(self, documents: Iterable[Document], removed: Collection[str] = ()) -> None:
        """Puts documents in place of those of the same id, takes `removed` out, in one commit; twice does no harm."""
        with self._writing() as writer:
            known = self._vocabulary_words()
            empty = self._index.is_empty()
            new: dict[str, None] = {}
            for key in sorted(removed):
                writer.delete_by_term("id", key)
            for document in {document.id: document for document in documents}.values():
                fields = _fields(document)
                for name in SEARCHED:
                    new |= dict.fromkeys(word for word in fields.get(name, ()) if word not in known)
                (writer.add_document if empty else writer.update_document)(**fields)
            if new:
                house.add_words(self.folder, new)
                known |= new.keys()
            writer.commit(merge=False)

    def optimise(self) -> None:
        """Merges all segments into one; for when nobody waits (some seconds for 10,000 articles)."""
        with self._writing() as writer, self._reading():
            with self._index.refresh().reader() as reader:
                words = {str(word, "utf-8") for name in SEARCHED for word in reader.lexicon(name)}
            house.write_words(self.folder, sorted(words))
            writer.commit(optimize=True)
        self._known = None

    def count(self) -> int:
        """How many articles are indexed."""
        with self._reading():
            return int(self._index.doc_count())

    def search(self, query: Query, *, limit: int = 20, sort: Sort = "relevance",
               only: Collection[str] | None = None, states: States | None = None) -> Found:  # fmt: skip
        """The best matches. `only` restricts to these ids; `states` names the ids of a state. Never raises for any
        query; raises `LibraryError` when the folder cannot be used."""
        with self._reading():
            matcher = self._current()
            ranked = rank(matcher, query, sort, only, states or _no_states)
            keys = matcher.snapshot.column("key")
            ids = [str(keys[number], "utf-8") for number in ranked.order]
        matches = tuple(Match(key, ranked.scores[at]) for key, at in zip(ids[:limit], ranked.order, strict=False))
        return Found(matches, len(ids), ranked.marks, ranked.notes, tuple(ids))

    def _current(self) -> Matcher:
        """What is committed by now, by this process or another."""
        if self._matcher is None or self._index.latest_generation() != self._matcher.snapshot.reader.generation():
            self._release()
            self._index = self._index.refresh()
            snapshot = Snapshot(self._index.reader())
            self._known = None
            self._matcher = Matcher(snapshot, Vocabulary(self._vocabulary_words()))
        return self._matcher

    def _vocabulary_words(self) -> set[str]:
        if self._known is None:
            self._known = house.read_words(self.folder)
        if self._known is None:
            with self._index.reader() as reader:
                self._known = {str(word, "utf-8") for name in SEARCHED for word in reader.lexicon(name)}
            house.write_words(self.folder, sorted(self._known))
        return self._known

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


def _fields(document: Document) -> dict[str, Any]:
    """The tokens of each field; an empty field is left out."""
    names = " / ".join((document.outlet, document.agency, *document.authors))
    texts = {
        "body": document.body, "title": document.title, "outlet": document.outlet, "agency": document.agency,
        "author": " / ".join(document.authors), "url": document.url, "tag": " / ".join(document.tags),
        "story": document.story, "note": document.notes,
        "about": " / ".join((names, *document.tags, document.notes)),
    }  # fmt: skip
    found: dict[str, Any] = {name: terms(text) for name, text in texts.items() if text}
    return {
        **{name: tokens for name, tokens in found.items() if tokens},
        "id": document.id,
        "key": document.id.encode(),
        "language": document.language.encode(),
        "outlet_name": fold(document.outlet).encode(),
        "published": int((document.published[:10].replace("-", "") + "0000")[:8]) if document.published else 0,
    }


__all__ = ["IndexDamaged", "LibraryError", "WhooshEngine"]
