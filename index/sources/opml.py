"""OPML: a list of feeds (http://opml.org/spec2.opml). It says where articles are and holds none; none is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.events import Skipped
from index.sources.port import Item, Reader
from index.sources.xml_file import DECLARES_ENTITIES, declares_entities, elements, root_of


def _recognises(head: bytes, _suffix: str) -> bool:
    return root_of(head) == "opml"


def _read(path: Path) -> Iterator[Item]:
    if declares_entities(path):
        yield Skipped(str(path), DECLARES_ENTITIES)
        return
    feeds = 0
    for _, outline in elements(path, frozenset({"outline"})):
        feeds += outline is not None and any(name.lower() == "xmlurl" for name in outline.attrib)
    count = f"{feeds} feed{'' if feeds == 1 else 's'}"
    yield Skipped(str(path), f"a list of {count}; Nutgraf fetches nothing" if feeds else "a list without feeds")


READER = Reader("OPML", (".opml",), _recognises, _read, many=True)
