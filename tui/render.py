"""Values → lines of (text, look): pure, and the last step before the screen, where every text is made safe once more.

A look is a name (`bold`, `faint`, `accent`, `mark` …); which colours it has is for `tui.looks` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from index.clean.safety import safe
from tui import dates
from tui.wrapping import wrap

if TYPE_CHECKING:
    from index.hits import Marked
    from index.models import ArticleRow, Story

Span = tuple[str, str]
"""A piece of text and its look."""
Spans = list[Span]


def one_line(text: str) -> str:
    """A text that may be put on one line of a terminal: nothing in it can act, nothing in it breaks the line."""
    if text.isascii() and text.isprintable():  # most of all that is painted; the other way takes ten times as long
        return text
    return " ".join(safe(text).split("\n")).replace("\t", " ")


def segments(spans: Iterable[Span], looks: Mapping[str, Style]) -> list[Segment]:
    """What Textual paints. The last step: whatever came this far is made safe again."""
    return [Segment(one_line(text), looks[look]) for text, look in spans if text]


def width_of(spans: Iterable[Span]) -> int:
    """Cells that these spans take."""
    return sum(cell_len(text) for text, _ in spans)


def fit(text: str, width: int) -> str:
    """At most `width` cells of a text; `…` stands for what does not fit."""
    text = one_line(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def justify(left: Spans, right: Spans, width: int) -> Spans:
    """Left and right on one line; the last piece of the left gives way."""
    room = width - width_of(right) - (1 if right else 0)
    kept: Spans = []
    for text, look in left:
        cut = fit(text, room - width_of(kept))
        if cut:
            kept.append((cut, look))
    gap = width - width_of(kept) - width_of(right)
    return [*kept, (" " * max(0, gap), "plain"), *right]


def wrapped(text: str, width: int, most: int) -> list[str]:
    """A text in at most `most` lines; `…` stands for the rest."""
    text = one_line(text)
    ranges = wrap(text, width)
    lines = [text[start:end] for start, end in ranges[:most]]
    if len(ranges) > most:
        lines[-1] = fit(f"{lines[-1]} {text[ranges[most][0] :]}", width)
    return lines


def many(number: int, one: str, more: str = "") -> str:
    """`1 article`, `4 articles`, `1,250 stories`."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def source(row: ArticleRow) -> str:
    """Whom to name for it; the agency behind an outlet that only carries its copy."""
    return f"{row.outlet} · {row.agency}" if row.outlet and row.agency not in ("", row.outlet) else row.source


def metadata(row: ArticleRow, story: Story | None) -> str:
    """The line under a headline: who, when and how that is known, how long, how many tell it."""
    parts = [source(row), ", ".join(row.authors), dates.dated(row.published), f"{row.minutes} min"]
    if story is not None and len(story.articles) > 1:
        parts.append(f"story of {len(story.articles)}")
    if row.starred:
        parts.append("★ starred")
    if row.gone:
        parts.append("✗ its file is gone")
    return one_line(" · ".join(part for part in parts if part))


def mark_of(row: ArticleRow, *, is_open: bool) -> Span:
    """The one column before a title: what is starred, open, unread; each has its own sign, not only a colour."""
    if row.starred:
        return ("★ ", "accent")
    if is_open:
        return ("▸ ", "accent")
    if row.gone:
        return ("✗ ", "faint")
    return ("  ", "plain") if row.read else ("● ", "marker")


def title_of(row: ArticleRow) -> str:
    """The headline, or a word where there is none."""
    return one_line(row.title) or "(no headline)"


