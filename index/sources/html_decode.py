"""From the bytes of a page to its text: what the page says about its encoding is believed only where it holds."""

from __future__ import annotations

import codecs
import re
import zlib

from index.sources.limits import limits
from index.sources.text import decode

_GZIP = b"\x1f\x8b"
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,30})""", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page declares its encoding (WHATWG HTML, 13.2.3.2, looks at 1024; real pages are late)."""
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
            "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "windows-874": "cp874", "tis-620": "cp874",
            "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "big5": "big5hkscs", "x-gbk": "gb18030"}  # fmt: skip
"""Names that pages use for something a little larger (WHATWG Encoding, 4.2)."""
_MOST_DAMAGED = 0.005
"""Share of characters that do not decode, above which a declared encoding is not the true one."""
_MOJIBAKE = re.compile("[ÃÂ][\x80-¿]|â€[\x80-\u2122]|Ð[\x80-¿]Ñ|[ÐÑ][\u0080-\u2122]{1}[ÐÑ]")
_CLEARLY = 5
"""Broken pairs of letters that no language writes, from which a page counts as decoded twice."""


def unpacked(data: bytes) -> bytes | None:
    """Bytes as they were before gzip, one more than the limit at most; None where the stream is broken at once."""
    if not data.startswith(_GZIP):
        return data
    stream = zlib.decompressobj(wbits=31)
    try:
        return stream.decompress(data, limits().item + 1) or None
    except zlib.error:
        return None


def page_text(data: bytes, charset: str = "") -> str | None:
    """The text of a page's bytes; None if they are no text. `charset` is what came with the page from outside."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    if b"\x00" in data:
        return decode(data if _is_wide(data) else data.replace(b"\x00", b""))
    try:
        return _repaired(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _declared(data, charset) or decode(data)


def _is_wide(data: bytes) -> bool:
    return data[:2000].count(0) > 0.3 * len(data[:2000])


def _declared(data: bytes, charset: str) -> str:
    """The text in the encoding that the page or its container declares, where that decodes it; else empty.

    UTF-8 is left to `decode`, which knows damaged UTF-8 from another encoding.
    """
    names = [charset, *(match.decode("ascii", "replace") for match in _DECLARED.findall(data[:_HEAD]))]
    for name in names:
        name = name.lower().strip()
        try:
            codec = codecs.lookup(_READ_AS.get(name, name)).name
            if codec == "utf-8" or codec.startswith("utf-16"):
                continue
            text = data.decode(codec, "replace")
        except (LookupError, ValueError, UnicodeError):
            continue
        if not _is_utf8(data) and text.count("\ufffd") <= _MOST_DAMAGED * len(text):
            return text
    return ""


def _is_utf8(data: bytes) -> bool:
    """True for UTF-8 with a few strangers in it."""
    text = data.decode("utf-8", "ignore")
    whole = sum(1 for c in text[:200_000] if c > "\x7f")
    damaged = data[:300_000].decode("utf-8", "replace").count("\ufffd")
    return whole > 3 * damaged


def _repaired(text: str) -> str:
    """The text, with UTF-8 that was once read as Windows-1252 read right; only where that clearly happened."""
    if len(_MOJIBAKE.findall(text[:500_000])) < _CLEARLY:
        return text
    from ftfy import fix_encoding  # 20 ms, and hardly a page needs it

    return "\n".join(fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.split("\n"))
