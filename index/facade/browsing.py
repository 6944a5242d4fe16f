"""Looking at what is there."""

from __future__ import annotations

from collections.abc import Sequence

from index.errors import NothingFound, UsageError
from index.facade.base import Part
from index.models import Article, ArticleRow, Change, LibraryCounts, Revision, Story
from index.store.lists import Rows, View


class Browsing(Part):
    """Articles, stories and earlier wordings."""

    def counts(self) -> LibraryCounts:
        """How much there is, and how much of it is unread."""
        return self._stores.articles.counts()

    def articles(self, view: View = "all") -> Rows:
        """The rows of a view, newest first, read a page at a time."""
        return Rows(self._stores.database, view)

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

    def stories(self) -> list[Story]:
        """Latest first, undated last; an article alone is a story of one."""
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
        return _only("article", prefix, self._stores.articles.find(prefix))

    def resolve_story(self, prefix: str) -> str:
        """The one story whose id begins so. Raises `NothingFound`, or `UsageError` where several do."""
        return _only("story", prefix, self._stores.stories.find(prefix))


def _only(what: str, prefix: str, found: Sequence[str]) -> str:
    if not found:
        raise NothingFound(f"there is no {what} {prefix}", subject=prefix)
    if len(found) > 1 and prefix not in found:
        raise UsageError(f"{prefix} may be several: {', '.join(found)}", subject=prefix)
    return prefix if prefix in found else found[0]