def article_in_story(row: ArticleRow, width: int, *, is_open: bool, hidden: int = 0, tie: str = ""
                     ) -> list[Spans]:  # fmt: skip
    """One line under its story: mark, headline, who, how many copies of it are hidden.

    A copy (=) and a rewrite (~) stand further in, under the article whose text they follow.
    """
    look = "faint" if row.read or tie == "copy" else "plain"
    who = fit(row.source or "–", max(4, width // 3)) + (f" +{hidden}" if hidden else "")
    sign = {"copy": "   = ", "rewrite": "   ~ "}.get(tie, "  ")
    left = [(sign, "faint"), mark_of(row, is_open=is_open), (title_of(row), look)]
    return [justify(left, [(who, "faint")], width)]


def with_copies(who: str, copies: int, width: int) -> str:
    """Who, and how many copies of it are folded here, in at most so many cells; the sign of a copy is `=`."""
    also = f" = {many(copies, 'copy', 'copies')}" if copies else ""
    if cell_len(who) + cell_len(also) > width:
        also = f" ={copies}" if copies else ""
    return fit(who, width - cell_len(also)) + also


def copied(row: ArticleRow) -> Spans:
    """What stands before the headline of an article that is the copy of another one."""
    return [("= ", "faint")] if row.copy_of else []


def told_of_copies(*, shown: bool) -> str:
    """What is said when copies come or go."""
    return "copies stand below their original" if shown else "copies are folded away"


def article_in_list(row: ArticleRow, width: int, now: datetime, *, is_open: bool, copies: int = 0) -> list[Spans]:
    """Three lines: the headline on two, then who and how old; where it is wide, one line.

    `copies`: how many articles of the same text are folded into the row.
    """
    look = "plain" if row.read else "bold"
    when, mark = dates.age(row.published, now) or "undated", mark_of(row, is_open=is_open)
    if width >= 72:
        who = f"{with_copies(source(row), copies, 28)}  {row.minutes:>3} min  {when:>12}"
        return [justify([mark, *copied(row), (title_of(row), look)], [(who, "faint")], width)]
    sign = copied(row)
    first, *rest = wrapped(title_of(row), width - 2 - width_of(sign), 2)
    lines: list[Spans] = [[mark, *sign, (first, look)], *([("  ", "plain"), (line, look)] for line in rest)]
    long = f"{row.minutes} min · {when}"
    who = with_copies(source(row) or "–", copies, width - 4 - cell_len(when))
    age = long if cell_len(who) + cell_len(long) + 3 <= width else when
    lines.append(justify([("  ", "plain"), (who, "faint")], [(age, "faint")], width))
    return lines + [[]] * (3 - len(lines))


def story_in_list(
    story: Story, rows: Sequence[ArticleRow], width: int, now: datetime, graf: Sequence[str] = (), *, unfolded: bool
) -> list[Spans]:
    """The headline on one or two lines, the sentence that tells it, how many do, how much is unread, its last day."""
    unread = [row for row in rows if not row.read]
    look = "bold" if unread else "plain"
    sign = "▾ " if unfolded else "▸ "
    first, *rest = wrapped(story.headline or "(no headline)", width - 2, 2)
    lines: list[Spans] = [[(sign, "faint"), (first, look)], *([("  ", "plain"), (line, look)] for line in rest)]
    lines += [[("  ", "plain"), (line, "faint")] for line in graf]
    last = dates.day(story.last).removesuffix(f" {now.year}") if story.last else ""
    if cell_len(many(len(rows), "article")) + cell_len(last) + 3 > width:
        last = last.partition(" ")[2] or last
    facts = _told(story, rows, width - cell_len(last) - 3)
    lines.append(justify([("  ", "plain"), (facts, "faint")], [(last, "faint")], width))
    return lines


def _told(story: Story, rows: Sequence[ArticleRow], room: int) -> str:
    """`4 articles · 2 sources ●●○ · 1 new`; where there is no room the dots alone, in a narrow list `4 art. ●●○`."""
    unread = sum(not row.read for row in rows)
    number, new = many(len(rows), "article"), f"{unread} new" if 0 < unread < len(rows) else ""
    words = f"{many(story.sources, 'source')} {dots(story.sources)}" if story.sources else ""
    facts = [fact for fact in (number, words, new) if fact]
    if words and cell_len(f"{number} · {words}") > room:
        facts[1] = dots(story.sources)
    if words and cell_len(f"{number} · {facts[1]}") > room:
        facts[:2] = [f"{len(rows)} art. {dots(story.sources)}"]
    return as_many_as_fit(facts, room)


def dots(sources: int) -> str:
    """How well a story is borne out: by one independent source, by two, by three or more."""
    return f"{'●' * min(sources, 3):○<3}"


def as_many_as_fit(facts: Sequence[str], width: int) -> str:
    """The first facts, the most telling ones, whole; at least the first."""
    kept = facts[:1]
    for fact in facts[1:]:
        if cell_len(" · ".join([*kept, fact])) > width:
            break
        kept = [*kept, fact]
    return " · ".join(kept)


def marked(text: Marked, width: int, most: int, look: str = "faint") -> list[Spans]:
    """A snippet in at most `most` lines, its marks kept across line breaks."""
    ranges = wrap(text.text, width)
    lines = [cut(text.text, start, end, text.spans, look) for start, end in ranges[:most]]
    if len(ranges) > most and lines:
        lines[-1] = [*lines[-1], (" …", look)] if width_of(lines[-1]) + 2 <= width else lines[-1]
    return lines


def cut(text: str, start: int, end: int, marks: Iterable[tuple[int, int]], look: str, mark: str = "mark") -> Spans:
    """text[start:end] with its marked spans set apart."""
    spans: Spans = []
    at = start
    for first, last in marks:
        first, last = max(first, at), min(last, end)
        if first < last:
            spans += [(text[at:first], look), (text[first:last], mark)]
            at = last
    spans.append((text[at:end], look))
    return [span for span in spans if span[0]]


def key_hints(hints: Iterable[tuple[str, str]], room: int) -> Spans:
    """As many of the hints as there is room for, whole ones only."""
    spans: Spans = []
    for key, word in hints:
        more: Spans = [("   " if spans else "", "plain"), (key, "strong"), (f" {word}", "faint")]
        if width_of(spans) + width_of(more) > room:
            break
        spans += more
    return spans
