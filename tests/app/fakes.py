"""A library in memory, made of articles as they are given: nothing is cleaned, to see the screen alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.config import Config
from index.errors import NothingFound
from index.events import Counts, Event, Finished, Progress, Skipped
from index.findings import Copy
from index.hits import Facets, Hit, Hits, Marked
from index.marks import Highlight, LibraryCounts, Reading
from index.models import (
    Article,
    ArticleRow,
    Block,
    BriefStory,
    Origin,
    Problem,
    Published,
    Role,
    Sentence,
    Story,
    Summary,
    SummaryLine,
)
from index.page.links import Link, links_of
from index.wordings import Change, Revision
from tests.app.conftest import noon
from tests.app.fake_inside import FakeInside
from tests.app.fake_lists import FakeRows, FakeSearches, FakeStories
from tui.app import NutgrafApp


def article(name: str, *paragraphs: str, **fields: Any) -> Article:
    """An article in which each paragraph is one body block and one sentence."""
    blocks = tuple(Block(Role.BODY, text) for text in paragraphs or (f"This is what {name} says.",))
    values: dict[str, Any] = {
        "id": name,
        "origins": (Origin(f"/archive/{name}.txt"),),
        "title": f"Headline of {name}",
        "outlet": "",
        "agency": "",
        "authors": (),
        "published": Published("2023-11-09", "day", "byline"),
        "place": "",
        "url": "",
        "language": "en",
        "blocks": blocks,
        "sentences": tuple(Sentence(n, 0, len(block.text)) for n, block in enumerate(blocks)),
    }
    return Article(**(values | fields))


def app_over(library: FakeLibrary, *paths: Path) -> NutgrafApp:
    """The app on a library that stands in for a real one."""
    return NutgrafApp(library, paths, clock=noon)  # type: ignore[arg-type]  # a stand-in


def app_on(*articles: Article) -> NutgrafApp:
    """The app on these articles."""
    return app_over(FakeLibrary(*articles))


class FakeLibrary(FakeInside):
    """Answers what the screen asks, with one story for all articles that are named in `together`."""

    def __init__(self, *articles: Article, together: Sequence[str] = (), events: Iterable[Event] = ()) -> None:
        self._articles = {item.id: item for item in articles}
        self._readings = {item.id: Reading(item.id) for item in articles}
        self._settings: dict[str, str] = {}
        self._together = tuple(together)
        self._events = list(events)
        self.asked: list[str] = []
        self._revisions: dict[str, list[Revision]] = {}
        self.config = Config()
        self.problems: tuple[Problem, ...] = ()
        self.searches = FakeSearches(self)

    def counts(self) -> LibraryCounts:
        unread = sum(not row.read for row in self.articles())
        return LibraryCounts(len(self._articles), len(self.stories()), unread, 0)

    def is_larger(self, articles: int) -> bool:
        return len(self._articles) > articles

    def articles(
        self, view: str = "all", value: str = "", order: str = "", words: str = "", copies: str = ""
    ) -> FakeRows:
        rows = self.rows(self._articles)
        kept = {"all": lambda row: True, "unread": lambda row: not row.read, "starred": lambda row: row.starred}[view]
        return FakeRows(row for row in rows if kept(row) and words.casefold() in row.title.casefold())

    def story_list(self, order: str = "", words: str = "", measure: Callable[[str], int] = len) -> FakeStories:
        kept = {row.story for row in self.articles(words=words)}
        return FakeStories([story for story in self.stories() if story.id in kept], len(self.stories()), measure)

    def newest(self) -> str:
        return str(len(self._articles))

    def back_up(self) -> None:
        pass

    def highlights_of(self, article: str) -> list[Highlight]:
        return []

    def row(self, id: str) -> ArticleRow:
        a, reading = self.article(id), self.reading(id)
        return ArticleRow(
            a.id, a.origins[0], a.title, a.outlet, a.agency, a.authors, a.published, a.url, a.language,
            len(a.text.split()), self._story_id(id), False, bool(reading.read_at), reading.starred,
        )  # fmt: skip

    def rows(self, ids: Iterable[str]) -> list[ArticleRow]:
        return [self.row(id) for id in ids]

    def article(self, id: str) -> Article:
        if id not in self._articles:
            raise NothingFound(f"there is no article {id}", subject=id)
        return self._articles[id]

    def _story_id(self, article: str) -> str:
        return "s-together" if article in self._together else f"s-{article}"

    def stories(self) -> list[Story]:
        alone = [(id,) for id in self._articles if id not in self._together]
        return [self._story(ids) for ids in ([self._together] if self._together else []) + alone]

    def _story(self, ids: tuple[str, ...]) -> Story:
        return Story(self._story_id(ids[0]), self.article(ids[0]).title, ids, "2023-11-09", "2023-11-10", ())

    def story(self, id: str) -> Story:
        found = [story for story in self.stories() if story.id == id]
        if not found:
            raise NothingFound(f"there is no story {id}", subject=id)
        return found[0]

    def links(self, id: str) -> tuple[Link, ...]:
        return links_of(self.article(id))

    def methods(self) -> tuple[str, ...]:
        return ("nutgraf", "backwards")

    def summary(self, article: str, sentences: int = 3, method: str | None = None) -> Summary:
        if method is not None:
            last = range(len(self.article(article).sentences))[-sentences:]
            return Summary(tuple(SummaryLine(self.article(article).sentence(n), article, n) for n in last))
        a = self.article(article)
        return Summary(tuple(SummaryLine(a.sentence(n), article, n) for n in range(len(a.sentences))[:sentences]))

    def story_summary(self, story: str, sentences: int = 5) -> Summary:
        ids = self.story(story).articles
        lines = [SummaryLine(self.article(id).sentence(0), id, 0, tuple(i for i in ids if i != id)) for id in ids]
        return Summary(tuple(lines[:sentences]))

    def copies(self, story: str) -> dict[str, Copy]:
        return {}

    def nut_graf(self, story: str) -> SummaryLine | None:
        return next(iter(self.story_summary(story).lines), None)

    def summarise_hits(self, text: str, sentences: int = 5) -> Summary:
        rows = [hit.row for hit in self.search(text)]
        self.asked.pop()
        return Summary(tuple(SummaryLine(self.article(row.id).sentence(0), row.id, 0) for row in rows[:sentences]))

    def brief(self, since: str | None = None, words: int | None = None, days: int = 7) -> list[BriefStory]:
        return [BriefStory(s, self.story_summary(s.id), tuple(self.rows(s.articles))) for s in self.stories()]

    def search(self, text: str, limit: int = 20, sort: str = "relevance", **asked: bool) -> Hits:
        self.asked.append(text)
        hits = []
        for row in self.articles():
            body = self.article(row.id).text
            at = body.casefold().find(text.casefold())
            if at >= 0:
                hits.append(Hit(row, 1.0, Marked(body[:300], ((at, at + len(text)),) if at < 300 else ())))
        return Hits(tuple(hits[:limit]), len(hits), f"the words {text}", (f"a note on {text}",))

    def snippet(self, article: str, hits: Hits) -> Marked:
        return next((hit.snippet for hit in hits if hit.row.id == article), Marked(""))

    def facets(self, text: str, strict: bool = False) -> Facets:
        found = [hit.row for hit in self.search(text)]
        self.asked.pop()
        return Facets((("2023-11-09", len(found)),), (("AP", len(found)),), ())

    def highlights(self, article: str, text: str) -> tuple[tuple[int, int, int], ...]:
        found = []
        for number, block in enumerate(self.article(article).blocks):
            at = block.text.casefold().find(text.casefold())
            if at >= 0:
                found.append((number, at, at + len(text)))
        return tuple(found)

    def revisions(self, id: str) -> list[Revision]:
        return self._revisions.get(id, [])

    def what_changed(self, id: str, revision: Revision) -> list[Change]:
        return [Change("removed", revision.sentences[0]), Change("added", self.article(id).sentence(0))]

    def reading(self, article: str) -> Reading:
        return self._readings.get(article, Reading(article))

    def first_unread(self, articles: Iterable[str]) -> str:
        return next((id for id in articles if not self.reading(id).read_at), "")

    def mark_read(self, articles: Iterable[str], read: bool = True) -> int:
        ids = list(articles)
        for id in ids:
            self._readings[id] = replace(self.reading(id), read_at="2026-11-23T12:00" if read else "")
        return len(ids)

    def star(self, articles: Iterable[str], starred: bool = True) -> None:
        for id in articles:
            self._readings[id] = replace(self.reading(id), starred=starred)

    def set_place(self, article: str, sentence: int) -> None:
        self._readings[article] = replace(self.reading(article), place=sentence)

    def unwritable(self) -> str:
        """It can be written."""
        return ""

    def missing_engine(self) -> str:
        return ""

    def better_engine(self) -> str:
        return ""

    def setting(self, name: str) -> str:
        return self._settings.get(name, "")

    def set_setting(self, name: str, value: str) -> None:
        self._settings[name] = value

    def add(self, paths: Sequence[object], *, executor: object = None, cancelled: Any = None) -> Iterator[Event]:
        yield Progress("reading", 0, 2)
        for event in self._events:
            if cancelled():
                yield Finished(Counts(), 0.0, True)
                return
            yield event
        skipped = sum(isinstance(event, Skipped) for event in self._events)
        yield Finished(Counts(read=len(self._articles), skipped=skipped), 0.1, False)

    def refresh(self, **options: Any) -> Iterator[Event]:
        yield from self.add([], **options)
