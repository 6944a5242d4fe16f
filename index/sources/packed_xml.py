"""XML parts of zipped documents (EPUB, DOCX), read so that nothing in them can reach out or blow up."""

from __future__ import annotations

import zipfile
from typing import Any

from index.sources.limits import limits
from index.sources.members import BROKEN, TooMuch, check

NO_ZIP = (*BROKEN, TooMuch)
"""What reading a document's parts may raise."""


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part. Raises `TooMuch` above the limits, KeyError where there is none, and `NO_ZIP`."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise RuntimeError("encrypted")
    with archive.open(info) as file:
        data = file.read(limits().item + 1)
    check(len(data), max(1, info.compress_size))
    if len(data) > limits().item:
        raise TooMuch(f"a part of it is larger than {limits().item / 1_000_000:g} MB")
    return data


def xml(data: bytes) -> Any:
    """The root of an XML document; None if it is none, or defines entities, which no book or document needs.

    Entities stay unexpanded, and nothing outside is fetched.
    """
    from lxml import etree  # 10 ms

    if b"<!ENTITY" in data:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def texts(root: Any, name: str) -> list[str]:
    """The words of all elements of a local name, in order; white space tidied, empty ones left out."""
    if root is None:
        return []
    found = (" ".join("".join(each.itertext()).split()) for each in root.iterfind(f".//{{*}}{name}"))
    return [text for text in found if text]
