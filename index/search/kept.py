"""What engines have in common that keep their index in a private folder: it is checked, made and opened in one way, and
the words of the archive lie beside it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from index.search import folder as house
from index.search.damage import DAMAGE, failure
from index.search.engine import PATIENCE
from index.search.lock import alone

_MOMENT = 2.0
"""Seconds to wait for another process that makes the index, even for a reader."""


class KeptEngine(ABC):
    """An index in one private folder. `fresh` tells that it was made just now and holds nothing."""

    form: ClassVar[str]
    """What is written into the folder to tell this kind of index from others."""
    damage: ClassVar[tuple[type[Exception], ...]] = DAMAGE
    """What reading a damaged index raises."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        """Opens or makes the index; `patience`: seconds to wait for another process that is writing.

        `IndexDamaged`: wipe the folder, build anew; `LibraryError`: not usable at all.
        """
        self.folder, self._patience = folder, patience
        self._known: set[str] | None = None
        self.fresh = house.prepare(folder, self.form) and self._create()
        with self._reading():
            self._open()

    def _create(self) -> bool:
        """Makes an empty index; False when another process has made it meanwhile."""
        with self._reading(), alone(self.folder, max(self._patience, _MOMENT)):
            if fresh := house.prepare(self.folder, self.form):
                self._make()
                house.mark(self.folder, self.form)
        return fresh

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except self.damage as error:
            raise failure(error, self.folder) from error

    def _words(self) -> set[str]:
        """Every word ever indexed."""
        if self._known is None:
            self._known = house.read_words(self.folder)
        if self._known is None:
            self._known = self._words_inside()
            house.write_words(self.folder, sorted(self._known))
        return self._known

    def _add_words(self, words: dict[str, None]) -> None:
        """Keeps those of the words that are new, in their order."""
        known = self._words()
        if new := [word for word in words if word not in known]:
            house.add_words(self.folder, new)
            known.update(new)

    @abstractmethod
    def _make(self) -> None:
        """Puts an empty index into the folder."""

    @abstractmethod
    def _open(self) -> None:
        """Opens the index that is in the folder; what it raises is damage."""

    @abstractmethod
    def _words_inside(self) -> set[str]:
        """The words of the index itself, where their list is gone."""
