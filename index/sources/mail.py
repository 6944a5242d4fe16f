"""E-mail: newsletters kept as `.eml`, Apple Mail's `.emlx`, or the files of a Maildir (RFC 5322, RFC 2045–2047).

From names the outlet, Subject is the title, Date the day; what is attached is an item of its own (`mail_attached`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr
from pathlib import Path

from index.events import Skipped
from index.models import Block, Origin, Raw, Role
from index.sources.limits import limits
from index.sources.mail_attached import attached, part_of
from index.sources.mail_feed import lines_of, message_of
from index.sources.mail_parts import header, parts
from index.sources.markup import blocks_of_html, joined
from index.sources.port import Item, Reader, too_large

NO_TEXT = "a mail without text"
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):")
_HEAD_OF_MAIL = frozenset({
    b"from", b"date", b"subject", b"to", b"message-id", b"received", b"return-path", b"mime-version", b"delivered-to",
    b"content-type", b"reply-to", b"x-mailer", b"dkim-signature", b"list-unsubscribe",
})  # fmt: skip
_SURE = frozenset({b"message-id", b"received", b"return-path", b"mime-version", b"delivered-to", b"dkim-signature"})
"""Headers that no letter in prose has."""
_PAGE_SAVED = re.compile(rb"^(?:snapshot-content-location:|from: <saved by )", re.I | re.M)
_EMLX = re.compile(rb"\s*(\d{1,9})\s*\r?\n")
_LINK = re.compile(
    r"""<a\b[^<>]{0,1000}?\bhref\s*=\s*["']?(https?://[^"'\s<>]{1,2000})[^<>]{0,1000}>((?:(?!</a>).){0,400})</a>""",
    re.I | re.S,
)
_VIEW = re.compile(
    r"\b(?:view|read|open|see|show)\b.{0,30}\b(?:online|browser|web ?(?:site|page|version)?)\b|\bweb version\b"
    r"|\bim browser\b|\bonline(?:version| (?:ansehen|lesen))|\bversion en ligne\b|\bdans (?:votre|le) navigateur\b"
    r"|\ben (?:el|tu|su) navegador\b|\bnel browser\b|\bno (?:seu )?navegador\b|\bin (?:je|uw) browser\b",
    re.IGNORECASE,
)
_ARTICLE_PAGE = re.compile(r"<(https?://[^<>\s/]+/(?:[^<>\s]*/)?(?:p/[^<>\s/?]+|[^<>\s/?]*-[^<>\s/?]*-[^<>\s/?]*)/?)>")
"""List-Post names the article in newsletters (Substack), the address to write to in mailing lists."""
_WAY_OUT = re.compile(
    r"\bunsubscribe\b|\bopt[ -]out\b|\b(?:email|mail|newsletter|your|manage) (?:preferences|settings|subscription)\b"
    r"|\b(?:you(?:['’]re| are)? (?:receiv\w+|getting|subscribed)|sent to) .{0,40}\b(?:e-?mail|newsletter|because)\b"
    r"|\babbestellen\b|\babmelden\b|\bdésabonner\b|\bdésinscrire\b|\bdarse de baja\b|\bannulla\b.{0,20}\biscrizione\b"
    r"|\bafmelden\b|\buitschrijven\b|\bcancelar\b.{0,20}\b(?:suscripción|inscrição)\b",
    re.IGNORECASE,
)
_LARGEST_MAIL = 40_000_000
"""Bytes: servers take mails of 25 MB, and attachments grow by a third in base64."""
_SHORT = 100
"""Bytes of the line that Apple Mail writes before a mail."""
_FOOTER = 400
"""Characters; what is longer is text that happens to speak of newsletters."""
_STUB = 0.5
"""Share of the plain part's words that the HTML part must have to be read in its place."""
_TAGS = re.compile(r"<[^>]*>")


def _recognises(head: bytes, suffix: str) -> bool:
    """Headers of a mail, whatever the suffix: the files of a Maildir have none. Pages saved as MHTML have others."""
    if suffix == ".emlx":
        return _EMLX.match(head) is not None
    return is_mail(head)


