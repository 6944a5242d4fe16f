"""What happened, story by story: for the command line and the screen that one opens in the morning.

stories ─ since when? ─► several outlets first, then the latest ─ room for words ─► BriefStory

Only the stories of that time are read, and of those no more than there is room for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from index.errors import NothingFound, UsageError
from index.models import BriefStory, Summary, SummaryLine
from index.search.query_dates import read_dates
from index.store.stores import Stores
from index.summarise.terms import count_words

SEVERAL, ALONE = 3, 1
"""Lines of a story that several outlets report, and of any other."""
FEWEST = 5
"""With fewer words left there is room for no other line, and no further story is read."""


def brief(stores: Stores, since: str | None, words: int | None, today: date, days: int) -> list[BriefStory]:
    """The stories since a day, those of several outlets first, then the latest; at most about so many words in all.

    A story that does not fit is left out, and so are those without a date. Raises `UsageError` for a date that cannot
    be read.
    """
    first = first_day(since, stores.stories.latest(), today, days)
    return list(_fitting(_told(stores, stores.stories.reaching(first)), words))


def first_day(since: str | None, latest: str, today: date, days: int) -> str:
    """The ISO day a brief begins with: the one named, else `days` up to the latest; empty where no story has a date."""
    if since is not None:
        found = read_dates(since, today)
        if found is None or found.first is None:
            raise UsageError(f"there is no date in {since!r}; try: 2023-11-09, yesterday, last week", subject=since)
        return found.first.isoformat()
    if len(latest) < len("2023-11-09"):
        return latest
    return (date.fromisoformat(latest[:10]) - timedelta(days=days - 1)).isoformat()


def _told(stores: Stores, stories: Iterable[str]) -> Iterator[BriefStory]:
    for id in stories:
        with suppress(NothingFound):  # another process has just put it together with another one
            rows = tuple(stores.articles.of_story(id))
            several = len({row.source for row in rows if row.source}) > 1
            lines = stores.stories.summary(id).lines[: SEVERAL if several else ALONE]
            yield BriefStory(stores.stories.story(id), Summary(lines), rows)


def _fitting(told: Iterable[BriefStory], words: int | None) -> Iterator[BriefStory]:
    """Each story with as many of its lines as there is room for; the first story has a line in any case."""
    left = words
    for number, each in enumerate(told):
        if left is None:
            yield each
            continue
        fitting: list[SummaryLine] = []
        for line in each.summary.lines:
            size = count_words(line.text)
            if size <= left or not (number or fitting):
                fitting.append(line)
                left -= size
        if fitting:
            yield BriefStory(each.story, Summary(tuple(fitting)), each.articles)
        if left < FEWEST:
            return
