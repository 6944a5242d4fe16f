"""What happened, story by story: for the command line and the screen that one opens in the morning.

stories ─ since when? ─► several outlets first, then the latest ─ room for words ─► BriefStory
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from index.errors import UsageError
from index.models import BriefStory, Story, Summary, SummaryLine
from index.search.query_dates import read_dates
from index.store.stores import Stores

SEVERAL, ALONE = 3, 1
"""Lines of a story that several outlets report, and of any other."""


def brief(stores: Stores, since: str | None, words: int | None, today: date, days: int) -> list[BriefStory]:
    """The stories since a day, those of several outlets first, then the latest; at most about so many words in all.

    A story that does not fit is left out, and so are those without a date. Raises `UsageError` for a date that cannot
    be read.
    """
    stories = stores.stories.stories()
    first = first_day(since, stories, today, days)
    told = [_told(stores, story) for story in stories if reaches(story.last, first)]
    told.sort(key=lambda each: len(each.outlets) < 2)
    return list(_fitting(told, words))


def first_day(since: str | None, stories: list[Story], today: date, days: int) -> str:
    """The ISO day a brief begins with: the one named, else `days` up to the newest; empty where no story has a date."""
    if since is not None:
        found = read_dates(since, today)
        if found is None or found.first is None:
            raise UsageError(f"there is no date in {since!r}; try: 2023-11-09, yesterday, last week", subject=since)
        return found.first.isoformat()
    latest = max((story.last for story in stories), default="")
    if len(latest) < len("2023-11-09"):
        return latest
    return (date.fromisoformat(latest[:10]) - timedelta(days=days - 1)).isoformat()


def reaches(last: str, first: str) -> bool:
    """True when a story goes on into the time of a brief; a month counts where any of its days does."""
    return bool(last) and last >= first[: len(last)]


def _told(stores: Stores, story: Story) -> BriefStory:
    rows = tuple(stores.articles.of_story(story.id))
    several = len({row.source for row in rows if row.source}) > 1
    lines = stores.stories.summary(story.id).lines[: SEVERAL if several else ALONE]
    return BriefStory(story, Summary(lines), rows)


def _fitting(told: list[BriefStory], words: int | None) -> Iterator[BriefStory]:
    """Each story with as many of its lines as there is room for; the first story has a line in any case."""
    left = words
    for number, each in enumerate(told):
        if left is None:
            yield each
            continue
        fitting: list[SummaryLine] = []
        for line in each.summary.lines:
            size = len(line.text.split())
            if size <= left or not (number or fitting):
                fitting.append(line)
                left -= size
        if fitting:
            yield BriefStory(each.story, Summary(tuple(fitting)), each.articles)
