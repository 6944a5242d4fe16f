"""What every XML format shares: a root told by its name, and a stream of elements that no document type can blow up.

Entities are never expanded and nothing is fetched (CWE-611, CWE-776): a file that declares entities is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.sources.port import HEAD

Element = Any
"""An lxml element; the library ships no types."""

DECLARES_ENTITIES = "it declares entities of its own, which are not expanded"
_PROLOGUE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)\s*)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)


def root_of(head: bytes) -> str:
    """The name of the root element in lower case, without its prefix; empty if this is no XML."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    match = _PROLOGUE.match(head)
    return match[1].decode("ascii", "replace").lower() if match else ""


def declares_entities(path: Path) -> bool:
    """True for a file whose document type declares entities. May raise OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return b"<!ENTITY" in head.replace(b"\x00", b"")


def elements(path: Path, ends: frozenset[str], parts: frozenset[str] = frozenset()) -> Iterator[tuple[str, Element]]:
    """The elements with these local names, each as it ends, and at last ("", None) if the file broke off.

    Every element given is cleared when the caller comes back, with everything before it: memory stays flat. Those of
    `parts` are left, for they may belong to one of the others. May raise OSError.
    """
    from lxml import etree  # 10 ms

    with path.open("rb") as file:
        walk = etree.iterparse(
            file, events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            for _, element in walk:
                name = local(element)
                if name in parts:
                    yield name, element
                elif name in ends:
                    yield name, element
                    _clear(element)
        except etree.XMLSyntaxError:
            yield "", None
            return
        if any(entry.type_name in ("ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_EMPTY") for entry in walk.error_log):
            yield "", None


def local(element: Element) -> str:
    """The name of an element in lower case, without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def text_in(element: Element) -> str:
    """The text of an element and of those in it."""
    return "".join(part for part in element.itertext()) if element is not None else ""


def _clear(element: Element) -> None:
    element.clear(keep_tail=False)
    while element.getprevious() is not None:
        del element.getparent()[0]
