"""What is attached to a mail: a file of a kind that we read is an item of its own, any other is named."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path

from index.events import Skipped
from index.models import Origin
from index.sources.limits import limits
from index.sources.mail_parts import attachments, content, header, name_of
from index.sources.members import Member
from index.sources.port import DAMAGED, EMPTY, Item

_FORWARDED = ("message/rfc822", "message/global")
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "text/markdown": ".md", "text/csv": ".csv"}
"""Of parts that have no name, and are not told by what they hold."""


def part_of(origin: Origin, key: str) -> str:
    """The origin of something in a mail, which may stand in a mailbox itself."""
    return f"{origin}#{key}"


def attached(message: Message, origin: Origin, modified: float | None, level: int) -> Iterator[Item]:
    """Every item that is attached, and a reason for all that is none. `level`: containers around the mail."""
    found = [_member(part, number, message, modified) for number, part in enumerate(attachments(message), 1)]
    if level > limits().nesting:
        yield from (Skipped(part_of(origin, each.name), f"attached to a mail inside {level} others") for each in found)
    elif found:
        from index.sources.archive import inside  # which knows all readers, and so this module

        yield from inside(Path(origin.path), origin.key, found, level + 1)


def _member(part: Message, number: int, message: Message, modified: float | None) -> Member:
    """An attachment as a file. Its time is that of the mail: it is no younger."""
    kind = part.get_content_type()
    if kind in _FORWARDED:
        name, data = _forwarded(part)
    else:
        name, data = name_of(part), content(part)
    name = name or f"part {number}{_SUFFIXES.get(kind, '')}"
    when = _sent(message) or modified or 0.0
    if not data:
        return Member(name, None, when, reason=DAMAGED if data is None else EMPTY)
    return Member(name, BytesIO(data), when)


def _forwarded(part: Message) -> tuple[str, bytes | None]:
    """The name and the bytes of a mail in a mail; None if it cannot be told from its surroundings."""
    inner = part.get_payload()
    mail = inner[0] if isinstance(inner, list) and inner else None
    if not isinstance(mail, Message):
        return name_of(part), None
    name = name_of(part) or header(mail, "Subject") or "mail"
    try:
        return f"{name.removesuffix('.eml')}.eml", mail.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # of broken headers and deep nesting
        return name, None


def _sent(message: Message) -> float:
    """Seconds since 1970; 0 where the mail tells no time that can be read."""
    try:
        return max(0.0, parsedate_to_datetime(header(message, "Date")).timestamp())
    except (ValueError, OverflowError, OSError):
        return 0.0
