"""What articles and stories say: summaries, the brief, and what stands inside a story."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from index.facade.browsing import Browsing
from index.store.schema import STORY_LINES

if TYPE_CHECKING:
    from index.dossier.values import Dossier
    from index.findings import Aligned, Copy, Fresh, Named
    from index.models import BriefStory, Summary, SummaryLine
    from index.overviews import About, Inside

SHORT = 3
"""Sentences of an article's summary, unless another length is asked for."""
LONGEST = 10
"""Sentences that no front end goes beyond: a longer summary is an article."""
HITS = 50
"""Hits of a search that its summary is made of."""
WEEK = 7
"""Days of a brief, unless somebody says since when: up to the newest article, for an archive is not always of today."""


class Telling(Browsing):
    """Verbatim lines, each with its receipt."""

    def summary(self, article: str, sentences: int = SHORT, method: str | None = None) -> Summary:
        """The best sentences of an article in text order, from the stored ranking.

        Another method than the standard one is computed when it is first asked for (up to seconds: call it from a
        worker) and stored. Raises `UsageError` for a name that is not among `methods()`.
        """
        from index.summarise.article import summarise

        if method is None:
            return summarise(self.article(article), self._stores.articles.ranking(article), sentences=sentences)
        from index.digest import ranking_by

        return summarise(self.article(article), ranking_by(self._stores, article, method), sentences=sentences)

    def methods(self) -> tuple[str, ...]:
        """The names of the ways to rank sentences, the standard one first."""
        from index.summarise.methods import methods

        return methods()

    def story_summary(self, story: str, sentences: int = STORY_LINES) -> Summary:
        """The story in lines that each name their article; the stored one where the length is the standard one."""
        if sentences == STORY_LINES:
            return self._stores.stories.summary(story)
        from index.told import story_summary

        return story_summary(self._stores, self.story(story).articles, sentences)

    def nut_graf(self, story: str) -> SummaryLine | None:
        """The one line that tells a story, for a list: the stored summary begins with it. None if nothing is told."""
        return next(iter(self._stores.stories.summary(story).lines), None)

    def summarise_hits(self, text: str, sentences: int = STORY_LINES) -> Summary:
        """What the best hits of a query say about it. Raises `LibraryError` when the index cannot be used."""
        from index.digest import of_hits

        return of_hits(self._stores, self._search.ids(text)[:HITS], text, sentences)

    def brief(self, since: str | None = None, words: int | None = None, days: int = WEEK) -> list[BriefStory]:
        """What happened since a day (2023-11-09, yesterday, last week), else in the `days` up to the newest article.

        Stories of several outlets come first; all lines together have about so many words. Raises `UsageError` for a
        date that cannot be read.
        """
        from index.brief import brief

        return brief(self._stores, since, words, date.today(), days)

    def inside(self, story: str) -> Inside:
        """Sources, what is new, quotations, days, numbers that differ, names, who says what: some 20 ms an article.

        Raises `NothingFound` for an id that is not in the library.
        """
        from index.inside import inside

        return inside(self._stores, story)

    def copies(self, story: str) -> dict[str, Copy]:
        """Which articles of a story are copies or rewrites of which, by their ids. Up to 1 ms an article.

        Raises `NothingFound`.
        """
        from index.stories.copies import sources

        found = sources([self.article(id) for id in self.story(story).articles]).copies
        return {copy.article: copy for copy in found}

    def what_is_new(self, story: str, read: Collection[str] | None = None) -> tuple[Fresh, ...]:
        """What each article of a story adds to the earlier ones, or to those whose ids are given as read."""
        from index.inside import what_is_new

        return what_is_new(self._stores, story, read)

    def names(self, article: str) -> tuple[Named, ...]:
        """The people, places and organisations that an article names, most named first: some 50 ms."""
        from index.inside import names_in

        return names_in(self._stores, article)

    def about(self, name: str, variants: Collection[str] = ()) -> About:
        """Everything in the library that names somebody or something; `variants` are its other spellings.

        Raises `LibraryError` when the index cannot be used, `UsageError` for a name without letters.
        """
        from index.inside import about

        return about(self._stores, self._search, name, variants)

    def compare(self, left: str, right: str) -> tuple[Aligned, ...]:
        """The sentences of two articles side by side: which say the same, which stand in one only."""
        from index.stories.align import align

        return align(self.article(left), self.article(right))

    def dossier(self, story: str) -> Dossier:
        """All that was read out of a story, each line with its receipt: what is exported and can be verified."""
        from index.dossier.collect import dossier

        return dossier(self._stores, self.story(story), self.story_summary(story))
