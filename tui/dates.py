"""Dates as people read them. `now` is always a parameter, so that a picture of the screen is the same on any day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.models import Published

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(iso: str) -> str:
    """`2023-11-09` → `9 Nov 2023`; an ISO date cut short stays short; what is no date is shown as it is."""
    parts = iso[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        named = [str(numbers[0]), *(_MONTHS[n - 1] for n in numbers[1:2]), *(str(n) for n in numbers[2:3])]
    except (ValueError, IndexError):
        return iso
    return " ".join(reversed(named))


def days(first: str, last: str) -> str:
    """The span of a story: `8–10 Nov 2023`, `30 Oct – 2 Nov 2023`, one date if it is one day, empty if undated."""
    if not first or not last or first == last:
        return day(last or first)
    if first[:7] == last[:7] and len(first) >= 10 and len(last) >= 10:
        return f"{int(first[8:10])}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def age(published: Published | None, now: datetime) -> str:
    """Short enough for a list: `12m`, `3h`, `2d`, `9 Nov`, `9 Nov 2023`; `~` if inferred; empty if unknown."""
    if published is None or not published.when:
        return ""
    short = _age(published, now)
    return f"~{short}" if published.inferred else short


def _age(published: Published, now: datetime) -> str:
    if published.precision in ("year", "month"):
        return day(published.when)
    try:
        when = datetime.fromisoformat(published.when)
    except ValueError:
        return published.when
    when = when.astimezone().replace(tzinfo=None) if when.tzinfo else when
    if published.precision == "minute" and 0 <= (seconds := (now - when).total_seconds()) < 86_400:
        return f"{int(seconds // 60)}m" if seconds < 3600 else f"{int(seconds // 3600)}h"
    past = (now.date() - when.date()).days
    if 0 <= past < 7:
        return f"{past}d" if past else "today"
    return day(published.when).removesuffix(f" {now.year}")


def dated(published: Published | None) -> str:
    """The date in full and, where no line of the article gives it as its own, how it is known."""
    if published is None or not published.when:
        return "undated"
    full = day(published.when)
    if published.precision == "minute":
        full += f", {published.when[11:16]}"
    if not published.inferred:
        return full
    about = "" if published.precision in ("day", "minute") else "~"
    return f"{about}{full} ({_how(published.found_in)})"


def _how(found_in: str) -> str:
    if "caption" in found_in:
        return "from a caption"
    return "from its story" if "story" in found_in else found_in
