"""What a page tells of its own saving: where it was saved from, and when, as browsers and archives note it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from index.clean import dates

_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:|Mirrored from)\s*(\S+)", re.IGNORECASE
)
_WHEN = re.compile(r"saved date:([^\r\n>]{10,100})|by HTTrack[^>\r\n]{0,100}?,\s*(\w{3}, [^>\r\n]{10,40}?)\s*-->")
_ARCHIVED = re.compile(r"FILE ARCHIVED ON (\d\d:\d\d):\d\d (\w{3,9} \d\d?, \d{4}) AND RETRIEVED FROM")
_HEAD = 5000
"""Characters in which browsers write it; archives write below the page."""
_TAIL = 3000


@dataclass(frozen=True, slots=True)
class Saved:
    """How a page came to be a file."""

    url: str
    """Empty where it is not told."""
    when: datetime | None
    """The moment of capture, in whatever zone it is told; None where it is not told."""

    @property
    def noted(self) -> bool:
        """True when a program that saves pages wrote this file: then the file's time is that of the saving."""
        return bool(self.url) or self.when is not None


def saved(text: str) -> Saved:
    """Reads the notes of browsers, SingleFile, HTTrack and the Wayback Machine."""
    head = text[:_HEAD]
    origin, noted, archived = _FROM.search(head), _WHEN.search(head), _ARCHIVED.search(text[-_TAIL:])
    when = (noted[1] or noted[2]) if noted and origin else f"{archived[2]} {archived[1]}" if archived else ""
    url = origin[1] if origin else ""
    return Saved(url if url.lower().startswith(("http://", "https://")) else f"http://{url}" * bool(url), _moment(when))


def seconds(moment: datetime) -> float:
    """Seconds since 1970; a moment without a zone counts as UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _moment(text: str) -> datetime | None:
    found = dates.first(text.strip(), "")
    return datetime.fromisoformat(found.when) if found else None
