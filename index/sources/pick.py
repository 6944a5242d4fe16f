"""Choosing the reader of a file: by what it holds first, by its suffix second."""

from __future__ import annotations

from pathlib import Path

from index.events import Skipped
from index.sources import (
    archive,
    bookmarks,
    csv_file,
    docx,
    epub,
    feeds,
    html,
    json_file,
    jsonl,
    mail,
    markdown,
    mbox,
    mhtml,
    omnivore,
    opml,
    pdf,
    rst,
    text,
    warc,
)
from index.sources.port import HEAD, NOT_AN_ARTICLE, Reader, reason_of
from index.sources.walk import Found

READERS: tuple[Reader, ...] = (
    pdf.READER,
    epub.READER,
    docx.READER,
    omnivore.READER,
    warc.READER,
    bookmarks.READER,
    feeds.READER,
    opml.READER,
    mhtml.READER,
    mbox.READER,
    mail.READER,
    markdown.READER,
    html.READER,
    archive.READER,
    json_file.READER,
    jsonl.READER,
    csv_file.READER,
    rst.READER,
    text.READER,
)
"""The first that recognises a file reads it, so the formats that are told by their content stand first."""


def pick(found: Found) -> Reader | Skipped:
    """The reader of a file, or why there is none. Opens the file for its first bytes."""
    try:
        with Path(found.path).open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        return Skipped(found.path, reason_of(error))
    return reader_for(found, head) or Skipped(found.path, NOT_AN_ARTICLE)


def reader_for(found: Found, head: bytes) -> Reader | None:
    """The reader of a file that begins with `head`.

    A file of no known suffix that the user named is taken for text: whoever names it means it.
    """
    suffix = found.suffix
    for reader in READERS:
        if reader.recognises(head, suffix):
            return reader
    return text.READER if found.named and not suffix else None
