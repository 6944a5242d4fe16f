"""Looking at what is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from index.errors import NothingFound, UsageError
from index.facade.base import Part

if TYPE_CHECKING:
    from index.marks import Copies, Group, LibraryCounts, Order, View
    from index.models import Article, ArticleRow, Story
    from index.page.links import Link
    from index.page.pictures import Picture
    from index.store.lists import Rows
    from index.store.story_list import StoryList
    from index.wordings import Change, Revision


class Browsing(Part):
    """Articles, stories and earlier wordings."""

    def counts(self) -> LibraryCounts:
        """How much there is, and how much of it is unread."""
        return self._stores.articles.counts()

    def is_larger(self, articles: int) -> bool:
        """Whether there are more than so many; in no time, where `counts` takes 15 ms for 100,000."""
        return self._stores.articles.is_larger(articles)

    def articles(
        self, view: View = "all", value: str = "", order: Order = "", words: str = "", copies: Copies = "apart"
    ) -> Rows:
        """The rows of a view, read a page at a time; `value` names the tag, outlet or month, or for `new` what
        `newest()` gave. `words` keep those that have them in title, outlet or agency. 0.2 s for 100,000.
        """
        from index.store.lists import Listing, Rows  # 5 ms with what rows are made of, after the first frame

        return Rows(self._stores.database, Listing(view, value, order, words, copies))

    def counted(self, group: Group) -> list[tuple[str, int]]:
        """Tags, outlets or months with the number of their articles; an empty name is of those that have none."""
        from index.store.lists import counted

        return counted(self._stores.database, group)

    def story_list(self, order: Order = "", words: str = "", measure: Callable[[str], int] = len) -> StoryList:
        """The stories, read a page at a time, latest first unless ordered; `words` keep those with an article that has
        them in title, outlet or agency. 0.2 s for 50,000; `measure` says how long a headline is where it is shown.
        """
        from index.store.story_list import StoryList

        return StoryList(self._stores.database, order, words, measure)

    def newest(self) -> str:
        """Where the library ends now: what is added from here on is new to `articles("new", …)`."""
        return self._stores.articles.newest()

    def row(self, id: str) -> ArticleRow:
        """Raises `NothingFound` for an id that is not in the library."""
        return self._stores.articles.row(id)

    def rows(self, ids: Sequence[str]) -> list[ArticleRow]:
        """In the order of `ids`; unknown ones are left out."""
        return self._stores.articles.rows(ids)

    def article(self, id: str) -> Article:
        """Raises `NothingFound` for an id that is not in the library."""
        return self._stores.articles.article(id)

    def raw(self, id: str) -> str:
        """The text of an article's source as it was decoded, before cleaning.

        Raises `NothingFound` for an id that is not in the library, or when no file of the article is there any more.
        """
        from index.verify import source_text

        return source_text(self.article(id))

    def links(self, id: str) -> tuple[Link, ...]:
        """The links of an article in text order, from its file and from the text itself; a tenth of a second at first.

        Raises `NothingFound` for an id that is not in the library.
        """
        from index.page.links import links_of

        return links_of(self.article(id))

    def pictures(self, id: str) -> tuple[Picture, ...]:
        """The pictures that are stored with an article, those that are not with no data; reads its file: call it in a
        worker. Raises `NothingFound` for an id that is not in the library.
        """
        from index.page.pictures import pictures_of

        return pictures_of(self.article(id))

    def stories(self) -> list[Story]:
        """All of them, latest first, undated last; an article alone is a story of one. 0.5 s and 80 MB for 35,000."""
        return self._stores.stories.stories()

    def story(self, id: str) -> Story:
        """Raises `NothingFound` for an id that is not in the library."""
        return self._stores.stories.story(id)

    def revisions(self, id: str) -> list[Revision]:
        """The earlier wordings of an article whose file was changed, oldest first."""
        return self._stores.articles.revisions(id)

    def what_changed(self, id: str, revision: Revision) -> list[Change]:
        """An earlier wording against the one of today, sentence by sentence."""
        from index.compare import changes

        article = self.article(id)
        return changes(revision.sentences, [article.sentence(number) for number in range(len(article.sentences))])

    def resolve_article(self, prefix: str) -> str:
        """The one article whose id begins so. Raises `NothingFound`, or `UsageError` where several do."""
        return _only("article", prefix, self._stores.articles.find(prefix), "story", self._stores.stories.find)

    def resolve_story(self, prefix: str) -> str:
        """The one story whose id begins so. Raises `NothingFound`, or `UsageError` where several do."""
        return _only("story", prefix, self._stores.stories.find(prefix), "article", self._stores.articles.find)


def _only(what: str, prefix: str, found: Sequence[str], other: str, find: Callable[[str], Sequence[str]]) -> str:
    if not found:
        mistaken = f"; that is {'an' if other == 'article' else 'a'} {other}" if find(prefix) else ""
        raise NothingFound(f"there is no {what} {prefix}{mistaken}", subject=prefix)
    if len(found) > 1 and prefix not in found:
        raise UsageError(f"{prefix} may be several: {', '.join(found)}", subject=prefix)
    return prefix if prefix in found else found[0]
