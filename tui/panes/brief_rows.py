"""The brief as rows: story by story what happened, who reported it and when. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.models import ArticleRow, BriefStory
from tui import dates
from tui.panes.summary_rows import Entry, Heading, SummaryRows, titled
from tui.render import Spans, many, one_line, title_of


@dataclass(frozen=True, slots=True)
class Chapter(Heading):
    """A story of the brief; choosing it opens the story."""

    story: str = ""


class BriefRows(SummaryRows):
    """Chapters with their sentences; each sentence says who has it and when."""

    def __init__(self, stories: Sequence[BriefStory], period: str) -> None:
        told = f"{period} · {_span(stories)}" if stories else "no article has a date"
        entries: list[Entry] = [Heading("THE BRIEF", told)]
        for each in stories:
            entries += [_chapter(each), *each.summary.lines]
        rows = {row.id: row for each in stories for row in each.articles}
        names = {id: row.source or title_of(row) for id, row in rows.items()}
        outlets = {id: number for each in stories for id, number in outlets_of(each.articles).items()}
        super().__init__(entries, names, {id: day_of(row) for id, row in rows.items()}, {}, outlets=outlets)

    def selectable(self, index: int) -> bool:
        """Stories and sentences, but not the heading above them all."""
        return index > 0

    def _lay(self, entry: Entry, width: int) -> list[Spans]:
        return titled(entry, width) if isinstance(entry, Chapter) else super()._lay(entry, width)


def _chapter(each: BriefStory) -> Chapter:
    story, outlets = each.story, each.outlets
    who = ", ".join(outlets[:3]) + (f" +{len(outlets) - 3}" if len(outlets) > 3 else "") + alone(each.articles)
    facts = [who, many(len(story.articles), "article"), dates.days(story.first, story.last)]
    return Chapter(story.headline, " · ".join(fact for fact in facts if fact), story.id)


def outlets_of(rows: Sequence[ArticleRow]) -> dict[str, int]:
    """Of each article of a story whose outlet is known: how many known ones report it."""
    known = {row.id: row.source for row in rows if row.source}
    return dict.fromkeys(known, len(set(known.values())))


def alone(rows: Sequence[ArticleRow]) -> str:
    """What to say after the outlet of a story that has several articles, all from there."""
    return " alone" if len(rows) > 1 and len({row.source for row in rows}) == 1 and rows[0].source else ""


def _span(stories: Sequence[BriefStory]) -> str:
    lasts = sorted(each.story.last for each in stories)
    return f"{dates.days(lasts[0], lasts[-1])} · {many(len(stories), 'story', 'stories')}"


def day_of(row: ArticleRow) -> str:
    """The day of an article; `~` where it is inferred."""
    if row.published is None:
        return "undated"
    day = dates.day(row.published.when)
    return one_line(f"~{day}" if row.published.inferred else day)