def is_mail(head: bytes) -> bool:
    """True for bytes that begin with the headers of a mail and not of a saved web page."""
    top = re.split(rb"\r?\n\r?\n", head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), maxsplit=1)[0]
    if not _HEADER.match(top) or _PAGE_SAVED.search(top):
        return False
    names = {match[1].lower() for line in top.splitlines() if (match := _HEADER.match(line))}
    return len(names & _HEAD_OF_MAIL) > 1 and (bool(names & _SURE) or {b"from", b"date", b"subject"} <= names)


def _read(path: Path) -> Iterator[Item]:
    yield from _within(path, 0)


def _within(path: Path, level: int) -> Iterator[Item]:
    """One mail; of a huge one the text stands in front."""
    with path.open("rb") as file:
        told = path.stat()
        size = _EMLX.match(file.readline(_SHORT)) if path.suffix.lower() == ".emlx" else None
        if size is None:
            file.seek(0)
        message = message_of(lines_of(file, min(largest_mail(), int(size[1])) if size else largest_mail()))
    whole = told.st_size <= largest_mail()
    yield from items_of(message, Origin(str(path)), told.st_mtime, level=level, whole=whole)


def largest_mail() -> int:
    """Bytes of a mail that are read at most."""
    return max(_LARGEST_MAIL, limits().item)


def items_of(
    message: Message | None, origin: Origin, modified: float | None, *, level: int, whole: bool
) -> Iterator[Item]:
    """The article that a mail holds, what is attached to it, and a reason for everything that was not read.

    `level`: how many containers stand around the mail. `whole`: False for the beginning of a larger one.
    """
    if message is None:
        yield Skipped(str(origin), "a damaged mail")
        return
    most = limits().item
    plain, html = parts(message)
    yield _article(message, plain[:most], html[:most], origin, modified)
    if max(len(plain), len(html)) > most:
        yield Skipped(part_of(origin, "text"), f"its text is {too_large()}; the rest was not read")
    if not whole:
        yield Skipped(part_of(origin, "end"), f"a mail {too_large(largest_mail())}; the rest was not read")
    yield from attached(message, origin, modified, level)


def _article(message: Message, plain: str, html: str, origin: Origin, modified: float | None) -> Item:
    text, blocks = _body(plain, html)
    if not text.strip():
        return Skipped(str(origin), NO_TEXT)
    name, address = parseaddr(header(message, "From"))
    return Raw(
        origin, text, blocks=blocks, modified=modified,
        title=header(message, "Subject"),
        outlet=name or address.rpartition("@")[2],
        published=header(message, "Date"),
        url=_url(header(message, "List-Post"), html),
        language=header(message, "Content-Language"),
    )  # fmt: skip


def _body(plain: str, html: str) -> tuple[str, tuple[Block, ...]]:
    """The HTML where it says what the plain part says: its lines are whole and its addresses hidden."""
    blocks = tuple(map(_told_apart, blocks_of_html(html))) if html else ()
    text = joined(blocks)
    if blocks and len(text.split()) >= _STUB * len(plain.split()):
        return text, blocks
    return plain, ()


def _told_apart(block: Block) -> Block:
    """A paragraph that only says how to leave or to see the mail is a notice."""
    footer = (
        block.role is Role.BODY and len(block.text) < _FOOTER and (_WAY_OUT.search(block.text) or _is_view(block.text))
    )
    return Block(Role.NOTICE, block.text) if footer else block


def _is_view(words: str) -> bool:
    """True for a line that offers the mail as a web page."""
    return len(words) < 120 and _VIEW.search(words) is not None


def _url(list_post: str, html: str) -> str:
    """The address of the article's page; empty where the mail names none of its own."""
    page = _ARTICLE_PAGE.search(list_post[:1000])
    if page:
        return page[1]
    for match in _LINK.finditer(html[:200_000]):
        address = match[1].replace("&amp;", "&")
        if _is_view(" ".join(_TAGS.sub(" ", match[2]).split())) and len(address.partition("://")[2]) > 20:
            return address
    return ""


READER = Reader("mail", (".eml", ".emlx"), _recognises, _read, within=_within)
