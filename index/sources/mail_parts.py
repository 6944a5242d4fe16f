"""The headers and the text parts of a mail, decoded as far as they can be; attachments are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from index.sources.encoding import STRAY
from index.sources.text import decode

_FLOWED = re.compile(r" \r?\n(?!-- \r?\n)")


def header(message: Message, name: str) -> str:
    """A header on one line, its encoded words decoded (RFC 2047) as far as they can be."""
    found = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    value = next(found, "").encode("utf-8", "surrogateescape").decode("utf-8", STRAY)
    if "=?" not in value:
        return " ".join(value.split())
    try:
        parts = decode_header(value)
    except (ValueError, MessageError):
        return " ".join(value.split())
    return " ".join("".join(_decoded(part, charset or "") for part, charset in parts).split())


def _decoded(data: bytes | str, charset: str) -> str:
    """Bytes in a charset that is believed only where it fits."""
    if isinstance(data, str):
        return data
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return decode(data) or data.decode("cp1252", "replace")


def parts(message: Message) -> tuple[str, str]:
    """The plain text and the HTML of a mail, attachments left alone. Several parts of a kind are joined: mail programs
    part a text where a picture stands in it."""
    plain: list[str] = []
    html: list[str] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or _is_attached(part):
            continue
        (html if kind == "text/html" else plain).append(_payload(part))
    return "\n\n".join(plain), "\n".join(dict.fromkeys(text for text in html if text.strip()))


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order, with a stack of our own."""
    stack = [message]
    while stack:
        part = stack.pop()
        inner = part.get_payload()
        if isinstance(inner, list):
            stack.extend(reversed([each for each in inner if isinstance(each, Message)]))
        else:
            yield part


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition") or "").strip().lower().startswith("attachment")


def _payload(part: Message) -> str:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return ""
    if not isinstance(data, bytes):
        return ""
    text = _decoded(data, str(part.get_content_charset() or ""))
    return _FLOWED.sub(" ", text) if str(part.get_param("format", "")).lower() == "flowed" else text
