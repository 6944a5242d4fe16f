"""The headers, the text parts and the attachments of a mail, decoded as far as they can be."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from index.sources.encoding import STRAY
from index.sources.text import decode

_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_FLOWED = re.compile(r" \r?\n(?!-- \r?\n)")


def header(message: Message, name: str) -> str:
    """A header on one line, its encoded words decoded (RFC 2047) as far as they can be."""
    found = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    return _words(next(found, ""))


def _words(told: str) -> str:
    """The text of a header on one line, its encoded words decoded."""
    value = told.encode("utf-8", "surrogateescape").decode("utf-8", STRAY)
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
    for part, _ in _leaves(message):
        if _is_text(part):
            (html if part.get_content_type() == "text/html" else plain).append(_payload(part))
    return "\n\n".join(plain), "\n".join(dict.fromkeys(text for text in html if text.strip()))


def attachments(message: Message) -> Iterator[Message]:
    """The parts that are neither the text nor belong to it, as do pictures that it shows, the same text in another
    form, and signatures."""
    for part, around in _leaves(message):
        loose = not _is_attached(part)
        picture = part.get_content_maintype() == "image" and part.get("Content-ID")
        shown = picture and (loose or around == "multipart/related")
        form = loose and around == "multipart/alternative"
        if not (shown or form or _is_text(part) or part.get_content_type() in _SIGNATURES):
            yield part


def name_of(part: Message) -> str:
    """The name of an attached file; empty if it has none."""
    try:
        return _words(part.get_filename() or "")
    except (ValueError, LookupError, TypeError):  # of parameters that are broken (RFC 2231)
        return ""


def _leaves(message: Message) -> Iterator[tuple[Message, str]]:
    """The parts that hold something, in order, each with the kind of what it stands in; a stack of our own."""
    stack = [(message, "")]
    while stack:
        part, around = stack.pop()
        inner, kind = part.get_payload(), part.get_content_type()
        if isinstance(inner, list) and kind.startswith("multipart/"):
            stack.extend((each, kind) for each in reversed(inner) if isinstance(each, Message))
        else:
            yield part, around


def _is_text(part: Message) -> bool:
    return part.get_content_type() in ("text/plain", "text/html") and not _is_attached(part)


def _is_attached(part: Message) -> bool:
    return str(part.get("Content-Disposition") or "").strip().lower().startswith("attachment")


def content(part: Message) -> bytes | None:
    """The bytes of a part; None where they cannot be had."""
    try:
        data = _of_base64(part) or part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return None
    return data if isinstance(data, bytes) else None


def _of_base64(part: Message) -> bytes | None:
    """The bytes of a whole part in base64, line ends and all at once: the library's way takes six times the memory."""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return None
    told = part.get_payload()
    if not isinstance(told, str):
        return None
    coded = told.encode("ascii", "replace")
    try:
        return a2b_base64(coded)
    except Error:  # it breaks off: what stands in its last whole group is kept
        letters = _NOT_BASE64.sub(b"", coded)
        return a2b_base64(letters[: len(letters) // 4 * 4])


def _payload(part: Message) -> str:
    data = content(part)
    if data is None:
        return ""
    text = _decoded(data, str(part.get_content_charset() or ""))
    return _FLOWED.sub(" ", text) if str(part.get_param("format", "")).lower() == "flowed" else text
