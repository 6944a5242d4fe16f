"""What the stories of a library rest on, read from its store."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from index.paths import archive_file
from index.store.archives import load, save
from index.store.sketches import SketchStore
from index.store.stores import Stores
from index.stories.archive import Archive
from index.stories.features import Features
from index.stories.ground import Ground, age_of
from index.stories.joined import Part, joined, parts
from index.stories.rows import Rows, places
from index.stories.sketch import Sketch

HELD = 2_000
"""Articles held ready: the bound on memory, whatever the size of the library."""
LEAST = 5_000
"""Articles of a language from which what is counted of them is kept; fewer are counted in 0.1 s."""
_AT_ONCE = 500


class Stored(Mapping[str, Features]):
    """The features of all articles, each read when it is asked for."""

    def __init__(self, store: SketchStore, outlines: Mapping[str, object]) -> None:
        self._store = store
        self._outlines = outlines
        self._held: dict[str, Features] = {}

    def __getitem__(self, name: str) -> Features:
        found = self._held.pop(name, None) or Features.from_json(self._store.features(name))
        if len(self._held) >= HELD:
            del self._held[next(iter(self._held))]
        self._held[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._outlines)

    def __len__(self) -> int:
        return len(self._outlines)


class _Outlines(Mapping[str, tuple[str, int | None]]):
    """Language and day of all articles: asked for one by one, unless somebody wants all of them."""

    def __init__(self, store: SketchStore) -> None:
        self._store = store
        self._whole: dict[str, tuple[str, int | None]] = {}

    def __getitem__(self, name: str) -> tuple[str, int | None]:
        return self._whole[name] if self._whole else self._store.outline(name)

    def __iter__(self) -> Iterator[str]:
        self._whole = self._whole or self._store.outlines()
        return iter(self._whole)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredGround(Ground):
    """All articles of a library; what was counted of them is kept from run to run."""

    def __init__(self, stores: Stores) -> None:
        self._folder, self._writable = stores.database.folder, stores.database.writable
        self._store = stores.sketches
        self._whole = _Outlines(self._store)
        super().__init__(Stored(self._store, self._whole), self._whole, self._store.sketches)

    def _archive(self, language: str) -> Archive:
        kept = self._kept(language)
        # Another process may have added articles since this one looked which there are.
        if kept and ("_languages" not in vars(self) or kept.rows.names == self.languages().get(language)):
            return kept
        return super()._archive(language)

    def _kept(self, language: str) -> Archive | None:
        """The archive as it was kept, brought up to date; None where it is small, or cannot be kept."""
        file, store = archive_file(self._folder, language), self._store
        kept = load(file) if language.isalnum() else None
        size = len(kept.archive.rows) if kept else 0
        if kept and store.counted(language, kept.last) != (size, kept.last):  # articles went or changed
            kept = None
        new = store.since(language, kept.last if kept else 0)
        if kept and not new:
            return kept.archive
        if kept and places(size + len(new)) != places(size):  # the numbers that tell terms apart are others
            kept, new = None, store.since(language, 0)
        if not (self._writable and language.isalnum()) or len(new) + (size if kept else 0) < LEAST:
            return None
        last = max(number for number, *_ in new)
        added = sorted(age_of(name, day) for _, name, day in new)
        saved = save(file, last, partial(self._brought_up, kept.archive if kept else None, added))
        del kept  # two of them need not be in memory
        found = load(file) if saved else None
        return found.archive if found and found.last == last else None

    def _brought_up(
        self, archive: Archive | None, added: Sequence[tuple[int, str]]
    ) -> tuple[Sequence[str], list[Part]]:
        """Names and parts of an archive with new articles; of these alone where there is none."""
        names = [name for _, name in added]
        sketches = self._store.sketches(names)
        if archive is None:
            return names, parts(Archive(Rows.of(names, sketches)))
        rows = archive.rows
        ages = [bisect(range(len(rows)), age, key=lambda at: age_of(rows.names[at], int(rows.days[at]) or None))
                for age in added]  # fmt: skip
        return joined(archive, Rows.of(names, sketches, among=len(rows) + len(names)), ages)


def ground(stores: Stores, changed: Collection[str] = ()) -> Ground:
    """All articles of the library; those that are new or changed are sketched first, where it can be written."""
    if not stores.database.writable:
        return StoredGround(stores)
    store, waiting = stores.sketches, iter(dict.fromkeys([*changed, *stores.sketches.missing()]))
    while some := list(islice(waiting, _AT_ONCE)):
        known = store.known(some)
        made = {name: Sketch.of(Features.from_json(store.features(name))) for name in some}
        if new := {name: sketch for name, sketch in made.items() if known.get(name) != sketch}:
            store.keep(new)
    return StoredGround(stores)
