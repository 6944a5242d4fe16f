"""The index follows the store: what happens when it cannot."""

import errno
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.build.follow import follow
from index.build.workers import Inline
from index.errors import LibraryError
from index.library import Library, open_library
from index.search import folder as house
from index.search.engine import Document, IndexDamaged
from index.search.whoosh import segments
from index.search.whoosh.segments import Segment
from index.store.stores import open_stores

TEXT = "Ships with grain left the harbour of Varn at dawn and sailed to the south, where they are expected today."


@dataclass
class Broken:
    """An index whose first writers find it damaged."""

    damaged: int
    indexed: list[str] = field(default_factory=list)
    discarded: int = 0
    closed: int = 0

    def writer(self) -> "Broken":  # its own engine
        return self

    def discard(self) -> None:
        self.discarded += 1

    def update(self, documents: Iterable[Document], removed: Collection[str] = ()) -> None:
        if self.damaged:
            self.damaged -= 1
            raise IndexDamaged("a byte was flipped")
        self.indexed += [document.id for document in documents]

    def tidy(self, cancelled: object = None) -> None:
        raise LibraryError("there is no room to merge")

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ships.txt").write_text(f"Ships sail\n\n{TEXT}\n\n{TEXT} Again.\n")
    with open_library(tmp_path / "library") as library:
        yield library


def add(library: Library) -> None:
    list(library.add([library.folder.parent / "articles"], executor=Inline()))


def test_a_damaged_index_is_built_anew_once_in_a_run(library: Library) -> None:
    add(library)
    stores = open_stores(library.folder)
    stores.pending.all()
    index = Broken(damaged=1)
    list(follow(stores, index, lambda: False))  # type: ignore[arg-type]  # it is never asked to search
    assert (index.discarded, len(index.indexed), stores.pending.count()) == (1, 1, 0)
    stores.pending.all()
    index = Broken(damaged=99)
    with pytest.raises(IndexDamaged):
        list(follow(stores, index, lambda: False))  # type: ignore[arg-type]  # as above
    assert (index.discarded, index.indexed, stores.pending.count()) == (1, [], 1)
    assert index.closed == 2
    stores.database.close()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EBADF])
@pytest.mark.parametrize("where", [(Segment, "add"), (segments, "_posted"), (house, "add_words")])
def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    library: Library, monkeypatch: pytest.MonkeyPatch, where: tuple[object, str], code: int
) -> None:
    def refused(*_: object) -> None:
        raise OSError(code, "the disk refuses")

    with monkeypatch.context() as patch:
        patch.setattr(*where, refused)
        with pytest.raises(LibraryError, match="the disk refuses") as told:
            add(library)
        assert not isinstance(told.value, IndexDamaged)
        assert library.behind() == 1
        hits = library.search("grain")
        assert len(hits) == 0
        assert any("1 article is not indexed yet" in note and "the disk refuses" in note for note in hits.notes)
    list(library.catch_up())
    assert len(library.search("grain")) == 1
