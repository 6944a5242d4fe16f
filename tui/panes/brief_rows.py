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
        entries: list[Entry] = [Heading("THE BRIEF", f"{period} · {_span(stories)}")]
        for each in stories:
            entries += [_chapter(each), *each.summary.lines]
        rows = {row.id: row for each in stories for row in each.articles}
        names = {id: row.source or title_of(row) for id, row in rows.items()}
        super().__init__(entries, names, {id: day_of(row) for id, row in rows.items()}, {})

    def selectable(self, index: int) -> bool:
        """Stories and sentences, but not the heading above them all."""
        return index > 0

    def _lay(self, entry: Entry, width: int) -> list[Spans]:
        return titled(entry, width) if isinstance(entry, Chapter) else super()._lay(entry, width)


def _chapter(each: BriefStory) -> Chapter:
    story, outlets = each.story, each.outlets
    who = ", ".join(outlets[:3]) + (f" +{len(outlets) - 3}" if len(outlets) > 3 else "")
    facts = [who, many(len(story.articles), "article"), dates.days(story.first, story.last)]
    return Chapter(story.headline, " · ".join(fact for fact in facts if fact), story.id)


def _span(stories: Sequence[BriefStory]) -> str:
    if not stories:
        return "no article has a date"
    lasts = sorted(each.story.last for each in stories)
    return f"{dates.days(lasts[0], lasts[-1])} · {many(len(stories), 'story', 'stories')}"


def day_of(row: ArticleRow) -> str:
    """The day of an article; `~` where it is inferred."""
    if row.published is None:
        return "undated"
    day = dates.day(row.published.when)
    return one_line(f"~{day}" if row.published.inferred else day)
