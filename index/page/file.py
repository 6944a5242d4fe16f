"""The page or the note of an article as it lies on the disk: its HTML, and the pictures in one file with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from index.sources.limits import limits

PAGES = frozenset({".html", ".htm", ".xhtml"})
NOTES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
ARCHIVES = frozenset({".mhtml", ".mht"})
_MOST_PARTS = 20_000

Stored = tuple[str, Mapping[str, bytes]]
"""HTML, and pictures by their address."""


def opened(path: Path) -> Stored:
    """Empty where the file is none of these, cannot be read, or is larger than such a file may be."""
    suffix = path.suffix.lower()
    if suffix not in PAGES | NOTES | ARCHIVES:
        return "", {}
    from index.sources.html import LARGEST_PAGE

    most = limits().item if suffix in NOTES else LARGEST_PAGE
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        return "", {}
    if len(data) > most:
        return "", {}
    return _archived(data) if suffix in ARCHIVES else (_markup(data, in_markdown=suffix in NOTES), {})


def _markup(data: bytes, charset: str = "", *, in_markdown: bool = False) -> str:
    from index.sources.html_decode import page_text

    text = page_text(data, charset) or ""
    if text and in_markdown:
        from markdown_it import MarkdownIt  # 40 ms

        return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    return text


def _archived(data: bytes) -> Stored:
    """A mail whose first HTML part is the page, its pictures beside it by address or by id (RFC 2557, RFC 2392)."""
    from email import message_from_bytes  # 20 ms

    page, pictures = "", {}
    for _, part in zip(range(_MOST_PARTS), message_from_bytes(data).walk(), strict=False):
        content = part.get_payload(decode=True) if not part.is_multipart() else None
        if not isinstance(content, bytes):
            continue
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = page or _markup(content, part.get_content_charset() or "")
        elif part.get_content_maintype() == "image":
            pictures[str(part.get("Content-Location") or "").strip()] = content
            pictures[f"cid:{str(part.get('Content-ID') or '').strip().strip('<>')}"] = content
    return page, pictures
