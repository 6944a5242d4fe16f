"""What the stories of a library rest on, read from its store."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from index.store.stores import Stores
from index.stories.features import Features
from index.stories.ground import Ground
from index.stories.sketch import Sketch

HELD = 2_000
"""Articles held ready: the bound on memory, whatever the size of the library."""
_AT_ONCE = 2_000


class Stored(Mapping[str, Features]):
    """The features of all articles, each read when it is asked for."""

    def __init__(self, stores: Stores, names: Collection[str]) -> None:
        self._stores = stores
        self._names = names
        self._held: dict[str, Features] = {}

    def __getitem__(self, name: str) -> Features:
        found = self._held.pop(name, None) or Features.from_json(self._stores.stories.features(name))
        if len(self._held) >= HELD:
            del self._held[next(iter(self._held))]
        self._held[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names


def ground(stores: Stores, changed: Collection[str] = ()) -> Ground:
    """All articles of the library; those that are new or changed are sketched first."""
    waiting = iter(dict.fromkeys([*changed, *stores.stories.unsketched()]))
    while some := list(islice(waiting, _AT_ONCE)):
        stores.stories.sketch({name: Sketch.of(Features.from_json(stores.stories.features(name))) for name in some})
    outlines = stores.stories.outlines()
    return Ground(Stored(stores, outlines.keys()), outlines, stores.stories.sketches)
